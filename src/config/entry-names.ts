/** Of the short form for one provider, what the field is called in an entry of `PROVIDERS_FILE`. */
const FIELDS: Readonly<Record<string, string>> = {
  PARTNER_CENTER_TENANT_ID: 'tenantId',
  PARTNER_CENTER_CLIENT_ID: 'clientId',
  PARTNER_CENTER_CLIENT_SECRET: 'clientSecret',
  PARTNER_CENTER_CERTIFICATE_PATH: 'certificatePath',
  PARTNER_CENTER_REFRESH_TOKEN: 'refreshToken',
  PARTNER_CENTER_BASE_URL: 'baseUrl',
  PARTNER_CENTER_AUTHORITY: 'authority',
  GRAPH_BASE_URL: 'graphBaseUrl',
};

/** The guide signs in to the provider of the short form alone. */
const GUIDE = 'npm run setup does it and writes the new PARTNER_CENTER_REFRESH_TOKEN';

/** A remedy that names settings of the short form, as whoever set the provider up in `PROVIDERS_FILE` knows them. */
export function inEntry(remedy: string, entry: string | undefined): string {
  if (entry === undefined) return remedy;
  const variable = `write the new refresh token into the variable that refreshToken of "${entry}" in PROVIDERS_FILE names`;
  return remedy.replaceAll(GUIDE, variable).replaceAll(/(?:PARTNER_CENTER|GRAPH)_[A-Z_]+/g, (setting) => {
    const field = FIELDS[setting];
    return field === undefined ? setting : `${field} of "${entry}" in PROVIDERS_FILE`;
  });
}

import { inEntry } from '../../src/config/entry-names';

it('a remedy names the entry of the file, and its field, where the provider stands in one', () => {
  const remedy = 'Check PARTNER_CENTER_CLIENT_ID and PARTNER_CENTER_CLIENT_SECRET.';
  expect(inEntry(remedy, undefined)).toBe(remedy);
  expect(inEntry(remedy, 'de')).toBe(
    'Check clientId of "de" in PROVIDERS_FILE and clientSecret of "de" in PROVIDERS_FILE.',
  );
});

it('the guide signs in to one provider only', () => {
  const remedy = 'Sign in again: npm run setup does it and writes the new PARTNER_CENTER_REFRESH_TOKEN.';
  expect(inEntry(remedy, 'de')).toBe(
    'Sign in again: write the new refresh token into the variable that refreshToken of "de" in PROVIDERS_FILE names.',
  );
});

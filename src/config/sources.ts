import type { NamedColumns } from '../domain/customer';
import type { Secret } from '../runtime/secret';
import { checkJson, checkPair } from './files';
import type { Machine } from './files';
import type { Findings } from './findings';
import type { Values } from './variables';

export type PartnerCenterCredential =
  | { readonly kind: 'secret'; readonly secret: Secret }
  /** PEM file with the certificate and its private key. */
  | { readonly kind: 'certificate'; readonly path: string };

/** Where the newest refresh token is kept: in a vault, or in the store, encrypted with this key. */
export type TokenPlace =
  | { readonly kind: 'vault'; readonly url: string }
  | { readonly kind: 'store'; readonly key: Secret }
  /** Nowhere: a restart goes back to the one in the settings. */
  | { readonly kind: 'nowhere' };

export interface PartnerCenterSettings {
  readonly tenantId: string;
  readonly clientId: string;
  readonly credential: PartnerCenterCredential;
  /** With it, calls that need a user's consent are made too (app+user). */
  readonly refreshToken?: Secret;
  /** Where the newest one is kept. */
  readonly keptIn: TokenPlace;
  /** Without `/v1`. */
  readonly baseUrl: string;
  /** Host of the token service, without the tenant. */
  readonly authority: string;
  /** Without `/v1.0`. */
  readonly graphBaseUrl: string;
  /** What it is called where there are several. */
  readonly name?: string;
  /** Its id in `PROVIDERS_FILE`; absent for the one of the `PARTNER_CENTER_*` settings. */
  readonly entry?: string;
  /** Name, or id of the row, that it has in Work 365's table of providers. */
  readonly work365Provider?: string;
  /** The conversations that hear of its new accounts; all without them. */
  readonly conversations?: readonly string[];
}

export type DirectoryConfig =
  | {
      readonly kind: 'work365';
      readonly url: string;
      readonly tenantId: string;
      readonly clientId: string;
      readonly clientSecret: Secret;
      readonly authority: string;
      /** JSON file with other table and column names. */
      readonly schemaFile?: string;
      /** What Work 365 does not take from the person who decided is written as the app. */
      readonly writesAsApp: boolean;
      /** Customers that fit nobody can be created there. */
      readonly createsCustomers: boolean;
      /** Names, or ids of rows, of Work 365's providers whose accounts are left out. */
      readonly leaveOut?: readonly string[];
    }
  | {
      readonly kind: 'file';
      readonly path: string;
      /** What the file calls its columns, by what they hold. */
      readonly columns?: NamedColumns;
      /** A line to copy is offered where nobody fits. */
      readonly createsCustomers: boolean;
    };

export const PUBLIC_AUTHORITY = 'https://login.microsoftonline.com';

/** Absent only in local mode, and only when none of its settings is there: half a set is a mistake in every mode. */
export function choosePartnerCenter(
  values: Values,
  mode: 'local' | 'production',
  machine: Machine,
  findings: Findings,
): PartnerCenterSettings | undefined {
  const { PARTNER_CENTER_TENANT_ID: tenantId, PARTNER_CENTER_CLIENT_ID: clientId } = values;
  const { PARTNER_CENTER_CLIENT_SECRET: secret, PARTNER_CENTER_CERTIFICATE_PATH: path } = values;
  const { PARTNER_CENTER_REFRESH_TOKEN: refreshToken } = values;
  const given = [tenantId, clientId, secret, path, refreshToken].some((value) => value !== undefined);
  // With a file of several, the short form for one is needed no more.
  if (!given && (mode === 'local' || values.PROVIDERS_FILE !== undefined)) return undefined;
  findings.need('PARTNER_CENTER_TENANT_ID', tenantId, 'set it to the Partner tenant, whose customers are meant');
  findings.need('PARTNER_CENTER_CLIENT_ID', clientId, 'set it to the client id of the app registration');
  findings.expectGuid('PARTNER_CENTER_TENANT_ID', tenantId);
  findings.expectGuid('PARTNER_CENTER_CLIENT_ID', clientId);
  checkPair('PARTNER_CENTER_CERTIFICATE_PATH', path, machine, findings);
  const credential = chooseCredential(secret, path, findings);
  if (tenantId === undefined || clientId === undefined || credential === undefined) return undefined;
  return {
    tenantId,
    clientId,
    credential,
    ...(refreshToken === undefined ? {} : { refreshToken }),
    keptIn: placeOf(values, findings),
    // People write the address with its version as often as without.
    baseUrl: (values.PARTNER_CENTER_BASE_URL ?? 'https://api.partnercenter.microsoft.com').replace(/\/v1$/, ''),
    authority: values.PARTNER_CENTER_AUTHORITY ?? PUBLIC_AUTHORITY,
    graphBaseUrl: values.GRAPH_BASE_URL ?? 'https://graph.microsoft.com',
    ...(values.PARTNER_CENTER_NAME === undefined ? {} : { name: values.PARTNER_CENTER_NAME }),
    ...(values.WORK365_PROVIDER === undefined ? {} : { work365Provider: values.WORK365_PROVIDER }),
  };
}

/** Without a key of its own the newest token is encrypted with the secret of the app, which is there anyway. */
export function tokenPlace(
  { KEY_VAULT_URL: url, TOKEN_KEY: own }: Values,
  clientSecret: Secret | undefined,
): TokenPlace {
  if (url !== undefined) return { kind: 'vault', url };
  const key = own ?? clientSecret;
  return key === undefined ? { kind: 'nowhere' } : { kind: 'store', key };
}

function placeOf(values: Values, findings: Findings): TokenPlace {
  const place = tokenPlace(values, values.PARTNER_CENTER_CLIENT_SECRET);
  if (place.kind !== 'nowhere') return place;
  if (values.PARTNER_CENTER_REFRESH_TOKEN !== undefined) {
    findings.warn(
      'PARTNER_CENTER_REFRESH_TOKEN is set, but newer tokens can be kept nowhere, so a restart after 90 days finds it ' +
        'ended; set KEY_VAULT_URL, or TOKEN_KEY to 32 random letters and digits',
    );
  }
  return place;
}

function chooseCredential(
  secret: Secret | undefined,
  path: string | undefined,
  findings: Findings,
): PartnerCenterCredential | undefined {
  if (secret !== undefined && path !== undefined) {
    findings.fail(
      'PARTNER_CENTER_CERTIFICATE_PATH',
      'is set, and PARTNER_CENTER_CLIENT_SECRET too',
      'keep one of the two',
    );
  }
  if (path !== undefined) return { kind: 'certificate', path };
  findings.need('PARTNER_CENTER_CLIENT_SECRET', secret, 'set it, or PARTNER_CENTER_CERTIFICATE_PATH');
  return secret === undefined ? undefined : { kind: 'secret', secret };
}

/** Nothing when no directory is configured; a directory that was asked for and is not complete is a failure. */
export function chooseDirectory(
  values: Values,
  mode: 'local' | 'production',
  machine: Machine,
  findings: Findings,
): { readonly directory?: DirectoryConfig } {
  if (findings.failed('DIRECTORY') || findings.failed('DATAVERSE_URL')) return {};
  const kind = values.DIRECTORY ?? (values.DATAVERSE_URL === undefined ? 'file' : 'work365');
  const directory = kind === 'work365' ? work365(values, machine, findings) : file(values, mode, machine, findings);
  return directory === undefined ? {} : { directory };
}

function work365(values: Values, machine: Machine, findings: Findings): DirectoryConfig | undefined {
  const { DATAVERSE_URL: url, DATAVERSE_CLIENT_ID: clientId, DATAVERSE_CLIENT_SECRET: clientSecret } = values;
  const { DATAVERSE_TENANT_ID: tenantId, WORK365_SCHEMA: schemaFile, WORK365_PROVIDERS_LEFT_OUT: leaveOut } = values;
  findings.need('DATAVERSE_URL', url, 'set it to the address of the Dataverse environment, or set DIRECTORY=file');
  findings.need('DATAVERSE_TENANT_ID', tenantId, 'set it to the tenant of the Dataverse environment');
  findings.need('DATAVERSE_CLIENT_ID', clientId, 'set it to the client id of the application user');
  findings.need('DATAVERSE_CLIENT_SECRET', clientSecret, 'set it to the client secret of the application user');
  findings.expectGuid('DATAVERSE_TENANT_ID', tenantId);
  findings.expectGuid('DATAVERSE_CLIENT_ID', clientId);
  checkJson('WORK365_SCHEMA', schemaFile, machine, findings);
  if (url === undefined || tenantId === undefined || clientId === undefined || clientSecret === undefined)
    return undefined;
  return {
    kind: 'work365',
    url,
    tenantId,
    clientId,
    clientSecret,
    authority: values.DATAVERSE_AUTHORITY ?? PUBLIC_AUTHORITY,
    writesAsApp: values.WORK365_WRITE_AS_APP === 'on',
    createsCustomers: values.CREATE_CUSTOMERS !== 'off',
    ...(schemaFile === undefined ? {} : { schemaFile }),
    ...(leaveOut === undefined ? {} : { leaveOut }),
  };
}

function file(
  values: Values,
  mode: 'local' | 'production',
  machine: Machine,
  findings: Findings,
): DirectoryConfig | undefined {
  const path = values.DIRECTORY_FILE;
  findings.expectFile('DIRECTORY_FILE', path, machine);
  const columns = values.DIRECTORY_FILE_COLUMNS;
  const createsCustomers = values.CREATE_CUSTOMERS !== 'off';
  if (path !== undefined)
    return { kind: 'file', path, createsCustomers, ...(columns === undefined ? {} : { columns }) };
  if (values.DIRECTORY === 'file') {
    findings.need(
      'DIRECTORY_FILE',
      path,
      'set it to a CSV or JSON file of customers, or set DATAVERSE_URL for Work 365',
    );
  } else if (mode === 'production') {
    findings.warn('No directory is configured, so nothing can be mapped; set DATAVERSE_URL or DIRECTORY_FILE');
  }
  return undefined;
}

import { z } from 'zod';
import { CUSTOMER_COLUMNS } from '../domain/customer';
import type { NamedColumns } from '../domain/customer';
import { Secret } from '../runtime/secret';
import {
  hostFamilies,
  hosts,
  id,
  texts,
  number,
  numbers,
  oneOf,
  reminderDays,
  secret,
  setting,
  text,
  url,
} from './fields';
import { clientSecret, connectionString, cosmosKey, refreshToken, tokenKey } from './secrets';

/** The last part of a webhook's address, so it must be able to stand in one. */
const webhookSecret = () =>
  setting((value) =>
    /^[\w.~-]+$/.test(value)
      ? { value: new Secret(value) }
      : {
          problem: 'cannot stand in an address',
          remedy: 'use letters, digits, "-", "_", "." and "~" only, 32 or more of them',
        },
  );

/** Whether a word is one of the things that a customer is made of. */
const COLUMN_FIELDS: ReadonlySet<string> = new Set(CUSTOMER_COLUMNS);

/** What a file calls its columns: `id=No.,name=Firm`. */
const columns = () =>
  setting<NamedColumns>((typed) => {
    const pairs = typed.split(',').map((part) => /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(part));
    const known = pairs.map((pair) => [pair?.[1]?.toLowerCase() ?? '', pair?.[2] ?? ''] as const);
    if (known.every(([field, name]) => COLUMN_FIELDS.has(field) && name !== '')) {
      return { value: Object.fromEntries(known) };
    }
    return {
      problem: `is "${typed}"`,
      remedy: `write what the file calls its columns, like id=No.,name=Firm; known are ${CUSTOMER_COLUMNS.join(', ')}`,
    };
  });

/** Every setting of the bot. `env/.env.example` explains each; a test compares the two. */
export const variables = z.object({
  PORT: number(0, 65_535, 'whole'),
  HOST: text(),
  METRICS_TOKEN: secret(),

  BOT_ID: id(),
  BOT_TYPE: oneOf('SingleTenant', 'UserAssignedMsi', 'MultiTenant'),
  BOT_TENANT_ID: id(),
  BOT_PASSWORD: clientSecret(),
  BOT_OPENID_METADATA_URL: url({ path: 'required', example: 'https://HOST/v1/.well-known/openidconfiguration' }),
  BOT_TOKEN_ISSUER: text(),
  BOT_LOGIN_URL: url({ path: 'required', example: 'https://login.microsoftonline.com/TENANT' }),
  BOT_OAUTH_SCOPE: text(),
  TEAMS_CLOUD: oneOf('public', 'gcc-high', 'dod'),

  HANDSHAKE_MODE: oneOf('local', 'production'),
  HANDSHAKE_REAL_SOURCES: oneOf('on', 'off'),
  ALLOWED_TENANTS: texts(),
  ALLOWED_SERVICE_URLS: hosts('smba.trafficmanager.net'),
  ALLOWED_UPLOAD_HOSTS: hostFamilies('*.sharepoint.com'),
  ADMINS: texts(),
  MAPPERS: texts(),
  READERS: texts(),
  APPROVED_TEAMS: texts(),

  STORE: oneOf('embedded', 'cosmos'),
  DATA_DIR: text(),
  COSMOS_ENDPOINT: url({ path: 'none', example: 'https://ACCOUNT.documents.azure.com:443' }),
  COSMOS_KEY: cosmosKey(),
  COSMOS_DATABASE: text(),

  PARTNER_ID: id(),
  PARTNER_CENTER_TENANT_ID: id(),
  PARTNER_CENTER_CLIENT_ID: id(),
  PARTNER_CENTER_CLIENT_SECRET: clientSecret(),
  PARTNER_CENTER_CERTIFICATE_PATH: text(),
  PARTNER_CENTER_REFRESH_TOKEN: refreshToken(),
  KEY_VAULT_URL: url({ path: 'none', example: 'https://VAULT.vault.azure.net' }),
  TOKEN_KEY: tokenKey(),
  PARTNER_CENTER_BASE_URL: url({ path: 'any', example: 'https://api.partnercenter.microsoft.com' }),
  PARTNER_CENTER_AUTHORITY: url({ path: 'none', example: 'https://login.microsoftonline.com' }),
  GRAPH_BASE_URL: url({ path: 'any', without: /\/(v1\.0|beta)$/, example: 'https://graph.microsoft.com' }),
  PARTNER_CENTER_WEBHOOK_SECRET: webhookSecret(),
  PARTNER_CENTER_WEBHOOK_CERT_HOSTS: hosts('3psostorageacct.blob.core.windows.net'),
  PARTNER_CENTER_WEBHOOK_CA_FILE: text(),

  PARTNER_CENTER_NAME: text(),
  PROVIDERS_FILE: text(),

  PARTNER_CENTER_LINK_HOSTS: hosts('partner.microsoft.com'),

  DIRECTORY: oneOf('work365', 'file'),
  DIRECTORY_FILE: text(),
  DIRECTORY_FILE_COLUMNS: columns(),
  DATAVERSE_URL: url({ path: 'any', without: /\/api(\/.*)?$/, example: 'https://ORGANISATION.crm.dynamics.com' }),
  DATAVERSE_TENANT_ID: id(),
  DATAVERSE_CLIENT_ID: id(),
  DATAVERSE_CLIENT_SECRET: clientSecret(),
  DATAVERSE_AUTHORITY: url({ path: 'none', example: 'https://login.microsoftonline.com' }),
  DATAVERSE_WEBHOOK_SECRET: webhookSecret(),
  WORK365_SCHEMA: text(),
  WORK365_WRITE_AS_APP: oneOf('on', 'off'),
  CREATE_CUSTOMERS: oneOf('on', 'off'),
  REHEARSAL: texts(),
  WORK365_PROVIDER: text(),
  WORK365_PROVIDERS_LEFT_OUT: texts(),

  SYNC_INTERVAL_S: number(0.1, 86_400, 'any'),
  RECONCILE_INTERVAL_S: number(0.05, 3_600, 'any'),
  TEAMS_REQUESTS_PER_SECOND: number(10, 1_000, 'whole'),
  SEARCH_AS_YOU_TYPE: oneOf('on', 'off'),
  ASSIGN_HOURS: number(0.1, 200, 'any'),
  CARDS_AN_HOUR: number(0, 10_000, 'whole'),
  REMINDER_DAYS: reminderDays(),
  INVITATION_REMINDER_DAYS: numbers(1, 60, 4),
  STUCK_AFTER_DAYS: number(0, 365, 'any'),
  LOG_LEVEL: oneOf('trace', 'debug', 'info', 'warn', 'error', 'silent'),
  APPLICATIONINSIGHTS_CONNECTION_STRING: connectionString(),
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: text(),
});

export type Values = z.infer<typeof variables>;

/** In the order in which they are explained. */
export const variableNames: readonly string[] = Object.keys(variables.shape);

/** A variable that starts like ours and is not ours is most likely misspelt. */
export const ourPrefixes: readonly string[] = [
  'HANDSHAKE_',
  'PARTNER_CENTER_',
  'DATAVERSE_',
  'COSMOS_',
  'BOT_',
  'WORK365_',
];

/** Set by the toolkit and by our own scripts, read by others than the bot. */
export const strangersWithOurPrefix: ReadonlySet<string> = new Set([
  'BOT_DOMAIN',
  'BOT_ENDPOINT',
  'BOT_OBJECT_ID',
  'BOT_AZURE_APP_SERVICE_RESOURCE_ID',
  'HANDSHAKE_CODE_CACHE',
]);

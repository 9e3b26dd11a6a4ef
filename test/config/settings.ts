import { printFailures, readConfig, type Config, type Machine } from '../../src/config';

export const everyFile: Machine = { fileExists: () => true };
export const TENANT = '11111111-1111-4111-8111-111111111111';

/** As little as a bot in production needs. */
export const production = {
  BOT_ID: '22222222-2222-4222-8222-222222222222',
  BOT_TYPE: 'SingleTenant',
  BOT_TENANT_ID: TENANT,
  BOT_PASSWORD: 'bot-password',
  PARTNER_CENTER_TENANT_ID: TENANT,
  PARTNER_CENTER_CLIENT_ID: '33333333-3333-4333-8333-333333333333',
  PARTNER_CENTER_CLIENT_SECRET: 'partner-secret',
  DIRECTORY_FILE: 'customers.csv',
};

/** The settings that these variables give; fails with what is wrong with them. */
export function good(env: Readonly<Record<string, string | undefined>>): Config {
  const read = readConfig(env, everyFile);
  if (!read.ok) throw new Error(printFailures(read.failures));
  return read.config;
}

import { readConfig } from '../config';
import type { Config, Machine, SettingFailure } from '../config';
import type { Finding } from './finding';

export type Env = Readonly<Record<string, string | undefined>>;

/** What is asked for and looked at by itself, whatever is still missing elsewhere. */
export type Part = 'bot' | 'partner' | 'directory' | 'store' | 'people';

const OF_PART: Readonly<Record<Part, RegExp>> = {
  bot: /^(BOT_|TEAMS_CLOUD$|ALLOWED_)/,
  partner: /^(PARTNER_|PROVIDERS_|GRAPH_|KEY_VAULT_URL$|TOKEN_KEY$)/,
  directory: /^(DIRECTORY|DATAVERSE_|WORK365_)/,
  store: /^(STORE$|DATA_DIR$|COSMOS_|PARTNER_ID$)/,
  people: /^(ADMINS|MAPPERS|READERS|APPROVED_TEAMS)$|^APPLICATIONINSIGHTS_/,
};

const ANY_ID = '11111111-1111-4111-8111-111111111111';
/** Production asks for sources. Who looks at the registration of the bot has not come to them. */
const ANY_SOURCES = {
  HANDSHAKE_MODE: 'production',
  PARTNER_CENTER_TENANT_ID: ANY_ID,
  PARTNER_CENTER_CLIENT_ID: ANY_ID,
  PARTNER_CENTER_CLIENT_SECRET: '-',
};
/** Local mode asks for nothing that is not there. */
const NOTHING_ELSE = { HANDSHAKE_MODE: 'local', HANDSHAKE_REAL_SOURCES: 'on' };

/** The settings of one part, or what is wrong with them. */
export type ReadPart =
  | { readonly config: Config; readonly missing: readonly [] }
  | { readonly config?: never; readonly missing: readonly Finding[] };

export function readPart(part: Part, env: Env, machine: Machine): ReadPart {
  const own = Object.fromEntries(Object.entries(env).filter(([name]) => OF_PART[part].test(name)));
  // Whose documents are meant follows from the tenant where it is not said.
  const partner = part === 'store' ? { PARTNER_ID: env['PARTNER_ID'] ?? env['PARTNER_CENTER_TENANT_ID'] } : {};
  const read = readConfig({ ...(part === 'bot' ? ANY_SOURCES : NOTHING_ELSE), ...own, ...partner }, machine, env);
  return read.ok ? { config: read.config, missing: [] } : { missing: read.failures.map(wrongSetting) };
}

export function wrongSetting({ setting, problem, remedy }: SettingFailure): Finding {
  return { about: `Setting ${setting}`, state: 'lacking', seen: problem, remedy };
}

/** The public host of the bot as an origin; it may be written with a port, and with http:// for this machine. */
export function originOf(env: Env): string | undefined {
  const domain = env['BOT_DOMAIN']?.trim() ?? '';
  if (domain === '') return undefined;
  const written = /^https?:\/\//.test(domain) ? domain : `https://${domain}`;
  return written.replace(/\/+$/, '');
}

import { existsSync } from 'node:fs';
import { readConfig } from '../../src/config';
import type { Config } from '../../src/config';
import type { Sandbox } from '../../src/sandbox/sandbox';
import type { OpenIdDouble } from '../doubles/connector';

export const APP_ID = '22222222-2222-4222-8222-222222222222';
export const TENANT = '11111111-1111-4111-8111-111111111111';

const LOCAL = { HANDSHAKE_MODE: 'local' };

function registrationAt(openId: OpenIdDouble): Record<string, string> {
  return {
    HANDSHAKE_MODE: 'production',
    BOT_ID: APP_ID,
    BOT_TENANT_ID: TENANT,
    BOT_PASSWORD: 'the-secret-of-the-registration',
    BOT_OPENID_METADATA_URL: openId.metadataUrl,
    BOT_LOGIN_URL: openId.loginUrl,
    ALLOWED_SERVICE_URLS: '127.0.0.1',
    TEAMS_REQUESTS_PER_SECOND: '1000',
  };
}

export function configFor(
  sandbox: Sandbox,
  dir: string,
  { config = {}, env = {} }: { readonly config?: Partial<Config>; readonly env?: Readonly<Record<string, string>> },
  openId: OpenIdDouble | undefined,
): Config {
  const read = readConfig(
    { ...sandbox.settings, ...(openId === undefined ? LOCAL : registrationAt(openId)), HOST: '127.0.0.1', ...env },
    { fileExists: existsSync },
  );
  if (!read.ok) throw new Error(read.failures.map((f) => `${f.setting} ${f.problem}`).join('; '));
  return {
    ...read.config,
    port: 0,
    store: { kind: 'embedded', dir },
    syncIntervalMs: 200,
    reconcileIntervalMs: 50,
    // However many a file of tests lets accept, each has its card.
    cardsAnHour: 0,
    ...config,
  };
}

import type { Secret } from '../runtime/secret';
import { TEAMS_CLOUDS } from './clouds';
import type { Findings } from './findings';
import type { Values } from './variables';

export type BotCredential =
  | { readonly type: 'SingleTenant'; readonly tenantId: string; readonly password: Secret }
  | { readonly type: 'UserAssignedMsi'; readonly tenantId: string }
  | { readonly type: 'MultiTenant'; readonly password: Secret };

/** The bot's registration, and the addresses of its cloud. */
export interface BotConfig {
  readonly id: string;
  readonly credential: BotCredential;
  /** The whole address of the document that names the keys of incoming tokens. */
  readonly openIdMetadataUrl: string;
  /** The `iss` of incoming tokens. */
  readonly tokenIssuer: string;
  /** Where outgoing tokens come from, tenant included. */
  readonly loginUrl: string;
  readonly oauthScope: string;
}

/** Whoever sets one of these means a real registration, and must not end up without authentication by a slip. */
const MEANT_FOR_PRODUCTION = ['BOT_TYPE', 'BOT_TENANT_ID', 'BOT_PASSWORD'] as const;

/** The registration in production; nothing in local mode, which refuses to run beside one. */
export function chooseBot(values: Values, mode: 'local' | 'production', findings: Findings): BotConfig | undefined {
  if (mode === 'local') {
    checkLocal(values, findings);
    return undefined;
  }
  const id = values.BOT_ID;
  findings.need('BOT_ID', id, 'set it to the client id of the bot registration; only local mode runs without');
  findings.expectGuid('BOT_ID', id);
  const credential = chooseCredential(values, findings);
  if (id === undefined || credential === undefined) return undefined;
  const cloud = TEAMS_CLOUDS[values.TEAMS_CLOUD ?? 'public'];
  const home = credential.type === 'MultiTenant' ? cloud.channelTenant : credential.tenantId;
  return {
    id,
    credential,
    openIdMetadataUrl: values.BOT_OPENID_METADATA_URL ?? cloud.openIdMetadataUrl,
    tokenIssuer: values.BOT_TOKEN_ISSUER ?? cloud.tokenIssuer,
    loginUrl: values.BOT_LOGIN_URL ?? `${cloud.login}/${home}`,
    oauthScope: values.BOT_OAUTH_SCOPE ?? cloud.oauthScope,
  };
}

function checkLocal(values: Values, findings: Findings): void {
  if (values.BOT_ID !== undefined) {
    findings.fail(
      'HANDSHAKE_MODE',
      'is local, but BOT_ID is set, and local mode has no authentication',
      'remove BOT_ID for local work, or HANDSHAKE_MODE for production',
    );
  }
  if (values.HANDSHAKE_MODE === 'local') return;
  const strays = MEANT_FOR_PRODUCTION.filter((name) => values[name] !== undefined || findings.failed(name));
  if (strays.length > 0) {
    findings.fail(
      'BOT_ID',
      `is not set, but ${strays.join(', ')} is`,
      'set BOT_ID too, or HANDSHAKE_MODE=local to run without authentication on this machine',
    );
  }
}

function chooseCredential(values: Values, findings: Findings): BotCredential | undefined {
  if (findings.failed('BOT_TYPE')) return undefined;
  const type = values.BOT_TYPE ?? 'SingleTenant';
  const { BOT_TENANT_ID: tenantId, BOT_PASSWORD: password } = values;
  if (type !== 'MultiTenant') {
    findings.need('BOT_TENANT_ID', tenantId, `set it to the tenant of the ${type} registration`);
    findings.expectGuid('BOT_TENANT_ID', tenantId);
  }
  if (type === 'UserAssignedMsi') {
    if (password !== undefined) {
      findings.fail(
        'BOT_PASSWORD',
        'is set, but a managed identity has none',
        'remove it, or set BOT_TYPE=SingleTenant',
      );
    }
    return tenantId === undefined ? undefined : { type, tenantId };
  }
  findings.need('BOT_PASSWORD', password, 'set it to a client secret, or set BOT_TYPE=UserAssignedMsi');
  if (password === undefined) return undefined;
  if (type === 'MultiTenant') return { type, password };
  return tenantId === undefined ? undefined : { type, tenantId, password };
}

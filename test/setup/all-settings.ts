import { PARTNER } from '../../src/sandbox/sandbox';
import type { SetupStand } from './stand';

export const TOKEN_KEY = 'k'.repeat(32);
export const SECRET = 's'.repeat(32);
/** Whatever a partner with Partner Center and Dataverse sets, for the sandbox. */
export function allSettings(stand: SetupStand): Record<string, string> {
  const { tenantId, clientId, clientSecret } = PARTNER;
  return {
    HANDSHAKE_MODE: 'production',
    BOT_ID: clientId,
    BOT_TENANT_ID: tenantId,
    BOT_PASSWORD: clientSecret,
    ADMINS: 'aaaaaaaa-0000-4000-8000-000000000001',
    PARTNER_CENTER_TENANT_ID: tenantId,
    PARTNER_CENTER_CLIENT_ID: clientId,
    PARTNER_CENTER_CLIENT_SECRET: clientSecret,
    PARTNER_CENTER_WEBHOOK_SECRET: SECRET,
    TOKEN_KEY,
    DATAVERSE_URL: stand.sandbox.urls.dataverse,
    DATAVERSE_TENANT_ID: tenantId,
    DATAVERSE_CLIENT_ID: clientId,
    DATAVERSE_CLIENT_SECRET: clientSecret,
  };
}

import type { TokenCredential } from '@azure/identity';
import type { Trouble } from '../domain/source';
import { isLoopback } from '../runtime/hosts';
import { Secret } from '../runtime/secret';
import type { TokenShelf } from './shelf';

/** Beside the secret of the settings, which a deployment writes and this one must survive. */
export const SECRET_NAME = 'partner-center-refresh-token-newest';

export interface VaultSettings {
  /** Such as `https://contoso.vault.azure.net`. */
  readonly url: string;
  /** The managed identity of this host without it. */
  readonly credential?: TokenCredential;
}

/** How long the vault may take; a token in the settings or the last one known serves until then. */
const WITHIN_MS = 10_000;
const RETRIES = 2;

/** In Azure Key Vault. Its library is loaded when it is first asked. */
export function shelfInVault({ url, credential }: VaultSettings): TokenShelf {
  const isLocal = isLoopback(new URL(url).hostname);
  const opened = async () => {
    const { SecretClient } = await import('@azure/keyvault-secrets');
    const { ManagedIdentityCredential } = await import('@azure/identity');
    const clientId = process.env['AZURE_CLIENT_ID'];
    const own = clientId === undefined ? new ManagedIdentityCredential() : new ManagedIdentityCredential({ clientId });
    return new SecretClient(url, credential ?? own, {
      retryOptions: { maxRetries: RETRIES },
      // A vault of a test: plain http, and no name below the service's.
      ...(isLocal ? { allowInsecureConnection: true, disableChallengeResourceVerification: true } : {}),
    });
  };
  let client: ReturnType<typeof opened> | undefined;
  const vault = () => (client ??= opened());
  const abortSignal = () => AbortSignal.timeout(WITHIN_MS);
  return {
    async read() {
      try {
        const { value } = await (await vault()).getSecret(SECRET_NAME, { abortSignal: abortSignal() });
        return { ok: true, token: value === undefined ? undefined : new Secret(value) };
      } catch (error) {
        return statusOf(error) === 404
          ? { ok: true, token: undefined }
          : { ok: false, trouble: troubleOf(error, 'read') };
      }
    },
    async keep(token) {
      try {
        const contentType = 'the newest refresh token of Partner Center; written by Handshake';
        await (await vault()).setSecret(SECRET_NAME, token.reveal(), { contentType, abortSignal: abortSignal() });
        return { ok: true, part: {} };
      } catch (error) {
        return { ok: false, trouble: troubleOf(error, 'written') };
      }
    },
  };
}

function troubleOf(error: unknown, what: 'read' | 'written'): Trouble {
  const status = statusOf(error);
  const detail = `Key Vault: the refresh token could not be ${what} (${status ?? 'no answer'})`;
  if (status === 401 || status === 403) {
    const remedy =
      'Give the identity of the bot the role "Key Vault Secrets Officer" on the vault of KEY_VAULT_URL, and let this host through its firewall.';
    return { source: 'partner-center', kind: 'denied', detail, remedy };
  }
  const remedy = 'Check KEY_VAULT_URL, and that this host may reach it and has a managed identity.';
  return { source: 'partner-center', kind: 'unreachable', detail, remedy };
}

function statusOf(error: unknown): number | undefined {
  const { statusCode } =
    typeof error === 'object' && error !== null && 'statusCode' in error ? error : { statusCode: 0 };
  return typeof statusCode === 'number' && statusCode > 0 ? statusCode : undefined;
}

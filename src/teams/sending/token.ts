import type { ManagedIdentityCredential } from '@azure/identity';
import { ConfidentialClientApplication, type INetworkModule, type NetworkRequestOptions } from '@azure/msal-node';
import type { Clock } from '../../domain/time';
import { loginAnswer, parseLoginAnswer } from '../schema';

/** The bot's own token for the connector. */
export interface BotToken {
  /** A token that is still good for some minutes. Throws when there is none to be had. */
  get(): Promise<string>;
  /** The connector refused it: the next `get` fetches a new one. */
  forget(): void;
}

export interface FetchedToken {
  readonly token: string;
  readonly expiresAt: number;
}

export interface BotIdentity {
  readonly id: string;
  readonly type: 'SingleTenant' | 'MultiTenant' | 'UserAssignedMsi';
  /** Empty with a managed identity. */
  readonly password?: string;
  /** With the tenant, for example `https://login.microsoftonline.com/<tenant>`. */
  readonly loginUrl: string;
  readonly scope: string;
}

/** A token that was refused right after it was fetched is not the trouble; fetching it again would only add load. */
const KEEP_AT_LEAST_MS = 30_000;

/** Fetched again this long before the end, so that no request carries a token that ends on the way. */
const RENEW_BEFORE_MS = 5 * 60_000;

/** However many turns need a token at once, it is fetched once. */
export function createBotToken(fetchToken: () => Promise<FetchedToken>, clock: Clock): BotToken {
  let current: FetchedToken | undefined;
  let fetchedAt = -Infinity;
  let fetching: Promise<FetchedToken> | undefined;

  async function fetchOnce(): Promise<FetchedToken> {
    fetching ??= fetchToken().finally(() => {
      fetching = undefined;
    });
    current = await fetching;
    fetchedAt = clock.now();
    return current;
  }

  return {
    async get() {
      const now = clock.now();
      if (current !== undefined && now < current.expiresAt - RENEW_BEFORE_MS) return current.token;
      try {
        return (await fetchOnce()).token;
      } catch (error) {
        if (current !== undefined && now < current.expiresAt) return current.token;
        throw error;
      }
    },
    forget() {
      if (Math.abs(clock.now() - fetchedAt) > KEEP_AT_LEAST_MS) current = undefined;
    },
  };
}

/** Where the token comes from, by the kind of registration. */
export function tokenFetcher(identity: BotIdentity): () => Promise<FetchedToken> {
  const scope = identity.scope.endsWith('/.default') ? identity.scope : `${identity.scope}/.default`;
  if (identity.type === 'UserAssignedMsi') {
    let credential: ManagedIdentityCredential | undefined;
    return async () => {
      // Loaded when it is needed: it is a third of what the bot would load at its start.
      const library = await import('@azure/identity');
      credential ??= new library.ManagedIdentityCredential({ clientId: identity.id });
      const got = await credential.getToken(scope);
      return { token: got.token, expiresAt: got.expiresOnTimestamp };
    };
  }
  const client = new ConfidentialClientApplication({
    auth: { clientId: identity.id, clientSecret: identity.password ?? '', ...authority(new URL(identity.loginUrl)) },
    system: { networkClient: networkClient(new URL(identity.loginUrl)) },
  });
  return async () => {
    const got = await client.acquireTokenByClientCredential({ scopes: [scope], skipCache: true });
    if (got === null) throw new Error('The login server gave no token.');
    return { token: got.accessToken, expiresAt: got.expiresOn?.getTime() ?? 0 };
  };
}

/** msal knows these by itself; any other host it would look up on the public internet first. */
const PUBLIC_LOGIN_HOSTS: ReadonlySet<string> = new Set([
  'login.microsoftonline.com',
  'login.windows.net',
  'login.microsoft.com',
  'sts.windows.net',
]);

/**
 * msal takes https authorities only. On loopback plain http is as good: msal is told the https form together with its
 * addresses, so that it looks nothing up, and the network client asks by http.
 */
function authority(login: URL) {
  const secure = `https://${login.host}${login.pathname.replace(/\/$/, '')}`;
  return {
    authority: secure,
    ...(PUBLIC_LOGIN_HOSTS.has(login.host) ? {} : { knownAuthorities: [login.host] }),
    ...(login.protocol === 'http:'
      ? {
          authorityMetadata: JSON.stringify({
            authorization_endpoint: `${secure}/oauth2/v2.0/authorize`,
            token_endpoint: `${secure}/oauth2/v2.0/token`,
            issuer: `${secure}/v2.0`,
            jwks_uri: `${secure}/discovery/v2.0/keys`,
          }),
        }
      : {}),
  };
}

const LOGIN_TIMEOUT_MS = 10_000;

/** msal's own client has no timeout. */
function networkClient(login: URL): INetworkModule {
  async function send<T>(method: string, address: string, options: NetworkRequestOptions | undefined) {
    const url = new URL(address);
    if (url.host === login.host) url.protocol = login.protocol;
    const response = await fetch(url, {
      method,
      headers: options?.headers ?? {},
      // A redirect would carry our secret to an address that nobody configured.
      redirect: 'manual',
      signal: AbortSignal.timeout(LOGIN_TIMEOUT_MS),
      ...(options?.body === undefined ? {} : { body: options.body }),
    });
    return loginAnswer<T>(response.status, response.headers, parseLoginAnswer(await response.text()));
  }
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  };
}

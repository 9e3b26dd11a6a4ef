import { AuthError, ConfidentialClientApplication } from '@azure/msal-node';
import type { AccountInfo, AuthenticationResult, Configuration } from '@azure/msal-node';
import { z } from 'zod';
import type { SourceName, Trouble } from '../domain/source';
import { networkClient } from './entra-network';
import { noUser, refused, unreachable, unusable } from './entra-trouble';
import { createHttp, HTTP_DEFAULTS } from './http';
import type { Http, HttpDeps, HttpSettings } from './http';
import { proof } from './proof';
import { Secret } from './secret';

/** An app's own proof of who it is: a secret, or a PEM file that holds its certificate and private key. */
export type Credential =
  { readonly kind: 'secret'; readonly secret: Secret } | { readonly kind: 'certificate'; readonly path: string };

export interface EntraSettings {
  readonly source: SourceName;
  readonly tenantId: string;
  readonly clientId: string;
  readonly credential: Credential;
  /** A host without the tenant, for example `https://login.microsoftonline.com`. */
  readonly authority: string;
  /** The consent of a user with MFA; without it there are only app-only tokens. */
  readonly refreshToken?: Secret;
  /** A newer form of that consent, where it is kept; `again` when the last one given was refused. */
  readonly newestToken?: (again: boolean) => Promise<Secret | undefined>;
  /** How the settings are called, for remedies: `PARTNER_CENTER` or `DATAVERSE`. */
  readonly prefix: string;
  readonly http?: Partial<HttpSettings>;
}

export type TokenAnswer =
  | { readonly ok: true; readonly token: string; readonly cached: boolean }
  | { readonly ok: false; readonly trouble: Trouble };

export interface Tokens {
  /** `scope` is the address of the service with `/.default`. `renew` passes the cache by. */
  forApp(scope: string, renew?: boolean): Promise<TokenAnswer>;
  /** Refused as `misconfigured` when there is no refresh token. */
  forUser(scope: string, renew?: boolean): Promise<TokenAnswer>;
  /** What to say when a token did not come in time. */
  late(): Trouble;
}

/** Tokens of one app registration. Callers that ask at the same time share one request. */
export function createTokens(settings: EntraSettings, deps: HttpDeps): Tokens {
  const http = httpOf(settings, deps);
  const underWay = new Map<string, Promise<TokenAnswer>>();
  let client: Promise<ConfidentialClientApplication> | undefined;
  /** Why the last request for a token had no answer. */
  let silence: Trouble | undefined;
  let user: AccountInfo | undefined;

  async function ready(): Promise<ConfidentialClientApplication> {
    client ??= createClient(settings, http, (trouble) => {
      silence = trouble;
    });
    try {
      return await client;
    } catch (error) {
      // A certificate file may be put right while we run.
      client = undefined;
      throw error;
    }
  }

  async function appToken(scope: string, renew: boolean): Promise<AuthenticationResult | null> {
    return (await ready()).acquireTokenByClientCredential({ scopes: [scope], skipCache: renew });
  }

  async function userToken(scope: string, renew: boolean): Promise<AuthenticationResult | null> {
    const app = await ready();
    const scopes = [scope];
    if (user !== undefined) {
      try {
        // The cache holds the newest refresh token; Entra gives a new one with every exchange.
        return await app.acquireTokenSilent({ account: user, scopes, forceRefresh: renew });
      } catch (error) {
        if (!(error instanceof AuthError)) throw error;
        user = undefined;
      }
    }
    const result = await exchange(app, scopes, await newest(false));
    user = result?.account ?? undefined;
    return result;
  }

  async function newest(again: boolean): Promise<Secret> {
    return (await settings.newestToken?.(again)) ?? settings.refreshToken ?? new Secret('');
  }

  /** Another replica may have a newer one than we knew. */
  async function exchange(app: ConfidentialClientApplication, scopes: string[], token: Secret) {
    try {
      return await byRefreshToken(app, scopes, token);
    } catch (error) {
      if (!(error instanceof AuthError) || settings.newestToken === undefined) throw error;
      const newer = await newest(true);
      if (newer.reveal() === token.reveal()) throw error;
      return byRefreshToken(app, scopes, newer);
    }
  }

  function shared(key: string, ask: () => Promise<AuthenticationResult | null>): Promise<TokenAnswer> {
    const running = underWay.get(key);
    if (running !== undefined) return running;
    const asked = answerOf(ask(), settings, () => silence).finally(() => underWay.delete(key));
    underWay.set(key, asked);
    return asked;
  }

  return {
    late: () => unreachable('sign-in: no answer in time', settings),
    forApp: (scope, renew = false) => shared(`app ${scope} ${String(renew)}`, () => appToken(scope, renew)),
    forUser(scope, renew = false) {
      if (settings.refreshToken === undefined) return Promise.resolve({ ok: false, trouble: noUser(settings) });
      return shared(`user ${scope} ${String(renew)}`, () => userToken(scope, renew));
    },
  };
}

function byRefreshToken(app: ConfidentialClientApplication, scopes: string[], token: Secret) {
  // Without `forceCache` MSAL forgets at once what it was given, and asks anew for each call.
  return app.acquireTokenByRefreshToken({ scopes, refreshToken: token.reveal(), forceCache: true });
}

export type Renewal =
  | { readonly ok: true; readonly token: Secret; readonly person: { readonly id: string; readonly name: string } }
  | { readonly ok: false; readonly trouble: Trouble };

/** Exchanges a refresh token for the newer one that Entra gives with every exchange. */
export async function renewConsent(
  settings: EntraSettings,
  deps: HttpDeps,
  token: Secret,
  scope: string,
): Promise<Renewal> {
  const http = httpOf(settings, deps);
  let silence: Trouble | undefined;
  const failed = (trouble: Trouble): void => {
    silence = trouble;
  };
  let newer: Secret | undefined;
  let person = { id: '', name: '' };
  const ask = async (): Promise<AuthenticationResult | null> => {
    const app = await createClient(settings, http, failed);
    const result = await byRefreshToken(app, [scope], token);
    const { account } = result ?? {};
    person = { id: account?.localAccountId ?? '', name: account?.name ?? account?.username ?? '' };
    newer = newestOf(app);
    return result;
  };
  const answer = await answerOf(ask(), settings, () => silence);
  return answer.ok ? { ok: true, token: newer ?? token, person } : answer;
}

/** MSAL shows refresh tokens to nobody but whoever keeps its cache. */
export function newestOf(app: ConfidentialClientApplication): Secret | undefined {
  const cache: unknown = JSON.parse(app.getTokenCache().serialize());
  const { RefreshToken: kept } = cachedTokens.parse(cache);
  const [first] = Object.values(kept);
  return first === undefined ? undefined : new Secret(first.secret);
}

const cachedTokens = z.object({ RefreshToken: z.record(z.string(), z.object({ secret: z.string() })).default({}) });

function httpOf(settings: EntraSettings, deps: HttpDeps): Http {
  const { source, prefix, http } = settings;
  return createHttp({ ...HTTP_DEFAULTS, ...http, source, addressSetting: `${prefix}_AUTHORITY` }, deps);
}

export async function createClient(
  settings: EntraSettings,
  http: Http,
  failed: (trouble: Trouble) => void,
): Promise<ConfidentialClientApplication> {
  const base = new URL(settings.authority);
  const secure = `https://${base.host}/${settings.tenantId}`;
  const auth: Configuration['auth'] = {
    clientId: settings.clientId,
    authority: secure,
    ...(isMicrosofts(base.hostname) ? {} : { knownAuthorities: [base.host] }),
    // MSAL takes https authorities only. On this machine's own loopback plain http is as good: MSAL is told the https
    // form, with its addresses so that it discovers nothing, and the network client asks by http.
    ...(base.protocol === 'http:' ? { authorityMetadata: JSON.stringify(addresses(secure)) } : {}),
    ...(await proof(settings.credential)),
  };
  return new ConfidentialClientApplication({ auth, system: { networkClient: networkClient(http, base, failed) } });
}

function addresses(authority: string) {
  return {
    authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
    token_endpoint: `${authority}/oauth2/v2.0/token`,
    issuer: `${authority}/v2.0`,
    jwks_uri: `${authority}/discovery/v2.0/keys`,
  };
}

const MICROSOFTS =
  /^login\.(microsoftonline\.com|microsoft\.com|windows\.net|partner\.microsoftonline\.cn|chinacloudapi\.cn|microsoftonline\.us)$/;

function isMicrosofts(host: string): boolean {
  return MICROSOFTS.test(host);
}

async function answerOf(
  asked: Promise<AuthenticationResult | null>,
  settings: EntraSettings,
  silence: () => Trouble | undefined,
): Promise<TokenAnswer> {
  try {
    const result = await asked;
    if (result === null) return { ok: false, trouble: refused('no_token', settings) };
    return { ok: true, token: result.accessToken, cached: result.fromCache };
  } catch (error) {
    if (!(error instanceof AuthError)) return { ok: false, trouble: unusable(settings) };
    const trouble = error.errorCode === 'temporarily_unavailable' ? silence() : undefined;
    return { ok: false, trouble: trouble ?? refused(error.errorCode, settings) };
  }
}

import { AuthError } from '@azure/msal-node';
import type { AccountInfo, AuthenticationResult, ConfidentialClientApplication } from '@azure/msal-node';
import type { SourceName, Trouble } from '../domain/source';
import { byRefreshToken, createEntraClient, httpOf } from './entra-client';
import { noUser, refused, unreachable, unusable } from './entra-trouble';
import type { HttpDeps, HttpSettings } from './http';
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
    client ??= createEntraClient(settings, http, (trouble) => {
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

/** MSAL's answer in our words; `silence` tells why there was none. */
export async function answerOf(
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

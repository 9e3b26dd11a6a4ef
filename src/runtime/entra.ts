import { AuthError, ConfidentialClientApplication } from '@azure/msal-node';
import type { AccountInfo, AuthenticationResult, Configuration } from '@azure/msal-node';
import type { SourceName, Trouble } from '../domain/source';
import { networkClient } from './entra-network';
import { createHttp, HTTP_DEFAULTS } from './http';
import type { Http, HttpDeps, HttpSettings } from './http';
import { proof } from './proof';
import type { Secret } from './secret';

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
  const http = createHttp(
    { ...HTTP_DEFAULTS, ...settings.http, source: settings.source, addressSetting: `${settings.prefix}_AUTHORITY` },
    deps,
  );
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
    const result = await app.acquireTokenByRefreshToken({
      scopes,
      refreshToken: settings.refreshToken?.reveal() ?? '',
    });
    user = result?.account ?? undefined;
    return result;
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

async function createClient(
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

/** MSAL's error texts may quote the request, so only its code is passed on. */
function refused(code: string, settings: EntraSettings): Trouble {
  const { source, prefix } = settings;
  const detail = `sign-in: ${code}`;
  switch (code) {
    case 'invalid_client':
      return {
        source,
        kind: 'denied',
        detail,
        remedy: `Check ${prefix}_CLIENT_ID and ${credentialSetting(settings)}.`,
      };
    case 'unauthorized_client':
    case 'invalid_request':
      return { source, kind: 'denied', detail, remedy: `Check ${prefix}_CLIENT_ID and ${prefix}_TENANT_ID.` };
    case 'invalid_grant':
    case 'interaction_required':
    case 'consent_required':
    case 'login_required': {
      const remedy =
        settings.refreshToken === undefined
          ? `Grant the app admin consent, and check ${prefix}_TENANT_ID.`
          : `Sign in again with MFA as an Admin agent and put the new refresh token into ${prefix}_REFRESH_TOKEN.`;
      return { source, kind: 'denied', detail, remedy };
    }
    case 'invalid_scope':
    case 'invalid_resource':
      return { source, kind: 'denied', detail, remedy: `Check the service's address and the app's API permissions.` };
    case 'temporarily_unavailable':
    case 'server_error':
    case 'network_error':
    case 'endpoints_resolution_error':
    case 'openid_config_error':
      return unreachable(detail, settings);
    default:
      return {
        source,
        kind: 'denied',
        detail,
        remedy: `Check ${prefix}_TENANT_ID, ${prefix}_CLIENT_ID and ${prefix}_AUTHORITY.`,
      };
  }
}

function unreachable(detail: string, { source, prefix }: EntraSettings): Trouble {
  return {
    source,
    kind: 'unreachable',
    detail,
    remedy: `Check ${prefix}_AUTHORITY and that this machine may reach it.`,
  };
}

function unusable(settings: EntraSettings): Trouble {
  const setting =
    settings.credential.kind === 'certificate' ? `${settings.prefix}_CERTIFICATE_PATH` : `${settings.prefix}_AUTHORITY`;
  const remedy =
    settings.credential.kind === 'certificate'
      ? `${setting} must name a readable PEM file with the certificate and its private key.`
      : `Check ${setting} and ${settings.prefix}_TENANT_ID.`;
  return { source: settings.source, kind: 'misconfigured', detail: 'sign-in: the settings cannot be used', remedy };
}

function noUser(settings: EntraSettings): Trouble {
  return {
    source: settings.source,
    kind: 'misconfigured',
    detail: 'sign-in: no user has consented',
    remedy: `Set ${settings.prefix}_REFRESH_TOKEN; this call needs a user, not only the app.`,
  };
}

function credentialSetting(settings: EntraSettings): string {
  const { prefix, credential } = settings;
  return credential.kind === 'secret' ? `${prefix}_CLIENT_SECRET` : `${prefix}_CERTIFICATE_PATH`;
}

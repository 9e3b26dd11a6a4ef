import { ConfidentialClientApplication } from '@azure/msal-node';
import type { Configuration } from '@azure/msal-node';
import { z } from 'zod';
import type { Trouble } from '../domain/source';
import type { EntraSettings } from './entra';
import { networkClient } from './entra-network';
import { createHttp, HTTP_DEFAULTS } from './http';
import type { Http, HttpDeps } from './http';
import { proof } from './proof';
import { Secret } from './secret';

export function byRefreshToken(app: ConfidentialClientApplication, scopes: string[], token: Secret) {
  // Without `forceCache` MSAL forgets at once what it was given, and asks anew for each call.
  return app.acquireTokenByRefreshToken({ scopes, refreshToken: token.reveal(), forceCache: true });
}

/** MSAL shows refresh tokens to nobody but whoever keeps its cache. */
export function newestOf(app: Pick<ConfidentialClientApplication, 'getTokenCache'>): Secret | undefined {
  const cache: unknown = JSON.parse(app.getTokenCache().serialize());
  const { RefreshToken: kept } = cachedTokens.parse(cache);
  const [first] = Object.values(kept);
  return first === undefined ? undefined : new Secret(first.secret);
}

const cachedTokens = z.object({ RefreshToken: z.record(z.string(), z.object({ secret: z.string() })).default({}) });

export function httpOf(settings: EntraSettings, deps: HttpDeps): Http {
  const { source, prefix, http } = settings;
  return createHttp({ ...HTTP_DEFAULTS, ...http, source, addressSetting: `${prefix}_AUTHORITY` }, deps);
}

/** What MSAL is told of an app, but for its proof of who it is; `failed` hears why there was no answer. */
export function clientSettings(settings: EntraSettings, http: Http, failed: (trouble: Trouble) => void) {
  const base = new URL(settings.authority);
  const secure = `https://${base.host}/${settings.tenantId}`;
  const auth = {
    clientId: settings.clientId,
    authority: secure,
    ...(isMicrosofts(base.hostname) ? {} : { knownAuthorities: [base.host] }),
    // MSAL takes https authorities only. On this machine's own loopback plain http is as good: MSAL is told the https
    // form, with its addresses so that it discovers nothing, and the network client asks by http.
    ...(base.protocol === 'http:' ? { authorityMetadata: JSON.stringify(addresses(secure)) } : {}),
  };
  return { auth, system: { networkClient: networkClient(http, base, failed) } } satisfies Configuration;
}

export async function createEntraClient(
  settings: EntraSettings,
  http: Http,
  failed: (trouble: Trouble) => void,
): Promise<ConfidentialClientApplication> {
  const { auth, system } = clientSettings(settings, http, failed);
  return new ConfidentialClientApplication({ auth: { ...auth, ...(await proof(settings.credential)) }, system });
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

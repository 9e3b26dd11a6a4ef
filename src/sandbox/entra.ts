import type { Clock } from '../domain/time';
import { DAY, SECOND } from '../domain/time';
import { createConsentPages } from './consent-pages';
import type { ConsentPages } from './consent-pages';
import type { Lacks } from './lacks';
import type { Answer, Asked } from './wire';

export interface Registration {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken?: string;
}

/** Who a bearer token speaks for. Everything is in the token, so that tokens survive a restart of the sandbox. */
export interface Bearer {
  readonly kind: 'app' | 'user';
  readonly clientId: string;
  /** The address that the token is for. */
  readonly audience: string;
  readonly expiresAt: number;
  readonly generation: number;
}

export interface Entra {
  answer(asked: Asked): Answer;
  /** The bearer of a valid token for this audience; otherwise undefined. */
  bearerOf(asked: Asked, audience: string): Bearer | undefined;
  /** Every token given so far is refused from now on. */
  revokeTokens(): void;
  /** The user's consent is withdrawn: `invalid_grant` until it is given again. */
  setConsent(given: boolean): void;
}

const LIFETIME_S = 3599;
/** A refresh token ends ninety days after it was given, whether it was used or not. */
const REFRESH_LIFETIME = 90 * DAY;

export function createEntra(registrations: readonly Registration[], clock: Clock, lacks: Lacks = new Set()): Entra {
  const pages = createConsentPages();
  let generation = 0;
  let consent = true;
  const began = clock.now();
  return {
    revokeTokens() {
      generation += 1;
    },
    setConsent(given) {
      consent = given;
    },
    bearerOf(asked, audience) {
      const token = /^Bearer (\S+)$/.exec(asked.headers['authorization'] ?? '')?.[1];
      const bearer = token === undefined ? undefined : readToken(token);
      if (bearer === undefined || bearer.generation < generation || bearer.expiresAt < clock.now()) return undefined;
      return bearer.audience === audience ? bearer : undefined;
    },
    answer(asked) {
      const [, tenant, ...rest] = asked.path.split('/');
      const base = `${asked.origin}/${tenant ?? ''}`;
      if (asked.method === 'GET' && rest.join('/') === 'v2.0/.well-known/openid-configuration') return discovery(base);
      const isPage = rest.join('/') === 'oauth2/v2.0/authorize' || asked.path === '/devicelogin';
      if (asked.method === 'GET' && isPage) return pages.page(asked);
      const isDevice = rest.join('/') === 'oauth2/v2.0/devicecode';
      if (asked.method !== 'POST' || (rest.join('/') !== 'oauth2/v2.0/token' && !isDevice))
        return { status: 404, body: { error: 'not_found' } };
      const form = new URLSearchParams(asked.text);
      const ours = registrations.filter((r) => r.tenantId === tenant);
      if (ours.length === 0) return refusal(400, 'invalid_request', `AADSTS90002: Tenant '${tenant ?? ''}' not found.`);
      const app = ours.find((r) => r.clientId === form.get('client_id'));
      if (app === undefined)
        return refusal(400, 'unauthorized_client', 'AADSTS700016: Application was not found in the directory.');
      if (isDevice) return pages.device(form, asked.origin);
      if (!provesItself(form, app) && form.get('device_code') === null)
        return refusal(401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided.');
      return grant(form, app, { clock, generation, consent: consent && !lacks.has('partner-consent'), began, pages });
    },
  };
}

/** A certificate's assertion is taken as it is: what it is signed with is the platform's business, not the bot's. */
function provesItself(form: URLSearchParams, app: Registration): boolean {
  return form.get('client_secret') === app.clientSecret || form.has('client_assertion');
}

interface Now {
  readonly clock: Clock;
  readonly generation: number;
  readonly consent: boolean;
  /** When the tokens of the settings were given. */
  readonly began: number;
  readonly pages: ConsentPages;
}

function grant(form: URLSearchParams, app: Registration, now: Now): Answer {
  const scope = (form.get('scope') ?? '').split(' ').find((s) => s.endsWith('/.default'));
  if (scope === undefined) return refusal(400, 'invalid_scope', 'AADSTS70011: The provided scope is not valid.');
  const bearer = (kind: 'app' | 'user'): Bearer => ({
    kind,
    clientId: app.clientId,
    audience: scope.slice(0, -'/.default'.length),
    expiresAt: now.clock.now() + LIFETIME_S * SECOND,
    generation: now.generation,
  });
  switch (form.get('grant_type')) {
    case 'client_credentials':
      return {
        status: 200,
        body: { token_type: 'Bearer', expires_in: LIFETIME_S, access_token: writeToken(bearer('app')) },
      };
    case 'refresh_token': {
      const given = givenAt(app, form.get('refresh_token') ?? '', now);
      if (given === undefined || !now.consent) {
        return refusal(400, 'invalid_grant', 'AADSTS50173: The provided grant has expired due to it being revoked.');
      }
      if (now.clock.now() - given >= REFRESH_LIFETIME) {
        return refusal(400, 'invalid_grant', 'AADSTS700082: The refresh token has expired due to inactivity.');
      }
      return { status: 200, body: userTokens(app, writeToken(bearer('user')), scope, now.clock.now()) };
    }
    case 'authorization_code': {
      const way = now.pages.redeem(form.get('code') ?? '', form.get('code_verifier'));
      if (way?.clientId !== app.clientId || way.redirectUri !== form.get('redirect_uri') || !now.consent)
        return refusal(400, 'invalid_grant', 'AADSTS65001: The user has not consented to use the application.');
      return { status: 200, body: userTokens(app, writeToken(bearer('user')), scope, now.clock.now()) };
    }
    case 'urn:ietf:params:oauth:grant-type:device_code':
    case 'device_code': {
      const way = now.pages.redeemDevice(form.get('device_code') ?? '');
      if (way === 'waiting')
        return refusal(400, 'authorization_pending', 'AADSTS70016: The user has not signed in yet.');
      if (way?.clientId !== app.clientId) return refusal(400, 'invalid_grant', 'AADSTS70020: The code is not known.');
      return { status: 200, body: userTokens(app, writeToken(bearer('user')), scope, now.clock.now()) };
    }
    default:
      return refusal(400, 'unsupported_grant_type', 'AADSTS70003: The app requested an unsupported grant type.');
  }
}

/** When a refresh token was given. Entra gives a new one with each exchange and goes on taking the older ones until they age. */
function givenAt({ refreshToken }: Registration, token: string, { began }: Now): number | undefined {
  if (refreshToken === undefined || !token.startsWith(refreshToken)) return undefined;
  const rest = token.slice(refreshToken.length);
  if (rest === '') return began;
  return /^\.\d+$/.test(rest) ? Number(rest.slice(1)) : undefined;
}

function userTokens(app: Registration, accessToken: string, scope: string, now: number) {
  const user = { uid: '9d4f0c7e-0000-4000-a000-000000000001', utid: app.tenantId };
  const claims = {
    oid: user.uid,
    tid: user.utid,
    sub: user.uid,
    name: 'Megan Bowen',
    preferred_username: 'megan.bowen@partner.example',
  };
  return {
    token_type: 'Bearer',
    expires_in: LIFETIME_S,
    scope,
    access_token: accessToken,
    refresh_token: `${app.refreshToken ?? ''}.${now}`,
    client_info: encode(user),
    id_token: `${encode({ alg: 'none' })}.${encode(claims)}.`,
  };
}

function discovery(base: string): Answer {
  return {
    status: 200,
    body: {
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      issuer: `${base}/v2.0`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
    },
  };
}

function refusal(status: number, error: string, description: string): Answer {
  return { status, body: { error, error_description: description, error_codes: [], suberror: '' } };
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function writeToken(bearer: Bearer): string {
  return `sandbox.${encode(bearer)}`;
}

function readToken(token: string): Bearer | undefined {
  if (!token.startsWith('sandbox.')) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(token.slice('sandbox.'.length), 'base64url').toString('utf8'));
    return isBearer(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isBearer(value: unknown): value is Bearer {
  return typeof value === 'object' && value !== null && 'audience' in value && 'expiresAt' in value && 'kind' in value;
}

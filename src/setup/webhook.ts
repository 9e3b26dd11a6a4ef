import type { PartnerCenterSettings } from '../config';
import { createTokens } from '../runtime/entra';
import type { HttpDeps } from '../runtime/http';
import type { Secret } from '../runtime/secret';
import { wait as reallyWait } from '../runtime/wait';
import type { Finding } from './finding';
import { field, items, probe, probedWords } from './probe';
import type { Probed } from './probe';

const ABOUT = 'Partner Center, webhook';
/** Those of Partner Center's events that say something about acceptance. */
const EVENTS =
  /^(test-created|(indirect-)?reseller-relationship-accepted-by-customer|(granular|dap)-admin-relationship-\w[\w-]*)$/;
const TRIES = 10;
const TRY_EVERY_MS = 3_000;

export interface Registered {
  /** Where Partner Center sends its events now; undefined when nobody registered. */
  readonly url?: string;
}

type Asked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

/** The registration of webhooks in the partner tenant, of which there is one; it may be another tool's. */
export interface WebhookRegistration {
  read(): Promise<Asked<Registered>>;
  /** Takes the one registration over for `url`, and waits until a test event has arrived there. */
  register(url: string): Promise<Asked<string>>;
}

export function createWebhookRegistration(settings: PartnerCenterSettings, deps: HttpDeps): WebhookRegistration {
  const { wait = reallyWait } = deps;
  const tokens = createTokens({ ...settings, source: 'partner-center', prefix: 'PARTNER_CENTER' }, deps);
  const root = `${settings.baseUrl}/webhooks/v1/registration`;

  async function ask(path: string, method: 'GET' | 'POST' | 'PUT', body?: object): Promise<Probed> {
    const app = await tokens.forApp(`${settings.baseUrl}/.default`);
    if (!app.ok) return { answered: false, problem: app.trouble.detail };
    return probe(root + path, { method, token: app.token, ...(body === undefined ? {} : { body }) });
  }

  async function read(): Promise<Asked<Registered>> {
    const now = await ask('', 'GET');
    if (!now.answered) return { ok: false, problem: now.problem };
    if (now.status !== 200 && now.status !== 404) return { ok: false, problem: probedWords(now) };
    const url = field(now.body, 'WebhookUrl');
    return { ok: true, value: url === undefined || url === '' ? {} : { url } };
  }

  async function arrived(correlationId: string): Promise<Asked<string>> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const seen = await ask(`/validationEvents/${correlationId}`, 'GET');
      const results = seen.answered ? items(seen.body, 'results') : [];
      const code = field(results.at(-1), 'responseCode');
      if (code === '200') return { ok: true, value: 'a test event arrived' };
      if (code !== undefined) {
        const error = field(results.at(-1), 'systemError') ?? field(results.at(-1), 'responseMessage') ?? '';
        return { ok: false, problem: `the test event was answered with ${code} ${error}`.trim() };
      }
      await wait(TRY_EVERY_MS);
    }
    return { ok: false, problem: 'no test event arrived within half a minute' };
  }

  return {
    read,
    async register(url) {
      const [now, possible] = [await read(), await ask('/events', 'GET')];
      if (!now.ok) return now;
      if (!possible.answered || possible.status !== 200) {
        return { ok: false, problem: possible.answered ? probedWords(possible) : possible.problem };
      }
      const names = Array.isArray(possible.body) ? possible.body.map(String).filter((name) => EVENTS.test(name)) : [];
      const method = now.value.url === undefined ? 'POST' : 'PUT';
      const wanted = { WebhookUrl: url, WebhookEvents: names, SignatureTokenToMsSignatureHeader: true };
      const made = await ask('', method, wanted);
      if (!made.answered || made.status >= 300) {
        return { ok: false, problem: made.answered ? probedWords(made) : made.problem };
      }
      const test = await ask('/validationEvents', 'POST', {});
      const correlationId = test.answered ? field(test.body, 'correlationId') : undefined;
      if (correlationId === undefined) return { ok: false, problem: test.answered ? probedWords(test) : test.problem };
      return arrived(correlationId);
    },
  };
}

/** How this bot's own address is known: the secret at its end, and its host where that is known. */
export interface OwnAddress {
  readonly secret?: Secret;
  /** Such as `https://bot.contoso.com`. */
  readonly origin?: string;
}

const PATH = '/api/webhooks/partner-center/';

/** The address that Partner Center is to call; undefined without a host or a secret. */
export function webhookUrl({ secret, origin }: OwnAddress): string | undefined {
  return secret === undefined || origin === undefined ? undefined : `${origin}${PATH}${secret.reveal()}`;
}

/** An address without its end, which is a secret. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'an address that cannot be read';
}

/** The secret tells whose it is, also where the host of the bot is not known. */
export function isOwnAddress(url: string, own: OwnAddress): boolean {
  if (own.secret === undefined || !URL.canParse(url)) return false;
  return own.origin === undefined ? new URL(url).pathname === PATH + own.secret.reveal() : url === webhookUrl(own);
}

/** Whose the registration is. Addresses end in a secret, so only the host is shown. */
export async function checkWebhook(webhooks: WebhookRegistration, own: OwnAddress): Promise<Finding> {
  const now = await webhooks.read();
  const about = ABOUT;
  const permission = 'webhook';
  if (!now.ok) return { about, state: 'unknown', seen: now.problem, permission };
  const { url } = now.value;
  if (url === undefined) return { about, state: 'off', permission };
  const seen = `registered for ${hostOf(url)}`;
  if (isOwnAddress(url, own)) return { about, state: 'good', seen, permission };
  // Whoever asks for no events lacks none.
  if (own.secret === undefined) return { about, state: 'off', seen: `${seen}, not for this bot`, permission };
  const remedy = 'it may be another tool’s, and there is one per tenant: npm run setup asks before it takes it over';
  return { about, state: 'lacking', seen: `${seen}, not for this bot`, permission, remedy };
}

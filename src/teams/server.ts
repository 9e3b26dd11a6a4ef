import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import * as restify from 'restify';
import { isLoopback } from '../runtime/hosts';
import type { Clock } from '../domain/time';
import type { Log } from '../runtime/log';
import { plausible, type BotAuth } from './adapter';
import { readBody } from './body';
import type { Bot } from './bot';
import { createFlood } from './flood';
import { tenantOf } from './place';
import { createPolicy } from './policy';
import { parseActivity } from './schema';
import type { ServiceUrls } from './service-url';
import { within, type Timer } from './timer';

export interface Server {
  /** The port that was taken; give 0 for any. */
  listen(port: number, host: string): Promise<number>;
  /** Takes no more requests and ends what is under way, at the latest after `CLOSE_WITHIN_MS`. */
  close(): Promise<void>;
}

export interface Webhook {
  /** The last part of the address. */
  readonly secret: string;
  /** Gives the HTTP status to answer with; long work is to be left for later. */
  handle(request: {
    readonly headers: IncomingHttpHeaders;
    readonly body: Buffer;
    /** Path and query as requested. */
    readonly url: string;
  }): Promise<number>;
}

export interface Readiness {
  readonly ready: boolean;
  /** What is missing, in words for an operator; shown as it is. */
  readonly missing: readonly string[];
}

export interface ServerDeps {
  readonly auth: BotAuth;
  readonly bot: Bot;
  readonly serviceUrls: ServiceUrls;
  /** Lower case; absent: every tenant. */
  readonly allowedTenants?: readonly string[];
  readonly webhooks: { readonly partnerCenter?: Webhook; readonly dataverse?: Webhook };
  readonly readiness: () => Readiness | Promise<Readiness>;
  /** As a prom-client registry has it. */
  readonly metrics: { readonly contentType: string; metrics(): Promise<string> };
  /** Lets others than this machine read the metrics. */
  readonly metricsToken?: string;
  readonly log: Log;
  readonly clock: Clock;
  readonly timer: Timer;
}

const MAX_ACTIVITY_BYTES = 256 * 1024;
const MAX_WEBHOOK_BYTES = 256 * 1024;
const WEBHOOK_WITHIN_MS = 8_000;
export const CLOSE_WITHIN_MS = 8_000;

type Handler = (request: restify.Request, response: restify.Response) => Promise<void>;

export function createServer(deps: ServerDeps): Server {
  const { timer, log } = deps;
  const flood = createFlood(timer);
  const policy = createPolicy(deps);
  const server = restify.createServer({ name: '', ignoreTrailingSlash: true });
  let closing = false;

  function end(response: restify.Response, status: number, body?: string, type = 'application/json'): void {
    if (response.headersSent) return;
    const headers: Record<string, string> = { 'cache-control': 'no-store' };
    if (body !== undefined) headers['content-type'] = type;
    // The rest of a body that was not read would be taken for the next request.
    if (closing || !response.req.complete) headers['connection'] = 'close';
    response.sendRaw(status, body ?? '', headers);
  }

  function refuse(request: restify.Request, response: restify.Response, status: number): void {
    flood.refused(addressOf(request));
    end(response, status);
  }

  /** Nothing that goes wrong in a handler may end the process or tell a stranger anything. */
  function guarded(handler: Handler): Handler {
    return async (request, response) => {
      try {
        await handler(request, response);
      } catch (error) {
        log.error({ error, method: request.method, path: request.getPath() }, 'A request failed.');
        end(response, 500);
      }
    };
  }

  const messages = guarded(async (request, response) => {
    const { authorization } = request.headers;
    if (!plausible(authorization, deps.auth, deps.clock.now())) {
      refuse(request, response, flood.over(addressOf(request)) ? 429 : 401);
      return;
    }
    const read = await readBody(request, MAX_ACTIVITY_BYTES);
    if (read.body !== 'read') {
      refuse(request, response, read.body === 'too-big' ? 413 : 400);
      return;
    }
    const raw = parseJson(request, read.bytes);
    const activity = parseActivity(raw);
    if (activity === undefined) {
      refuse(request, response, 400);
      return;
    }
    const result = await deps.bot.receive({ authorization: authorization ?? '', raw, activity, policy });
    switch (result.admission) {
      case 'refused':
        refuse(request, response, 401);
        return;
      case 'forbidden':
        log.warn(
          { channelId: activity.channelId, serviceUrl: activity.serviceUrl, tenantId: tenantOf(activity) },
          'Refused: see ALLOWED_TENANTS and ALLOWED_SERVICE_URLS.',
        );
        refuse(request, response, 403);
        return;
      case 'unable':
        log.error({ error: result.error }, 'A token could not be checked: see BOT_OPENID_METADATA_URL.');
        end(response, 503);
        return;
      case 'admitted': {
        const { status = 200, body } = result.invokeAnswer ?? {};
        end(response, status, body === undefined ? undefined : JSON.stringify(body));
      }
    }
  });

  function webhook(hook: Webhook | undefined): Handler {
    return guarded(async (request, response) => {
      const given = secretOf(request.params);
      // An address that does not exist and one with the wrong secret look the same from outside.
      if (hook === undefined || given === undefined || !same(given, hook.secret)) {
        refuse(request, response, flood.over(addressOf(request)) ? 429 : 404);
        return;
      }
      const read = await readBody(request, MAX_WEBHOOK_BYTES);
      if (read.body !== 'read') {
        end(response, read.body === 'too-big' ? 413 : 400);
        return;
      }
      const work = hook.handle({ headers: request.headers, body: read.bytes, url: request.url ?? '' });
      end(response, await within(timer, WEBHOOK_WITHIN_MS, work, () => 503));
    });
  }

  server.post('/api/messages', messages);
  server.post('/api/webhooks/partner-center/:secret', webhook(deps.webhooks.partnerCenter));
  server.post('/api/webhooks/dataverse/:secret', webhook(deps.webhooks.dataverse));
  server.get(
    '/healthz',
    guarded((_request, response) => {
      end(response, 200, '{"alive":true}');
      return Promise.resolve();
    }),
  );
  server.get(
    '/readyz',
    guarded(async (_request, response) => {
      const { ready, missing } = await deps.readiness();
      end(response, ready && !closing ? 200 : 503, JSON.stringify({ ready: ready && !closing, missing }));
    }),
  );
  server.get(
    '/metrics',
    guarded(async (request, response) => {
      if (!mayReadMetrics(request, deps.metricsToken)) refuse(request, response, 403);
      else end(response, 200, await deps.metrics.metrics(), deps.metrics.contentType);
    }),
  );
  // Everything that restify itself refuses (unknown paths and methods) would come with its own words.
  server.on('restifyError', (_request, response: restify.Response, error: unknown, done: () => void) => {
    end(response, statusOf(error));
    done();
  });

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.removeListener('error', reject);
          resolve(server.address().port);
        });
      }),
    async close() {
      closing = true;
      const closed = new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      server.server.closeIdleConnections();
      const done = Promise.all([closed, deps.bot.idle()]).then(() => undefined);
      await within(timer, CLOSE_WITHIN_MS, done, () => undefined);
      server.server.closeAllConnections();
    },
  };
}

function parseJson(request: restify.Request, bytes: Buffer): unknown {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/([\w.-]+\+)?json\b/i.test(type) || request.headers['content-encoding'] !== undefined) {
    return undefined;
  }
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Loopback means this machine only if no proxy says that it speaks for somebody else. */
function mayReadMetrics(request: restify.Request, token: string | undefined): boolean {
  const forwarded = request.headers['x-forwarded-for'] ?? request.headers['forwarded'];
  if (isLoopback(addressOf(request)) && forwarded === undefined) return true;
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  return token !== undefined && given !== undefined && same(given, token);
}

/** restify gives the parts of the address as it likes. */
function secretOf(params: unknown): string | undefined {
  if (typeof params !== 'object' || params === null || !('secret' in params)) return undefined;
  return typeof params.secret === 'string' ? params.secret : undefined;
}

function addressOf(request: restify.Request): string {
  return (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
}

function same(given: string, secret: string): boolean {
  const digest = (text: string) => new Uint8Array(createHash('sha256').update(text).digest());
  return timingSafeEqual(digest(given), digest(secret));
}

function statusOf(error: unknown): number {
  const known = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  return typeof known === 'number' ? known : 500;
}

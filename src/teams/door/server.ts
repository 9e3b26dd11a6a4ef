import type { IncomingHttpHeaders } from 'node:http';
import * as restify from 'restify';
import type { Readiness } from '../../domain/operations';
import type { Clock } from '../../domain/time';
import type { Log } from '../../runtime/log';
import type { BotAuth } from '../adapter';
import { addressOf, isOperator, same, secretOf, httpStatusOf } from './asking';
import { jsonOf, readRequestBody } from './body';
import type { Bot } from '../turns/bot';
import { boundConnections } from './connections';
import { createDoor } from './door';
import { createAllowance, createFlood } from './flood';
import { isFromThisMachine } from './local-only';
import { createOneARound } from './one-a-round';
import { tenantOf } from '../turns/place';
import { createPolicy } from './admission';
import { createRefusalLog } from './refusal-log';
import { bounded, parseActivity } from '../schema';
import type { ServiceUrls } from '../service-url';
import { within, type Timer } from '../timer';

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
  /** Lets others than this machine read the metrics, and what is missing until the bot is ready. */
  readonly metricsToken?: string;
  readonly log: Log;
  readonly clock: Clock;
  readonly timer: Timer;
}

/** Teams' 100 KB for a message count two bytes a character; in UTF-8 they are half as much again at most. */
const MAX_ACTIVITY_BYTES = 160 * 1024;
/** What Dataverse sends at most. */
const MAX_WEBHOOK_BYTES = 256 * 1024;
const WEBHOOK_WITHIN_MS = 8_000;
const WEBHOOKS_IN_A_FLOOD = { burst: 100, perSecond: 100 };
export const CLOSE_WITHIN_MS = 8_000;

type Handler = (request: restify.Request, response: restify.Response) => Promise<void>;

export function createServer(deps: ServerDeps): Server {
  const { timer, log } = deps;
  const flood = createFlood(timer);
  const refusals = createRefusalLog(log, timer);
  const door = createDoor({ ...deps, flood, refusals });
  const policy = createPolicy(deps);
  const myRound = createOneARound();
  const server = restify.createServer({ name: '', ignoreTrailingSlash: true });
  boundConnections(server.server, timer);
  const mayLook = createAllowance(WEBHOOKS_IN_A_FLOOD, timer);
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

  /** Nothing that goes wrong in a handler may end the process or tell a stranger anything; an address may be a secret. */
  function guarded(what: string, handler: Handler): Handler {
    return async (request, response) => {
      try {
        await handler(request, response);
      } catch (error) {
        log.error({ error, what }, 'A request failed.');
        end(response, 500);
      }
    };
  }

  const messages = guarded('message', async (request, response) => {
    const { authorization } = request.headers;
    const answer = await door.knock(addressOf(request), authorization);
    if (answer !== 'open') {
      if (answer === 503) end(response, 503);
      else refuse(request, response, answer);
      return;
    }
    const read = await readRequestBody(request, MAX_ACTIVITY_BYTES, timer);
    if (read.body !== 'read') {
      refuse(request, response, STATUS_OF_BODY[read.body]);
      return;
    }
    await myRound();
    const raw = bounded(jsonOf(request, read.bytes));
    const activity = parseActivity(raw);
    if (activity === undefined) {
      refuse(request, response, 400);
      return;
    }
    const result = await deps.bot.receive({ authorization: authorization ?? '', raw, activity, policy });
    switch (result.admission) {
      case 'refused':
        refusals.refused('token for another service address');
        refuse(request, response, 401);
        return;
      case 'forbidden':
        refusals.refused('channel, host or tenant not allowed: see ALLOWED_TENANTS and ALLOWED_SERVICE_URLS', {
          channelId: activity.channelId,
          serviceUrl: activity.serviceUrl,
          tenantId: tenantOf(activity),
        });
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

  function webhook(what: string, hook: Webhook | undefined): Handler {
    return guarded(what, async (request, response) => {
      const given = secretOf(request.params);
      // An address that does not exist and one with the wrong secret look the same from outside.
      if (flood.over(addressOf(request)) && !mayLook()) refuse(request, response, 429);
      else if (hook === undefined || given === undefined || !same(given, hook.secret)) {
        refuse(request, response, flood.over(addressOf(request)) ? 429 : 404);
      } else await heard(hook, request, response);
    });
  }

  async function heard(hook: Webhook, request: restify.Request, response: restify.Response): Promise<void> {
    const read = await readRequestBody(request, MAX_WEBHOOK_BYTES, timer);
    if (read.body !== 'read') {
      refuse(request, response, STATUS_OF_BODY[read.body]);
      return;
    }
    const work = hook.handle({ headers: request.headers, body: read.bytes, url: request.url ?? '' });
    const status = await within(timer, WEBHOOK_WITHIN_MS, work, () => 503);
    if (status >= 400 && status < 500) refuse(request, response, status);
    else end(response, status);
  }

  server.post('/api/messages', messages);
  server.post('/api/webhooks/partner-center/:secret', webhook('notification', deps.webhooks.partnerCenter));
  server.post('/api/webhooks/dataverse/:secret', webhook('dataverse', deps.webhooks.dataverse));
  const alive = guarded('healthz', (_request, response) => {
    end(response, 200, '{"alive":true}');
    return Promise.resolve();
  });
  const readyz = guarded('readyz', async (request, response) => {
    const { ready, missing } = await deps.readiness();
    const now = ready && !closing;
    // What is missing is for operators; everybody else learns whether to send requests here.
    const told = isOperator(request, deps.metricsToken) ? { ready: now, missing } : { ready: now };
    end(response, now ? 200 : 503, JSON.stringify(told));
  });
  server.get('/healthz', alive);
  server.head('/healthz', alive);
  server.get('/readyz', readyz);
  server.head('/readyz', readyz);
  server.get(
    '/metrics',
    guarded('metrics', async (request, response) => {
      if (!isOperator(request, deps.metricsToken)) refuse(request, response, 403);
      else end(response, 200, await deps.metrics.metrics(), deps.metrics.contentType);
    }),
  );
  if (deps.auth.mode === 'off') {
    server.pre((request, response, next) => {
      if (isFromThisMachine(request)) {
        next();
        return;
      }
      refusals.refused(
        'local mode answers programs of this machine only: no proxy, tunnel, browser page or other name',
      );
      end(response, 403);
      next(false);
    });
  }
  // Everything that restify itself refuses (unknown paths and methods) would come with its own words.
  server.on(
    'restifyError',
    (request: restify.Request, response: restify.Response, error: unknown, done: () => void) => {
      refuse(request, response, httpStatusOf(error));
      done();
    },
  );

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

const STATUS_OF_BODY = { 'too-big': 413, 'too-slow': 408, 'broken-off': 400 } as const;

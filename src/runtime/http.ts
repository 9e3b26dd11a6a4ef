import {
  BrokenCircuitError,
  BulkheadRejectedError,
  ConsecutiveBreaker,
  TaskCancelledError,
  TimeoutStrategy,
  bulkhead,
  circuitBreaker,
  handleType,
  retry,
  timeout,
  wrap,
} from 'cockatiel';
import type { IPolicy } from 'cockatiel';
import type { SourceName, Trouble } from '../domain/source';
import { SECOND } from '../domain/time';
import type { Clock, Instant } from '../domain/time';
import { backoffAfter } from './backoff';
import { TryFailed, judge } from './http-answer';
import { readBody } from './http-body';
import type { Body } from './http-body';
import type { Log } from './log';
import { createPace } from './pace';
import type { RateBudget } from './pace';
import { wait as reallyWait } from './wait';
import type { Wait } from './wait';

export interface HttpSettings {
  readonly source: SourceName;
  /** The setting that holds the address; named in remedies. */
  readonly addressSetting: string;
  /** Milliseconds that one try may take. */
  readonly attemptMs: number;
  /** Milliseconds that a request may take with all its tries and waits, unless the request says otherwise. */
  readonly patienceMs: number;
  readonly retries: number;
  readonly firstBackoffMs: number;
  readonly concurrent: number;
  readonly maxBodyBytes: number;
  /** After so many failures in a row nothing is asked for `breakMs` milliseconds. */
  readonly breakAfter: number;
  readonly breakMs: number;
  readonly rate?: RateBudget;
}

export const HTTP_DEFAULTS = {
  attemptMs: 10 * SECOND,
  patienceMs: 15 * SECOND,
  retries: 3,
  firstBackoffMs: 200,
  concurrent: 8,
  maxBodyBytes: 16 * 1024 * 1024,
  breakAfter: 6,
  breakMs: 10 * SECOND,
} as const;

export interface HttpDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly fetch?: typeof fetch;
  readonly wait?: Wait;
}

/** What became of the try before this one: `none` at the first, `unanswered` after a time-out or a lost connection. */
export type LastTry = 'none' | 'answered' | 'unanswered';

export interface HttpRequest {
  /** For logs and for administrators, for example `list of customers`; free of customers' data. */
  readonly what: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: (last: LastTry) => Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is; the caller says what it is in `content-type`. */
  readonly text?: string;
  /** May be sent again although the first may have arrived. GET always; others only where a repetition is harmless. */
  readonly repeatable?: boolean;
  readonly patienceMs?: number;
  readonly signal?: AbortSignal | undefined;
}

/** An answer of the service itself, whatever its status; or why there is none. */
export type HttpAnswer =
  | { readonly answered: true; readonly status: number; readonly headers: Headers; readonly body: unknown }
  | { readonly answered: false; readonly trouble: Trouble };

type Answered = Extract<HttpAnswer, { answered: true }>;

export interface Http {
  send(request: HttpRequest): Promise<HttpAnswer>;
}

/** A client of one service. Breaker, places and rate budget are shared by all its requests. */
export function createHttp(settings: HttpSettings, deps: HttpDeps): Http {
  const { clock, log } = deps;
  const pace = createPace(settings.rate, clock);
  const waitFor = deps.wait ?? reallyWait;
  const breaker = circuitBreaker(
    handleType(TryFailed, (failure) => failure.trouble.kind === 'unreachable'),
    { halfOpenAfter: settings.breakMs, breaker: new ConsecutiveBreaker(settings.breakAfter) },
  );
  const places = bulkhead(settings.concurrent, 10_000);

  return {
    async send(request) {
      const began = clock.now();
      const deadline = began + (request.patienceMs ?? settings.patienceMs);
      let last: LastTry = 'none';
      const policy = wrap(
        timeout(deadline - began, TimeoutStrategy.Aggressive),
        retryPolicy(request, settings, clock, deadline),
        breaker,
        places,
      );
      try {
        const answer = await run(policy, request.signal, async (signal) => {
          const pause = pace.take();
          if (pause > 0) await waitFor(pause, signal);
          const before = last;
          last = 'unanswered';
          const result = await tryOnce(request, before, settings, deps, signal).catch((error: unknown) => {
            if (error instanceof TryFailed && !error.unanswered) last = 'answered';
            throw error;
          });
          return result;
        });
        log.debug({ what: request.what, status: answer.status, ms: clock.now() - began }, 'asked');
        return answer;
      } catch (error) {
        const trouble = troubleOf(error, request, settings, clock, deadline - began);
        log.debug({ what: request.what, trouble, ms: clock.now() - began }, 'asked in vain');
        return { answered: false, trouble };
      }
    },
  };
}

function run<T>(policy: IPolicy, signal: AbortSignal | undefined, attempt: (signal: AbortSignal) => Promise<T>) {
  return policy.execute(async (context) => {
    if (context.signal.aborted) throw new TaskCancelledError();
    return attempt(context.signal);
  }, signal);
}

function retryPolicy(request: HttpRequest, settings: HttpSettings, clock: Clock, deadline: Instant) {
  const repeatable = request.repeatable ?? request.method === 'GET';
  const worthIt = (failure: TryFailed): boolean =>
    failure.again &&
    // A throttled request was refused, so sending it again repeats nothing.
    (repeatable || failure.trouble.kind === 'throttled') &&
    (failure.trouble.retryAt ?? clock.now()) < deadline;
  return retry(handleType(TryFailed, worthIt), {
    maxAttempts: settings.retries,
    backoff: backoffAfter(settings.firstBackoffMs, (error) => {
      const retryAt = error instanceof TryFailed ? error.trouble.retryAt : undefined;
      return retryAt === undefined ? 0 : retryAt - clock.now();
    }),
  }).dangerouslyUnref();
}

async function tryOnce(
  request: HttpRequest,
  last: LastTry,
  settings: HttpSettings,
  deps: HttpDeps,
  signal: AbortSignal,
): Promise<Answered> {
  const limit = timeout(settings.attemptMs, TimeoutStrategy.Aggressive);
  let status: number, headers: Headers, body: Body;
  try {
    [status, headers, body] = await limit.execute(async (context) => {
      const response = await (deps.fetch ?? fetch)(request.url, {
        method: request.method,
        headers: {
          accept: 'application/json',
          ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...request.headers(last),
        },
        ...contentOf(request),
        // A redirect would carry our token to an address that nobody configured.
        redirect: 'manual',
        signal: context.signal,
      });
      return [response.status, response.headers, await readBody(response, settings.maxBodyBytes)] as const;
    }, signal);
  } catch (error) {
    if (signal.aborted) throw new TaskCancelledError();
    throw new TryFailed(noConnection(error, request, settings), true, true);
  }
  return judge(request, settings, deps.clock, status, headers, body);
}

function contentOf(request: HttpRequest): { body?: string } {
  if (request.text !== undefined) return { body: request.text };
  return request.body === undefined ? {} : { body: JSON.stringify(request.body) };
}

function noConnection(error: unknown, request: HttpRequest, settings: HttpSettings): Trouble {
  const host = new URL(request.url).host;
  const timedOut = error instanceof TaskCancelledError;
  const why = timedOut ? `no answer within ${settings.attemptMs / SECOND} s` : `no connection (${codeOf(error)})`;
  const remedy = `Check ${settings.addressSetting}, and that this machine may reach ${host}.`;
  return { source: settings.source, kind: 'unreachable', detail: `${request.what}: ${why}`, remedy };
}

/** Node hangs the reason, for example ECONNREFUSED, on the cause; its text may hold the address with its query. */
function codeOf(error: unknown): string {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ('code' in e && typeof e.code === 'string') return e.code;
  }
  return error instanceof Error ? error.name : 'unknown';
}

function troubleOf(
  error: unknown,
  request: HttpRequest,
  settings: HttpSettings,
  clock: Clock,
  patience: number,
): Trouble {
  if (error instanceof TryFailed) return error.trouble;
  const { source, addressSetting } = settings;
  const reach = `Check ${addressSetting}, and that this machine may reach ${new URL(request.url).host}.`;
  const trouble = (why: string, remedy: string): Trouble => ({
    source,
    kind: 'unreachable',
    detail: `${request.what}: ${why}`,
    remedy,
  });
  if (error instanceof BrokenCircuitError) {
    return { ...trouble('not asked, the last tries all failed', reach), retryAt: clock.now() + settings.breakMs };
  }
  if (error instanceof BulkheadRejectedError) return trouble('too many requests are waiting', reach);
  if (request.signal?.aborted === true) return trouble('stopped before the answer came', 'Nothing to do.');
  if (error instanceof TaskCancelledError) return trouble(`no answer within ${patience / SECOND} s`, reach);
  throw error;
}

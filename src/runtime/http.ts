import {
  BulkheadRejectedError,
  ExponentialBackoff,
  TaskCancelledError,
  TimeoutStrategy,
  bulkhead,
  handleType,
  retry,
  timeout,
  wrap,
} from 'cockatiel';
import type { IPolicy } from 'cockatiel';
import type { Hear, SourceLane, SourceName, Trouble } from '../domain/source';
import { SECOND } from '../domain/time';
import type { Clock, Instant } from '../domain/time';
import { TryFailed } from './http-answer';
import { createSourceDoor } from './http-door';
import { tryOnce } from './http-try';
import type { Log } from './log';
import type { LaneBudgets, RateBudget } from './pace';
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
  /** So many requests of each lane may be under way. */
  readonly concurrent: number;
  readonly maxBodyBytes: number;
  /** After so many failures in a row nothing is asked for `breakMs` milliseconds: see `breaker.ts`. */
  readonly breakAfter: number;
  readonly breakMs: number;
  readonly rates?: LaneBudgets;
  /** Of the budget for people, what one of them may have. */
  readonly onePerson?: RateBudget;
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
  /** Whether what came with the status of a failure (500 and above) is the service's own refusal, for the caller to read. */
  readonly isRefusal?: (body: unknown) => boolean;
  readonly patienceMs?: number;
  readonly signal?: AbortSignal | undefined;
  /** `job` unless said otherwise. A person's request never waits for a pause or for room: it fails at once. */
  readonly lane?: SourceLane | undefined;
  /** Which person waits for it. */
  readonly asker?: string;
  /** Whom the request concerns, for example one customer; each request by itself without it. */
  readonly subject?: string;
  /** Is told what the request waits for, when that takes long. */
  readonly hear?: Hear | undefined;
}

/** An answer of the service itself, whatever its status; or why there is none. */
export type HttpAnswer =
  | { readonly answered: true; readonly status: number; readonly headers: Headers; readonly body: unknown }
  | { readonly answered: false; readonly trouble: Trouble };

type Answered = Extract<HttpAnswer, { answered: true }>;

export interface Http {
  send(request: HttpRequest): Promise<HttpAnswer>;
}

/** A client of one service. Pause, breaker, places and rate budgets are shared by all its requests. */
export function createHttp(settings: HttpSettings, deps: HttpDeps): Http {
  const { clock, log } = deps;
  const door = createSourceDoor(settings, clock, deps.wait ?? reallyWait);
  const newPlaces = () => bulkhead(settings.concurrent, 10_000);
  const places: Readonly<Record<SourceLane, IPolicy>> = { person: newPlaces(), job: newPlaces() };

  return {
    async send(request) {
      const began = clock.now();
      const patienceMs = request.patienceMs ?? settings.patienceMs;
      const deadline = began + patienceMs;
      let last: LastTry = 'none';
      /** What the service last answered that was no answer to us. */
      let lastWord: TryFailed | undefined;

      async function attempt(signal: AbortSignal): Promise<Answered> {
        await door.enter(request, deadline, signal);
        return places[request.lane ?? 'job'].execute(() => leave(signal), signal);
      }

      async function leave(signal: AbortSignal): Promise<Answered> {
        const before = last;
        last = 'unanswered';
        try {
          const answer = await tryOnce(request, before, settings, deps, signal);
          door.note(request);
          return answer;
        } catch (error) {
          if (error instanceof TryFailed) {
            if (!error.unanswered) {
              last = 'answered';
              lastWord = error;
            }
            door.note(request, error.trouble);
            if (isLong(error)) request.hear?.(error.trouble);
          } else if (!wasStopped(request)) {
            door.note(request, tookTooLong(request, settings, patienceMs));
          }
          throw error;
        }
      }

      const policy = wrap(
        timeout(patienceMs, TimeoutStrategy.Aggressive),
        retryPolicy(request, settings, clock, deadline),
      );
      try {
        const answer = await run(policy, request.signal, attempt);
        log.debug({ what: request.what, status: answer.status, ms: clock.now() - began }, 'asked');
        return answer;
      } catch (error) {
        const known = error instanceof TaskCancelledError && !wasStopped(request) ? (lastWord ?? error) : error;
        const trouble = troubleOf(known, request, settings, patienceMs);
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
  // The pause itself is kept at the door; a person does not wait for it.
  const latest = request.lane === 'person' ? clock.now() : deadline;
  const worthIt = (failure: TryFailed): boolean =>
    failure.again &&
    // A throttled request was refused, so sending it again repeats nothing.
    (repeatable || failure.trouble.kind === 'throttled') &&
    (failure.trouble.retryAt ?? -Infinity) <= latest;
  return retry(handleType(TryFailed, worthIt), {
    maxAttempts: settings.retries,
    backoff: new ExponentialBackoff({ initialDelay: settings.firstBackoffMs, maxDelay: 10 * SECOND }),
  }).dangerouslyUnref();
}

/** A throttling, or a silence that has lasted as long as one try may. */
function isLong({ trouble, unanswered }: TryFailed): boolean {
  return trouble.kind === 'throttled' || trouble.retryAt !== undefined || unanswered;
}

/** Stopped by its caller, which is no failure of the service; the end of a caller's patience is one. */
function wasStopped({ signal }: HttpRequest): boolean {
  if (signal?.aborted !== true) return false;
  const reason: unknown = signal.reason;
  return !(reason instanceof DOMException && reason.name === 'TimeoutError');
}

function tookTooLong(request: HttpRequest, settings: HttpSettings, patienceMs: number): Trouble {
  const within = request.signal?.aborted === true ? 'in time' : `within ${patienceMs / SECOND} s`;
  return unreachable(request, settings, `no answer ${within}`, reach(request, settings));
}

function unreachable({ what }: HttpRequest, { source }: HttpSettings, why: string, remedy: string): Trouble {
  return { source, kind: 'unreachable', detail: `${what}: ${why}`, remedy };
}

function reach({ url }: HttpRequest, { addressSetting }: HttpSettings): string {
  return `Check ${addressSetting}, and that this machine may reach ${new URL(url).host}.`;
}

function troubleOf(error: unknown, request: HttpRequest, settings: HttpSettings, patienceMs: number): Trouble {
  if (error instanceof TryFailed) return error.trouble;
  if (error instanceof BulkheadRejectedError) {
    return unreachable(request, settings, 'too many requests are waiting', reach(request, settings));
  }
  if (wasStopped(request)) return unreachable(request, settings, 'stopped before the answer came', 'Nothing to do.');
  if (error instanceof TaskCancelledError) return tookTooLong(request, settings, patienceMs);
  throw error;
}

import { TaskCancelledError } from 'cockatiel';
import type { Trouble } from '../domain/source';
import type { Clock, Instant } from '../domain/time';
import { createBreaker } from './breaker';
import type { Matter } from './breaker';
import type { HttpRequest, HttpSettings } from './http';
import { TryFailed } from './http-answer';
import { createPersonPaces, createSourceLanes } from './pace';
import type { Wait } from './wait';

/** What a request must pass before it leaves: one for all requests to a service. */
export interface SourceDoor {
  /** Waits until the request may leave. Throws `TryFailed` when that would be too late, or for a person not at once. */
  enter(request: HttpRequest, deadline: Instant, signal: AbortSignal): Promise<void>;
  /** What became of a try that left; without a trouble the service answered. */
  note(request: HttpRequest, trouble?: Trouble): void;
}

interface Pause {
  readonly until: Instant;
  readonly trouble: Trouble;
}

/**
 * The pause that a service asked for (`Retry-After`) counts for all that we ask of it, not only for the request that
 * was told. A job waits for its end; a person is told at once, as when our own share of its limit is used up.
 */
export function createSourceDoor(settings: HttpSettings, clock: Clock, waitFor: Wait): SourceDoor {
  const lanes = createSourceLanes(settings.rates, clock);
  const people = createPersonPaces(settings.onePerson, clock);
  const breaker = createBreaker(settings, clock);
  let pause: Pause | undefined;

  const paused = (): Pause | undefined => {
    if (pause !== undefined && pause.until <= clock.now()) pause = undefined;
    return pause;
  };

  async function outwaitPause(request: HttpRequest, deadline: Instant, signal: AbortSignal): Promise<void> {
    let waited: Pause | undefined;
    for (let now = paused(); now !== undefined && now !== waited; now = paused()) {
      if (request.lane === 'person' || now.until >= deadline) throw refused(now.trouble);
      request.hear?.(now.trouble);
      await waitFor(now.until - clock.now(), signal);
      if (signal.aborted) throw new TaskCancelledError();
      waited = now;
    }
  }

  return {
    async enter(request, deadline, signal) {
      await outwaitPause(request, deadline, signal);
      const retryAt = breaker.refusal(matterOf(request));
      if (retryAt !== undefined) throw refused(leftAlone(request, settings, retryAt));
      if (request.lane === 'person') {
        if (!people.takeNow(request.asker) || !lanes.person.takeNow()) throw refused(noRoom(request, settings));
        return;
      }
      const wait = lanes.job.take();
      if (wait === 0) return;
      await waitFor(wait, signal);
      if (signal.aborted) throw new TaskCancelledError();
      // Somebody else may have been asked to wait meanwhile.
      await outwaitPause(request, deadline, signal);
    },
    note(request, trouble) {
      if (trouble?.kind === 'unreachable') breaker.failed(matterOf(request));
      else breaker.succeeded(matterOf(request));
      const until = trouble?.retryAt;
      if (trouble !== undefined && until !== undefined && until > (paused()?.until ?? clock.now())) {
        pause = { until, trouble };
      }
    },
  };
}

function matterOf({ method, url, subject }: HttpRequest): Matter {
  const call = `${method} ${url}`;
  return { call, subject: subject ?? call };
}

function refused(trouble: Trouble): TryFailed {
  return new TryFailed(trouble, false, false);
}

function leftAlone({ what, url }: HttpRequest, settings: HttpSettings, retryAt: Instant): Trouble {
  const { source, addressSetting } = settings;
  const remedy = `Check ${addressSetting}, and that this machine may reach ${new URL(url).host}.`;
  return { source, kind: 'unreachable', detail: `${what}: not asked, the last tries all failed`, remedy, retryAt };
}

function noRoom({ what }: HttpRequest, { source }: HttpSettings): Trouble {
  const remedy = 'Nothing to do; more is asked than the service permits in so short a time.';
  return { source, kind: 'busy', detail: `${what}: not asked, our share of the limit is used up`, remedy };
}

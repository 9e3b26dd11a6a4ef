import { backoff } from '../../domain/backoff';
import type { QueueEntry, Lane, Limiter } from './limiter';
import { judgeSend, type Purpose, type SendVerdict } from './outcomes';
import { sleep, type Timer } from '../timer';
import type { Wire, WireRequest } from './wire';

export interface Delivery {
  readonly tenantId: string;
  /** Without `;messageid=`. */
  readonly conversationId: string;
  readonly lane: Lane;
  readonly purpose: Purpose;
  /** Asked for at the last moment, so that a newer content can take the place of an older one. */
  readonly request: () => WireRequest;
}

/** The only place that talks to the connector and the only one that tries again. */
export interface Sender {
  send(job: Delivery): Promise<SendVerdict>;
}

/**
 * A background send lasts at most 35 s, one wait for a token and one timeout, 10 s each: whoever claimed the post in a
 * record must have our answer before the claim lapses after a minute, or the card would be posted a second time.
 */
const PATIENCE: Readonly<Record<Lane, { readonly waitMs: number; readonly totalMs: number }>> = {
  turn: { waitMs: 15_000, totalMs: 20_000 },
  background: { waitMs: 20_000, totalMs: 35_000 },
};

const ATTEMPTS = 4;
const FIRST_BACKOFF_MS = 500;
/** So many conversations throttled within so short a time: Teams means the whole tenant. */
const TENANT_THROTTLED = { conversations: 3, withinMs: 2_000 };

export function createSender(deps: {
  readonly wire: Wire;
  readonly limiter: Limiter;
  readonly timer: Timer;
  /** Between 0 and 1. */
  readonly random: () => number;
  readonly observe?: (verdict: SendVerdict['verdict'], purpose: Purpose, lane: Lane) => void;
}): Sender {
  const { limiter, timer } = deps;
  const pauseAfter = (attempt: number): number => backoff(attempt, deps.random(), FIRST_BACKOFF_MS);
  const throttled = new Map<string, { readonly conversationId: string; readonly at: number }[]>();

  /** Slows down what is behind this request too, and says how long. */
  function obey(entry: QueueEntry, verdict: SendVerdict & { readonly verdict: 'retry' }, attempt: number): number {
    if (!verdict.throttled) return verdict.waitMs ?? pauseAfter(attempt);
    const waitMs = verdict.waitMs ?? 2 * pauseAfter(attempt);
    limiter.pause(entry, waitMs);
    const since = timer.now() - TENANT_THROTTLED.withinMs;
    const recent = (throttled.get(entry.tenantId) ?? []).filter(
      (one) => one.at > since && one.conversationId !== entry.conversationId,
    );
    recent.push({ conversationId: entry.conversationId, at: timer.now() });
    throttled.set(entry.tenantId, recent);
    if (recent.length >= TENANT_THROTTLED.conversations) limiter.pauseTenant(entry.tenantId, waitMs);
    return waitMs;
  }

  async function attempt(job: Delivery): Promise<SendVerdict> {
    const { waitMs: longestWait, totalMs } = PATIENCE[job.lane];
    const until = timer.now() + totalMs;
    let order: number | undefined;
    for (let attempts = 1; ; attempts += 1) {
      const entry: QueueEntry = {
        tenantId: job.tenantId,
        conversationId: job.conversationId,
        kind: job.purpose === 'read' ? 'read' : 'send',
        lane: job.lane,
        maxWaitMs: Math.max(0, Math.min(longestWait, until - timer.now())),
        ...(order === undefined ? {} : { order }),
      };
      const pass = await limiter.enter(entry);
      if (pass.pass === 'refused') {
        return { verdict: 'retry', reason: 'no-room', waitMs: pass.waitMs, throttled: false };
      }
      order = pass.order;
      const answer = await deps.wire.request(job.request());
      pass.done(answer.answer === 'answered' || answer.answer === 'none');
      const verdict = judgeSend(answer, job.purpose);
      if (verdict.verdict !== 'retry') return verdict;
      const waitMs = obey(entry, verdict, attempts);
      if (attempts === ATTEMPTS || timer.now() + waitMs >= until) return { ...verdict, waitMs };
      if (!verdict.throttled) await sleep(timer, waitMs);
    }
  }

  return {
    async send(job) {
      const verdict = await attempt(job);
      deps.observe?.(verdict.verdict, job.purpose, job.lane);
      return verdict;
    },
  };
}

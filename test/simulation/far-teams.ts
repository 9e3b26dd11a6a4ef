import type { Clock } from '../../src/domain/time';
import type { Timer } from '../../src/teams/timer';
import type { Wire, WireAnswer } from '../../src/teams/sending/wire';
import type { Lines } from './lines';
import type { Owner, Scheduler } from './scheduler';
import type { SimTeams } from './sim-teams';

/** The connection of one replica to Teams, with the promises of the real one (`teams/sending/wire.ts`). */
export function farTeams(
  teams: SimTeams,
  { lines, owner, scheduler, clock }: { lines: Lines; owner: Owner; scheduler: Scheduler; clock: Clock },
): Wire {
  let underWay = 0;

  async function send(what: Parameters<Wire['request']>[0]): Promise<WireAnswer> {
    // A connection takes a moment, in which a process may be suspended.
    await new Promise<void>((resolve) => {
      scheduler.after(owner, 1, resolve);
    });
    if (what.notAfter !== undefined && clock.now() >= what.notAfter) return { answer: 'too-late' };
    const body = JSON.stringify(what.body ?? null);
    const sent = { ...what, body: JSON.parse(body) as object };
    const deed = what.method === 'GET' ? undefined : 'deed';
    const reached = await lines.call(owner, 'teams', () => teams.handle(sent, owner), deed);
    switch (reached.reached) {
      case 'yes':
        return { answer: 'answered', ...reached.value, readable: true };
      case 'throttled':
        return {
          answer: 'answered',
          status: 429,
          body: undefined,
          readable: true,
          retryAfterMs: reached.retryAfterMs,
        };
      case 'not-sent':
        return { answer: 'not-sent', reason: 'ECONNREFUSED' };
      case 'no-answer':
        return { answer: 'none', reason: 'timeout' };
    }
  }

  return {
    async request(what) {
      underWay += 1;
      try {
        return await send(what);
      } finally {
        underWay -= 1;
      }
    },
    underWay: () => underWay,
    close: () => undefined,
  };
}

export function timerOf(scheduler: Scheduler, owner: Owner): Timer {
  return {
    now: () => scheduler.now(),
    after: (ms, run) => scheduler.after(owner, ms, run),
  };
}

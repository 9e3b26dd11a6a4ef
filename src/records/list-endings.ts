import type { EndingsAnswer } from '../domain/endings-answer';
import { endingsOf } from '../domain/ending';
import type { Ending } from '../domain/ending';
import type { TimeZone } from '../domain/calendar';
import { rangeOf } from '../domain/span';
import type { Span } from '../domain/span';
import { DAY } from '../domain/time';
import type { Ports } from '../ports';
import { accountLine } from './draw-account';

/** What ends in this time is listed where nobody says when. */
const SOON = 60 * DAY;

/** What ends in a period, the first to end first; what lacks already comes before, where no other period is asked for. */
export function listEndings(ports: Ports, span: Span | undefined, zone: TimeZone): EndingsAnswer {
  const now = ports.clock.now();
  const { from, to } = span === undefined ? { from: now, to: now + SOON } : rangeOf(span, 'ahead', now, zone);
  const found = [...ports.register.allAccounts()]
    .flatMap((record) => endingsOf(record, now))
    .filter(({ at }) => (at === undefined ? from <= now : at >= from && at < to));
  return { ...endingsAnswer(ports, found), from: Math.max(from, now), to };
}

/** The same for a card. */
export function endingsAnswer(
  ports: Ports,
  endings: readonly Ending[],
): Pick<EndingsAnswer, 'lines' | 'total' | 'now'> {
  const lines = [...endings]
    .sort((a, b) => (a.at ?? 0) - (b.at ?? 0))
    .flatMap((ending) => {
      const record = ports.register.account(ending.accountId);
      return record === undefined ? [] : [{ ending, account: accountLine(ports, record) }];
    });
  return { lines, total: lines.length, now: ports.clock.now() };
}

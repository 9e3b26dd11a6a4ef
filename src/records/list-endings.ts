import type { EndingsAnswer } from '../domain/endings-answer';
import type { Unknown } from '../domain/account-filter';
import { endingsOf, endingsUnknown } from '../domain/ending';
import type { Ending } from '../domain/ending';
import type { TimeZone } from '../domain/calendar';
import { rangeOf } from '../domain/span';
import type { Span } from '../domain/span';
import { DAY } from '../domain/time';
import type { Ports } from '../ports';
import { accountLine } from './draw-account';

/** What ends in this time is listed where nobody says when. */
const SOON = 60 * DAY;

/** When, and of what, where anybody said so. */
export interface EndingsAsked {
  readonly span?: Span;
  readonly of?: Ending['what'];
}

/** What ends in a period, the first to end first; what lacks already comes before, where no other period is asked for. */
export function listEndings(ports: Ports, { span, of }: EndingsAsked, zone: TimeZone): EndingsAnswer {
  const now = ports.clock.now();
  const { from, to } = span === undefined ? { from: now, to: now + SOON } : rangeOf(span, 'ahead', now, zone);
  const accounts = [...ports.register.allAccounts()];
  const found = accounts
    .flatMap((record) => endingsOf(record, now))
    .filter(({ what }) => of === undefined || what === of)
    .filter(({ at }) => (at === undefined ? from <= now : at >= from && at < to));
  const unknown: Partial<Record<Unknown, number>> = {};
  for (const record of accounts) {
    const why = endingsUnknown(record, of);
    if (why !== undefined) unknown[why] = (unknown[why] ?? 0) + 1;
  }
  return { ...endingsAnswer(ports, found), from: Math.max(from, now), to, unknown };
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

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TimeZone } from '../domain/calendar';
import { ReportCount } from '../domain/report';
import type { Report } from '../domain/report';
import type { Ports } from '../ports';

/** So many accounts are counted before others get their turn. */
const AT_ONCE = 1_000;

/** How it went in the last weeks, by the calendar of whoever asks. */
export async function countReport({ register, clock }: Ports, zone: TimeZone): Promise<Report> {
  const looked = [...register.allSources()].flatMap(({ firstCompleteAt }) => firstCompleteAt ?? []);
  const count = new ReportCount(clock.now(), zone, Math.min(Infinity, ...looked));
  for (const [at, record] of [...register.allAccounts()].entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) await nextTurn();
    count.add(record);
  }
  return count.result();
}

import type { Period } from '../domain/answers';
import type { Instant } from '../domain/time';
import { DAY, MINUTE } from '../domain/time';

/** The span that "this week" means for somebody whose clock is `offsetMinutes` ahead of UTC. Weeks begin on Monday. */
export function periodOf(name: Period['name'], now: Instant, offsetMinutes: number): Period {
  const shift = offsetMinutes * MINUTE;
  const local = new Date(now + shift);
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()];
  const today = Date.UTC(year, month, day);
  const monday = today - ((local.getUTCDay() + 6) % 7) * DAY;
  const spans: Readonly<Record<Period['name'], readonly [number, number]>> = {
    today: [today, today + DAY],
    yesterday: [today - DAY, today],
    this_week: [monday, monday + 7 * DAY],
    last_week: [monday - 7 * DAY, monday],
    this_month: [Date.UTC(year, month), Date.UTC(year, month + 1)],
    last_month: [Date.UTC(year, month - 1), Date.UTC(year, month)],
  };
  const [from, to] = spans[name];
  return { name, from: from - shift, to: to - shift };
}

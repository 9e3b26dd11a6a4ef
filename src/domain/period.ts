import type { Period } from './answers';
import { dateAt, daysAfter, startOf, weekdayOf } from './calendar';
import type { CalendarDate, TimeZone } from './calendar';
import type { Instant } from './time';

const SINCE_MONDAY = { monday: 0, tuesday: 1, wednesday: 2, thursday: 3, friday: 4, saturday: 5, sunday: 6 } as const;

/** The span that "this week" means for somebody in this zone. Weeks begin on Monday. */
export function periodOf(name: Period['name'], now: Instant, zone: TimeZone): Period {
  const today = dateAt(now, zone);
  const monday = daysAfter(today, -SINCE_MONDAY[weekdayOf(today)]);
  const first = (monthsLater: number): CalendarDate => ({ ...today, month: today.month + monthsLater, day: 1 });
  const spans: Readonly<Record<Period['name'], readonly [CalendarDate, CalendarDate]>> = {
    today: [today, daysAfter(today, 1)],
    yesterday: [daysAfter(today, -1), today],
    this_week: [monday, daysAfter(monday, 7)],
    last_week: [daysAfter(monday, -7), monday],
    this_month: [first(0), first(1)],
    last_month: [first(-1), first(0)],
  };
  const [from, to] = spans[name];
  return { name, from: startOf(from, zone), to: startOf(to, zone) };
}

import { dateAt, daysAfter, sameDate, UTC } from './calendar';
import type { CalendarDate } from './calendar';
import type { ConversationSettings } from './conversation-settings';
import type { Ending } from './ending';
import { outOfQuiet, quietUntil } from './quiet';
import { DAY, HOUR } from './time';
import type { Instant } from './time';
import { atWork, isWorkday, morningOf } from './working-time';

/** So much of a day is to be left to whoever reads in the morning what ends on it. */
const TIME_TO_MEND = 8 * HOUR;
/** No morning is looked for in days further ahead. */
const MOST_DAYS = 40;

/** From the morning of a day of work to its end; a day whose morning is quiet begins when that is over. */
export function isTimeToLook(settings: ConversationSettings, now: Instant): boolean {
  const { timeZone = UTC } = settings;
  if (quietUntil(settings, now) !== undefined) return false;
  const today = dateAt(now, timeZone);
  const morning = morningOf(today, timeZone);
  const begins = outOfQuiet(settings, morning);
  return begins === morning ? atWork(now, timeZone) === now : now >= begins && isWorkday(today);
}

/** What ends before this is told now, since the next morning would leave too little time to mend it. */
export function lastCall(settings: ConversationSettings, now: Instant): Instant {
  return nextLook(settings, now) + TIME_TO_MEND;
}

/** What does not wait for any morning where urgent things may come at any hour. */
export function isUrgentEnding({ at }: Ending, settings: ConversationSettings, now: Instant): boolean {
  const { quiet } = settings;
  if (at === undefined || quiet?.on !== true || quiet.urgent !== true) return false;
  return at - now <= DAY && at < lastCall(settings, now);
}

function nextLook(settings: ConversationSettings, now: Instant): Instant {
  const { timeZone = UTC } = settings;
  let day: CalendarDate = dateAt(now, timeZone);
  for (let n = 0; n < MOST_DAYS; n += 1, day = daysAfter(day, 1)) {
    const begins = outOfQuiet(settings, morningOf(day, timeZone));
    if (begins > now && isWorkday(day) && sameDate(dateAt(begins, timeZone), day)) return begins;
  }
  return now + MOST_DAYS * DAY;
}

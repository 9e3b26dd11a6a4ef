import { dateAt, daysAfter, instantAt, sameDate, UTC, weekdayOf } from './calendar';
import type { CalendarDate } from './calendar';
import type { ConversationRecord, DigestSetting } from './documents';
import { HOUR } from './time';
import type { Instant } from './time';

/** When a digest comes, if nobody said when. */
export const DIGEST_TIME = '08:00';

/** What was due the evening before may still come after midnight. */
const LATE = 6 * HOUR;

/** Whether the conversation's digest is due at this moment: the right day on its clock, past the time, not sent since. */
export function isDigestDue({ settings, digestSentAt = 0 }: ConversationRecord, now: Instant): boolean {
  const { digest, timeZone = UTC } = settings;
  if (digest?.on !== true) return false;
  const { setAt = 0 } = digest;
  const today = dateAt(now, timeZone);
  return [today, daysAfter(today, -1)].some((day) => {
    const dueAt = instantAt(day, minutesOf(digest), timeZone);
    const isOver = now < dueAt || (day !== today && now > dueAt + LATE);
    if (!isWanted(day, digest) || isOver || digestSentAt >= dueAt || setAt > dueAt) return false;
    // A clock that was moved back by a journey does not bring the same day's digest again; a new setting does.
    return setAt > digestSentAt || !sameDate(dateAt(digestSentAt, timeZone), day);
  });
}

const WEEKDAYS: readonly string[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** What no rhythm of ours was stored as one, once: every working day, which is also what the settings say of it. */
function isWanted(day: CalendarDate, { when = 'daily' }: DigestSetting): boolean {
  const weekday = weekdayOf(day);
  if (when === 'weekly') return weekday === 'monday';
  return WEEKDAYS.includes(when) ? weekday === when : weekday !== 'saturday' && weekday !== 'sunday';
}

function minutesOf({ time = DIGEST_TIME }: DigestSetting): number {
  const [hours = 8, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

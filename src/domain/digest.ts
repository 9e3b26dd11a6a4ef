import { dateAt, daysAfter, instantAt, sameDate, UTC, weekdayOf } from './calendar';
import type { CalendarDate } from './calendar';
import type { ConversationRecord, DigestSetting } from './documents';
import { outOfQuiet, quietUntil } from './quiet';
import { HOUR } from './time';
import type { Instant } from './time';

/** When a digest comes, if nobody said when. */
export const DIGEST_TIME = '08:00';

/** What was due the evening before may still come after midnight. */
const LATE = 6 * HOUR;

/** What comes when quiet hours are over was due so many days before at most: that is how long they can be. */
const QUIET_DAYS = 7;

/**
 * Whether the conversation's digest is due at this moment: the right day on its clock, past the time, not sent since. In
 * quiet hours it is due when they are over; several of them are one then.
 */
export function isDigestDue({ settings, digestSentAt = 0 }: ConversationRecord, now: Instant): boolean {
  const { digest, timeZone = UTC } = settings;
  if (digest?.on !== true || quietUntil(settings, now) !== undefined) return false;
  const { setAt = 0 } = digest;
  const today = dateAt(now, timeZone);
  const days = settings.quiet?.on === true || settings.quiet?.pause !== undefined ? QUIET_DAYS : 1;
  return Array.from({ length: days + 1 }, (_, back) => daysAfter(today, -back)).some((day) => {
    if (!isWanted(day, digest)) return false;
    const asked = instantAt(day, minutesOf(digest), timeZone);
    const dueAt = outOfQuiet(settings, asked);
    const isOver = now < dueAt || (now > dueAt + LATE && !sameDate(dateAt(dueAt, timeZone), today));
    if (isOver || digestSentAt >= dueAt || setAt > dueAt) return false;
    // A clock that was moved back by a journey does not bring the same day's digest again; a new setting does.
    return setAt > digestSentAt || !sameDate(dateAt(digestSentAt, timeZone), dateAt(dueAt, timeZone));
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

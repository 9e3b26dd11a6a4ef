import type { DayAsked } from '../domain/day-asked';
import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import { dayIn } from './day-said';
import { goesOn, unreadDay } from './day-left-open';
import { BEHIND, REASON, UNTIL } from './snooze-words';

/** So many words a day takes at most: "the end of this month", "in the middle of January". */
const LONGEST = 7;
const LED = new RegExp(`(?:^|\\s)(?:${LANGUAGES.map((language) => UNTIL[language]).join('|')})$`, 'iu');
/** "Do", "so", "mi" and "ma" are days only where one is said to follow. */
const SHORT = /^\p{L}{1,2}$/u;

interface Found {
  readonly day: DayAsked;
  readonly isLed: boolean;
}

/** The day to come that is said somewhere in a sentence: the first behind "until", else the first; today is none. */
export function dayWithin(text: string, language: Language): DayAsked | undefined {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const days: Found[] = [];
  for (let at = 0; at < words.length;) {
    const isLed = LED.test(words.slice(Math.max(0, at - 3), at).join(' '));
    const found = longestAt(words, at, isLed, language);
    if (found !== undefined && !isToday(found.day)) days.push({ day: found.day, isLed });
    at = found?.end ?? at + 1;
  }
  return (days.find((found) => found.isLed) ?? days[0])?.day;
}

function longestAt(
  words: readonly string[],
  at: number,
  isLed: boolean,
  language: Language,
): { readonly day: DayAsked; readonly end: number } | undefined {
  for (let end = Math.min(words.length, at + LONGEST); end > at; end -= 1) {
    const said = words
      .slice(at, end)
      .join(' ')
      .replace(/^[(¿¡"'“«]+|[,;:!?)"'”»…]+$/gu, '')
      .replace(/(?<!\d)\.+$/u, '');
    if (said === '' || (SHORT.test(said) && !isLed)) continue;
    const day = dayIn(said, language === 'en' ? 'en' : undefined);
    if (day === undefined) continue;
    const rest = words.slice(end).join(' ');
    const isWhole = /[,;:!?)]$/u.test(words[end - 1] ?? '') || BEHIND.test(rest) || REASON.test(rest);
    if (isWhole || !isLed || !goesOn(day, rest)) return { day, end };
    return { day: unreadDay(words.slice(at).join(' ')), end: words.length };
  }
  return undefined;
}

function isToday(day: DayAsked): boolean {
  return 'named' in day && day.named === 'today';
}

import { LANGUAGES } from '../domain/language';
import { namesJoined } from './assign';
import { dayIn } from './day-said';
import { named } from './snooze';
import { NO_ACCOUNT, NOT_TODAY, ONLY_LATER, PUT_AWAY } from './snooze-words';
import { SparingPattern } from './sparing-pattern';
import type { HeardPhrase } from './understanding';

/** What makes an account wait without an order and a day: "put Contoso on hold", "not today: Contoso", "they sign on Monday at the earliest". */

const LEAD =
  "(?:(?:ok(?:ay)?|so|please|pls|let's|can you|could you|bitte|kannst du|s'il (?:te|vous) plaît|peux-tu|por favor|puedes|graag|kun je),? )*";
const END = "(?:,? (?:please|pls|for now|bitte|erst ?mal|stp|svp|s'il (?:te|vous) plaît|por favor|aub|graag|even))*";
const REASON = String.raw`(?:\s*[,;(]\s*(?<reason>[^?]{2,120}?)\)?)?`;

const PATTERNS = LANGUAGES.map((language) => {
  const whole = (text: string): RegExp => new SparingPattern(`^${LEAD}(?:${text})${END}${REASON}\\s*[.!]*$`, 'iu');
  return {
    language,
    away: PUT_AWAY[language].map(whole),
    later: [whole(ONLY_LATER[language])],
    notToday: [
      new SparingPattern(`^(?:${NOT_TODAY[language]})(?<mark>\\s*[:,]| for)? (?<name>[^,;?:]{1,80}?)\\s*[.!]*$`, 'iu'),
      new SparingPattern(`^(?<name>[^,;?:]{1,80}?),? (?:${NOT_TODAY[language]})\\s*[.!]*$`, 'iu'),
    ],
  };
});

/** Longer than any that names an account and a reason. */
const LONGEST = 240;
const MOST_WORDS = 6;

/** That an account may wait, where nobody says so with a day that it is to wait for. */
export function snoozeTold(plain: string): HeardPhrase | undefined {
  const text = plain.trim().replaceAll('’', "'");
  if (text.length > LONGEST || /[?\n]/u.test(text)) return undefined;
  for (const { language, away, later, notToday } of PATTERNS) {
    const put = namedBy(away, text);
    if (put !== undefined) return { language, intent: { name: 'snooze', ...put.said } };
    const told = namedBy(later, text);
    const until = told?.day === undefined ? undefined : dayIn(told.day);
    if (told !== undefined && until !== undefined)
      return { language, intent: { name: 'snooze', ...told.said, until }, proposed: true };
    const rest = namedBy(notToday, text);
    if (rest === undefined || (!rest.isMarked && !/^[\p{Lu}\p{N}]/u.test(rest.said.companies[0] ?? ''))) continue;
    return { language, intent: { name: 'snooze', ...rest.said, until: { named: 'tomorrow' } }, proposed: true };
  }
  return undefined;
}

function namedBy(patterns: readonly RegExp[], text: string) {
  for (const pattern of patterns) {
    const { name: first, name2, reason, day: date, day2, mark } = pattern.exec(text)?.groups ?? {};
    const [name, day] = [named(first ?? name2), date ?? day2];
    if (name === undefined || NO_ACCOUNT.test(name.toLowerCase()) || name.split(' ').length > MOST_WORDS) continue;
    const why = reason === undefined ? {} : { reason };
    return { said: { companies: namesJoined(name), ...why }, day, isMarked: mark !== undefined };
  }
  return undefined;
}

import type { DayAsked } from '../domain/day-asked';
import { BEHIND } from './snooze-words';

/** Days that were begun and not said to the end, or not said at all: it is asked which day is meant. */

/** What leads from a day to another one: "Monday after Christmas", "Friday in December", "Montag oder Dienstag". */
const LEADS_ON =
  /^(?:in|of|after|before|or|following|next|week|im|nach|vor|des|der|oder|woche|kw|dans|de|du|d'|après|avant|ou|prochaine?|semaine|del?|después|antes|o|próxim[oa]|que viene|semana|van|na|voor|volgende|(?:(?:the|den|der|dem|le|el|de) )?\d{1,2}(?:st|nd|rd|th|er|e|\.)?)(?![\p{L}'’])/iu;
const LONGEST = 60;

/** Whether the words behind a day belong to it. Behind a number all do: "the 3rd Friday" is not the 3rd. */
export function goesOn(day: DayAsked, rest: string): boolean {
  return rest !== '' && (('day' in day && day.month === undefined) || LEADS_ON.test(rest));
}

/** What was said instead of a day, without the rest of the verb. */
export function unreadDay(said: string): DayAsked {
  const words = said.split(' ');
  while (words.length > 1 && BEHIND.exec(words.at(-1) ?? '')?.[0] === words.at(-1)) words.pop();
  return { unread: words.join(' ').slice(0, LONGEST) };
}

const A_WHILE =
  "for (?:a (?:little )?while|some time|a bit|a moment|now|the (?:moment|time being))|(?:für )?eine (?:weile|zeit ?lang)|vorerst|vorläufig|erst ?mal|für(?:s| das) erste|pour (?:l'instant|le moment|un moment|quelque temps)|un moment|(?:por|durante) (?:un (?:tiempo|rato)|ahora|el momento)|un tiempo|(?:voor )?een tijdje|voorlopig|voor nu";
const PUT_ASIDE =
  'zurück|beiseite|liegen|ruhen|auf eis|en (?:veille|attente|pause|suspens|espera|pausa)|de côté|uit|opzij|liggen|op snooze|in de wacht|on hold|aside|off|back|asleep';
const OPEN = new RegExp(
  `^(?<name>.+?)(?<before> (?:${PUT_ASIDE}))?,? (?:${A_WHILE})(?<behind> (?:${PUT_ASIDE}))?(?<reason>$|\\s*[,;:(].*$)`,
  'iu',
);

/** "Contoso for a while": what is left without the words that say no day, and whether it is put aside. */
export function leftOpen(rest: string): { readonly rest: string; readonly isPutAside: boolean } | undefined {
  const { name, reason = '', before, behind } = OPEN.exec(rest)?.groups ?? {};
  return name === undefined
    ? undefined
    : { rest: `${name}${reason}`, isPutAside: before !== undefined || behind !== undefined };
}

import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { DayBefore } from '../domain/invited-on';
import { is, unitIn, valueAt } from './filters/items';
import { timeAt } from './filters/times';
import { monthNamed } from './day-said';
import { askedWords, foldAsked, itemsIn, timeWordsOf } from './filters/words';

/** No day is said in more words. */
const LONGEST = 6;

/** The days of the week from Sunday on, as they begin once accents are gone. */
const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  en: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
  de: ['sonntag', 'montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag'],
  fr: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  es: ['domingo', 'lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado'],
  nl: ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'],
};
const NAMES = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** What may stand before and behind a weekday. */
const AROUND: Readonly<Record<Language, readonly [string, string]>> = {
  en: ['(?:(?:on|last|this|past) )*', '(?: (?:morning|afternoon|evening|last|this week))*'],
  de: ['(?:(?:am|letzten|vergangenen|diesen) )*', '(?:morgen|vormittag|nachmittag|abend)?'],
  fr: ['(?:(?:le|ce) )?', '(?: (?:dernier|passe|matin|apres-midi|soir))*'],
  es: ['(?:(?:el|este|pasado) )*', '(?: pasado)?(?: por la (?:manana|tarde))?'],
  nl: ['(?:(?:op|afgelopen|vorige) )*', '(?:ochtend|middag|avond)?'],
};

/** "Next Monday", "lundi prochain": a day to come, on which nothing has happened. */
const TO_COME: Readonly<Record<Language, readonly [string, string]>> = {
  en: ['(?:on )?(?:next|this coming|coming) ', '|(?:on )?DAY next week'],
  de: ['(?:am )?(?:nachsten|kommenden) ', '|(?:am )?DAY (?:nachster|kommender|in der nachsten) woche'],
  fr: ['(?:le )?', ' (?:prochain|qui vient)|(?:le )?DAY de la semaine prochaine'],
  es: ['(?:el )?(?:proximo )', '|(?:el )?DAY que viene|(?:el )?DAY de la (?:proxima semana|semana que viene)'],
  nl: ['(?:op )?(?:volgende|aanstaande|komende) ', '|(?:op )?DAY volgende week'],
};

const TODAY: Readonly<Record<Language, string>> = {
  en: '(?:earlier )?today|this (?:morning|afternoon)|just now|right now',
  de: 'heute(?: (?:morgen|fruh|vormittag|mittag|nachmittag))?|gerade eben|soeben',
  fr: "aujourd'hui|ce matin|cet apres-midi|a l'instant",
  es: 'hoy|esta (?:manana|tarde)|ahora mismo',
  nl: 'vandaag|vanochtend|vanmorgen|vanmiddag|zojuist',
};

const TWO_DAYS_AGO: Readonly<Record<Language, string>> = {
  en: '(?:the )?day before yesterday',
  de: 'vorgestern',
  fr: 'avant-hier',
  es: 'anteayer|antes de ayer',
  nl: 'eergisteren',
};

/** One word at least of each of these phrases. */
const MARKS: Readonly<Record<Language, string>> = {
  en: 'today|morning|afternoon|now|yesterday',
  de: 'heute|eben|vorgestern',
  fr: "aujourd'hui|matin|apres|instant|avant",
  es: 'hoy|manana|tarde|ahora|ayer',
  nl: 'vandaag|vanochtend|vanmorgen|vanmiddag|zojuist|eergisteren',
};

/** "3 days ago", "vor zwei Wochen": the words around the count and the unit. */
const AGO: Readonly<Record<Language, RegExp>> = {
  en: /^(.+) ago$/,
  de: /^vor (.+)$/,
  fr: /^il y a (.+)$/,
  es: /^hace (.+)$/,
  nl: /^(.+) geleden$/,
};

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, 'u');

interface Patterns {
  readonly today: RegExp;
  readonly twoDaysAgo: RegExp;
  /** From Sunday on. */
  readonly weekdays: readonly RegExp[];
  readonly toCome: RegExp;
  /** A word that no day of these is said without. */
  readonly marks: RegExp;
}

const PATTERNS = Object.fromEntries(LANGUAGES.map((language) => [language, patternsOf(language)])) as Readonly<
  // The entries are those of all languages; Object.fromEntries forgets their keys.
  Record<Language, Patterns>
>;

function patternsOf(language: Language): Patterns {
  const day = `(?:${WEEKDAYS[language].join('|')})`;
  const [before, behind] = AROUND[language];
  const [lead, next] = TO_COME[language];
  return {
    today: whole(TODAY[language]),
    twoDaysAgo: whole(TWO_DAYS_AGO[language]),
    weekdays: WEEKDAYS[language].map((name) => whole(`${before}${name}${behind}`)),
    toCome: whole(`${lead}${day}${next.replaceAll('DAY', day)}`),
    marks: new RegExp(`\\d|${day}|${MARKS[language]}`, 'u'),
  };
}

/** A day of the month by its number alone, as accents and stops are gone. */
const NUMBERED: Readonly<Record<Language, RegExp>> = {
  en: /^(?:on )?(?:the )?(\d{1,2})(?:st|nd|rd|th)$/,
  de: /^(?:am|vom|den) (\d{1,2})$/,
  fr: /^(?:du|le) (\d{1,2})(?:er|e)?$/,
  es: /^(?:el|del) (?:dia )?(\d{1,2})$/,
  nl: /^(?:op )?(?:de|het) (\d{1,2})(?:e|de|ste)?$/,
};
/** "32 Nov", "November 99". */
const OF_MONTH =
  /^(?:[a-z]{2,3} )*(?:(?<day>\d{2})(?:st|nd|rd|th|er|e)?(?: (?:of|de))? (?<month>[a-z]+)|(?<first>[a-z]+) (?:the )?(?<last>\d{2})(?:st|nd|rd|th)?)$/;

/** What may stand before a date or a period. */
const LEADING =
  /^(?:on|in|at|since|as of|am|im|vom|seit|le|en|au|depuis|el|del|desde|op|sinds|sedert)(?: the| dem| el| de)? /;

/** A text and the day that is said at its end or its beginning; the text is not empty. */
export interface WithDay {
  readonly rest: string;
  readonly day: DayBefore;
}

/** Cuts off the day that a text ends with ("Contoso on Monday"), or begins with. */
export function cutDay(text: string, language: Language, from: 'end' | 'start'): WithDay | undefined {
  const words = [...text.matchAll(/\S+/gu)];
  for (let count = Math.min(LONGEST, words.length - 1); count > 0; count -= 1) {
    const cut = from === 'end' ? words[words.length - count]?.index : words[count]?.index;
    const ends = from === 'end' ? words.slice(-count) : words.slice(0, count);
    if (cut === undefined || !ends.some(([word]) => isOfDay(word, language))) continue;
    const [said, rest] = from === 'end' ? [text.slice(cut), text.slice(0, cut)] : [text.slice(0, cut), text.slice(cut)];
    const day = dayBeforeIn(said, language);
    if (day !== undefined) return { rest: rest.replace(/[\s,;:–-]+$/u, '').trim(), day };
  }
  return undefined;
}

/** The same for a day in the midst of a sentence: "we sent the link on Monday to Contoso". */
export function cutDayInside(text: string, language: Language): WithDay | undefined {
  const words = text.split(' ');
  const ofDay = words.map((word) => isOfDay(word, language));
  if (!ofDay.includes(true)) return undefined;
  for (let count = LONGEST; count > 0; count -= 1) {
    for (let at = 1; at + count < words.length; at += 1) {
      if (!ofDay.slice(at, at + count).includes(true)) continue;
      const day = dayBeforeIn(words.slice(at, at + count).join(' '), language);
      if (day !== undefined) return { rest: [...words.slice(0, at), ...words.slice(at + count)].join(' '), day };
    }
  }
  return undefined;
}

/** Whether the word can stand in a day: no day is without one such word. */
function isOfDay(word: string, language: Language): boolean {
  const text = foldAsked(word.replaceAll('’', "'"));
  return PATTERNS[language].marks.test(text) || askedWords(text).some((each) => timeWordsOf(language).has(each));
}

/** The day that these words are, all of them. */
export function dayBeforeIn(said: string, language: Language): DayBefore | undefined {
  const text = foldAsked(said.replaceAll(/[,;:.!]+(?=\s|$)/gu, ''))
    .replaceAll('’', "'")
    .trim();
  const { today, twoDaysAgo, weekdays, toCome } = PATTERNS[language];
  if (today.test(text)) return { span: { named: 'today' } };
  if (twoDaysAgo.test(text)) return { ago: { count: 2, unit: 'day' } };
  const weekday = NAMES[weekdays.findIndex((pattern) => pattern.test(text))];
  if (weekday !== undefined) return { weekday };
  if (toCome.test(text)) return { ahead: true };
  const counted = AGO[language].exec(text)?.[1];
  const ago = counted === undefined ? undefined : durationIn(counted, language);
  if (ago !== undefined) return ago;
  const day = NUMBERED[language].exec(text)?.[1];
  if (day !== undefined) return { day: Number(day) };
  return (
    spanIn(text, language) ??
    spanIn(text.replace(LEADING, ''), language, LEADING.test(text)) ??
    figuresIn(text, language) ??
    impossible(text)
  );
}

/** "On 32 November". */
function impossible(text: string): DayBefore | undefined {
  const { day, month, first, last } = OF_MONTH.exec(text)?.groups ?? {};
  const isMonth = monthNamed(month ?? first ?? '') !== undefined;
  return isMonth && Number(day ?? last) > 31 ? { none: 'no-such-day' } : undefined;
}

/** "12.11.", "le 12/11", "op 12-11": a day in figures. In English nobody can tell which of them is the month, but by its size. */
const FIGURES =
  /^(?<lead>(?:on|am|vom|le|el|op)(?: the| dem| el)? )?(?<first>\d{1,2})(?<mark>[./-])(?<second>\d{1,2})(?:\k<mark>(?<year>(?:20)?\d\d)?)?$/u;

function figuresIn(text: string, language: Language): DayBefore | undefined {
  const { lead, first, mark, second, year } = FIGURES.exec(text)?.groups ?? {};
  // "7-11" is a name.
  if (first === undefined || (mark === '-' && lead === undefined)) return undefined;
  const [one, two] = [Number(first), Number(second)];
  const isOpen = language === 'en' && mark === '/' && one <= 12 && two <= 12 && one !== two;
  const [month, day] = language === 'en' && two > 12 ? [one, two] : [two, one];
  if (isOpen) return undefined;
  // "24/7" may be a name.
  if (month < 1 || month > 12 || day < 1 || day > 31) return lead === undefined ? undefined : { none: 'no-such-day' };
  const said = {
    month,
    day,
    ...(year === undefined ? {} : { year: year.length === 2 ? 2000 + Number(year) : Number(year) }),
  };
  return { span: { from: said, until: said } };
}

function spanIn(text: string, language: Language, isLed = false): DayBefore | undefined {
  const items = itemsIn(askedWords(text), language);
  // A month or a number alone is the name of somebody as well, unless a word before it says otherwise: "in October".
  if (items.length === 1 && !(isLed && is(items, 0, 'month')) && !is(items, 0, 'span') && !/\d.*\d/u.test(text))
    return undefined;
  const time = timeAt(items, 0);
  return time?.time === 'span' && time.end === items.length ? { span: time.span } : undefined;
}

function durationIn(text: string, language: Language): DayBefore | undefined {
  const items = itemsIn(askedWords(text), language);
  const unit = unitIn(items, items.length - 1);
  const count = items.length === 1 ? 1 : Number(valueAt(items, 0, 'number') ?? NaN);
  if (unit === undefined || items.length > 2 || !(count > 0)) return undefined;
  return { ago: { count, unit } };
}

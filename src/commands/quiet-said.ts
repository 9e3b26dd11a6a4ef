import { WEEKDAYS } from '../domain/calendar';
import type { TimeZone, Weekday } from '../domain/calendar';
import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import { isHolidayPlace } from '../domain/holidays';
import { regionNamed } from './region-names';
import { countriesNamed } from './routing-tokens';
import { USUAL_QUIET } from '../domain/quiet';
import type { QuietWanted } from '../domain/quiet';
import type { Intent } from './intent';
import { HOUR_NAMES, QUIET_WORDS, WEEKDAY_WORDS } from './quiet-words';
import { createRest } from './quiet-rest';
import type { Rest } from './quiet-rest';
import { SparingPattern } from './sparing-pattern';

/** Quiet hours: which, on which days, whether urgent things may come; on, off, or what is set. */

interface Patterns {
  readonly language: Language;
  readonly topic: RegExp;
  readonly asks: RegExp;
  readonly off: RegExp;
  readonly on: RegExp;
  readonly over: RegExp;
  readonly night: RegExp;
  readonly weekend: RegExp;
  readonly urgent: RegExp;
  readonly urgentToo: RegExp;
  readonly range: RegExp;
  readonly after: RegExp;
  readonly before: RegExp;
  readonly not: RegExp;
  readonly holidays: RegExp;
  readonly holidaysOff: RegExp;
  readonly rest: RegExp;
}

const LONGEST = 160;
const QUESTION =
  /^(?:what|when|which|are there|do we|wann|welche|gibt es|haben wir|quelles|quand|cuáles|cuándo|qué|welke|wanneer|wat zijn)(?!\p{L})/iu;
const HOURS = "\\d{1,2}(?:[:.h]\\d{2})?(?: ?(?:a\\.?m\\.?|p\\.?m\\.?|uhr|heures?|h|uur|u|o'clock)(?!\\p{L}))?";
const TIME = `(?:las? |l[ae] )?(?:${HOURS}|${HOUR_NAMES.map(([words]) => words).join('|')})`;
const whole = (words: string): string => `(?<![\\p{L}\\d])(?:${words})(?![\\p{L}\\d])`;
const pattern = (words: string): RegExp => new SparingPattern(whole(words), 'iu');

const PATTERNS: readonly Patterns[] = LANGUAGES.map((language) => {
  const { from, to, rest, ...words } = QUIET_WORDS[language];
  return {
    language,
    topic: pattern(words.topic),
    asks: pattern(words.asks),
    off: pattern(words.off),
    on: pattern(words.on),
    over: pattern(words.over),
    night: pattern(words.night),
    weekend: pattern(words.weekend),
    urgent: pattern(words.urgent),
    urgentToo: pattern(words.urgentToo),
    not: pattern(words.not),
    holidays: pattern(words.holidays),
    holidaysOff: pattern(words.holidaysOff),
    range: new SparingPattern(`(?<!\\d)(?:(?:${from}) )?(${TIME})\\s?(?:${to}|–|—)\\s?(${TIME})(?!\\d)`, 'iu'),
    after: new SparingPattern(`(?<!\\p{L})(?:${from}) (${TIME})(?!\\d)`, 'iu'),
    before: new SparingPattern(`(?<!\\p{L})(?:${to}) (${TIME})(?!\\d)`, 'iu'),
    rest: new RegExp(whole(rest), 'giu'),
  };
});

const DAYS = WEEKDAYS.map((day) => ({ day, said: new SparingPattern(whole(WEEKDAY_WORDS[day]), 'iu') }));

export function quietSaid(said: string): { readonly intent: Intent; readonly language: Language } | undefined {
  const text = said.trim().replaceAll('’', "'");
  if (text.length > LONGEST || text.includes('\n')) return undefined;
  for (const words of PATTERNS) {
    const heard =
      text.endsWith('?') || QUESTION.test(text)
        ? asked(text, words)
        : wantedIn(text.replace(/(?<!\d)[.!]+$/u, ''), words);
    if (heard === undefined) continue;
    const said = heard === 'asked' ? {} : heard;
    return { language: words.language, intent: { name: 'settings', topic: 'quiet', ...said } };
  }
  return undefined;
}

/** A question about quiet hours asks what is set; one with a company in it is another one. */
function asked(text: string, { topic }: Patterns): 'asked' | undefined {
  const isShort = text.split(/\s+/u).length <= 9;
  const rest = text.replace(topic, '').slice(1);
  return topic.test(text) && isShort && !/\p{Lu}/u.test(rest) ? 'asked' : undefined;
}

interface Wanted {
  readonly quiet: QuietWanted;
  readonly zone?: TimeZone;
}

function wantedIn(text: string, words: Patterns): Wanted | 'asked' | undefined {
  const left = createRest(text);
  const zone = left.takeZone();
  const heard = quietIn(text, left, words);
  return heard === undefined || heard === 'asked' ? heard : { quiet: heard, ...(zone === undefined ? {} : { zone }) };
}

function quietIn(text: string, left: Rest, words: Patterns): QuietWanted | 'asked' | undefined {
  const urgent = left.take(words.urgentToo) ? false : left.take(words.urgent) ? true : undefined;
  const isOver = left.take(words.over) !== undefined;
  const isNamed = left.take(words.topic) !== undefined;
  const areOff = left.take(words.holidaysOff) !== undefined;
  const isAsked = isOver || isNamed || left.take(words.asks) !== undefined || areOff;
  if (!isAsked && urgent === undefined) return undefined;
  const pause = isOver ? 'over' : isAsked ? left.takePause(words, isNamed) : undefined;
  if (pause !== undefined) {
    left.take(REASON);
    return left.isEmptyBut(words.rest) ? { pause, ...(urgent === undefined ? {} : { urgent }) } : undefined;
  }
  const dated = isAsked ? left.takeDates() : [];
  if (dated === undefined) return undefined;
  if (dated.length > 0) left.take(REASON);
  const free = areOff || left.take(words.holidays) !== undefined;
  const hours = hoursIn(left, words);
  const days = daysIn(left, words);
  const off = isNamed && hours === undefined && days.length === 0 && left.take(words.off) !== undefined;
  const on = isNamed && !off && left.take(words.on) !== undefined;
  if (!isNamed) left.take(words.not);
  const place = left.isEmptyBut(words.rest) ? true : free ? holidayPlace(left.without(words.rest)) : undefined;
  if (place === undefined) return undefined;
  if (off && !free && dated.length === 0) return { on: false };
  const says = hours !== undefined || days.length > 0 || free || dated.length > 0;
  if (!says && isAsked && !isNamed) return undefined;
  if (!says && !on && urgent === undefined) return 'asked';
  // "Let urgent things through" says nothing of messages as long as nobody spoke of quiet hours.
  if (!isAsked && !/\p{L}{3,} \p{L}{2,} /u.test(`${text} `)) return undefined;
  return {
    // Who only lets urgent things through has not asked for quiet hours.
    ...(isAsked ? { on: true } : {}),
    ...hours,
    ...(days.length === 0 ? {} : { days }),
    ...(urgent === undefined ? {} : { urgent }),
    ...(free ? { holidays: place } : {}),
    ...(dated.length === 0 ? {} : { off: dated }),
  };
}

/** Why those days: "it's a holiday", "ich habe Urlaub". Holidays of all the year are said as many. */
const REASON =
  /(?<!\p{L})(?:(?:because |since |as |denn |weil |car |parce que |porque |want )?(?:(?:it'?s|it is|i'?m|i am|we'?re|we are|ist|da ist|ich bin|bin|ich habe|wir haben|c'est|je suis|es|estoy|het is|ik ben|ik heb) )?(?:(?:a|an|on|in|im|ein|un|en|de|una|een|met|auf|away) )*(?:(?:public |bank |gesetzlicher |jour |día )?(?:holiday|feiertag|férié|festivo|feriado|feestdag)|vacation|leave|out of (?:the )?office|ooo|away|off|urlaub|vacances|congés?|vacaciones|vakantie|verlof)(?: (?:is|ist|haben|habe))?)(?!\p{L})/iu;

/** Whose holidays: a country or a region. */
function holidayPlace(text: string): string | undefined {
  const region = regionNamed(text);
  if (region !== undefined) return region;
  const [only, another] = countriesNamed(text) ?? [];
  return only !== undefined && another === undefined && isHolidayPlace(only) ? only : undefined;
}

function hoursIn(left: Rest, { language, range, after, before, night }: Patterns) {
  const [from, to] = left.take(range) ?? [];
  if (from !== undefined && to !== undefined) return between(from, to, language);
  const [begins] = left.take(after) ?? [];
  const [ends] = left.take(before) ?? [];
  if (begins !== undefined || ends !== undefined) {
    const both = begins === undefined || ends === undefined ? undefined : between(begins, ends, language);
    const hours = both ?? { from: clockTime(begins), to: clockTime(ends) };
    return {
      ...(hours.from === undefined ? {} : { from: hours.from }),
      ...(hours.to === undefined ? {} : { to: hours.to }),
    };
  }
  return left.take(night) === undefined ? undefined : { from: USUAL_QUIET.from, to: USUAL_QUIET.to };
}

/** Where the half of the day is not said in English, the evening is meant, and the morning after. */
function between(from: string, to: string, language: Language) {
  const begins = minutesOf(from);
  const ends = minutesOf(to);
  if (begins === undefined || ends === undefined) return undefined;
  const isBare = language === 'en' && /^\d{1,2}$/u.test(from) && begins > 0 && begins < 12 * 60 && ends < 12 * 60;
  return { from: clock(isBare ? begins + 12 * 60 : begins), to: clock(ends) };
}

function clockTime(said: string | undefined): string | undefined {
  const minutes = said === undefined ? undefined : minutesOf(said);
  return minutes === undefined ? undefined : clock(minutes);
}

/** Minutes past midnight; undefined for no time of day. */
function minutesOf(said: string): number | undefined {
  const text = said.toLowerCase().replace(/^l[aes]s? /u, '');
  const named = HOUR_NAMES.find(([words]) => new RegExp(`^(?:${words})$`, 'iu').test(text));
  if (named !== undefined) return named[1];
  const [, hours, minutes = '0', half] = /^(\d{1,2})(?:[:.h](\d{2}))? ?([ap])?/u.exec(text) ?? [];
  const hour = Number(hours) % 24;
  const later = half === 'p' && hour < 12 ? 12 : half === 'a' && hour === 12 ? -12 : 0;
  return Number(hours) > 24 || Number(minutes) > 59 ? undefined : (hour + later) * 60 + Number(minutes);
}

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function daysIn(left: Rest, { weekend }: Patterns): readonly Weekday[] {
  const days = DAYS.filter(({ said }) => left.take(said) !== undefined).map(({ day }) => day);
  return left.take(weekend) === undefined ? days : [...new Set([...days, 'saturday', 'sunday'] as const)];
}

import { isDigit } from './characters';
import type { Found } from './lexicon';
import { senseOf } from './sense';
import type { Token } from './token';

const CLOCK = /^(\d{1,2})[:.h](\d{2})(am|pm|h|uhr|u)?$/;
const HOUR = /^(\d{1,2})(am|pm|h|uhr|u)$/;
const HALF_DAY = new Set(['am', 'pm', 'a.m.', 'p.m.', 'a.m', 'p.m']);
const HOUR_WORD = new Set(['uhr', 'uur', 'h', 'heures', 'heure', 'oclock', 'hrs', 'hours', 'horas']);
const BEFORE_BARE = new Set(['at', 'um', 'om', 'las', 'a', 'vers', '@', 'by', 'around', 'to', 'auf', 'naar', 'for']);
/** Before a number that is written out. */
const BEFORE_WORD = new Set(['at', 'by', 'around', 'um', 'gegen', 'om', 'las', 'tegen']);

const NUMBERS: ReadonlyMap<string, number> = new Map(
  [
    'one two three four five six seven eight nine ten eleven twelve',
    'eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf',
    'une deux trois quatre cinq six sept huit neuf dix onze douze',
    'una dos tres cuatro cinco seis siete ocho nueve diez once doce',
    'een twee drie vier vijf zes zeven acht negen tien elf twaalf',
  ].flatMap((words) => words.split(' ').map((word, index): [string, number] => [word, index + 1])),
);

const ENGLISH_HOURS = new Set('one two three four five six seven eight nine ten eleven twelve'.split(' '));

interface Said<T> {
  readonly words: readonly string[];
  readonly means: T;
}

/** In the order of the list; every token of every message is looked up here. */
type ByFirstWord<T> = ReadonlyMap<string, readonly Said<T>[]>;

function byFirstWord<T>(phrases: readonly (readonly [string, T])[]): ByFirstWord<T> {
  const by = new Map<string, Said<T>[]>();
  for (const [text, means] of phrases) {
    const words = text.split(' ');
    const [first = ''] = words;
    by.set(first, [...(by.get(first) ?? []), { words, means }]);
  }
  return by;
}

/** Words before the hour, with the minutes that they add to it. */
const BEFORE_HOUR = byFirstWord<number>([
  ['half past', 30],
  ['quarter past', 15],
  ['quarter to', -15],
  ['halb', -30],
  ['viertel nach', 15],
  ['viertel vor', -15],
  ['dreiviertel', -15],
  ['half', -30],
  ['kwart over', 15],
  ['kwart na', 15],
  ['kwart voor', -15],
]);
/** Words after the hour. */
const AFTER_HOUR = byFirstWord<number>([
  ['et demie', 30],
  ['et quart', 15],
  ['moins le quart', -15],
  ['y media', 30],
  ['y cuarto', 15],
  ['menos cuarto', -15],
  ['thirty', 30],
  ['fifteen', 15],
  ['forty-five', 45],
]);
/** Parts of the day, with whether the hour is one of the afternoon. */
const DAY_PARTS = byFirstWord<boolean>([
  ['in the morning', false],
  ['in the afternoon', true],
  ['in the evening', true],
  ['at night', true],
  ['morgens', false],
  ['fruh', false],
  ['vormittags', false],
  ['nachmittags', true],
  ['abends', true],
  ['du matin', false],
  ['de l apres-midi', true],
  ['du soir', true],
  ['de la manana', false],
  ['de la tarde', true],
  ['de la noche', true],
  ['d la tarde', true],
  ['d la noche', true],
  ['s ochtends', false],
  ['s morgens', false],
  ['s middags', true],
  ['s avonds', true],
]);

/** Times of day as people write them: 8:30, 9 pm, 17h30, 8 Uhr, at 8, half past four, halb neun. Values are HH:MM. */
export function timesIn(tokens: readonly Token[]): readonly Found[] {
  const times: Found[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const time = timeAt(tokens, at);
    if (!time) continue;
    times.push(time);
    at = time.end - 1;
  }
  return times;
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  /** Half of the day, if it was said with the hour. */
  readonly half?: string | undefined;
  /** The token after it. */
  readonly end: number;
}

function timeAt(tokens: readonly Token[], at: number): Found | undefined {
  const clock = isDigit(tokens[at]?.fold ?? '', 0) ? inDigits(tokens, at) : inWords(tokens, at);
  if (!clock) return undefined;
  const { hour, minute, half, end } = refined(tokens, clock);
  const part = saidAt(tokens, end, DAY_PARTS);
  const later = half === 'pm' || part?.means === true;
  const total = (later && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour) * 60 + minute;
  if (total < 0 || total >= 24 * 60 || minute > 59) return undefined;
  const value = `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
  const entry = { concept: 'time' as const, value };
  const last = part ? end + part.words.length : end;
  return { phrase: { entry, sense: senseOf('time'), rest: [] }, start: at, end: last };
}

/** 8:30, 08.30, 9am, 9 pm, 17h30, 8 Uhr, at 8. */
function inDigits(tokens: readonly Token[], at: number): Clock | undefined {
  const word = tokens[at]?.fold ?? '';
  const next = tokens[at + 1]?.fold ?? '';
  const half = HALF_DAY.has(next) ? next.replace(/\./g, '') : undefined;
  const clock = CLOCK.exec(word);
  if (clock) {
    const said = half !== undefined || HOUR_WORD.has(next);
    const end = clock[3] === undefined && said ? at + 2 : at + 1;
    return { hour: Number(clock[1]), minute: Number(clock[2]), half: clock[3] ?? half, end };
  }
  const hour = HOUR.exec(word);
  if (hour) return { hour: Number(hour[1]), minute: 0, half: hour[2], end: at + 1 };
  if (!/^\d{1,2}$/.test(word)) return undefined;
  if (half !== undefined) return { hour: Number(word), minute: 0, half, end: at + 2 };
  if (HOUR_WORD.has(next)) return { hour: Number(word), minute: 0, end: at + 2 };
  const bare = BEFORE_BARE.has(tokens[at - 1]?.fold ?? '');
  return bare ? { hour: Number(word), minute: 0, end: at + 1 } : undefined;
}

/** Half past four, halb neun, neuf heures, at eight. */
function inWords(tokens: readonly Token[], at: number): Clock | undefined {
  const before = saidAt(tokens, at, BEFORE_HOUR);
  if (before) {
    const { words, means } = before;
    const place = at + words.length;
    const hour = hourAt(tokens, place);
    if (hour === undefined) return undefined;
    // "Half six" is after six in English, and before six in all other languages that say so.
    if (words.join(' ') === 'half' && ENGLISH_HOURS.has(tokens[place]?.fold ?? ''))
      return { hour, minute: 30, end: place + 1 };
    return { hour: hour - (means < 0 ? 1 : 0), minute: (means + 60) % 60, end: place + 1 };
  }
  const hour = NUMBERS.get(tokens[at]?.fold ?? '');
  if (hour === undefined) return undefined;
  if (HOUR_WORD.has(tokens[at + 1]?.fold ?? '')) return { hour, minute: 0, end: at + 2 };
  return BEFORE_WORD.has(tokens[at - 1]?.fold ?? '') ? { hour, minute: 0, end: at + 1 } : undefined;
}

/** Minutes that are said after the hour: 9 h 15, huit heures et demie, las nueve y media. */
function refined(tokens: readonly Token[], clock: Clock): Clock {
  if (clock.minute !== 0 || clock.half === 'am' || clock.half === 'pm') return clock;
  const { end } = clock;
  const after = saidAt(tokens, end, AFTER_HOUR);
  if (after) {
    const hour = clock.hour - (after.means < 0 ? 1 : 0);
    return { ...clock, hour, minute: (after.means + 60) % 60, end: end + after.words.length };
  }
  const said = HOUR_WORD.has(tokens[end - 1]?.fold ?? '') && /^[0-5]\d$/.test(tokens[end]?.fold ?? '');
  return said ? { ...clock, minute: Number(tokens[end]?.fold), end: end + 1 } : clock;
}

function hourAt(tokens: readonly Token[], at: number): number | undefined {
  const word = tokens[at]?.fold ?? '';
  return /^\d{1,2}$/.test(word) ? Number(word) : NUMBERS.get(word);
}

function saidAt<T>(tokens: readonly Token[], at: number, phrases: ByFirstWord<T>): Said<T> | undefined {
  const begun = phrases.get(tokens[at]?.fold ?? '');
  return begun?.find(({ words }) => words.every((word, index) => tokens[at + index]?.fold === word));
}

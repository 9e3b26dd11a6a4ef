import type { Hit } from './lexicon';
import type { Token } from './token';

const CLOCK = /^(\d{1,2})[:.h](\d{2})(am|pm|h|uhr)?$/;
const HOUR = /^(\d{1,2})(am|pm|h|uhr)$/;
const HALF_DAY = new Set(['am', 'pm', 'a.m.', 'p.m.', 'a.m', 'p.m']);
const HOUR_WORD = new Set(['uhr', 'uur', 'h', 'heures', 'heure', 'oclock', 'hrs', 'hours']);
const BEFORE_BARE = new Set(['at', 'um', 'om', 'las', 'a', 'vers', '@', 'by', 'around', 'to', 'auf', 'naar', 'for']);

/** Times of day as people write them: 8:30, 08.30, 9am, 9 pm, 17h30, 8 Uhr, at 8. Values are HH:MM. */
export function timesIn(tokens: readonly Token[]): readonly Hit[] {
  const hits: Hit[] = [];
  tokens.forEach((_, at) => {
    const found = timeAt(tokens, at);
    if (found) hits.push({ concept: 'time', value: found.value, start: at, end: at + found.length, cost: 0 });
  });
  return hits;
}

interface Found {
  readonly value: string;
  readonly length: number;
}

function timeAt(tokens: readonly Token[], at: number): Found | undefined {
  const word = tokens[at]?.fold ?? '';
  const next = tokens[at + 1]?.fold ?? '';
  const clock = CLOCK.exec(word);
  if (clock) return clockTime(clock, next);
  const hour = HOUR.exec(word);
  if (hour) return format(Number(hour[1]), 0, hour[2], 1);
  if (!/^\d{1,2}$/.test(word)) return undefined;
  if (HALF_DAY.has(next)) return format(Number(word), 0, next.replace(/\./g, ''), 2);
  if (HOUR_WORD.has(next)) return format(Number(word), 0, undefined, 2);
  return BEFORE_BARE.has(tokens[at - 1]?.fold ?? '') ? format(Number(word), 0, undefined, 1) : undefined;
}

function clockTime(clock: RegExpExecArray, next: string): Found | undefined {
  const half = clock[3] ?? (HALF_DAY.has(next) ? next.replace(/\./g, '') : undefined);
  const length = clock[3] === undefined && (HALF_DAY.has(next) || HOUR_WORD.has(next)) ? 2 : 1;
  return format(Number(clock[1]), Number(clock[2]), half, length);
}

function format(hour: number, minute: number, half: string | undefined, length: number): Found | undefined {
  const hours = half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour;
  if (hours > 23 || minute > 59) return undefined;
  return { value: `${String(hours).padStart(2, '0')}:${String(minute).padStart(2, '0')}`, length };
}

import { isDigit } from './characters';
import type { Found } from './lexicon';
import { senseOf } from './sense';
import type { Token } from './token';

const CLOCK = /^(\d{1,2})[:.h](\d{2})(am|pm|h|uhr)?$/;
const HOUR = /^(\d{1,2})(am|pm|h|uhr)$/;
const HALF_DAY = new Set(['am', 'pm', 'a.m.', 'p.m.', 'a.m', 'p.m']);
const HOUR_WORD = new Set(['uhr', 'uur', 'h', 'heures', 'heure', 'oclock', 'hrs', 'hours']);
const BEFORE_BARE = new Set(['at', 'um', 'om', 'las', 'a', 'vers', '@', 'by', 'around', 'to', 'auf', 'naar', 'for']);

/** Times of day as people write them: 8:30, 08.30, 9am, 9 pm, 17h30, 8 Uhr, at 8. Values are HH:MM. */
export function timesIn(tokens: readonly Token[]): readonly Found[] {
  const times: Found[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const found = isDigit(tokens[at]?.fold ?? '', 0) ? timeAt(tokens, at) : undefined;
    if (found) times.push(found);
  }
  return times;
}

function timeAt(tokens: readonly Token[], at: number): Found | undefined {
  const word = tokens[at]?.fold ?? '';
  const next = tokens[at + 1]?.fold ?? '';
  const clock = CLOCK.exec(word);
  if (clock) return clockTime(clock, next, at);
  const hour = HOUR.exec(word);
  if (hour) return found(Number(hour[1]), 0, hour[2], at, 1);
  if (!/^\d{1,2}$/.test(word)) return undefined;
  if (HALF_DAY.has(next)) return found(Number(word), 0, next.replace(/\./g, ''), at, 2);
  if (HOUR_WORD.has(next)) return found(Number(word), 0, undefined, at, 2);
  return BEFORE_BARE.has(tokens[at - 1]?.fold ?? '') ? found(Number(word), 0, undefined, at, 1) : undefined;
}

function clockTime(clock: RegExpExecArray, next: string, at: number): Found | undefined {
  const half = clock[3] ?? (HALF_DAY.has(next) ? next.replace(/\./g, '') : undefined);
  const length = clock[3] === undefined && (HALF_DAY.has(next) || HOUR_WORD.has(next)) ? 2 : 1;
  return found(Number(clock[1]), Number(clock[2]), half, at, length);
}

function found(hour: number, minute: number, half: string | undefined, at: number, length: number): Found | undefined {
  const hours = half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour;
  if (hours > 23 || minute > 59) return undefined;
  const entry = {
    concept: 'time' as const,
    value: `${String(hours).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
  };
  return { phrase: { entry, sense: senseOf('time'), rest: [] }, start: at, end: at + length };
}

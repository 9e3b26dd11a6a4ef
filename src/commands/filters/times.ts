import type { DaySaid, Duration, NamedSpan, Span, Unit } from '../../domain/span';
import type { Item, Role } from './words';
import { fold, itemsIn, wordsOf } from './words';
import type { Language } from '../../domain/language';

/** What a time in a question says: a period, or for how long at least (or at most). */
export type TimeSaid =
  | { readonly time: 'span'; readonly span: Span; readonly end: number }
  | {
      readonly time: 'duration';
      readonly duration: Duration;
      readonly compared?: 'longer' | 'shorter';
      readonly end: number;
    };

/** Where something is at an item, as the role asks. */
export function valueAt(items: readonly Item[], at: number, role: Role): string | undefined {
  const found = items[at]?.meanings.find((meaning) => meaning.role === role);
  return found === undefined ? undefined : (found.value ?? '');
}

export function is(items: readonly Item[], at: number, role: Role): boolean {
  return valueAt(items, at, role) !== undefined;
}

/** "More than two weeks", "next month", "in October 2026", "before 1 December": the time that begins at this item. */
export function timeAt(items: readonly Item[], at: number): TimeSaid | undefined {
  return (
    compared(items, at) ??
    (['ahead', 'back'] as const).map((role) => within(items, at, role)).find((found) => found !== undefined) ??
    bounded(items, at) ??
    plain(items, at)
  );
}

/** Whether a text says a time anywhere. "May I ask" begins with no month. */
export function saysTime(text: string, language: Language): boolean {
  const items = itemsIn(wordsOf(text), language);
  return items.some((_, at) => {
    const isAgo = is(items, at, 'ago') && is(items, at - 1, 'unit');
    return isAgo || ((at > 0 || !is(items, at, 'month')) && timeAt(items, at) !== undefined);
  });
}

function compared(items: readonly Item[], at: number): TimeSaid | undefined {
  for (const role of ['longer', 'shorter'] as const) {
    if (!is(items, at, role)) continue;
    const found = durationAt(items, is(items, at + 1, 'since') ? at + 2 : at + 1);
    if (found !== undefined) return { time: 'duration', compared: role, ...found };
  }
  return undefined;
}

/** "In the next 30 days", "in the last week". */
function within(items: readonly Item[], at: number, role: 'ahead' | 'back'): TimeSaid | undefined {
  if (!is(items, at, role)) return undefined;
  // "In 30 days" is said, "in day" is not.
  const bare = /^(?:in|en|dans|uber|over|sous|binnen|within)$/.test(fold(items[at]?.text ?? ''));
  const found = durationAt(items, at + 1) ?? (bare ? undefined : unitAt(items, at + 1));
  if (found === undefined) return undefined;
  const { duration, end } = found;
  return { time: 'span', span: role === 'ahead' ? { next: duration } : { last: duration }, end };
}

/** "Since yesterday", "until 31 December", "before next month". */
function bounded(items: readonly Item[], at: number): TimeSaid | undefined {
  const rest = is(items, at, 'until') ? restOf(items, at + 1) : undefined;
  if (rest !== undefined) return rest;
  if (is(items, at, 'since')) {
    const named = namedAt(items, at + 1);
    if (named !== undefined) return { time: 'span', span: { since: named }, end: at + 2 };
    const day = dayAt(items, at + 1) ?? monthStart(items, at + 1);
    if (day !== undefined) return { time: 'span', span: { from: day.said }, end: day.end };
    const found = durationAt(items, at + 1);
    return found === undefined ? undefined : { time: 'duration', ...found };
  }
  if (!is(items, at, 'until')) return undefined;
  const text = fold(items[at]?.text ?? '');
  const excluded = /^(?:before|vor|avant|antes|voor)/.test(text) && !/(?:end|ende|fin|eind|einde|acabe)\b/.test(text);
  const named = namedAt(items, at + 1);
  if (named !== undefined) return through(named, excluded, at + 2);
  const day = dayAt(items, at + 1);
  if (day !== undefined)
    return { time: 'span', span: { until: excluded ? dayBefore(day.said) : day.said }, end: day.end };
  const month = monthStart(items, at + 1);
  if (month === undefined) return undefined;
  const { said } = month;
  const until = excluded ? dayBefore(said) : { ...said, month: said.month + 1, day: 0 };
  return { time: 'span', span: { until }, end: month.end };
}

/** "Before the end of the year": to the end of this one. */
function restOf(items: readonly Item[], at: number): TimeSaid | undefined {
  const start = is(items, at, 'fill') ? at + 1 : at;
  const unit = valueAt(items, start, 'unit');
  if (unit === undefined || unit === 'day') return undefined;
  return { time: 'span', span: { through: `this_${unit}` as NamedSpan }, end: start + 1 };
}

/** Before next month is until the end of this one. */
function through(named: NamedSpan, excluded: boolean, end: number): TimeSaid | undefined {
  const earlier = named.replace('next_', 'this_').replace('tomorrow', 'today') as NamedSpan;
  if (excluded && earlier === named) return undefined;
  return { time: 'span', span: { through: excluded ? earlier : named }, end };
}

function dayBefore(said: DaySaid): DaySaid {
  return { ...said, day: said.day - 1 };
}

function plain(items: readonly Item[], at: number): TimeSaid | undefined {
  const named = namedAt(items, at);
  if (named !== undefined) return { time: 'span', span: { named }, end: at + 1 };
  const day = dayAt(items, at);
  if (day !== undefined) return { time: 'span', span: { from: day.said, until: day.said }, end: day.end };
  const month = valueAt(items, at, 'month');
  if (month !== undefined) {
    const year = yearAt(items, at + 1);
    const span = { month: Number(month), ...(year === undefined ? {} : { year: year.year }) };
    return { time: 'span', span, end: year?.end ?? at + 1 };
  }
  const year = yearAt(items, at);
  if (year !== undefined) return { time: 'span', span: { year: year.year }, end: year.end };
  const found = durationAt(items, at);
  if (found === undefined) return undefined;
  return is(items, found.end, 'ago') ? undefined : { time: 'duration', ...found };
}

function namedAt(items: readonly Item[], at: number): NamedSpan | undefined {
  return valueAt(items, at, 'span') as NamedSpan | undefined;
}

interface Found {
  readonly duration: Duration;
  readonly end: number;
}

function durationAt(items: readonly Item[], at: number): Found | undefined {
  const count = Number(valueAt(items, at, 'number') ?? NaN);
  const unit = valueAt(items, at + 1, 'unit');
  if (Number.isNaN(count) || count === 0 || unit === undefined) return undefined;
  return { duration: { count, unit: unit as Unit }, end: at + 2 };
}

function unitAt(items: readonly Item[], at: number): Found | undefined {
  const unit = valueAt(items, at, 'unit');
  return unit === undefined ? undefined : { duration: { count: 1, unit: unit as Unit }, end: at + 1 };
}

interface Day {
  readonly said: DaySaid;
  readonly end: number;
}

/** "31 December", "December 31st", "31 de diciembre de 2026". */
function dayAt(items: readonly Item[], at: number): Day | undefined {
  const start = is(items, at, 'fill') && isDay(items, at + 1) ? at + 1 : at;
  if (isDay(items, start)) {
    const next = isLink(items, start + 1) ? start + 2 : start + 1;
    return dayOf(valueAt(items, next, 'month'), valueAt(items, start, 'number'), items, next + 1);
  }
  return isDay(items, start + 1)
    ? dayOf(valueAt(items, start, 'month'), valueAt(items, start + 1, 'number'), items, start + 2)
    : undefined;
}

function dayOf(
  month: string | undefined,
  day: string | undefined,
  items: readonly Item[],
  next: number,
): Day | undefined {
  if (month === undefined || day === undefined) return undefined;
  const year = yearAt(items, next);
  return {
    said: { month: Number(month), day: Number(day), ...(year === undefined ? {} : { year: year.year }) },
    end: year?.end ?? next,
  };
}

function monthStart(items: readonly Item[], at: number): Day | undefined {
  const month = valueAt(items, at, 'month');
  return month === undefined ? undefined : dayOf(month, '1', items, at + 1);
}

function isDay(items: readonly Item[], at: number): boolean {
  const value = Number(valueAt(items, at, 'number') ?? NaN);
  return /^\d/.test(items[at]?.text ?? '') && value >= 1 && value <= 31;
}

function isLink(items: readonly Item[], at: number): boolean {
  return /^(?:of|de|del|d')$/i.test(items[at]?.text ?? '');
}

function yearAt(items: readonly Item[], at: number): { readonly year: number; readonly end: number } | undefined {
  const place = isLink(items, at) ? at + 1 : at;
  const text = items[place]?.text ?? '';
  return /^20\d\d$/.test(text) ? { year: Number(text), end: place + 1 } : undefined;
}

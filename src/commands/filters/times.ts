import { weekdayNamed } from '../day-said';
import { NAMED_SPANS } from '../../domain/span';
import type { DaySaid, Duration, NamedSpan, Span } from '../../domain/span';
import { dayAt, dayBefore, dayOf, endOf, isDay, lastDayAt, monthStart, yearAt, yearStart } from './days';
import type { Day } from './days';
import { is, unitIn, valueAt } from './items';
import type { Item } from './words';
import { foldAsked, itemsIn, askedWords } from './words';
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

/** "More than two weeks", "next month", "in October 2026", "before 1 December": the time that begins at this item. */
export function timeAt(items: readonly Item[], at: number): TimeSaid | undefined {
  return (
    compared(items, at) ??
    between(items, at) ??
    (['ahead', 'back'] as const).map((role) => within(items, at, role)).find((found) => found !== undefined) ??
    counted(items, at) ??
    bounded(items, at) ??
    plain(items, at)
  );
}

/** Whether a text says a time anywhere. "May I ask" begins with no month. */
export function saysTime(text: string, language: Language): boolean {
  const items = itemsIn(askedWords(text), language);
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

const FROM = /^(?:between|from|zwischen|vo[mn]|entre|du|des?|del|desde(?: el)?|tussen|van)$/;
const TO = /^(?:and|to|until|till|through|und|bis|et|aux?|y|e|al?|hasta(?: el)?|en|tot|t\/m|tot en met|t m|bis zum)$/;
const ARTICLE = /^(?:the|de[mnr]?|le|el|het)$/;

/** "Between 1 and 10 November", "from 28 October to 3 November", "du 1er au 10 novembre", "1-10 November". */
function between(items: readonly Item[], at: number): TimeSaid | undefined {
  const pair = /^(\d{1,2})[-\u2013](\d{1,2})(?:st|nd|rd|th)?$/.exec(items[at]?.text ?? '');
  if (pair !== null) {
    const until = dayOf(valueAt(items, at + 1, 'month'), pair[2], items, at + 2);
    return until === undefined ? undefined : days({ ...until.said, day: Number(pair[1]) }, until);
  }
  if (!FROM.test(foldAsked(items[at]?.text ?? ''))) return undefined;
  const start = afterArticle(items, at + 1);
  const whole = dayAt(items, start) ?? monthStart(items, start);
  const number = isDay(items, start) ? Number(valueAt(items, start, 'number')) : undefined;
  const link = whole?.end ?? (number === undefined ? undefined : start + 1);
  if (link === undefined || !TO.test(foldAsked(items[link]?.text ?? ''))) return undefined;
  const until = lastDayAt(items, afterArticle(items, link + 1));
  if (until === undefined) return undefined;
  const from = whole?.said ?? { ...until.said, day: number ?? 1 };
  const { year } = until.said;
  return days({ ...(year === undefined ? {} : { year }), ...from }, until);
}

function days(from: DaySaid, { said, end }: Day): TimeSaid {
  return { time: 'span', span: { from, until: said }, end };
}

function afterArticle(items: readonly Item[], at: number): number {
  return ARTICLE.test(foldAsked(items[at]?.text ?? '')) ? at + 1 : at;
}

/** "In the next 30 days", "in the last week". */
function within(items: readonly Item[], at: number, role: 'ahead' | 'back'): TimeSaid | undefined {
  if (!is(items, at, role)) return undefined;
  // "In 30 days" is said, "in day" is not.
  const bare = /^(?:in|en|dans|uber|over|sous|binnen|within)$/.test(foldAsked(items[at]?.text ?? ''));
  const found = durationAt(items, at + 1) ?? (bare ? undefined : unitAt(items, at + 1));
  if (found === undefined) return undefined;
  const { duration, end } = found;
  return { time: 'span', span: role === 'ahead' ? { next: duration } : { last: duration }, end };
}

/** "Ces 30 derniers jours", "die 30 letzten Tage": the number before the word. */
function counted(items: readonly Item[], at: number): TimeSaid | undefined {
  const count = Number(valueAt(items, at, 'number') ?? NaN);
  const unit = unitIn(items, at + 2);
  const role = (['back', 'ahead'] as const).find((one) => is(items, at + 1, one));
  if (!(count > 0) || unit === undefined || role === undefined) return undefined;
  const duration = { count, unit };
  return { time: 'span', span: role === 'back' ? { last: duration } : { next: duration }, end: at + 3 };
}

/** "Since yesterday", "until 31 December", "before next month". */
function bounded(items: readonly Item[], at: number): TimeSaid | undefined {
  const rest = is(items, at, 'until') ? restOf(items, at + 1) : undefined;
  if (rest !== undefined) return rest;
  if (is(items, at, 'since')) {
    const named = namedAt(items, at + 1);
    if (named !== undefined) return { time: 'span', span: { since: named }, end: at + 2 };
    const weekday = weekdayAt(items, at + 1);
    if (weekday !== undefined) return weekday;
    const day = dayAt(items, at + 1) ?? monthStart(items, at + 1) ?? yearStart(items, at + 1);
    if (day !== undefined) return { time: 'span', span: { from: day.said }, end: day.end };
    const found = durationAt(items, at + 1);
    return found === undefined ? undefined : { time: 'duration', ...found };
  }
  if (!is(items, at, 'until')) return undefined;
  const text = foldAsked(items[at]?.text ?? '');
  const excluded = /^(?:before|vor|avant|antes|voor)/.test(text) && !/(?:end|ende|fin|eind|einde|acabe)\b/.test(text);
  const named = namedAt(items, at + 1);
  if (named !== undefined) return through(named, excluded, at + 2);
  const day = dayAt(items, at + 1);
  if (day !== undefined)
    return { time: 'span', span: { until: excluded ? dayBefore(day.said) : day.said }, end: day.end };
  const month = monthStart(items, at + 1) ?? (excluded ? yearStart(items, at + 1) : undefined);
  if (month === undefined) return undefined;
  const { said } = month;
  const until = excluded ? dayBefore(said) : endOf(said);
  return { time: 'span', span: { until }, end: month.end };
}

const LAST = /^(?:last|letzte[nmr]?|vergangene[nm]?|afgelopen|vorige|verleden|dernier|passe|pasado|ultimo)$/;

/** "Since Friday", "seit letztem Freitag", "depuis vendredi dernier". */
function weekdayAt(items: readonly Item[], at: number): TimeSaid | undefined {
  const word = (n: number): string => foldAsked(items[n]?.text ?? '');
  let start = at;
  while (ARTICLE.test(word(start)) || LAST.test(word(start))) start += 1;
  const weekday = weekdayNamed(word(start));
  if (weekday === undefined) return undefined;
  return { time: 'span', span: { sinceLast: weekday }, end: LAST.test(word(start + 1)) ? start + 2 : start + 1 };
}

/** "Before the end of the year": to the end of this one. */
function restOf(items: readonly Item[], at: number): TimeSaid | undefined {
  const start = is(items, at, 'fill') ? at + 1 : at;
  const unit = unitIn(items, start);
  if (unit === undefined || unit === 'day') return undefined;
  return { time: 'span', span: { through: `this_${unit}` }, end: start + 1 };
}

/** Before next month is until the end of this one. */
function through(named: NamedSpan, excluded: boolean, end: number): TimeSaid | undefined {
  // What a period becomes by either is a period, too; of texts TypeScript cannot know that.
  const earlier = named.replace('next_', 'this_').replace('tomorrow', 'today') as NamedSpan;
  if (excluded && earlier === named) return undefined;
  return { time: 'span', span: { through: excluded ? earlier : named }, end };
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
  const said = valueAt(items, at, 'span');
  return NAMED_SPANS.find((span) => span === said);
}

interface Found {
  readonly duration: Duration;
  readonly end: number;
}

function durationAt(items: readonly Item[], at: number): Found | undefined {
  if (is(items, at, 'halfYear')) return { duration: { count: 6, unit: 'month' }, end: at + 1 };
  const count = Number(valueAt(items, at, 'number') ?? NaN);
  const unit = unitIn(items, at + 1);
  if (Number.isNaN(count) || count === 0 || unit === undefined) return undefined;
  return { duration: { count, unit }, end: at + 2 };
}

function unitAt(items: readonly Item[], at: number): Found | undefined {
  const unit = unitIn(items, at);
  return unit === undefined ? undefined : { duration: { count: 1, unit }, end: at + 1 };
}

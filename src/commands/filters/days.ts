import type { DaySaid } from '../../domain/span';
import { is, valueAt } from './items';
import type { Item } from './words';

export interface Day {
  readonly said: DaySaid;
  readonly end: number;
}

/** "31 December", "December 31st", "31 de diciembre de 2026". */
export function dayAt(items: readonly Item[], at: number): Day | undefined {
  const written = writtenDay(items[at]?.text ?? '');
  if (written !== undefined) return { said: written, end: at + 1 };
  const start = is(items, at, 'fill') && isDay(items, at + 1) ? at + 1 : at;
  if (isDay(items, start)) {
    const next = isLink(items, start + 1) ? start + 2 : start + 1;
    return dayOf(valueAt(items, next, 'month'), valueAt(items, start, 'number'), items, next + 1);
  }
  return isDay(items, start + 1)
    ? dayOf(valueAt(items, start, 'month'), valueAt(items, start + 1, 'number'), items, start + 2)
    : undefined;
}

/** "2026-11-01", "1.11.2026": the two ways of writing a date with figures that mean one day everywhere. */
function writtenDay(text: string): DaySaid | undefined {
  const [, year, month, day] = /^(20\d\d)-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  if (year !== undefined) return inRange({ year: Number(year), month: Number(month), day: Number(day) });
  const [, first, second, third] = /^(\d{1,2})\.(\d{1,2})\.(20\d\d)$/.exec(text) ?? [];
  if (first === undefined) return undefined;
  return inRange({ year: Number(third), month: Number(second), day: Number(first) });
}

function inRange(said: DaySaid): DaySaid | undefined {
  return said.month >= 1 && said.month <= 12 && said.day >= 1 && said.day <= 31 ? said : undefined;
}

export function dayOf(
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

export function yearStart(items: readonly Item[], at: number): Day | undefined {
  const year = yearAt(items, at);
  return year === undefined ? undefined : { said: { year: year.year, month: 1, day: 1 }, end: year.end };
}

export function monthStart(items: readonly Item[], at: number): Day | undefined {
  const month = valueAt(items, at, 'month');
  return month === undefined ? undefined : dayOf(month, '1', items, at + 1);
}

export function isDay(items: readonly Item[], at: number): boolean {
  const value = Number(valueAt(items, at, 'number') ?? NaN);
  return /^\d/.test(items[at]?.text ?? '') && value >= 1 && value <= 31;
}

function isLink(items: readonly Item[], at: number): boolean {
  return /^(?:of|de|del|d')$/i.test(items[at]?.text ?? '');
}

export function yearAt(
  items: readonly Item[],
  at: number,
): { readonly year: number; readonly end: number } | undefined {
  const place = isLink(items, at) ? at + 1 : at;
  const text = items[place]?.text ?? '';
  return /^20\d\d$/.test(text) ? { year: Number(text), end: place + 1 } : undefined;
}

/** A day, or the last one of a month. */
export function lastDayAt(items: readonly Item[], at: number): Day | undefined {
  const day = dayAt(items, at);
  const month = day === undefined ? monthStart(items, at) : undefined;
  return month === undefined ? day : { ...month, said: endOf(month.said) };
}

/** The day before the first of the next month. */
export function endOf(said: DaySaid): DaySaid {
  return { ...said, month: said.month + 1, day: 0 };
}

export function dayBefore(said: DaySaid): DaySaid {
  return { ...said, day: said.day - 1 };
}

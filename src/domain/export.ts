import type { AccountRecord } from './account';
import type { Decision } from './decision';
import type { TimeZone } from './calendar';
import { rangeOf } from './span';
import type { Range, Span } from './span';
import type { Instant } from './time';

/** `mappings`: every account and where it stands; `history`: every decision. */
export const EXPORTS = ['mappings', 'history'] as const;
export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;

export type ExportWhat = (typeof EXPORTS)[number];
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A file as somebody asks for it. */
export interface ExportAsked {
  readonly what: ExportWhat;
  readonly format?: ExportFormat;
  readonly span?: Span;
  /** One of the providers, as it was said. */
  readonly at?: string;
}

/** The same with its moments, so that it is the same file whenever it is taken. */
export interface ExportWanted {
  readonly what: ExportWhat;
  readonly format: ExportFormat;
  readonly range?: Range;
  /** The id of the provider whose accounts it is of; all without it. */
  readonly provider?: string;
}

/** An account with those of its decisions that the file holds, oldest first. */
export interface ExportedAccount {
  readonly record: AccountRecord;
  readonly decisions: readonly Decision[];
}

/** A workbook is made in one go, in which nobody else is answered: more lines than these are for CSV. */
export const WORKBOOK_LINES = 2_000;

/** How many lines the tables of a file have together. */
export function exportedLines(accounts: readonly ExportedAccount[], { what, format }: ExportWanted): number {
  const decisions = accounts.reduce((sum, one) => sum + one.decisions.length, 0);
  if (what === 'history') return decisions;
  return format === 'csv' ? accounts.length : accounts.length + decisions;
}

/** What a period is cut to: nothing was decided outside of it. */
export const EXPORT_TIMES: Range = { from: 0, to: Date.UTC(2200, 0, 1) };

/** The moments of a period that looks back, on the clock of whoever asks. */
export function exportRange(span: Span, now: Instant, zone: TimeZone): Range {
  const { from, to } = rangeOf(span, 'back', now, zone);
  return { from: Math.max(from, EXPORT_TIMES.from), to: Math.min(to, EXPORT_TIMES.to) };
}

export function isWithin(at: number, range: Range | undefined): boolean {
  return range === undefined || (at >= range.from && at < range.to);
}

import { z } from 'zod';
import { REVIEW_PAGE } from '../domain/review';
import { SISTERS_KEPT } from '../domain/sister';
import { wellFormed } from '../domain/unseen';
import { accountIdField, idField } from './ids';

/** A review of nothing but what fits almost certainly, or of one provider's accounts. */
const scope = { only: z.literal('sure').exactOptional(), provider: idField.exactOptional() };
/** An account, and how it stood on the page. */
const seen = { accountId: accountIdField, asOf: z.number().int().min(0) };
/** What an input of a review holds: a customer to map to, or that this is none. */
const choice = z.union([
  z.literal('ignore'),
  z
    .string()
    .regex(/^map:.{1,300}$/su)
    .transform(wellFormed),
]);

/** The verbs of going through many accounts at once. */
export const reviewVerbs = [
  /** Begin to go through the open accounts. */
  z.object({ verb: z.literal('review'), ...scope }),
  /** Save a page: its rows, each with what was chosen there, if anything. */
  z.object({
    verb: z.literal('review-save'),
    rows: z
      .array(
        z.object({
          ...seen,
          choice: choice.exactOptional(),
          also: z.array(z.object(seen)).max(SISTERS_KEPT).exactOptional(),
        }),
      )
      .min(1)
      .max(REVIEW_PAGE),
    ...scope,
    since: z.number().int().min(0),
    done: z.number().int().min(0).max(1_000_000),
  }),
  /** Take a saved page back: `click` and the row name a decision. */
  z.object({
    verb: z.literal('review-undo'),
    click: idField,
    rows: z
      .array(z.object({ accountId: accountIdField, row: z.number().int().min(0).lt(REVIEW_PAGE) }))
      .min(1)
      .max(REVIEW_PAGE * (1 + SISTERS_KEPT)),
  }),
  /** How our proposals compare with what is mapped in Work 365. */
  z.object({
    verb: z.literal('compare'),
    offset: z.number().int().min(0).max(1_000_000),
    /** So many were compared on the cards before. */
    after: z.number().int().min(0).max(1_000_000).exactOptional(),
  }),
] as const;

/** The id of a review's input, by the place of its row. */
export function reviewInput(row: number): string {
  return `row${row}`;
}

/** What a box says that is not ticked. */
export const LATER = 'later';
/** A client that was given no such word says "false", and a list of which nothing was chosen is empty. */
const NOTHING_CHOSEN: ReadonlySet<string> = new Set([LATER, 'false', '']);

/** The rows of a page, each with what its input held; an input without a choice leaves its account for later. */
export function withChoices(payload: Readonly<Record<string, unknown>>): unknown {
  const rows: unknown = payload['rows'];
  if (!Array.isArray(rows)) return rows;
  return rows.map((row: unknown, at) => {
    const input = reviewInput(at);
    const chosen = Object.hasOwn(payload, input) ? payload[input] : undefined;
    if (typeof row !== 'object' || typeof chosen !== 'string' || NOTHING_CHOSEN.has(chosen)) return row;
    return { ...row, choice: chosen };
  });
}

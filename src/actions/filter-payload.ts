import { z } from 'zod';
import type { AccountFilter } from '../domain/account-filter';
import { WEEKDAYS } from '../domain/calendar';
import { NAMED_SPANS, UNITS } from '../domain/span';

/** What a list is narrowed down by, as a button carries it. */

const not = z.literal(true).exactOptional();
const text = z.string().min(1).max(200);
const duration = z.object({ count: z.number().int().min(1).max(1_000), unit: z.enum(UNITS) });
const month = z.number().int().min(1).max(13);
const year = z.number().int().min(2000).max(2099);
const day = z.object({ year: year.exactOptional(), month, day: z.number().int().min(0).max(31) });
const named = z.enum(NAMED_SPANS);
const span = z.union([
  z.strictObject({ named }),
  z.strictObject({ month, year: year.exactOptional() }),
  z.strictObject({ year }),
  z.strictObject({ next: duration }),
  z.strictObject({ last: duration }),
  z.strictObject({ since: named }),
  z.strictObject({ through: named }),
  z.strictObject({ sinceLast: z.enum(WEEKDAYS) }),
  z.strictObject({ from: day.exactOptional(), until: day.exactOptional() }),
]);
const by = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), id: text, name: text }),
  z.object({ kind: z.literal('work365'), name: text.exactOptional() }),
]);

const condition = z.discriminatedUnion('is', [
  z.object({
    is: z.enum(['open', 'mapped', 'ignored', 'admin', 'admin-pending', 'subscribed', 'shared', 'drift', 'snoozed']),
    not,
  }),
  z.object({
    is: z.enum(['accepted', 'ended', 'signed', 'admin-ended', 'in-work365']),
    not,
    span: span.exactOptional(),
  }),
  z.object({ is: z.literal('admin-ends'), not, span }),
  z.object({ is: z.literal('waiting'), not, longer: duration }),
  z.object({
    is: z.literal('country'),
    not,
    countries: z
      .array(z.string().regex(/^[A-Z]{2}$/))
      .min(1)
      .max(20)
      .readonly(),
  }),
  z.object({ is: z.literal('provider'), not, provider: text }),
  z.object({ is: z.literal('company'), not, names: z.array(text).min(1).max(20).readonly() }),
  z.object({
    is: z.literal('decided'),
    not,
    verdict: z.enum(['mapped', 'ignored']).exactOptional(),
    by: by.exactOptional(),
    span: span.exactOptional(),
  }),
]);

/** Each name is looked up among all. */
const MOST_NAMES = 20;

function namesIn(filter: AccountFilter): number {
  return filter.reduce((sum, one) => sum + (one.is === 'company' ? one.names.length : 0), 0);
}

export const filterSchema = z
  .array(condition)
  .min(1)
  .max(8)
  .readonly()
  .refine((filter) => namesIn(filter) <= MOST_NAMES) satisfies z.ZodType<AccountFilter>;

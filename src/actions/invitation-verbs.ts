import { z } from 'zod';
import { wellFormed } from '../domain/unseen';
import { accountIdField, idField } from './ids';
import { period } from './list-fields';

const company = z.string().trim().min(1).max(300).transform(wellFormed);

const narrowed = {
  by: z.union([z.literal(true), z.string().min(1).max(80).transform(wellFormed)]).exactOptional(),
  olderDays: z.number().int().min(1).max(100_000).exactOptional(),
  period: period.exactOptional(),
};

/** Who was invited. */
export const invitationVerbs = [
  /** Invited on that day, or today, for a provider; `anyway`: also where the company has accepted before. */
  z.object({
    verb: z.literal('invited'),
    company,
    provider: idField.exactOptional(),
    anyway: z.literal(true).exactOptional(),
    day: z
      .string()
      .regex(/^20\d\d-[01]\d-[0-3]\d$/)
      .exactOptional(),
  }),
  /** The answer to "is it the one?". */
  z.object({ verb: z.literal('invited-reply'), invitationId: idField, accountId: accountIdField, yes: z.boolean() }),
  /** Wait no longer for its answer; `back` takes that back. */
  z.object({ verb: z.literal('uninvite'), invitationId: idField, back: z.literal(true).exactOptional() }),
  z.object({
    verb: z.literal('invitations'),
    offset: z.number().int().min(0).max(1_000_000),
    ...narrowed,
  }),
  /** Whoever clicks wants to hear when each of them accepts. */
  z.object({ verb: z.literal('watch-invited'), ...narrowed }),
  /** A text that asks the customer once more. */
  z.object({ verb: z.literal('follow-up'), invitationId: idField }),
] as const;

import { z } from 'zod';
import type { DayAsked } from '../domain/day-asked';
import { LONGEST_REASON } from '../domain/snooze';
import { wellFormed, withoutUnseen } from '../domain/unseen';
import { accountIdField } from './ids';

/** Of the form that lets an account wait: its inputs, which arrive beside the payload of its buttons. */
export const DAY_INPUT = 'snooze-day';
export const REASON_INPUT = 'snooze-reason';

/** One line of what somebody typed, without what nobody sees; nothing where nothing is left. */
export const reasonField = z
  .string()
  .max(2_000)
  .transform(
    (text) =>
      withoutUnseen(wellFormed(text))
        .replaceAll(/[\p{Cc}\s]+/gu, ' ')
        .trim()
        .slice(0, LONGEST_REASON)
        .trim() || undefined,
  )
  .optional();

/** As inputs of dates send it, and as we write it: 2026-12-31. */
export const dayField = z.string().trim().max(40).transform(wellFormed).optional();

/** Letting an account wait, and not any more. */
export const snoozeVerbs = [
  z.object({
    verb: z.literal('snooze'),
    accountId: accountIdField,
    /** Of the person who clicks, when they click. Without it the day is the one that was chosen. */
    when: z.enum(['tomorrow', 'monday']).exactOptional(),
    day: dayField,
    reason: reasonField,
    /** When the snooze began that the card showed. */
    seen: z.number().int().min(0).exactOptional(),
  }),
  z.object({ verb: z.literal('wake'), accountId: accountIdField }),
] as const;

/** What the inputs of the form hold. */
export function snoozeTyped(payload: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const typed = [
    ['day', payload['day'] ?? payload[DAY_INPUT]],
    ['reason', payload['reason'] ?? payload[REASON_INPUT]],
  ] as const;
  return Object.fromEntries(typed.filter(([, value]) => value !== undefined && value !== null));
}

/** The day that a payload names; undefined where it names none. */
export function dayChosen(day: string | undefined): DayAsked | undefined {
  if (day === undefined || day === '') return undefined;
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  if (year === undefined) return { unread: day };
  return { year: Number(year), month: Number(month), day: Number(date) };
}

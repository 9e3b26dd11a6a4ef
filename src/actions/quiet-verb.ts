import { z } from 'zod';
import { WEEKDAYS } from '../domain/calendar';

/** Inputs of the form, which arrive beside the payload of its button. */
export const QUIET_INPUTS = {
  from: 'quiet-from',
  to: 'quiet-to',
  days: 'quiet-days',
  urgent: 'quiet-urgent',
  holidays: 'quiet-holidays',
  off: 'quiet-off',
} as const;

const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .optional();

/** Quiet hours of this conversation, all of them: what is left out is not quiet. */
export const quietVerb = z.object({
  verb: z.literal('quiet'),
  on: z.boolean(),
  from: time,
  to: time,
  days: z.array(z.enum(WEEKDAYS)).max(7).optional(),
  urgent: z.boolean().optional(),
  /** A country or region; empty: none. */
  holidays: z.string().max(12).optional(),
  /** The end of a pause, in milliseconds; 0: there is none any more. Alone it changes nothing else. */
  pause: z.number().int().nonnegative().optional(),
  /** Days as somebody typed them. */
  off: z.string().max(400).optional(),
});

/** What the inputs of the form hold. Some clients send the seconds, too, and a switch is a word. */
export function quietTyped(payload: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const typed = (field: keyof typeof QUIET_INPUTS): unknown => payload[field] ?? payload[QUIET_INPUTS[field]];
  const hour = (value: unknown): unknown =>
    typeof value !== 'string'
      ? value
      : value.trim() === ''
        ? undefined
        : value.trim().replace(/^(\d\d:\d\d):\d\d$/, '$1');
  const days = typed('days');
  const urgent = typed('urgent');
  const read = {
    from: hour(typed('from')),
    to: hour(typed('to')),
    days: typeof days === 'string' ? days.split(',').filter((day) => day !== '') : days,
    holidays: typed('holidays'),
    off: typed('off'),
    urgent: typeof urgent === 'string' ? urgent === 'true' : urgent,
  };
  return Object.fromEntries(Object.entries(read).map(([field, value]) => [field, value ?? undefined]));
}

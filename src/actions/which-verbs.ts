import { z } from 'zod';
import { accountIdField, intent, typed } from './ids';
import { dayField, reasonField } from './snooze-verbs';

const snoozed = { day: dayField, reason: reasonField };
/** With `request`, the colleague as typed. */
const asked = { who: typed.exactOptional() };

/** What is chosen where several may be meant. */
export const whichVerbs = [
  /**
   * The answer to "which one do you mean?"; with `map`, `customer` is what was typed for the customer, with `snooze` the
   * day and the reason.
   */
  z.object({
    verb: z.literal('which'),
    accountId: accountIdField,
    intent,
    customer: typed.exactOptional(),
    ...snoozed,
    ...asked,
  }),
  /** The same where no account is known yet: asked again with another name. */
  z.object({
    verb: z.literal('which-name'),
    query: typed,
    intent,
    customer: typed.exactOptional(),
    ...snoozed,
    ...asked,
  }),
] as const;

import { z } from 'zod';
import { quietVerb } from './quiet-verb';
import { hearOfVerb } from './routing-verb';

/** What can be set in a conversation. */
export const settingsVerbs = [
  z.object({
    verb: z.literal('settings'),
    topic: z.enum(['digest', 'notifications', 'language', 'reminders']),
    value: z.string().regex(/^[a-z]{1,20}$/),
    time: z
      .string()
      .regex(/^\d\d:\d\d$/)
      .exactOptional(),
  }),
  hearOfVerb,
  quietVerb,
] as const;

import { z } from 'zod';
import { mutingTyped, mutingVerb } from './muting-verb';
import { quietTyped, quietVerb } from './quiet-verb';
import { chosenIn, hearOfVerb, routeTyped, routeVerb } from './routing-verb';

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
  routeVerb,
  mutingVerb,
  quietVerb,
] as const;

type Typed = Readonly<Record<string, unknown>>;

/** What the inputs of the card hold, by verb. */
export const settingTyped: Readonly<Record<string, (payload: Typed) => Typed>> = {
  'hear-of': ({ providers }) => ({ providers: chosenIn(providers) }),
  'route': routeTyped,
  'muting': mutingTyped,
  'quiet': quietTyped,
};

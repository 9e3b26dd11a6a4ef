import { z } from 'zod';

/** Ids of providers, as a choice of several brings them: in one text, with commas between them. */
const providerIds = z.array(z.string().regex(/^[\w-]{1,80}$/)).max(60);

/** The providers whose new accounts are announced here: these, all of them, or as their settings say. */
export const hearOfVerb = z.object({
  verb: z.literal('hear-of'),
  of: z.enum(['chosen', 'all', 'default']),
  providers: providerIds,
});

export function chosenIn(input: unknown): unknown {
  if (input === undefined || input === null) return [];
  return typeof input === 'string'
    ? input
        .split(',')
        .map((id) => id.trim())
        .filter((id) => id !== '')
    : input;
}

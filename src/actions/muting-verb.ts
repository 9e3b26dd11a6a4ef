import { z } from 'zod';
import { MOST_MUTED, NEWS_KINDS } from '../domain/muting';
import { accountIdField } from './ids';
import { chosenIn } from './routing-verb';

/** Inputs of the form, which arrive beside the payload of its button. */
export const MUTING_INPUTS = { accounts: 'muted-accounts', kinds: 'muted-kinds' } as const;

/** What is muted in this conversation, all of it: what is left out is not muted any more. */
export const mutingVerb = z.object({
  verb: z.literal('muting'),
  accounts: z.array(accountIdField).max(MOST_MUTED),
  kinds: z.array(z.enum(NEWS_KINDS)).max(NEWS_KINDS.length),
});

export function mutingTyped(payload: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return {
    accounts: chosenIn(payload['accounts'] ?? payload[MUTING_INPUTS.accounts]),
    kinds: chosenIn(payload['kinds'] ?? payload[MUTING_INPUTS.kinds]),
  };
}

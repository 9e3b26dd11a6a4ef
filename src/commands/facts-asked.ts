import { AGREEMENT, ADMIN, SIGNED } from './beyond';
import type { FactAsked, Intent } from './intent';

/**
 * Which of the facts about one company the words ask for, when it is another one than whether it has accepted: "yes, it
 * has accepted" is no answer to "has it signed?". `said` is the text without the names. Empty for anything else.
 */
export function factsAsked(said: string, intent: Intent): readonly FactAsked[] {
  if (intent.name !== 'status') return [];
  const text = said.replaceAll(SIGNED_UP, ' ');
  const agreement = AGREEMENT.test(text) || SIGNED.test(text);
  return [...(agreement ? (['agreement'] as const) : []), ...(ADMIN.test(text) ? (['admin'] as const) : [])];
}

/** Who signs up or in, or signs an invitation, accepts. */
const SIGNED_UP =
  /(?:^|(?<=[^\p{L}]))sign(?:ed|s)?(?: the| our| their| this)? (?:up|on|in|invit\w*|link|partner\w*|reseller)(?!\p{L})/giu;

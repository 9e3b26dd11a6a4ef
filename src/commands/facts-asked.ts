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
  const facts = [...(agreement ? (['agreement'] as const) : []), ...(ADMIN.test(text) ? (['admin'] as const) : [])];
  return facts.length === 0 && DENIED.test(text) ? ['reseller'] : facts;
}

/** "Has it not accepted?": "yes" could mean either, so it is answered with the fact itself. */
const DENIED =
  /(?:^|[^\p{L}])(?:not|never|\p{L}+n['’]t|nicht|nie|pas|jamais|no ha\w*|no es|nunca|niet|nooit)(?!\p{L})/iu;

/** Who signs up or in, or signs an invitation, accepts. */
const SIGNED_UP =
  /(?:^|(?<=[^\p{L}]))sign(?:ed|s)?(?: the| our| their| this)? (?:up|on|in|invit\w*|link|partner\w*|reseller)(?!\p{L})/giu;

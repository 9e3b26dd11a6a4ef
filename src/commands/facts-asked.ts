import type { Language } from '../domain/language';
import { AGREEMENT, ADMIN, SIGNED } from './beyond';
import { saysTime } from './filters/times';
import type { FactAsked, Intent } from './intent';

/**
 * Which of the facts about one company the words ask for, when it is another one than whether it has accepted: "yes, it
 * has accepted" is no answer to "has it signed?". `said` is the text without the names. Empty for anything else.
 */
export function factsAsked(said: string, intent: Intent, language: Language): readonly FactAsked[] {
  if (intent.name !== 'status') return [];
  const text = said.replaceAll(SIGNED_UP, ' ');
  const facts = factsIn(text);
  if (facts.length > 0) return facts;
  // "Did it accept in October?": when it did may not be known, so "yes" would say too much.
  return saysTime(text, language) || NO_YES.some((pattern) => pattern.test(text)) ? ['reseller'] : [];
}

/** The customer agreement and admin access, as far as the words name them. */
export function factsIn(text: string): readonly FactAsked[] {
  const agreement = AGREEMENT.test(text) || SIGNED.test(text);
  return [...(agreement ? (['agreement'] as const) : []), ...(ADMIN.test(text) ? (['admin'] as const) : [])];
}

/** "Has it not accepted?": "yes" could mean either, so it is answered with the fact itself. */
const DENIED =
  /(?:^|[^\p{L}])(?:not|never|neither|weder|ni|noch .+ noch|\p{L}+n['’]t|nicht|nie|pas|jamais|no ha\w*|no es|nunca|niet|nooit)(?!\p{L})/iu;

/** "Anyone other than Fabrikam", "only Contoso": "yes" would be about the others. */
const OF_OTHERS =
  /(?:^|[^\p{L}])(?:other than|except|besides|apart from|only|außer|ausser|nur|sauf|à part|seulement|excepto|aparte de|salvo|solo|sólo|behalve|alleen|buiten)(?!\p{L})/iu;

/** What else a customer can accept: "yes" would be about that. */
const OTHER_OFFERS =
  /(?:^|[^\p{L}])(?:quotes?|quotations?|proposals?|estimates?|contracts?|orders?|offers?|pricing|prices?|google|aws|angebot\p{L}*|kostenvoranschlag|vertrag|bestellung|preise?|devis|contrat|commande|tarifs?|presupuesto|oferta|contrato|pedido|precios?|offerte|contract|bestelling|prijs|prijzen)(?!\p{L})/iu;

/** Who signs up or in, or signs an invitation, accepts. */
const SIGNED_UP =
  /(?:^|(?<=[^\p{L}]))sign(?:ed|s)?(?: the| our| their| this)? (?:up|on|in|invit\w*|link|partner\w*|reseller)(?!\p{L})/giu;

const NO_YES: readonly RegExp[] = [DENIED, OF_OTHERS, OTHER_OFFERS];

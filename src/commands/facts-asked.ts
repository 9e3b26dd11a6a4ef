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
  return facts.length === 0 && NO_YES.some((pattern) => pattern.test(text)) ? ['reseller'] : facts;
}

/** "Has it not accepted?": "yes" could mean either, so it is answered with the fact itself. */
const DENIED =
  /(?:^|[^\p{L}])(?:not|never|neither|weder|ni|noch .+ noch|\p{L}+n['’]t|nicht|nie|pas|jamais|no ha\w*|no es|nunca|niet|nooit)(?!\p{L})/iu;

/** "Did it accept in October?": when it did may not be known, so "yes" would say too much. */
const DATED =
  /(?:^|[^\p{L}])(?:today|yesterday|this (?:week|month|year)|last (?:week|month|year|\p{L}+day)|since (?!when)|before|after|until|\d+ (?:days?|weeks?|months?) ago|in \d{4}|\p{L}+(?:sday|nday|rday|iday)|heute|gestern|(?:diese|letzte|vorige)[nmrs]? (?:woche|monat|jahr)|seit (?!wann)|vor|nach|aujourd'hui|hier|(?:cette|la) semaine|(?:ce|le) mois|depuis (?!quand)|avant|après|hoy|ayer|(?:esta|la) semana|(?:este|el) mes|desde (?!cuándo)|antes|después|vandaag|gisteren|(?:deze|vorige|afgelopen) (?:week|maand)|sinds (?!wanneer)|voor|na|januar[yi]|jänner|janvier|enero|februar[yi]?|février|febrero|märz|march|mars|marzo|maart|apr[ia]l|avril|abril|m[ae]i|may|mayo|juni?|june|juin|junio|juli?|july|juillet|julio|august|août|agosto|augustus|septemb\p{L}+|septiembre|oktober|octob\p{L}+|octubre|novemb\p{L}+|noviembre|de[cz]emb\p{L}+|décembre|diciembre)(?!\p{L})/iu;

/** "Anyone other than Fabrikam", "only Contoso": "yes" would be about the others. */
const OF_OTHERS =
  /(?:^|[^\p{L}])(?:other than|except|besides|apart from|only|außer|ausser|nur|sauf|à part|seulement|excepto|aparte de|salvo|solo|sólo|behalve|alleen|buiten)(?!\p{L})/iu;

/** What else a customer can accept: "yes" would be about that. */
const OTHER_OFFERS =
  /(?:^|[^\p{L}])(?:quotes?|quotations?|proposals?|estimates?|contracts?|orders?|offers?|pricing|prices?|google|aws|angebot\p{L}*|kostenvoranschlag|vertrag|bestellung|preise?|devis|contrat|commande|tarifs?|presupuesto|oferta|contrato|pedido|precios?|offerte|contract|bestelling|prijs|prijzen)(?!\p{L})/iu;

/** Who signs up or in, or signs an invitation, accepts. */
const SIGNED_UP =
  /(?:^|(?<=[^\p{L}]))sign(?:ed|s)?(?: the| our| their| this)? (?:up|on|in|invit\w*|link|partner\w*|reseller)(?!\p{L})/giu;

const NO_YES: readonly RegExp[] = [DENIED, DATED, OF_OTHERS, OTHER_OFFERS];

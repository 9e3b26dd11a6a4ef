import type { Recognised } from './recognise';

/** Nothing is proposed: "who told you to undo it?", "should I unmap it?", "he said map it", "I was about to link them when the phone rang". */
export const TELLS =
  /^[\s¿"'(]*(?:who|whose|why|how|should|shall|must|what (?:if|happens)|before (?:you|we)|bevor|avant d[e'’]|antes de|voordat|wer|wieso|weshalb|warum|wie|soll(?:te|ten|en)? ich|was (?:wenn|passiert)|qui|pourquoi|comment|faut-il|dois-je|doit-on|quién|por qué|cómo|debo|debería|wie|waarom|hoe|moet ik|zou ik)(?!\p{L})|(?<!\p{L})(?:(?:he|she|they|boss|we|somebody|someone|i) (?:just )?(?:said|says|told|asked|tells|asks|decided|forgot)|about to|(?:did|have|has|had|do|does) (?:you|he|she|they|we|anyone|anybody|somebody)|would not|wouldn'?t|(?:er|sie|chef) (?:sagte?|meinte|fragte?)|(?:hast|habt|haben) (?:du|ihr|sie)|wollte gerade|(?:il|elle|chef) (?:a )?(?:dit|demandé|demande)|as-tu|avez-vous|j'allais|dijo|dice que|preguntó|¿has|iba a|(?:hij|zij|ze) (?:zei|zegt|vroeg)|heb je|heeft u|wilde net)(?!\p{L})/iu;

/** "Show me the last one" points at a list. */
export const SHOWS =
  /^[\s¿"'(]*(?:and |so |ok |und |et |y |en )*(?:show|open|display|pull up|bring up|zeig\p{L}*|öffne|montre\p{L}*|ouvre\p{L}*|muestra\p{L}*|muéstrame|abre|ábreme|toon)(?!\p{L})/iu;

const MAY_YOU =
  /(?<!\p{L})(?:can|could|would|will|may|might|please|pls|mind|kannst|können|könnte\w*|magst|bitte|darf|peux|pouvez|pourr\w+|peut|puedes?|podrías?|podría|kun|kunt|kan|mag|wil|zou|graag)(?!\p{L})/iu;

/** So likely a mapping must be to be heard in a question. */
const SURELY = 0.97;
const ASKS =
  /\?\s*$|^[\s¿"'(]*(?:is|are|has|have|did|does|do|ist|sind|hat|haben|est-ce|es|está|ha|han|heeft|hebben|zijn)(?!\p{L})/iu;

const STATE_ASKED =
  /^[\s¿"'(]*(?:is|are|has|have|did|does|ist|sind|hat|haben|est-ce|a-t|es|está|ha|han|heeft|hebben|zijn)(?!\p{L}).*\?\s*$/isu;
const OF_TEAM: ReadonlySet<string> = new Set(['assign', 'unassign', 'snooze', 'wake']);

/**
 * "Something new at Rapperswil?", "is GDAP active for Contoso": what is asked, and nobody asked to do, is no mapping; "has
 * Contoso not accepted before Monday?" puts nothing off.
 */
export function withoutAskedChange(text: string, learned: Recognised): Recognised {
  const name = learned.intent?.name ?? '';
  if (OF_TEAM.has(name) && STATE_ASKED.test(text)) return { ...learned, intent: undefined, share: 0 };
  const asked = name === 'map' && ASKS.test(text) && !MAY_YOU.test(text);
  return asked && learned.share < SURELY ? { ...learned, intent: undefined, share: 0 } : learned;
}

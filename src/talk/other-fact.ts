import { factsIn } from '../commands/facts-asked';
import type { FactAsked, Intent } from '../commands/intent';
import { WHAT_ABOUT } from '../commands/what-about';
import type { CarriedOn, TalkHearing } from './carry-on';
import { asFilled, intentOf } from './commands';

const FEW = 5;
const CARRIED = '^(?:(?:and|so|ok|und|et|y|en)\\s+)*';
const OPENS = new RegExp(`${CARRIED}${WHAT_ABOUT}\\s`, 'iu');
const MISSING =
  /^(?:(?:and|so|ok|und|et|y|en)\s+)*(?:(?:is )?(?:there )?anything (?:else )?missing|what(?:['’]s| is) (?:still )?missing|fehlt (?:noch )?(?:etwas|was)|was fehlt(?: noch)?|il manque (?:encore )?quelque chose|qu['’]est-ce qui manque(?: encore)?|¿?falta algo|¿?qué falta|ontbreekt er (?:nog )?iets|wat ontbreekt(?: er)?(?: nog)?)\s*[?.!]*$/iu;

/** "Until when?", "since when?", "when does it run out?" */
const WHEN =
  /^(?:(?:and|so|ok|und|et|y|en)\s+)*(?:¿\s*)?(?:since when|until when|till when|when (?:does|did|will) (?:it|that|this|they) \p{L}+(?: out| to)?|how long|seit wann|bis wann|wann (?:läuft (?:es|das|er) ab|genau|endet (?:es|das))|wie lange(?: noch)?|depuis quand|jusqu['’]à quand|quand (?:expire-t-il|ça expire)|desde cuándo|hasta cuándo|cuándo (?:vence|caduca|termina)|sinds wanneer|tot wanneer|wanneer (?:loopt het af|eindigt het))\s*[?.!]*$/iu;

/** When the fact of the last answer began or ends; of whether a company has accepted it is asked otherwise. */
function factUntil(text: string, memory: TalkHearing['memory']): readonly FactAsked[] {
  const before = intentOf(memory?.last?.command);
  return before?.name === 'status' && WHEN.test(text) ? (before.facts ?? []) : [];
}

/** "What about GDAP?", "anything missing?" behind an answer about one company: asked of that one, not of all. */
export function otherFact({ core, memory, spoken, vocabulary, names }: TalkHearing): CarriedOn | undefined {
  const [one, another] = memory?.last?.about ?? [];
  if (one === undefined || another !== undefined || core.words.length > FEW) return undefined;
  const facts = OPENS.test(spoken.text) || core.carried ? factsIn(core.text) : factUntil(spoken.text, memory);
  if (facts.length === 0 && !MISSING.test(spoken.text)) return undefined;
  const company = names.leads(one.name) ? one.name : undefined;
  if (company === undefined) return undefined;
  const intent: Intent = { name: 'status', companies: [company], ...(facts.length === 0 ? {} : { facts }) };
  return { carried: 'understood', heard: asFilled(intent, vocabulary.language) };
}

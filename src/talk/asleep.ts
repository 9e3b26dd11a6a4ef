import { normalise } from '../commands/normalise';
import { companiesOf } from '../commands/no-names';
import { snoozePhrase } from '../commands/snooze';
import { snoozeTold } from '../commands/snooze-told';
import { LANGUAGES } from '../domain/language';
import type { CarriedOn, TalkHearing } from './carry-on';
import { isExplicit } from './carry-on';
import { asFilled, resolved } from './commands';
import { coreOf } from './core-of';
import { targetOf } from './targets';
import { talkWords } from './tokens';
import { vocabularyOf } from './vocabulary';
import type { Vocabulary } from './vocabulary';

const STAND_IN = 'Contoso';

/** "Posponlo", "mets-le": it hangs on its verb. */
const JOINED = /^(\p{L}+?)(?:-(?:le|la|les)|l[oae]s?)(?= )|^(\p{L}+?)(?:-(?:le|la|les)|l[oae]s?)[.!?]*$/iu;
const POINTER =
  /(?<![\p{L}'])(?:it|this(?: one)?|that(?: one)?|them|these|those|es|das|dies(?:es)?|ihn|sie|ça|cela|lo|los|eso|esto|het|dit|dat|deze|ze)(?!\p{L})/giu;
const SEVERAL = /^(?:them|these|those|sie|los|ze)$/iu;
/** Only until when, or the verb with nothing before the day. */
const BARE =
  /^(?:until|till|not (?:before|until)|bis|erst|jusqu'|pas avant|hasta|no antes|tot|pas(?= )|niet (?:voor|eerder))/iu;
const VERB =
  /^(?:please |bitte |por favor |graag )*(?:snooze|postpone|defer|put off|hold(?: off)?|wake(?: up)?|unsnooze|vertagen?|verschieben?|reporte[rz]?|repousse[rz]?|pospón|pospon|aplaza|uitstellen|stel uit|später:?|later:?)(?= )/iu;

/** "Until when?" is a question, and no day. */
const ASKS_WHEN = /^(?:¿\s*)?(?:until when|till when|bis wann|jusqu'à quand|hasta cuándo|tot wanneer)\s*[?.!]*$/iu;

/** "Snooze it until Monday", "stelle es bis Montag zurück", and only "until Monday": of whom the talk is about. */
export function asleep(look: TalkHearing): CarriedOn | undefined {
  const { spoken, memory, names } = look;
  const another = anotherOne(look);
  if (another !== undefined) return another;
  if (isExplicit(spoken) && !isOfNobody(spoken.text)) return undefined;
  const text = normalise(spoken.text);
  if (ASKS_WHEN.test(text)) return undefined;
  for (const { words, pointer } of variants(text)) {
    const heard = snoozePhrase(words) ?? putAway(words);
    if (heard === undefined || companiesOf(heard.intent).join() !== STAND_IN) continue;
    const target = targetOf({ kind: SEVERAL.test(pointer) ? 'they' : 'one' }, memory);
    if (target === undefined || memory?.last === undefined) return undefined;
    return resolved(asFilled(heard.intent, heard.language), target, names);
  }
  return undefined;
}

/** "Stell es zurück": until when is asked. */
function putAway(words: string): ReturnType<typeof snoozeTold> {
  const told = snoozeTold(words);
  return told?.proposed === true ? undefined : told;
}

/** "And Litware until February": another account, and a day of its own instead of the one before. */
function anotherOne({ spoken, memory, names, vocabulary }: TalkHearing): CarriedOn | undefined {
  if (memory?.last?.command?.name !== 'snooze') return undefined;
  const own = carryingOn(spoken.text, vocabulary);
  const { text } = coreOf(spoken.text, own);
  const heard = snoozePhrase(`snooze ${normalise(text).replace(/^[¿\s]+|[?\s]+$/gu, '')}`);
  if (heard?.intent.name !== 'snooze' || heard.intent.until === undefined) return undefined;
  if (!heard.intent.companies.every((name) => names.leads(name))) return undefined;
  return { carried: 'understood', heard: asFilled(heard.intent, own.language) };
}

/** The language in which the message begins with "and"; without one, the one at hand. */
function carryingOn(text: string, vocabulary: Vocabulary): Vocabulary {
  const words = talkWords(text);
  const all = [vocabulary, ...LANGUAGES.map(vocabularyOf)];
  return all.find(({ phrases }) => phrases('carries').at(words, 0) > 0) ?? vocabulary;
}

/** What stands after the verb is the day already: "snooze until Monday" names nobody, though "until" stood for a name. */
function isOfNobody(text: string): boolean {
  const plain = normalise(text);
  return BARE.test(plain) || BARE.test(plain.replace(VERB, '').trim()) || JOINED.test(plain);
}

function variants(text: string): readonly { readonly words: string; readonly pointer: string }[] {
  const pointers = [...text.matchAll(POINTER)].map((found) => ({
    words: `${text.slice(0, found.index)}${STAND_IN}${text.slice(found.index + found[0].length)}`,
    pointer: found[0],
  }));
  const joined = text.replace(
    JOINED,
    (_, verb: string | undefined, alone: string | undefined) => `${verb ?? alone ?? ''} ${STAND_IN}`,
  );
  const verb = VERB.exec(text)?.[0];
  return [
    ...pointers,
    ...(joined === text ? [] : [{ words: joined, pointer: '' }]),
    ...(verb === undefined ? [] : [{ words: `${verb} ${STAND_IN}${text.slice(verb.length)}`, pointer: '' }]),
    ...(BARE.test(text)
      ? [`${STAND_IN} ${text}`, `snooze ${STAND_IN} ${text}`].map((words) => ({ words, pointer: '' }))
      : []),
  ];
}

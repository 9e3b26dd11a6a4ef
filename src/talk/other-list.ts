import { ofFilter } from '../commands/filters/list-intent';
import type { Intent } from '../commands/intent';
import { companiesOf } from '../commands/no-names';
import { orderSaid } from '../commands/order-said';
import { understand } from '../commands/understand';
import type { Understanding } from '../commands/understand';
import type { ConditionAsked } from '../domain/asked-filter';
import type { CarriedOn, TalkHearing } from './carry-on';
import { asFilled, intentOf } from './commands';
import { talkWords } from './tokens';

type Listing = Extract<Intent, { readonly name: 'list' }>;

const FEW = 7;

/** "Only the French ones" after a list: the same list with that condition, too. */
export function narrowedList(look: TalkHearing): CarriedOn | undefined {
  const before = listBefore(look);
  return before === undefined ? undefined : listed(look, before, narrowing(look));
}

/** "Newest first" after a list: the same list in that order. */
export function reordered({ memory, spoken }: TalkHearing): CarriedOn | undefined {
  const before = intentOf(memory?.command);
  const said = orderSaid(spoken.text);
  if (before?.name !== 'list' || said?.rest !== '') return undefined;
  return { carried: 'understood', heard: asFilled({ ...before, order: said.order }, said.language) };
}

/** "And mapped?", "by Megan?", "and in October?": the same of what is too short to be a question. */
export function otherList(look: TalkHearing): CarriedOn | undefined {
  const before = listBefore(look);
  return before === undefined ? undefined : listed(look, before, elliptical(look, before));
}

function listBefore({ memory, core }: TalkHearing): Listing | undefined {
  const before = intentOf(memory?.command);
  return before?.name !== 'list' || core.words.length > FEW ? undefined : before;
}

function listed(
  look: TalkHearing,
  before: Listing,
  asked: readonly ConditionAsked[] | undefined,
): CarriedOn | undefined {
  if (asked === undefined) return undefined;
  const conditions = joined(conditionsOf(before), asked);
  const { language } = look.vocabulary;
  const heard = ofFilter({ filter: { conditions }, language, describes: false }, look.core.text);
  return heard.outcome === 'understood' ? { carried: 'understood', heard } : undefined;
}

/** "Only …", and "… ones" after a word that carries on: said as a list by itself, and meant of the last one. */
function narrowing(look: TalkHearing): readonly ConditionAsked[] | undefined {
  const { core, vocabulary, spoken } = look;
  // "Just" is a word around a message, too.
  const only = Math.max(
    ...[core.words, talkWords(spoken.text)].map((words) => vocabulary.phrases('only').at(words, 0)),
  );
  const ones = core.words.some((_, at) => vocabulary.phrases('ones').at(core.words, at) > 0);
  if (only === 0 && !(core.carried && ones)) return undefined;
  const own = conditionsIn(spoken.heard);
  const kept = vocabulary.phrases('only').at(core.words, 0);
  const rest = core.words[kept];
  return own ?? (only === 0 || rest === undefined ? undefined : inFrames(look, core.text.slice(rest.start), []));
}

/** A question by itself, however short: "which customers have not signed". */
const WHOLE =
  /^¿?\s*(?:which|who|what|how many|welche[nrs]?|wer|was|wie viele|quel(?:le)?s?|qui|combien|qué|quién(?:es)?|cuáles|cuántos|cuántas|welke|wie|hoeveel)(?!\p{L})/iu;

/** Too short to be a question: "and in October?". */
function elliptical(look: TalkHearing, before: Listing): readonly ConditionAsked[] | undefined {
  const { core, vocabulary, spoken, names } = look;
  const { heard } = spoken;
  const text = core.text.replace(/[?!.\s]+$/, '');
  if (heard.outcome === 'understood') {
    if (companiesOf(heard.intent).length === 0 || companiesOf(heard.intent).some((name) => names.leads(name)))
      return undefined;
    if (!heard.evidence.every((line) => line.startsWith('NAME '))) return undefined;
  }
  if (names.leads(text) || WHOLE.test(text)) return undefined;
  const ofDecided = conditionsOf(before).some(({ is }) => is === 'decided' || is === 'mapped');
  return inFrames(look, text, ofDecided ? [vocabulary.decidedFrame] : []);
}

function inFrames(
  { vocabulary, names, spoken: { locale } }: TalkHearing,
  text: string,
  first: readonly string[],
): readonly ConditionAsked[] | undefined {
  for (const frame of [...first, ...vocabulary.listFrames]) {
    const options = { known: names.known, ...(locale === undefined ? {} : { locale }) };
    const found = conditionsIn(understand(frame.replace('{}', text), options));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a list was narrowed down by, where all of it was understood and no place is only a guess. */
function conditionsIn(heard: Understanding): readonly ConditionAsked[] | undefined {
  if (heard.outcome !== 'understood' || heard.intent.name !== 'list') return undefined;
  const { filter } = heard.intent;
  if (filter === undefined || (filter.unclear ?? []).length > 0 || filter.conditions.length === 0) return undefined;
  const isGuess = filter.conditions.some((one) => one.is === 'place' && one.isProvider !== true);
  return isGuess ? undefined : filter.conditions;
}

function conditionsOf({ what, period, filter }: Listing): readonly ConditionAsked[] {
  if (filter !== undefined) return filter.conditions;
  if (what !== 'accepted') return [{ is: 'open' }];
  return [{ is: 'accepted', ...(period === undefined ? {} : { span: { named: period } }) }];
}

/** The new condition takes the place of one about the same thing. */
function joined(before: readonly ConditionAsked[], asked: readonly ConditionAsked[]): readonly ConditionAsked[] {
  const about = new Set(asked.map(topicOf));
  return [...before.filter((condition) => !about.has(topicOf(condition))), ...asked];
}

function topicOf({ is }: ConditionAsked): string {
  switch (is) {
    case 'open':
    case 'mapped':
    case 'ignored':
    case 'decided':
    case 'waiting':
      return 'decision';
    case 'admin':
    case 'admin-pending':
    case 'admin-ended':
    case 'admin-ends':
      return 'admin';
    case 'accepted':
    case 'ended':
      return 'relation';
    case 'country':
    case 'place':
      return 'place';
    default:
      return is;
  }
}

import { isListedWord } from '../commands/lexicons';
import { companiesOf } from '../commands/no-names';
import { spacedWords, bare } from '../commands/name-like';
import type { Subject } from '../domain/told';
import type { CarriedOn, TalkHearing } from './carry-on';
import { isExplicit } from './carry-on';
import { asFilled, carriable, commandFromTalk, resolved } from './commands';
import { described, nationalityIn, tellingWords } from './described';
import { fill } from './fill';
import type { Filled } from './fill';
import { pointersIn } from './pointers';
import type { Pointer } from './pointers';
import { targetOf } from './targets';
import type { Target } from './targets';

/** A message that points at something: "it", "the second one", "the German one". */
export function pointed(look: TalkHearing): CarriedOn | undefined {
  return byDescription(look) ?? byPointer(look);
}

function byPointer(look: TalkHearing): CarriedOn | undefined {
  const { core, vocabulary, memory, names, spoken } = look;
  if (isExplicit(spoken) && !isOnlySeeming(look)) return undefined;
  for (const pointer of pointersIn(core.words, vocabulary)) {
    if (isOfOtherPhrase(core.text, pointer)) continue;
    const target = targetOf(pointer.to, memory);
    if (target === undefined) {
      if (isPlaceAlone(look, pointer)) return nowhere(look);
      const asked = isPlace(pointer) && isExplicit(spoken) ? filledAt(look, pointer) : undefined;
      if (asked?.outcome === 'understood') return resolved(asked, { target: 'which', among: [] }, names);
      continue;
    }
    if (isWhole(look, pointer)) {
      const taken = takenAloud(look, pointer);
      const found = taken === undefined ? alone(look, pointer, target) : resolved(taken, target, names);
      if (found !== undefined) return found;
      continue;
    }
    const filled = filledAt(look, pointer);
    if (filled !== undefined && mayPoint(look, pointer, filled) && !isOfAnother(look, pointer, filled))
      return resolved(filled, target, names);
  }
  return undefined;
}

/** A word for a company; "it" and "this one" are none. */
const NOUN =
  /(?:customer|client|tenant|account|company|kunde|konto|firma|mandant|compte|soci[eé]t|empresa|cuenta|klant|bedrijf)/iu;

/**
 * "Is it ok to bill Woodgrove" names whom it is about: nothing is taken from the talk. "Map it to Woodgrove" needs both,
 * and "the customer for Woodgrove" is none that was talked about.
 */
function isOfAnother({ core, names, spoken: { heard } }: TalkHearing, pointer: Pointer, filled: Filled): boolean {
  const pointing = core.text.slice(pointer.start, pointer.end);
  const named = namedIn(heard).filter((name) => names.leads(name) && !pointing.includes(name));
  if (named.length === 0) return false;
  if (filled.outcome !== 'understood' || filled.intent.name !== 'map') return true;
  return NOUN.test(pointing) && filled.evidence.every((line) => line.startsWith('learned'));
}

function namedIn(heard: TalkHearing['spoken']['heard']): readonly string[] {
  switch (heard.outcome) {
    case 'understood':
      return companiesOf(heard.intent);
    case 'misunderstood':
      return heard.companies ?? [];
    case 'beyond':
      return heard.company === undefined ? [] : [heard.company];
    case 'nothing':
      return [];
  }
}

/** "This month" and "the customer agreement" point at no company. */
const OTHER_PHRASE =
  /^(?:(?:dies\p{L}*|deze|dit|cet?|cette|est[ae]|this) (?:laufende\p{L}* )?(?:woche|monats?|jahr\p{L}*|quartals?|week|maand|jaar|kwartaal|semaine|mois|ann[ée]e|an|trimestre|semana|mes|año|month|year|quarter)|(?:the|de|d[ieae]\p{L}?|le|el) (?:customer|kunden?|klant|client)[ -]?(?:agreement|vereinbarung|overeenkomst|record|tenants?))(?!\p{L})/iu;

/** "Anything that'll bite me": it points at what stands before it. */
const ANYTHING =
  /(?:(?:any|some|every|no)(?:thing|one|body)|alles|etwas|nichts|jemand|niemand|niets|iets|iemand),?\s*$/iu;

function isOfOtherPhrase(text: string, { start }: Pointer): boolean {
  return OTHER_PHRASE.test(text.slice(start)) || ANYTHING.test(text.slice(0, start));
}

/** Nothing but "the second one": what was asked before, of that one. */
function alone(
  { memory, names, vocabulary, spoken }: TalkHearing,
  { to, weak }: Pointer,
  target: Target,
): CarriedOn | undefined {
  if (weak && to.kind !== 'other') return undefined;
  if (memory === undefined || spoken.heard.outcome === 'nothing') return undefined;
  const customer = memory.question?.asks === 'customer' ? carriable(memory.question.command) : undefined;
  const [chosen] = target.target === 'these' ? target.subjects : [];
  if (customer?.name === 'map' && memory.list?.of === 'customers' && chosen !== undefined)
    return { carried: 'understood', heard: asFilled({ ...customer, customer: chosen.name }, vocabulary.language) };
  const listed = target.target === 'these' && target.listed;
  return resolved(asFilled(commandFromTalk(memory, listed), vocabulary.language), target, names);
}

/** "I'll take it" chooses where something is asked; else that person is on it from now on. */
function takenAloud({ core, memory, spoken, vocabulary, names }: TalkHearing, pointer: Pointer): Filled | undefined {
  if (memory?.question !== undefined) return undefined;
  const pointing = core.text.slice(pointer.start, pointer.end);
  const start = spoken.text.lastIndexOf(pointing);
  if (start < 0) return undefined;
  const blank = { text: spoken.text, start, end: start + pointing.length, owns: false };
  const filled = fill(blank, vocabulary.of, { known: names.known });
  return filled?.outcome === 'understood' && filled.intent.name === 'assign' ? filled : undefined;
}

/** "The first one" where nothing was listed. */
function isPlaceAlone(look: TalkHearing, pointer: Pointer): boolean {
  return isPlace(pointer) && isWhole(look, pointer);
}

function isPlace({ to: { kind }, weak }: Pointer): boolean {
  return (kind === 'places' || kind === 'run') && !weak;
}

/** It points at what is not there: it is asked which company is meant, and never taken for the name of one. */
function nowhere({ memory, names, vocabulary }: TalkHearing): CarriedOn {
  return resolved(asFilled(commandFromTalk(memory, false), vocabulary.language), { target: 'which', among: [] }, names);
}

function isWhole({ core }: TalkHearing, { start, end }: Pointer): boolean {
  return core.words.every((word) => word.start >= start && word.end <= end);
}

function filledAt(
  { core, spoken, vocabulary, names }: TalkHearing,
  pointer: Pick<Pointer, 'start' | 'end' | 'owns'>,
): Filled | undefined {
  const { locale } = spoken;
  const options = { known: names.known, ...(locale === undefined ? {} : { locale }) };
  return fill({ text: core.text, ...pointer }, vocabulary.of, options);
}

/** What says something by itself points only by words that always do, and to ask about a company. */
function mayPoint({ spoken: { heard }, core, vocabulary }: TalkHearing, pointer: Pointer, filled: Filled): boolean {
  const { weak, to, start } = pointer;
  if (heard.outcome !== 'understood' || companiesOf(heard.intent).length > 0) return true;
  if (heard.intent.name === 'undo' || heard.intent.name === 'thanks' || heard.intent.name === 'greeting') return false;
  const at = core.words.findIndex((word) => word.start === start);
  // "What is missing there" asks of a company what by itself asks for a list.
  const isPlace = heard.intent.name === 'list' && vocabulary.phrases('places').at(core.words, at) > 0;
  return (!weak || isPlace) && to.kind !== 'all' && filled.outcome === 'understood';
}

/** What was taken for a company are words of the question: "Lizenzen", "open number 3". */
function isOnlySeeming({ spoken: { heard }, core, vocabulary, names }: TalkHearing): boolean {
  if (heard.outcome !== 'understood') return false;
  const pointers = pointersIn(core.words, vocabulary);
  return companiesOf(heard.intent).every((company) => {
    if (isAdverb(company, vocabulary)) return pointers.some(({ weak }) => !weak);
    if (names.leads(company)) return false;
    const inPointer = pointers.some(({ start, end }) =>
      core.text.slice(start, end).toLowerCase().includes(company.toLowerCase()),
    );
    return inPointer || spacedWords(company).every((word) => isListedWord(bare(word)) || /^\d+$/.test(word));
  });
}

/** "First", "now": of a name that is known, or no name at all. */
function isAdverb(company: string, vocabulary: TalkHearing['vocabulary']): boolean {
  return (
    /^\p{Ll}+$/u.test(company) &&
    (vocabulary.ordinal(company) !== undefined || vocabulary.phrases('trails').has(company))
  );
}

/** "The German one", "the winery": among what was listed or talked about. */
function byDescription(look: TalkHearing): CarriedOn | undefined {
  const { core, memory, names, vocabulary } = look;
  if (memory === undefined) return onlyDescribed(look) ? nowhere(look) : undefined;
  const candidates = [
    memory.near ?? [],
    memory.question === undefined ? [] : (memory.list?.items ?? []),
    memory.list?.items ?? [],
    memory.talkedAbout,
  ];
  const inSentence = nationalityIn(core.words, vocabulary);
  for (const among of candidates) {
    if (looksDescribed(look)) {
      const found = described(core.words, among, vocabulary, names);
      if (found.length > 0 && found.length < Math.max(2, among.length)) {
        const listed = among === memory.list?.items;
        const command = commandFromTalk(memory, listed && memory.question === undefined && !look.core.corrected);
        return resolved(asFilled(command, vocabulary.language), oneOf(found), names);
      }
    }
    if (inSentence !== undefined) {
      const found = among.filter((subject) => names.countryOf(subject) === inSentence.country);
      const filled = found.length === 0 ? undefined : filledAt(look, { ...inSentence, owns: false });
      if (filled !== undefined) return resolved(filled, oneOf(found), names);
    }
  }
  if (core.corrected) return amongAll(look);
  return onlyDescribed(look) ? (amongNamesakes(look) ?? nowhere(look)) : undefined;
}

/** "The UK one", after an answer about Meridian Logistics: one that is called alike. */
function amongNamesakes({ core, memory, names, vocabulary }: TalkHearing): CarriedOn | undefined {
  const [one, another] = memory?.last?.about ?? [];
  if (one === undefined || another !== undefined) return undefined;
  const alike = names.near(one.name).filter(({ name }) => name !== one.name && name.startsWith(one.name));
  const found = described(core.words, alike, vocabulary, names);
  if (found.length === 0) return undefined;
  return resolved(asFilled(commandFromTalk(memory, false), vocabulary.language), oneOf(found), names);
}

/** "The UK one": a country or a state and nothing that could be a name. */
function onlyDescribed({ core, vocabulary }: TalkHearing): boolean {
  const { words } = core;
  const telling = tellingWords(words, vocabulary);
  if (telling.length === 0 || telling.length === words.length) return false;
  const said = telling.map(({ folded }) => folded).join(' ');
  return vocabulary.nationality(said) !== undefined || vocabulary.state(said) !== undefined;
}

/** "No, the electric car people": somebody of whom nobody has spoken yet. */
function amongAll({ core, memory, names, vocabulary, spoken }: TalkHearing): CarriedOn | undefined {
  const telling = tellingWords(core.words, vocabulary);
  const [first] = telling;
  const last = telling.at(-1);
  if (first === undefined || last === undefined || memory?.last === undefined) return undefined;
  // A name that was typed leads where names lead.
  if (isExplicit(spoken) && telling.length === core.words.length) return undefined;
  const words = core.text.slice(first.start, last.end);
  if (names.leads(words)) return undefined;
  const found = described(core.words, names.near(words), vocabulary, names);
  if (found.length === 0) return undefined;
  return resolved(asFilled(commandFromTalk(memory, false), vocabulary.language), oneOf(found), names);
}

function oneOf(found: readonly Subject[]): Target {
  return found.length === 1 ? { target: 'these', subjects: found, listed: false } : { target: 'which', among: found };
}

/** A few words with an article before them, or an answer to the question which one. */
function looksDescribed({ core, vocabulary, memory, spoken }: TalkHearing): boolean {
  const { words } = core;
  const [first] = words;
  if (first === undefined || words.length > 7) return false;
  if (memory?.question !== undefined) return !isExplicit(spoken) || core.corrected;
  const { phrases } = vocabulary;
  return (
    phrases('describes').at(words, 0) > 0 ||
    phrases('articles').at(words, 0) > 0 ||
    phrases('people').endingAt(words, words.length) > 0
  );
}

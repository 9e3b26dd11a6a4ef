import { LANGUAGES, localeLanguage } from '../../domain/language';
import type { Language } from '../../domain/language';
import type { Span } from '../../domain/span';
import { PERIODS } from '../intent';
import type { KnownNames } from '../known-names';
import type { FilterAsked } from '../../domain/asked-filter';
import { readFilter } from './read-filter';
import type { FilterRead } from './read-filter';
import { stepsIn } from './steps';
import type { FilterStep } from './steps';
import { is } from './items';
import { mayTell } from './telling';
import { foldAsked, itemsIn, askedWords } from './words';
import type { Item } from './words';

export interface FilterHeard {
  readonly filter: FilterAsked;
  readonly language: Language;
  /** All that is unclear describes the accounts: "premium customers" names no company. */
  readonly describes: boolean;
  /** Somebody asks who has not accepted: that no list knows. */
  readonly notAccepted?: true;
  /** A plain list says the same: it counts where the readers have no answer. */
  readonly isPlain?: true;
}

/** Another sentence begins. "Zwischen dem 1. und dem 10. November" is one. */
const SENTENCES = /(?<!(?<!\d)\d{1,2})[.?!]\s+[\p{L}¿¡]/u;

/** A question is short; a letter is read otherwise. */
const LONGEST = 40;

/**
 * A question about many accounts by what they have in common: "which German customers have no GDAP?". Undefined for
 * anything else, for questions about a company that is known, and for the plain lists of old.
 */
export function filterAsked(
  plain: string,
  options: { readonly known?: KnownNames; readonly locale?: string } = {},
): FilterHeard | undefined {
  const words = askedWords(plain);
  if (words.length === 0 || SENTENCES.test(plain) || words.length > LONGEST || POINTS_BACK.test(plain))
    return undefined;
  const folded = words.map(foldAsked);
  const heard = LANGUAGES.filter((language) => mayTell(folded, language))
    .map((language) => read(words, folded, language))
    .filter((one) => one !== undefined);
  if (heard.length === 0 || namesCompany(words, options.known)) return undefined;
  const own = localeLanguage(options.locale);
  if (
    words.length < 2 &&
    !heard.some(({ filter }) => filter.conditions.some(({ is: kind }) => kind === 'drift' || kind === 'snoozed'))
  )
    return undefined;
  const [best] = heard.sort(
    (a, b) =>
      Number(a.isPlain) - Number(b.isPlain) ||
      a.strange - b.strange ||
      b.said - a.said ||
      Number(b.language === own) - Number(a.language === own),
  );
  if (best === undefined) return undefined;
  const { language, filter, notAccepted, isPlain } = best;
  if (filter.unclear !== undefined && !isSure(filter)) return undefined;
  // "All of them": whoever was spoken of.
  if (filter.unclear?.some((said) => PRONOUN.test(said)) === true) return undefined;
  if (filter.unclear?.some((words_) => options.known?.has(words_) === true) === true) return undefined;
  return {
    filter,
    language,
    describes: best.describes && !isPlain,
    ...(notAccepted ? { notAccepted } : {}),
    ...(isPlain ? { isPlain } : {}),
  };
}

const PRONOUN = /^(?:them|they|these|those|both|it|denen|ihnen|sie|eux|elles|ellos|ellas|hen|ze)$/iu;

/** "Who mapped it?" is about one account, which was spoken of before. */
const POINTS_BACK =
  /^¿?\s*(?:(?:and|und|et|y|en)\s+)?(?:who|wer|qui|quién|wie)\s+(?:\p{L}+\s+)?(?:(?:\p{L}+\s+)?(?:it|that|this|them|das|dies|es|ihn|sie|dat|dit|het)\s*(?:\p{L}+\s*){0,2}|l['’]\p{L}+\s*(?:\p{L}+\s*)?|lo\s+\p{L}+\s*)[?.!]*$/iu;

/** Words between others that say little are another matter altogether. */
function isSure({ conditions, unclear = [] }: FilterAsked): boolean {
  const telling = conditions.some(({ is: kind }) => !WEAK.has(kind));
  return telling && unclear.join(' ').split(' ').length <= 3;
}

const WEAK: ReadonlySet<string> = new Set(['place', 'country', 'accepted', 'open', 'mapped']);

const PLAIN: ReadonlySet<string> = new Set(['open', 'accepted']);

interface Read extends FilterRead {
  readonly isPlain: boolean;
  readonly language: Language;
  /** Words that the language's lexicon lacks, and words that say something in it. */
  readonly describes: boolean;
  readonly strange: number;
  readonly said: number;
}

function read(words: readonly string[], folded: readonly string[], language: Language): Read | undefined {
  const items = itemsIn(words, language, folded);
  const steps = stepsIn(items);
  const found = asksForMany(steps) ? readFilter(steps) : undefined;
  if (found === undefined || isTwoQuestions(steps) || contradictsItself(found.filter)) return undefined;
  const isPlain = !found.notAccepted && isOfOld(found, items);
  if (isPlain && (steps[0]?.step === 'not' || !PLAIN.has(found.filter.conditions[0]?.is ?? ''))) return undefined;
  const onlyPlaces = found.filter.conditions.every((one) => one.is === 'place');
  if (onlyPlaces && !steps.some(({ step }) => step === 'noun')) return undefined;
  const strange = items.filter(({ meanings }) => meanings.length === 0).length;
  const said = steps.filter(({ step }) => step === 'condition' || step === 'time').length;
  const describes = steps.every((step) => step.step !== 'unclear' || step.describes);
  return { ...found, language, describes, strange, said, isPlain };
}

/** Who, which, how many, customers; or "pending in Germany" and "accepted in the last 30 days", which are lists by themselves. */
function asksForMany(steps: readonly FilterStep[]): boolean {
  if (steps.some(({ step }) => ASKING.has(step))) return true;
  if (steps.some(({ step }) => step === 'unclear')) return false;
  if (saysItAll(steps)) return true;
  if (steps.some(({ step }) => step === 'place')) return false;
  // "Check Map Room": a name beside a deed is somebody's only where a time was said, too.
  if (steps.some(({ step }) => step === 'who') && !steps.some(({ step }) => step === 'time')) return false;
  // "Don't map anything", "I mapped it yesterday": an order, or a statement.
  if (steps[0]?.step === 'not' ? !saysAdmin(steps) : steps.some(({ step }) => step === 'me')) return false;
  const says = (wanted: (word: string) => boolean): boolean =>
    steps.some((step) => step.step === 'condition' && wanted(step.word));
  const isNarrowed =
    steps.some((step) => NARROWING.has(step.step) && !isToday(step)) || says((word) => word === 'country');
  if (isNarrowed && says((word) => LISTED.has(word))) return true;
  const [first] = steps;
  const isAdmin = first?.step === 'condition' && first.word === 'admin';
  if (!says((word) => word === 'admin')) return false;
  return first?.step === 'not' || (isAdmin && says((word) => word === 'end') && isNarrowed);
}

/** "No mapping today": today is when it is said. */
function isToday(step: FilterStep): boolean {
  if (step.step !== 'time' || step.time.time !== 'span') return false;
  return 'named' in step.time.span && step.time.span.named === 'today';
}

/** What drifts, or is snoozed, needs no other word: nothing else is called so. */
function saysItAll(steps: readonly FilterStep[]): boolean {
  return steps.some((step) => step.step === 'condition' && (step.word === 'drift' || step.word === 'snoozed'));
}

function saysAdmin(steps: readonly FilterStep[]): boolean {
  return steps.some((step) => step.step === 'condition' && step.word === 'admin');
}

const ASKING: ReadonlySet<string> = new Set(['asks', 'asks-who', 'noun']);
const NARROWING: ReadonlySet<string> = new Set(['time', 'soon', 'except', 'left-out', 'by-me']);
const LISTED: ReadonlySet<string> = new Set([
  'open',
  'accepted',
  'mapped',
  'ignored',
  'wait',
  'ended',
  'invited',
  'decided',
]);

/** "… and how many did we map?": each is read by itself. */
function isTwoQuestions(steps: readonly FilterStep[]): boolean {
  const asks = (step: FilterStep | undefined): boolean => ASKS.has(step?.step ?? '');
  const second = steps.findIndex((step, at) => step.step === 'and' && asks(steps[at + 1]));
  return second >= 0 && steps.slice(0, second).some(asks);
}

const ASKS: ReadonlySet<string> = new Set(['asks', 'asks-who']);

/** Nothing is open and mapped: it was read amiss, and none would be false. */
function contradictsItself({ conditions }: FilterAsked): boolean {
  const states = new Set(
    conditions.flatMap(({ is: state, not }) =>
      STATES.has(state) && not !== true ? [state === 'waiting' ? 'open' : state] : [],
    ),
  );
  return states.size > 1;
}

const STATES: ReadonlySet<string> = new Set(['open', 'waiting', 'mapped', 'ignored']);

/** What the lists of old answer: what is open, and who accepted in a period that they know. */
function isOfOld({ filter: { conditions, unclear }, saysAgreement }: FilterRead, items: readonly Item[]): boolean {
  const [only, another] = conditions;
  if (only === undefined) return true;
  if (another !== undefined || unclear !== undefined || only.is === 'place') return false;
  const isOldSpan = !('span' in only) || isOfPeriod(only.span);
  if (only.is === 'open') return only.not !== true;
  if (only.is === 'accepted') return isOldSpan;
  // "Who signed yesterday?" speaks of the invitation, and "are all mapped?" of those that are not.
  if (only.is === 'signed') return !saysAgreement;
  if (only.is === 'mapped') return asksOfAll(items);
  // "What was mapped this week?" asks for the story, "which were" for the accounts.
  const counts = items.some((_, at) => is(items, at, 'count') || is(items, at, 'noun'));
  return only.is === 'decided' && only.who === undefined && isOldSpan && !counts;
}

/** "Are all mapped?", "all accounts mapped?"; but "all mapped accounts" and "show all mapped" name those that are. */
function asksOfAll(items: readonly Item[]): boolean {
  const texts = items.map(({ text }) => foldAsked(text));
  if (!texts.some((text) => ALL.has(text)) || SHOWS.test(texts[0] ?? '')) return false;
  const noun = items.findIndex((_, at) => is(items, at, 'noun'));
  // "Tous les comptes associés": there, what describes stands behind, too.
  if (texts.some((text) => /^(?:tou|tod)/u.test(text)) && !texts.some((text) => IS.test(text))) return false;
  return noun < 0 || items.findIndex((_, at) => is(items, at, 'mapped')) > noun;
}

const IS = /^(?:sont|est|ont|estan|esta|son|han|queda)/u;
const SHOWS =
  /^(?:show|list|give|display|zeig|liste|gib|montre|affiche|donne|muestra|lista|dame|ensena|toon|geef|laat)/u;

const ALL = new Set(['all', 'alle', 'tous', 'toutes', 'todos', 'todas']);

/** A period that the plain lists know, however it is said. */
function isOfPeriod(span: Span | undefined): boolean {
  if (span === undefined) return true;
  if ('last' in span) return span.last.count === 1;
  const named = 'named' in span ? span.named : 'since' in span ? span.since : undefined;
  return PERIODS.some((name) => name === named);
}

/** "The UK" is no company, whatever is called so. */
function couldName(word: string): boolean {
  return (
    /^[\p{Lu}\p{N}]/u.test(word) || LANGUAGES.every((language) => itemsIn([word], language)[0]?.meanings.length === 0)
  );
}

/** A name of several words, or with a word of its own, that a company bears: then it is about that company. */
function namesCompany(words: readonly string[], known: KnownNames | undefined): boolean {
  if (known === undefined) return false;
  const could = words.map(couldName);
  for (let at = 0; at < words.length; at += 1)
    for (let end = at + 2; end <= Math.min(words.length, at + 6); end += 1) {
      const span = words.slice(at, end);
      if (could.slice(at, end).every(Boolean) && known.has(span.join(' '))) return true;
    }
  return false;
}

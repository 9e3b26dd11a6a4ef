import { is, valueAt } from './items';
import { timeAt } from './times';
import type { TimeSaid } from './times';
import { foldAsked } from './words';
import type { Item, Role } from './words';

/** Words that say what an account is to be. */
export const CONDITIONS = [
  'work365',
  'drift',
  'snoozed',
  'shared',
  'unsigned',
  'nothing',
  'agreement',
  'sign',
  'adminPending',
  'admin',
  'subscription',
  'ignored',
  'invited',
  'open',
  'wait',
  'mapped',
  'decided',
  'accepted',
  'ended',
  'endedAlready',
  'end',
  'country',
] as const satisfies readonly Role[];

export type ConditionWord = (typeof CONDITIONS)[number];

/** What the reader goes through, one after the other. */
export type FilterStep =
  | { readonly step: 'condition'; readonly word: ConditionWord; readonly value: string; readonly also: readonly Role[] }
  | { readonly step: 'time'; readonly time: TimeSaid; readonly words: string }
  | {
      readonly step:
        'not' | 'except' | 'and' | 'or' | 'soon' | 'me' | 'by-me' | 'asks' | 'asks-who' | 'noun' | 'work365-did';
    }
  /** Somebody, some place, or a company that is left out, by a name that no lexicon holds. */
  | { readonly step: 'who' | 'place' | 'left-out'; readonly name: string }
  /** `describes` when a noun follows: "premium customers". */
  | { readonly step: 'unclear'; readonly words: string; readonly describes: boolean };

/** Between two parts of a name. */
const PARTICLES = new Set(['van', 'de', 'der', 'den', 'von', 'del', 'la', 'le', 'di', 'da']);
const LONGEST_NAME = 3;
const MAPPING: readonly Role[] = ['mapped', 'ignored', 'decided'];

/** The items as steps. Words that are only there for the grammar are left out. */
export function stepsIn(items: readonly Item[]): readonly FilterStep[] {
  const steps: FilterStep[] = [];
  for (let at = 0; at < items.length;) {
    const time = timeAt(items, at);
    if (time !== undefined) {
      steps.push({ step: 'time', time, words: textOf(items, at, time.end) });
      at = time.end;
      continue;
    }
    const name = nameAt(items, at);
    if (name !== undefined) {
      steps.push(named(items, at, name));
      at = name.end;
      continue;
    }
    steps.push(...stepOf(items, at));
    at += 1;
  }
  return steps;
}

function stepOf(items: readonly Item[], at: number): readonly FilterStep[] {
  if (is(items, at, 'by') && is(items, at + 1, 'work365')) return [{ step: 'work365-did' }];
  const word = CONDITIONS.find((role) => is(items, at, role));
  if (word !== undefined && !(word === 'work365' && is(items, at - 1, 'by'))) {
    const also = (items[at]?.meanings ?? []).map(({ role }) => role);
    return [{ step: 'condition', word, value: valueAt(items, at, word) ?? '', also }];
  }
  if (word !== undefined) return [];
  for (const role of ['except', 'not', 'soon', 'count', 'asksWho', 'opener', 'noun', 'or', 'and'] as const) {
    if (is(items, at, role)) return [{ step: STEPS[role] }, ...(is(items, at, 'me') ? [{ step: 'me' as const }] : [])];
  }
  if (!is(items, at, 'me')) return [];
  // "By me", "von mir" is no "I".
  return [{ step: items[at]?.text.includes(' ') === true ? 'by-me' : 'me' }];
}

const STEPS = {
  except: 'except',
  not: 'not',
  soon: 'soon',
  count: 'asks',
  asksWho: 'asks-who',
  opener: 'asks',
  noun: 'noun',
  or: 'or',
  and: 'and',
} as const;

interface Name {
  readonly text: string;
  readonly end: number;
}

/** A run of words that no lexicon holds; with the particles inside it. */
function nameAt(items: readonly Item[], at: number): Name | undefined {
  if (!isStrange(items, at)) return undefined;
  let end = at + 1;
  while (end < items.length) {
    const isInside =
      PARTICLES.has(foldAsked(items[end]?.text ?? '')) &&
      items[end - 1]?.capital === true &&
      isStrange(items, end + 1) &&
      items[end + 1]?.capital === true;
    if (!isStrange(items, end) && !isInside) break;
    end += 1;
  }
  return { text: textOf(items, at, end), end };
}

function textOf(items: readonly Item[], at: number, end: number): string {
  return items
    .slice(at, end)
    .map(({ text }) => text)
    .join(' ');
}

/** A word that no lexicon holds; or a country's, where only a person can stand ("what did Jordan map?"). */
function isStrange(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (item === undefined) return false;
  if (item.meanings.length === 0) return true;
  const onlyCountry = item.meanings.every(({ role }) => role === 'country');
  return onlyCountry && item.capital && is(items, at - 1, 'aux') && MAPPING.some((role) => is(items, at + 1, role));
}

function named(items: readonly Item[], at: number, { text, end }: Name): FilterStep {
  const name = text.replace(/['’]s$/i, '');
  if (name.split(' ').length > LONGEST_NAME) return { step: 'unclear', words: text, describes: is(items, end, 'noun') };
  if (isLeftOut(items, at)) return { step: 'left-out', name };
  if (is(items, at - 1, 'provider') || is(items, end, 'provider')) return { step: 'place', name };
  if (is(items, at - 1, 'by') || standsForPerson(items, at, end)) return { step: 'who', name };
  const capital = items[at]?.capital === true;
  const isPlace = is(items, at - 1, 'place') && !OF.has(foldAsked(items[at - 1]?.text ?? ''));
  return isPlace && (capital || at + 1 === end)
    ? { step: 'place', name }
    : { step: 'unclear', words: text, describes: is(items, end, 'noun') };
}

/** "Except Litware and Fabrikam", "but not the Litware ones". */
function isLeftOut(items: readonly Item[], at: number): boolean {
  let before = at - 1;
  while (is(items, before, 'fill') || is(items, before, 'place')) before -= 1;
  if (is(items, before, 'except')) return true;
  const joined = is(items, before, 'and') || is(items, before, 'or');
  return joined && before > 0 && items[before - 1]?.meanings.length === 0 && isLeftOut(items, before - 1);
}

/** These lead to a company as well as to a place. */
const OF = new Set(['at', 'von', 'bei', 'de', 'chez', 'a', 'bij', "d'", 'du', 'del', 'under', 'via']);

/** "What did Ada map", "the mappings of Ada", "qué asignó Ada": beside the deed, and not what somebody did it to. */
function standsForPerson(items: readonly Item[], at: number, end: number): boolean {
  const isDeed = (place: number): boolean => MAPPING.some((role) => is(items, place, role));
  if (!items.some((_, place) => isDeed(place))) return false;
  // "Who mapped Contoso?" is about the company.
  if (items.some((_, place) => is(items, place, 'asksWho'))) return false;
  if (is(items, at - 1, 'aux')) return true;
  const capital = items[at]?.capital === true && (at > 0 || /['’]s$/i.test(items[end - 1]?.text ?? ''));
  return capital && (isDeed(end) || isDeed(at - 1) || (is(items, end, 'aux') && isDeed(end + 1)));
}

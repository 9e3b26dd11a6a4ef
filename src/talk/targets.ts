import { distinctSubjects, sameSubject } from '../domain/told';
import type { Subject } from '../domain/told';
import type { TalkMemory } from '../domain/talk-memory';
import type { PointsTo } from './pointers';

/**
 * Whom something points at.
 * - `these`: clear; at least one
 * - `which`: one of these, or of nobody knows whom when there are none: it is asked back
 * - `past`: the list has no such place; `count` is how long it is
 */
export type Target =
  | { readonly target: 'these'; readonly subjects: readonly Subject[]; readonly listed: boolean }
  | { readonly target: 'which'; readonly among: readonly Subject[] }
  | { readonly target: 'past'; readonly count: number };

export function targetOf(to: PointsTo, memory: TalkMemory | undefined): Target | undefined {
  const last = memory?.last?.about ?? [];
  switch (to.kind) {
    case 'one':
      return last.length === 1 ? these(last) : { target: 'which', among: last };
    case 'they':
      return they(memory);
    case 'both':
      return pair(memory);
    case 'all':
      return many(memory);
    case 'other':
      return other(memory);
    case 'next':
    case 'previous':
      return beside(memory, to.kind === 'next' ? 1 : -1);
    case 'places':
      return at(memory, to.places);
    case 'run':
      return run(memory, to.from, to.count);
  }
}

function these(subjects: readonly Subject[], listed = false): Target {
  return { target: 'these', subjects, listed };
}

/** Whoever the last answer was about; while it is asked which of a few is meant, all of these. */
function they(memory: TalkMemory | undefined): Target {
  const choices = choicesOf(memory);
  if (memory?.question?.asks === 'company' && choices.length > 1 && choices.length <= MOST_CHOICES)
    return these(choices);
  const last = memory?.last?.about ?? [];
  return last.length > 0 ? these(last) : { target: 'which', among: [] };
}

/** Two to choose from, two in one answer, or else the last two that were talked about. */
function pair(memory: TalkMemory | undefined): Target {
  const choices = choicesOf(memory);
  if (choices.length === 2) return these(choices);
  const last = memory?.last?.about ?? [];
  if (last.length === 2) return these(last);
  const two = (memory?.talkedAbout ?? []).slice(-2);
  return two.length === 2 ? these(two) : { target: 'which', among: two };
}

function many(memory: TalkMemory | undefined): Target {
  const choices = choicesOf(memory);
  if (choices.length > 1) return these(choices);
  const last = memory?.last?.about ?? [];
  if (last.length > 1) return these(last);
  const { items = [], of, others } = memory?.list ?? {};
  if (items.length > 1 && of === 'accounts' && others !== true) return these(items, true);
  return last.length === 1 ? these(last) : { target: 'which', among: [] };
}

/** Of two that were to choose from the one that was not meant; else the one that was talked about before. */
function other(memory: TalkMemory | undefined): Target {
  const [now, another] = memory?.last?.about ?? [];
  const { items = [], of } = memory?.list ?? {};
  if (now !== undefined && another === undefined) {
    const others = of === 'accounts' && items.some((item) => sameSubject(item, now)) ? without(items, now) : [];
    if (others.length > 1 && items.length <= MOST_CHOICES) return { target: 'which', among: others };
    const [only] = others.length === 1 ? others : without(memory?.talkedAbout ?? [], now).slice(-1);
    return only === undefined ? { target: 'which', among: [] } : these([only]);
  }
  return { target: 'which', among: memory?.question === undefined ? [] : items };
}

/** What the question that is open gives to choose from, or what was offered instead of whom nobody could find. */
function choicesOf(memory: TalkMemory | undefined): readonly Subject[] {
  if (memory?.question?.asks === 'company') return memory.list?.items ?? [];
  return memory?.near ?? [];
}

/** More than this to choose from is a list: there "the other one" is the one that was talked about before. */
const MOST_CHOICES = 6;

function without(subjects: readonly Subject[], one: Subject): readonly Subject[] {
  return distinctSubjects(subjects).filter((subject) => !sameSubject(subject, one));
}

/** After an item the one beside it; before any is opened the first. */
function beside(memory: TalkMemory | undefined, step: 1 | -1): Target | undefined {
  const list = memory?.list;
  if (list === undefined || list.of !== 'accounts') return undefined;
  const place = list.at === undefined ? (step === 1 ? 0 : -1) : list.at + step;
  const item = list.items[place];
  return item === undefined ? { target: 'past', count: list.items.length } : these([item], true);
}

function at(memory: TalkMemory | undefined, places: readonly number[]): Target | undefined {
  const near = placed(memory?.near ?? [], places);
  if (near !== undefined) return these(near);
  const items = memory?.list?.items ?? memory?.near;
  if (items === undefined) return undefined;
  const known = placed(items, places);
  return known === undefined ? { target: 'past', count: items.length } : these(known, true);
}

function placed(items: readonly Subject[], places: readonly number[]): readonly Subject[] | undefined {
  const found = places.map((place) => items[place > 0 ? place - 1 : items.length + place]);
  const known = found.filter((item) => item !== undefined);
  return known.length < found.length ? undefined : known;
}

function run(memory: TalkMemory | undefined, from: 'first' | 'last', count: number): Target | undefined {
  const items = memory?.list?.items;
  if (items === undefined) return undefined;
  if (count > items.length) return { target: 'past', count: items.length };
  return these(from === 'first' ? items.slice(0, count) : items.slice(-count), true);
}

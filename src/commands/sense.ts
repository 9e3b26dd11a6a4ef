import { CONCEPTS } from './concept';
import type { Concept } from './concept';
import { ConceptSet } from './concept-set';
import { KINDS, leftOver, SMALL } from './weights';

/** One thing that a word or phrase can stand for. */
export interface SenseEntry {
  readonly concept: Concept;
  readonly value?: string;
}

/** What a word alone can be in one language, made once when the lexicon is read. */
export interface Sense {
  /** In the order of the lexicon. */
  readonly entries: readonly SenseEntry[];
  readonly kinds: ConceptSet;
  /** Of `kinds`, what is written with a capital in the middle of a sentence too. */
  readonly natural: ConceptSet;
  /** Bits of TRAIT. */
  readonly traits: number;
  /** The cost of leaving the word out of the command. */
  readonly outside: number;
  /** 0 as written in the lexicon, more for a slip of the finger. */
  readonly slip: number;
}

/** What the weighing of words asks for again and again, as bits. */
export const TRAIT = {
  legal: 1,
  common: 2,
  onlyCommon: 4,
  offtopic: 8,
  noun: 16,
  linkWord: 32,
  /** Carries no command. */
  small: 64,
  /** Says what is wanted. */
  cue: 128,
  filler: 256,
  conj: 512,
  /** Denies, asks or reports. */
  warns: 1024,
  /** Turns a command into another one. */
  opposes: 2048,
  /** Several words that cannot be passed over ("in the office", "no need to watch"), whatever they say alone. */
  strange: 4096,
  product: 8192,
  /** Nothing but an ordinary word. */
  ordinary: 16384,
  person: 32768,
  /** Only in another language. */
  alien: 65536,
  thing: 131072,
} as const;

const NATURALLY_CAPITAL = ConceptSet.of('weekday', 'langname', 'product');
const STRANGE = ConceptSet.of('offtopic', 'unwatch', 'unmap', 'undothat');
const WARNINGS = ConceptSet.of('risk', 'howto', 'mayi', 'why');
const OPPOSITES = ConceptSet.of('stop', 'off', 'nomore', 'neg', 'unmap', 'unwatch', 'mute');

const MARKED: readonly (readonly [ConceptSet, number])[] = [
  [ConceptSet.of('legal'), TRAIT.legal],
  [ConceptSet.of('common', 'ordinary', 'thing'), TRAIT.common],
  [ConceptSet.of('offtopic'), TRAIT.offtopic],
  [ConceptSet.of('noun'), TRAIT.noun],
  [ConceptSet.of('link-word'), TRAIT.linkWord],
  [ConceptSet.of(...SMALL), TRAIT.small],
  [ConceptSet.of('filler'), TRAIT.filler],
  [ConceptSet.of('conj'), TRAIT.conj],
  [WARNINGS, TRAIT.warns],
  [OPPOSITES, TRAIT.opposes],
  [STRANGE, TRAIT.strange],
  [ConceptSet.of('product'), TRAIT.product],
  [ConceptSet.of('ordinary', 'thing'), TRAIT.ordinary],
  [ConceptSet.of('thing'), TRAIT.thing],
  [ConceptSet.of('person'), TRAIT.person],
];

export function toSense(entries: readonly SenseEntry[], slip = 0): Sense {
  const concepts = [...new Set(entries.map((entry) => entry.concept))];
  const kinds = ConceptSet.of(...concepts);
  return {
    entries,
    kinds,
    natural: kinds.within(NATURALLY_CAPITAL),
    traits: traitsOf(kinds, concepts),
    outside: outsideOf(concepts),
    slip,
  };
}

function traitsOf(kinds: ConceptSet, concepts: readonly Concept[]): number {
  let traits = concepts.some((concept) => !KINDS.has(concept)) ? TRAIT.cue : 0;
  for (const [marked, trait] of MARKED) if (kinds.meets(marked)) traits |= trait;
  if (concepts.length > 0 && concepts.every((concept) => concept === 'alien' || concept === 'risk'))
    traits |= TRAIT.alien;
  return concepts.length === 1 && concepts[0] === 'common' ? traits | TRAIT.onlyCommon : traits;
}

/** A word that can be small is taken as small; of the others the dearest meaning counts. */
function outsideOf(concepts: readonly Concept[]): number {
  const small = concepts.filter((concept) => SMALL.has(concept) && concept !== 'risk' && concept !== 'conj');
  return small.length > 0 ? Math.min(...small.map(leftOver)) : Math.max(0, ...concepts.map(leftOver));
}

/** A word that no list of the language holds. */
export const NO_SENSE = toSense([]);

const OF_CONCEPT: ReadonlyMap<Concept, Sense> = new Map(CONCEPTS.map((concept) => [concept, toSense([{ concept }])]));

/** What a phrase of the concept can be. */
export function senseOf(concept: Concept): Sense {
  return OF_CONCEPT.get(concept) ?? NO_SENSE;
}

import type { Concept } from './concept';

/**
 * What it costs when a cue word of this concept stands in the message and the reading does not need it. High: another
 * command is probably meant. Chosen by hand on the examples; a concept that is not listed costs `UNLISTED`.
 */
const LEFT_OVER: Readonly<Partial<Record<Concept, number>>> = {
  'accept': 1.2,
  'acceptnow': 1,
  'news': 0.4,
  'check': 0.3,
  'pending': 0.9,
  'still': 0.08,
  'neg': 0.1,
  'relationship': 0.5,
  'who': 0.3,
  'list': 0.15,
  'unmapped': 1.5,
  'nobody': 0.3,
  'customer': 0.1,
  'need': 0.1,
  'fresh': 0.2,
  'period': 0.15,
  'show': 0.35,
  'about': 0.08,
  'have': 0.05,
  'invite': 0.4,
  'link': 0.3,
  'send': 0.1,
  'tellme': 0.1,
  'when': 0.15,
  'if': 0.08,
  'nomore': 0.6,
  'unwatch': 2,
  'all': 0.1,
  'weekday': 0.4,
  'appear': 0.1,
  'mapping': 0.4,
  'to': 0.05,
  'onto': 0.05,
  'pairend': 0.4,
  'unmap': 2,
  'from': 0.05,
  'undo': 1.2,
  'undothat': 1.5,
  'happened': 0.5,
  'why': 0.5,
  'on': 0.3,
  'off': 0.4,
  'speak': 0.1,
  'instead': 0.2,
  'set': 0.2,
  'names': 0.3,
  'learned': 0.2,
  'name': 0.1,
  'iam': 0.25,
  'greeting': 0.06,
  'thanks': 0.06,
  'time': 0.2,
  'help': 1.2,
  'filler': 0.06,
  'product': 0.06,
  'noun': 0.12,
  'polite': 0.04,
  'conj': 0.08,
  'risk': 0.1,
  'pronoun': 0.1,
  'link-word': 0.12,
  'legal': 1,
  'offtopic': 1.9,
  'common': 0.35,
  'ordinary': 0.25,
  'thing': 0.45,
  'person': 0.3,
  'plural': 0.1,
  'singular': 0.1,
  'aux': 0.08,
};

const UNLISTED = 0.8;

export function leftOver(concept: Concept): number {
  return LEFT_OVER[concept] ?? UNLISTED;
}

/** The words of a language that carry no command. */
export const SMALL: ReadonlySet<Concept> = new Set<Concept>([
  'filler',
  'polite',
  'alien',
  'product',
  'noun',
  'pronoun',
  'plural',
  'singular',
  'aux',
  'link-word',
  'conj',
  'risk',
]);

/** Concepts that say what kind of word it is, not what is wanted. */
export const KINDS: ReadonlySet<Concept> = new Set<Concept>([
  ...SMALL,
  'legal',
  'offtopic',
  'common',
  'ordinary',
  'thing',
  'person',
]);

/** Costs of a token outside names. */
export const OUTSIDE = {
  unknownCapital: 3,
  unknown: 1.3,
  /** In small letters, where names have capitals. */
  unknownLow: 0.55,
  address: 6,
  quoted: 6,
  arrow: 2.5,
  /** A legal form that follows a name. */
  legal: 1,
  mark: 0.02,
  /** After a name: seldom anything but a part of it. */
  number: 0.8,
  join: 1.2,
  /** Each word of a phrase such as "in the office", at least. */
  strange: 1.2,
  /** Times this where something is changed. */
  strict: 1.4,
  /** Or at least this, for a word that makes the command another one ("don't", "off"). */
  opposed: 2,
  /** Or at least this, for a word of which only is known that it is ordinary. */
  ordinary: 1,
  /** Added to a familiar word that is written with a capital in the middle of a sentence. */
  capital: 0.5,
} as const;

/** Costs of a token inside a name. */
export const INSIDE = {
  unknown: 0.1,
  unknownLowerAmongCapitals: 0.5,
  capital: 0,
  capitalSmall: 0.08,
  capitalCue: 0.2,
  common: 0.35,
  alien: 0.35,
  thing: 0.1,
  small: 0.7,
  connector: 0.3,
  cue: 0.85,
  repeated: 0.35,
  offtopic: 0.3,
  address: 2,
  product: 0.4,
  comma: 0.2,
  join: 0.1,
  bracket: 0.1,
  dash: 0.4,
  stop: 1.2,
  shout: 2,
  other: 3,
} as const;

/** The cost of a mark inside a name. */
export function markCost(mark: string): number {
  if (mark === ',') return INSIDE.comma;
  if (mark === '&' || mark === '+') return INSIDE.join;
  if (mark === '(' || mark === ')' || mark === "'" || mark === '/') return INSIDE.bracket;
  if (mark === '-' || mark === '–') return INSIDE.dash;
  if (mark === '.') return INSIDE.stop;
  return mark === '!' ? INSIDE.shout : INSIDE.other;
}

/** Costs of a name that begins or ends with such a word, and of a name made of nothing else. */
export const BORDER = {
  small: 1,
  /** A small word of another language. */
  alien: 0.3,
  article: 0.45,
  cue: 0.4,
  common: 0.15,
  nothingSolid: 2.4,
  onlyOfftopic: 2.4,
  onlyCommon: 1.5,
  /** Several words for things and nothing else. */
  things: 0.4,
  tooLong: 0.25,
  unbalanced: 1,
  halved: 2,
  lowerBesideCapitals: 0.9,
  thing: 1.1,
  /** A first name alone. */
  person: 1.6,
  /** Before it stands a capital word that opens the message and is no word of a command. */
  beheaded: 0.8,
} as const;

/** Readings above these are not believed. */
export const LIMIT = { reading: 2.1, changing: 1.5 } as const;

/** Matches that cost more are not looked at. */
export const HIGHEST = LIMIT.reading * 3;

/** What costs this cannot be part of one: what follows makes a reading cheaper by less than 4, even with known names. */
export const MOST = HIGHEST + 4;

/** Skipping a clause or a sentence beside the command costs this, and part of the cues in it. */
export const SKIP = { clause: 0.35, sentence: 0.2, cues: 0.5, unknownCap: 0.9, unknown: 0.3 } as const;

/** A word that makes a changing reading unthinkable: a negation, a question, a report. */
export const FORBIDDEN = 40;

/** Longest name in tokens. */
export const NAME_TOKENS = 14;

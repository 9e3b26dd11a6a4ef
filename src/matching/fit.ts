import type { Comparison } from './comparison';
import type { Query } from './query';

/**
 * How what was typed stands to a name: `same`: the name but for case, accents, order and legal form; `slip`: one slip of
 * the finger away; `part`: a part of it, its beginning or its initials, and nothing typed contradicts; `against`:
 * something typed is not in the name.
 */
export type Fit = 'same' | 'slip' | 'part' | 'against';

/** With fewer letters a slip makes another word. */
const LEAST_SLIP = 5;
/** One letter is no part of a name that anybody could mean. */
const LEAST_PART = 2;

export function fitOf(query: Query, { alignment, features: f }: Comparison): Fit {
  if (f.sameWords === 1 || f.sameJoined === 1) return 'same';
  if (f.nameEdits === 1 && f.numbersDiffer === 0 && query.joined.length >= LEAST_SLIP) return 'slip';
  if (query.joined.length < LEAST_PART) return 'against';
  if (f.spokenPrefix === 1 || f.nameInCustomer >= 1) return 'part';
  const explained = new Set(alignment.pairs.filter((pair) => pair.relation !== 'typo').map((pair) => pair.left));
  const whole = query.name.words.every((_, i) => explained.has(i) || alignment.left[i] === SPLIT_LIKENESS);
  return whole ? 'part' : 'against';
}

/** The second half of a word that is written apart has this likeness and no pair of its own. */
const SPLIT_LIKENESS = 0.98;

import { COLUMNS } from './columns';
import { explain, EXPLAINED, type Dictionary, type Explanation } from './explanation';
import { FEATURE_COUNT, toVector } from './features';
import { fitOf, type NameFit } from './fit';
import type { Query } from './query';
import type { Ranked } from './ranking';

const FITS: readonly NameFit[] = ['against', 'part', 'slip', 'same'];

export interface Placed {
  readonly explanation: Explanation;
  readonly fit: NameFit;
}

export function placeName(dictionary: Dictionary, query: Query, { comparison }: Ranked): Placed {
  const explanation = explain(dictionary, query, comparison);
  return { explanation, fit: fitOf(query, comparison, explanation) };
}

/** The columns for one match; `runnerUp` is the probability of the next. */
export function presenceVector(dictionary: Dictionary, query: Query, best: Ranked, runnerUp: number): Float64Array {
  const { comparison, score, probability } = best;
  const { explanation, fit } = placeName(dictionary, query, best);
  const out = new Float64Array(COLUMNS.length);
  toVector(comparison.features, out);
  let at = FEATURE_COUNT;
  for (const column of EXPLAINED) out[at++] = explanation[column];
  out[at++] = FITS.indexOf(fit);
  out[at++] = score;
  out[at++] = probability;
  out[at++] = runnerUp;
  out[at++] = query.name.legal.length;
  out[at++] = comparison.row.legal.length;
  out[at++] = query.joined.length;
  out[at++] = comparison.row.joined.length;
  out[at] = Math.log2(1 + fewestHolders(dictionary.table, query.name.words));
  return out;
}

/** How many names hold the rarest of the words that any name holds. */
function fewestHolders(table: Dictionary['table'], words: readonly string[]): number {
  let fewest = 0;
  for (const word of words) {
    const count = table.words.count(table.words.key(word));
    if (count > 0 && (fewest === 0 || count < fewest)) fewest = count;
  }
  return fewest;
}

import type { Dictionary, Explanation } from './explanation';
import type { NameFit } from './fit';
import type { Model, Thresholds } from './model';
import { placeName, presenceVector, type Placed } from './presence';
import type { Query } from './query';
import type { Ranked } from './ranking';
import { scoreOf } from './trees';

/**
 * `id`: tenant id, number or domain; `exact`: the whole name but for case, accents, legal form; `slip`: that with a slip of
 * the finger, or with and without a word like Group; `part`: a part of it, or its initials; `near`: something typed
 * contradicts it, or it is not sure enough; `similar`: merely like it.
 */
export type Exactness = 'id' | 'exact' | 'slip' | 'part' | 'near' | 'similar';

/** A match that fits in the same way and leads by less may be meant as well. */
const CLEAR_LEAD = 0.2;
/** Of several that fit alike none needs to be sure, but each must be at least so likely beside the first... */
const LEAST_SHARE = 0.25;
/** ... and the first, without the others, so likely to be meant at all. */
const LEAST_CHANCE = 0.5;
/** Words in common that tell so much make a near name, however much speaks against it: "Woodgrove Insurance". */
const TELLING = 0.75;

/**
 * What a typed name is to each of its matches, which are given best first and hold no whole names. Only the best can be
 * sure: whether it is meant at all is decided by the presence trees, with a threshold for each way to fit.
 */
export function settleMatches(
  dictionary: Dictionary,
  query: Query,
  ranked: readonly Ranked[],
  { presence, thresholds }: Pick<Model, 'presence' | 'thresholds'>,
): Exactness[] {
  const [best, next] = ranked;
  if (best === undefined) return [];
  const placed = ranked.map((one) => placeName(dictionary, query, one));
  const fits = placed.map((place, i) => cappedFit(dictionary, query, ranked[i], place));
  const fit = fits[0] ?? 'against';
  const vector = presenceVector(dictionary, query, best, next?.probability ?? 0);
  const there = chance(scoreOf(presence, vector));
  const sure = there >= thresholdOf(fit, thresholds);
  const alike = ranked.filter(
    (one, i) =>
      i === 0 ||
      (fits[i] === fit &&
        (sure ? best.probability - one.probability < CLEAR_LEAD : one.probability >= best.probability * LEAST_SHARE)),
  );
  const open = sure || (fit !== 'against' && alike.length > 1 && chance(best.score) >= LEAST_CHANCE);
  const near =
    !sharesOnlyTrade(best, placed[0]?.explanation) &&
    (there >= thresholds.near || (placed[0]?.explanation.equalRarity ?? 0) >= TELLING);
  return ranked.map((one, i): Exactness => {
    if (open && alike.includes(one)) return fit === 'part' ? 'part' : 'slip';
    return i === 0 && near ? 'near' : 'similar';
  });
}

/**
 * "Unheard Bakery" and "Wingtip Bakery": one word in common, which opens neither name, while what tells the two apart
 * tells more than it.
 */
function sharesOnlyTrade({ comparison }: Ranked, found: Explanation | undefined): boolean {
  const [only, another] = comparison.alignment.pairs;
  if (found === undefined || only === undefined || another !== undefined) return false;
  // "Zyxco 7" and "Tenant 7": a number in common is no name in common.
  if (found.foreign > 0 && found.missing > 0 && /^\p{N}+$/u.test(comparison.words[only.right] ?? '')) return true;
  const ends = only.left > 0 && only.right > 0 && found.foreign > 0 && found.missing > 0;
  return ends && Math.min(found.foreignRarity, found.missingRarity) >= found.equalRarity;
}

export function chance(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

function thresholdOf(fit: NameFit, thresholds: Thresholds): number {
  return fit === 'against' ? Infinity : thresholds[fit];
}

/**
 * A typed domain that is nobody's is at most a part, and contradicts an entry that has a domain of its own. One word like
 * Group that the name does not have is how people write it; two are another company of the group.
 */
function cappedFit(
  { table }: Dictionary,
  query: Query,
  one: Ranked | undefined,
  { fit, explanation }: Placed,
): NameFit {
  if (explanation.structureTyped > 1) return 'against';
  if (query.domains.length === 0 || fit === 'against') return fit;
  const others = one?.record.domains.some((key) => !table.domains.text(key).endsWith('.onmicrosoft.com'));
  return others === true ? 'against' : 'part';
}

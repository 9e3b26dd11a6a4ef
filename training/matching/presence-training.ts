import { COLUMNS } from '../../src/matching/columns';
import type { Customer } from '../../src/domain/customer';
import type { Dictionary } from '../../src/matching/explanation';
import { placeName, presenceVector } from '../../src/matching/presence';
import { queryOfText } from '../../src/matching/query';
import { rank } from '../../src/matching/ranking';
import { Rarity } from '../../src/matching/rarity';
import { Tally } from '../../src/matching/tally';
import { parseTrees, scoreOf, type Trees } from '../../src/matching/trees';
import { boost, type BoostingOptions, type Choices } from './boosting';
import type { MatchingData } from './data';
import { foldsOf, type Foldable } from './folds';
import { resolutionQuestions, shortList, thinnedList, type ResolutionQuestion } from './resolution-questions';
import { tableOf, type Samples } from './samples';
import type { TypedQuestion } from './typed-samples';

const PRESENCE: BoostingOptions = {
  trees: 200,
  leaves: 7,
  rate: 0.06,
  lambda: 3,
  leastHessian: 0.5,
  columnShare: 0.3,
  groupShare: 0.7,
  seed: 7,
};
export const PRESENCE_FOLDS = 5;
const FOLD_SEED = 12;
const THINNED_SEEDS = [41, 42, 43];
const SHORT_SEEDS = [51, 52, 53, 54, 55];

/** A typed name with its best match, as trees see it that know neither. */
export interface PresenceRow {
  readonly question: ResolutionQuestion;
  readonly fold: number;
  readonly fit: string;
  readonly right: boolean;
  readonly vector: Float64Array;
  /** That the match is meant, by presence trees that have not seen the fold. */
  readonly there: number;
}

export interface PresenceTraining {
  /** Of each fold: the typed trees and the presence trees that never saw it. */
  readonly folds: readonly { readonly typed: Trees; readonly presence: Trees }[];
  /** The fold of each resolution question, in their order. */
  readonly foldOf: Int32Array;
  readonly rows: readonly PresenceRow[];
  /** The trees of all data. */
  readonly trees: readonly string[];
}

interface Asked extends ResolutionQuestion {
  readonly dictionary: Dictionary;
}

/**
 * Learns whether the best match of a typed name is meant, or nobody in the list. `typed` and `samples` are what the typed
 * trees learn from: the scores that this model sees come from trees that have not seen the name either.
 */
export function trainPresence(
  data: MatchingData,
  background: ReadonlyMap<string, number>,
  typed: readonly TypedQuestion[],
  samples: Samples,
  options: BoostingOptions,
): PresenceTraining {
  const asked = questionsOf(data, background, typed);
  const folds = foldsOf([...typed, ...asked.map((question) => foldable(data, question))], PRESENCE_FOLDS, FOLD_SEED);
  const foldOf = folds.subarray(typed.length);
  const typedTrees = Array.from({ length: PRESENCE_FOLDS }, (_, fold) =>
    parseTrees(
      boost(
        samples,
        indicesOf(typed, (i) => folds[i] !== fold),
        options,
      ),
    ),
  );
  const seen = asked.flatMap((question, i) => rowOf(question, foldOf[i]!, typedTrees[foldOf[i]!]!));
  const choices = choicesOf(seen);
  const presence = typedTrees.map((_, fold) =>
    parseTrees(
      boost(
        choices,
        indicesOf(seen, (i) => seen[i]!.fold !== fold),
        PRESENCE,
      ),
    ),
  );
  return {
    folds: typedTrees.map((trees, fold) => ({ typed: trees, presence: presence[fold]! })),
    foldOf,
    rows: seen.map((row) => ({ ...row, there: 1 / (1 + Math.exp(-scoreOf(presence[row.fold]!, row.vector))) })),
    trees: boost(
      choices,
      indicesOf(seen, () => true),
      PRESENCE,
    ),
  };
}

/** First those that are measured; then names of companies taken out of the list, and what the typed trees learn from. */
function questionsOf(
  data: MatchingData,
  background: ReadonlyMap<string, number>,
  typed: readonly TypedQuestion[],
): Asked[] {
  const whole = dictionaryOf(data.customers, background);
  const lists = [
    ...THINNED_SEEDS.map((seed) => thinnedList(data, seed)),
    ...SHORT_SEEDS.map((seed) => shortList(data, seed)),
  ];
  const thinned = lists.flatMap(({ customers, questions }) => {
    const dictionary = dictionaryOf(customers, background);
    return questions.map((question) => ({ ...question, dictionary }));
  });
  const made = typed.filter(({ id, truth, names }) => id === '' && truth !== null && names.length > 1);
  return [
    ...resolutionQuestions(data).map((question) => ({ ...question, dictionary: whole })),
    ...thinned,
    ...made.map(({ names, truth }) => ({ id: '', kind: 'made', text: names[0]!, truth, dictionary: whole })),
  ];
}

function dictionaryOf(customers: readonly Customer[], background: ReadonlyMap<string, number>): Dictionary {
  const table = tableOf(customers);
  return { table, rarity: new Rarity(table, background) };
}

function foldable(data: MatchingData, { text, truth }: ResolutionQuestion): Foldable {
  const customer = truth === null ? undefined : data.customers.find(({ id }) => id === truth);
  return {
    names: [text, ...(customer === undefined ? [] : [customer.name])],
    domains: [customer?.website ?? ''],
  };
}

const tally = new Tally();

/** Nothing for a domain or a whole name, of which there is nothing to decide. */
function rowOf(question: Asked, fold: number, trees: Trees): Omit<PresenceRow, 'there'>[] {
  const query = queryOfText(question.text);
  const { dictionary } = question;
  const { ranked } = rank({ ...dictionary, tally, trees }, query);
  const [best, next] = ranked;
  if (best === undefined || query.domains.length > 0) return [];
  const { features } = best.comparison;
  const { fit } = placeName(dictionary, query, best);
  if (fit === 'same' && features.sameWords + features.sameJoined > 0) return [];
  const vector = presenceVector(dictionary, query, best, next?.probability ?? 0);
  return [{ question, fold, fit, vector, right: best.record.id === question.truth }];
}

function choicesOf(rows: readonly Omit<PresenceRow, 'there'>[]): Choices {
  const x = new Float64Array(rows.length * COLUMNS.length);
  rows.forEach(({ vector }, i) => {
    x.set(vector, i * COLUMNS.length);
  });
  return {
    x,
    columns: COLUMNS.length,
    starts: Int32Array.from({ length: rows.length + 1 }, (_, i) => i),
    truth: Int32Array.from(rows, ({ right }, i) => (right ? i : -1)),
    offset: new Float64Array(rows.length),
  };
}

function indicesOf(rows: readonly unknown[], keep: (i: number) => boolean): number[] {
  return rows.map((_, i) => i).filter(keep);
}

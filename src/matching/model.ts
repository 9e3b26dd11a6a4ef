import { FEATURES } from './features';
import { parseTrees, type Trees } from './trees';

export interface Thresholds {
  /** The best candidate is `this-one` from this probability upwards. */
  readonly thisOne: number;
  /** Below it, nothing fits. */
  readonly nothingFits: number;
  /** From this score upwards a typed name means the entry, if no other is as near. */
  readonly close: number;
}

export interface Model {
  /** For accounts: name, labels, domains, country. */
  readonly accounts: Trees;
  /** For typed names, where there is a name or a domain and nothing else. */
  readonly typed: Trees;
  /** Share of company names that hold a word, for the common words. */
  readonly background: ReadonlyMap<string, number>;
  readonly thresholds: Thresholds;
}

/** What `npm run train` writes. */
export interface StoredModel {
  readonly columns: readonly string[];
  readonly accounts: readonly string[];
  readonly typed: readonly string[];
  readonly background: string;
  readonly thresholds: Thresholds;
}

export function openModel(model: StoredModel): Model {
  const columns = FEATURES.map(([name]) => name);
  if (columns.join() !== model.columns.join()) {
    throw new Error('src/matching/model.json was trained for other columns than features.ts has. Run: npm run train');
  }
  return {
    accounts: parseTrees(model.accounts),
    typed: parseTrees(model.typed),
    background: new Map(
      model.background.split(' ').map((pair) => {
        const [word, perMille] = pair.split(':');
        return [word ?? '', Number(perMille) / 1000];
      }),
    ),
    thresholds: model.thresholds,
  };
}

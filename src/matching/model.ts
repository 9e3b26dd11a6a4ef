import { COLUMNS } from './columns';
import { parseTrees, type Trees } from './trees';

export interface Thresholds {
  /** The best candidate is `this-one` from this probability upwards. */
  readonly thisOne: number;
  /** Below it, nothing fits. */
  readonly nothingFits: number;
  /** Of a typed name, from which chance on that its best match is meant, by how it fits: `fit.ts`. */
  readonly same: number;
  readonly slip: number;
  readonly part: number;
  /** From here on a match that is not sure is offered. */
  readonly near: number;
}

export interface Model {
  /** For accounts: name, labels, domains, country. */
  readonly accounts: Trees;
  /** For typed names, where there is a name or a domain and nothing else. */
  readonly typed: Trees;
  /** Whether a typed name is somebody in the list at all, of its best match: columns of `presence.ts`. */
  readonly presence: Trees;
  /** Share of company names that hold a word, for the common words. */
  readonly background: ReadonlyMap<string, number>;
  readonly thresholds: Thresholds;
}

/** What `npm run train` writes. */
export interface StoredModel {
  /** Of the presence trees; those of the other two are the first of them. */
  readonly columns: readonly string[];
  readonly accounts: readonly string[];
  readonly typed: readonly string[];
  readonly presence: readonly string[];
  readonly background: string;
  readonly thresholds: Thresholds;
}

export function openModel(model: StoredModel): Model {
  if (COLUMNS.join() !== model.columns.join()) {
    throw new Error('src/matching/model.json was trained for other columns than presence.ts has. Run: npm run train');
  }
  return {
    accounts: parseTrees(model.accounts),
    typed: parseTrees(model.typed),
    presence: parseTrees(model.presence),
    background: new Map(
      model.background.split(' ').map((pair) => {
        const [word, perMille] = pair.split(':');
        return [word ?? '', Number(perMille) / 1000];
      }),
    ),
    thresholds: model.thresholds,
  };
}

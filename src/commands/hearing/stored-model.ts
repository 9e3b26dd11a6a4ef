import { inflateRawSync } from 'node:zlib';
import type { HearingModel } from './model';
import stored from './model.json';

/** The model as it lies in the repository: weights deflated, in base64. */
export interface StoredHearing {
  /** What it was learned from: a digest of the utterances, the lexicons and the training. */
  readonly learnedFrom: string;
  readonly classes: readonly string[];
  readonly moves: readonly number[];
  readonly names: { readonly unit: number; readonly weights: string };
  readonly wanted: { readonly unit: number; readonly weights: string };
}

let loaded: HearingModel | undefined;

/** Unpacked when the first message comes in: the bot must start quickly. */
export function hearingModel(): HearingModel {
  loaded ??= unpacked(stored);
  return loaded;
}

function unpacked({ classes, moves, names, wanted }: StoredHearing): HearingModel {
  return { classes, moves, names: weightsOf(names), wanted: weightsOf(wanted) };
}

function weightsOf({ unit, weights }: StoredHearing['names']) {
  const bytes = inflateRawSync(Buffer.from(weights, 'base64'));
  return { unit, values: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) };
}

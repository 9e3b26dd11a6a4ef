import { inflateRawSync } from 'node:zlib';
import type { HearingModel } from './model';
import stored from './model.json';

/** The model as it lies in the repository: weights deflated, in base64. */
export interface StoredHearing {
  /** What it was learned from: a digest of the utterances, the lexicons and the training. */
  readonly learnedFrom: string;
  readonly moves: readonly number[];
  readonly names: StoredWeights;
  readonly team: StoredJudge;
  readonly wanted: StoredJudge;
}

interface StoredWeights {
  readonly unit: number;
  readonly weights: string;
}

interface StoredJudge extends StoredWeights {
  readonly classes: readonly string[];
}

let loaded: HearingModel | undefined;

/** Unpacked when the first message comes in: the bot must start quickly. */
export function hearingModel(): HearingModel {
  loaded ??= unpacked(stored);
  return loaded;
}

function unpacked({ moves, names, team, wanted }: StoredHearing): HearingModel {
  return { moves, names: weightsOf(names), team: judgeOf(team), wanted: judgeOf(wanted) };
}

function judgeOf({ classes, ...weights }: StoredJudge) {
  return { classes, weights: weightsOf(weights) };
}

function weightsOf({ unit, weights }: StoredWeights) {
  const bytes = inflateRawSync(Buffer.from(weights, 'base64'));
  return { unit, values: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) };
}

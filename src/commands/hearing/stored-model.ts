import { promisify } from 'node:util';
import { inflateRaw, inflateRawSync } from 'node:zlib';
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

/** Unpacked once the bot listens, or with a message that comes before: the bot must start quickly. */
export function hearingModel(): HearingModel {
  const { names, team, wanted } = stored;
  loaded ??= modelOf(stored, inflatedAtOnce(names), inflatedAtOnce(team), inflatedAtOnce(wanted));
  return loaded;
}

/** Unpacks it beside other work, so that no message has to wait for it. */
export async function unpackHearing(): Promise<void> {
  const [names, team, wanted] = [
    await inflated(stored.names),
    await inflated(stored.team),
    await inflated(stored.wanted),
  ];
  loaded ??= modelOf(stored, names, team, wanted);
}

function modelOf(
  { moves, names, team, wanted }: StoredHearing,
  ...bytes: readonly [Buffer, Buffer, Buffer]
): HearingModel {
  return {
    moves,
    names: weightsOf(names, bytes[0]),
    team: { classes: team.classes, weights: weightsOf(team, bytes[1]) },
    wanted: { classes: wanted.classes, weights: weightsOf(wanted, bytes[2]) },
  };
}

function weightsOf({ unit }: StoredWeights, bytes: Buffer) {
  return { unit, values: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) };
}

function inflatedAtOnce({ weights }: StoredWeights): Buffer {
  return inflateRawSync(Buffer.from(weights, 'base64'));
}

function inflated({ weights }: StoredWeights): Promise<Buffer> {
  return promisify(inflateRaw)(Buffer.from(weights, 'base64'));
}

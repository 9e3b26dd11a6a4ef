import { heardWords } from '../../../src/commands/hearing/words';
import type { HeardWords } from '../../../src/commands/hearing/words';
import { INTENT_PLACES, intentPlaces } from '../../../src/commands/hearing/intent-places';
import type { HearingModel, Judge, Weights } from '../../../src/commands/hearing/model';
import { nameFeatures } from '../../../src/commands/hearing/name-features';
import { NamesIn } from '../../../src/commands/hearing/names-in';
import type { TrainedNames } from '../../../src/commands/hearing/names-in';
import { IN_NAME, BEGINS_NAME } from '../../../src/commands/hearing/viterbi';
import { classOf, TEAM_CLASSES, teamClassOf } from './classes';
import type { Lessons } from './lessons';
import { namePool } from './name-pool';
import { trainNames } from './name-training';
import type { NameWeights, TagRow } from './name-training';
import { trainClasses } from './softmax-training';
import { goldTags } from './spans';
import type { Marked } from './spans';
import { Dice } from './dice';
import { chatterOf, variant } from './variants';

export interface Effort {
  readonly epochs: number;
}

/** Trained to be less than sure: with this, of what it calls likely to 0.7 some seven in ten are right (fitted on the batches held out). */
const SURER = 2.1;

interface Variant {
  readonly words: HeardWords;
  readonly tags: Uint8Array;
  readonly wanted: string;
  readonly ofTeam: boolean;
  /** Whether names that nothing is asked about may stand in it unmarked. */
  readonly loose: boolean;
}

/** Chance has its part in what is learned: so several courses are taken, and what they learned is averaged. */
const COURSES = [5, 6, 7];

/** The same lessons give the same model. */
export function buildModel(lessons: Lessons, effort: Effort): HearingModel {
  const courses = COURSES.map((seed) => course(lessons, effort, new Dice(seed)));
  const mean = (of: (one: Course) => Float32Array) => averaged(courses.map(of));
  return {
    names: quantise(
      mean(({ names }) => names.places),
      3,
    ),
    moves: [...mean(({ names }) => names.moves)],
    team: toJudge(
      TEAM_CLASSES,
      mean(({ team }) => team),
      4,
    ),
    wanted: toJudge(
      classesIn(lessons.usual),
      mean(({ wanted }) => wanted),
      2,
    ),
  };
}

interface Course {
  readonly names: NameWeights;
  readonly team: Float32Array;
  readonly wanted: Float32Array;
}

function course({ usual, ofTeam }: Lessons, { epochs }: Effort, dice: Dice): Course {
  const pool = namePool(usual);
  const chatter = chatterOf(usual);
  const variants = (rows: readonly Marked[], isOfTeam: boolean) =>
    Array.from({ length: epochs }, () =>
      shuffled(rows, dice).map((row) => toVariant(variant(row, pool, chatter.get(row.lang) ?? [], dice), isOfTeam)),
    );
  const usualRounds = variants(usual, false);
  const teamRounds = variants(ofTeam, true);
  const rounds = usualRounds.map((round, at) => shuffled([...round, ...(teamRounds[at] ?? [])], dice));
  const names = trainNames(rounds.map((round) => round.filter((one) => !one.loose).map((one) => tagRow(one, dice))));
  const named = { names: quantise(names.places, 3), moves: [...names.moves] };
  const seen = rounds.map((round, at) => round.map((one) => toSeen(one, named, at % 2 === 1)));
  const team = seen.map((round) => round.map((one) => ({ ...one, wanted: teamClassOf(one.wanted) })));
  const wanted = seen.map((round) => round.filter((one) => !one.ofTeam));
  return { names, team: judging(TEAM_CLASSES, team), wanted: judging(classesIn(usual), wanted) };
}

function averaged(all: readonly Float32Array[]): Float32Array {
  return (all[0] ?? new Float32Array(0)).map((_, at) => all.reduce((sum, one) => sum + (one[at] ?? 0), 0) / all.length);
}

interface Seen {
  readonly places: readonly number[];
  readonly wanted: string;
  readonly ofTeam: boolean;
}

/** What the judges see of it; every other time with the names that were found, which are not always right. */
function toSeen({ words, tags, wanted, ofTeam, loose }: Variant, named: TrainedNames, isFound: boolean): Seen {
  const places = intentPlaces(words, loose || isFound ? new NamesIn(words, [], named).tags : tags);
  return { places, wanted, ofTeam };
}

function classesIn(rows: readonly Marked[]): readonly string[] {
  return [...new Set(rows.map(classOf))].sort();
}

function judging(classes: readonly string[], rounds: readonly (readonly Seen[])[]): Float32Array {
  const rows = rounds.map((round) => round.map(({ places, wanted }) => ({ places, wanted: classes.indexOf(wanted) })));
  return trainClasses([...rows, ...rows], classes.length, INTENT_PLACES);
}

/** What counts less than `least` is noise of rare words, and would make up most of the file. */
function toJudge(classes: readonly string[], learned: Float32Array, least: number): Judge {
  const { unit, values } = quantise(learned, 4);
  const counting = values.map((value) => (Math.abs(value) < least ? 0 : value));
  return { classes, weights: { values: counting, unit: unit * SURER } };
}

function toVariant(row: Marked, ofTeam: boolean): Variant {
  const words = heardWords(row.text);
  return {
    words,
    tags: goldTags(words.tokens, row.spans),
    wanted: classOf(row),
    ofTeam,
    loose: row.intent === 'unknown' && row.spans.length === 0,
  };
}

const KNOWN = 0.4;

/** In some rows the bot knows the names, in most not: both must be learned. */
function tagRow({ words, tags }: Variant, dice: Dice): TagRow {
  const known = dice.next() < KNOWN;
  const marks = Array.from(tags, (tag) =>
    !known
      ? (0 as const)
      : tag === BEGINS_NAME
        ? (1 as const)
        : tag === IN_NAME
          ? (2 as const)
          : dice.next() < 0.01
            ? (1 as const)
            : (0 as const),
  );
  return { places: nameFeatures(words, marks), tags };
}

function shuffled<Item>(items: readonly Item[], dice: Dice): readonly Item[] {
  return items
    .map((item) => [dice.next(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

/** Whole numbers up to 127; what lies beyond `reach` standard units is cut. */
function quantise(weights: Float32Array, reach: number): Weights {
  let most = 0;
  for (const weight of weights) most = Math.max(most, Math.abs(weight));
  const limit = Math.min(most, reach * 4);
  const unit = limit / 127;
  return {
    values: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / unit)))),
    unit,
  };
}

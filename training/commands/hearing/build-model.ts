import { heardWords } from '../../../src/commands/hearing/words';
import type { HeardWords } from '../../../src/commands/hearing/words';
import { INTENT_PLACES, intentPlaces } from '../../../src/commands/hearing/intent-places';
import type { HearingModel, Weights } from '../../../src/commands/hearing/model';
import { nameFeatures } from '../../../src/commands/hearing/name-features';
import { NamesIn } from '../../../src/commands/hearing/names-in';
import { IN_NAME, BEGINS_NAME } from '../../../src/commands/hearing/viterbi';
import { namePool } from './name-pool';
import { trainNames } from './name-training';
import type { TagRow } from './name-training';
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

/** The class of an utterance: its intent with the kind of its arguments. */
function classOf({ intent, args }: Pick<Marked, 'intent' | 'args'>): string {
  if (intent === 'list' || intent === 'show') return `${intent}:${String(args['what'])}`;
  if (intent === 'unwatch' && args['all'] === true) return 'unwatch:all';
  if (intent !== 'settings') return intent;
  const value = said(args['value']);
  const kind = ['on', 'off', 'daily', 'weekly', ''].includes(value) ? value : value.endsWith('day') ? 'day' : 'lang';
  return `settings:${said(args['topic'])}:${kind}`;
}

function said(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

interface Variant {
  readonly words: HeardWords;
  readonly tags: Uint8Array;
  readonly wanted: number;
  /** Whether names that nothing is asked about may stand in it unmarked. */
  readonly loose: boolean;
}

/** The same rows give the same model. */
export function buildModel(rows: readonly Marked[], { epochs }: Effort): HearingModel {
  const classes = [...new Set(rows.map(classOf))].sort();
  const pool = namePool(rows);
  const chatter = chatterOf(rows);
  const dice = new Dice(5);
  const rounds = Array.from({ length: epochs }, () =>
    shuffled(rows, dice).map((row) => toVariant(variant(row, pool, chatter.get(row.lang) ?? [], dice), classes)),
  );
  const names = trainNames(rounds.map((round) => round.filter((one) => !one.loose).map((one) => tagRow(one, dice))));
  const quantised = { names: quantise(names.places, 3), moves: [...names.moves] };
  const half: HearingModel = { ...quantised, classes, wanted: { values: new Int8Array(0), unit: 0 } };
  const seen = rounds.map((round, at) =>
    round.map((one) => {
      const tags = one.loose || at % 2 === 1 ? new NamesIn(one.words, [], half).tags : one.tags;
      return { places: intentPlaces(one.words, tags), wanted: one.wanted };
    }),
  );
  const wanted = withoutSmall(quantise(trainClasses([...seen, ...seen], classes.length, INTENT_PLACES), 4));
  return { ...half, wanted: { ...wanted, unit: wanted.unit * SURER } };
}

function toVariant(row: Marked, classes: readonly string[]): Variant {
  const words = heardWords(row.text);
  return {
    words,
    tags: goldTags(words.tokens, row.spans),
    wanted: classes.indexOf(classOf(row)),
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

/** What counts so little is noise of rare words, and would make up most of the file. */
const LEAST = 2;

function withoutSmall({ unit, values }: Weights): Weights {
  return { unit, values: values.map((value) => (Math.abs(value) < LEAST ? 0 : value)) };
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

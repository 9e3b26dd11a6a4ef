import type { Language } from '../../src/domain/language';
import { featuresOf } from '../../src/commands/intent-features';
import { NO_INTENT, softmax } from '../../src/commands/intent-model';
import type { StoredIntentModel } from '../../src/commands/intent-model';
import { lexiconOf } from '../../src/commands/lexicons';
import { HeardMessage } from '../../src/commands/message';
import { normalise } from '../../src/commands/normalise';
import { Sentence } from '../../src/commands/sentence';
import { commandTable } from '../../src/commands/table';
import { tokenise } from '../../src/commands/token';
import type { Token } from '../../src/commands/token';
import { batch, batchNames, developmentSet, HELD_OUT } from './corpus';
import type { Utterance } from './corpus';

/** One utterance as the model sees it. */
export interface Row {
  readonly batch: string;
  readonly intent: string;
  readonly features: readonly string[];
}

const EPOCHS = 12;
const RATE = 0.3;
/** Features that fewer utterances have say nothing of others. */
const LEAST_ROWS = 3;
/** Weights that all lie below this, in hundredths, are left out. */
const LEAST_WEIGHT = 12;

/** The examples of the table of commands. */
function examples(): readonly Utterance[] {
  return commandTable.flatMap((command) =>
    Object.entries(command.examples).flatMap(([lang, texts]) =>
      texts.map((text, index) => ({
        id: `${command.name}:${lang}:${index}`,
        text: text.replace('{name}', 'Contoso').replace('{other}', 'Fabrikam'),
        lang,
        wanted: [{ intent: command.name, args: { companies: ['Contoso', 'Fabrikam'] } }],
      })),
    ),
  );
}

interface Read {
  readonly batch: string;
  readonly intent: string;
  readonly sentence: Sentence;
  /** Tokens of names. */
  readonly named: ReadonlySet<number>;
}

/** The examples of the commands, the development set and all batches. */
export function allRows(): readonly Row[] {
  const batches = [
    ['table', examples()] as const,
    ['dev', developmentSet()] as const,
    ...batchNames().map((name) => [name, batch(name)] as const),
  ];
  const read = batches.flatMap(([name, utterances]) => utterances.map((utterance) => readOf(name, utterance)));
  const learned = read.filter((row) => !HELD_OUT.includes(row.batch));
  const familiar = frequentIn(
    learned.map(({ sentence, named }) =>
      sentence.tokens.filter((token, at) => token.kind === 'word' && !named.has(at)).map((token) => token.fold),
    ),
  );
  return read.map(({ sentence, named, ...row }) => ({
    ...row,
    features: featuresOf(
      sentence,
      (word) => familiar.has(word),
      (at) => named.has(at),
    ),
  }));
}

function readOf(name: string, { text, lang, wanted }: Utterance): Read {
  const plain = normalise(text);
  const tokens = tokenise(plain);
  const sentence = new Sentence(new HeardMessage(plain, tokens, new Set()), lexiconOf(lang as Language));
  const names = Object.entries(wanted[0]?.args ?? {})
    .filter(([key]) => key === 'companies' || key === 'account' || key === 'customer')
    .flatMap(([, value]) => [value].flat().map(String));
  return { batch: name, intent: wanted[0]?.intent ?? NO_INTENT, sentence, named: tokensOf(plain, tokens, names) };
}

/** What stands in at least LEAST_ROWS of the lists. */
function frequentIn(lists: readonly (readonly string[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const item of new Set(list)) counts.set(item, (counts.get(item) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= LEAST_ROWS).map(([item]) => item));
}

/** The tokens in which the names stand: what a company is called must not speak for an intent. */
function tokensOf(plain: string, tokens: readonly Token[], names: readonly string[]): ReadonlySet<number> {
  const inside = new Set<number>();
  for (const name of names) {
    const start = plain.toLowerCase().indexOf(name.toLowerCase());
    if (start < 0) continue;
    tokens.forEach((token, at) => {
      if (token.start >= start && token.end <= start + name.length) inside.add(at);
    });
  }
  return inside;
}

export class Fitted {
  constructor(
    private readonly intents: readonly string[],
    private readonly ids: ReadonlyMap<string, number>,
    private readonly weights: Float64Array,
  ) {}

  best(features: readonly string[]): string {
    const shares = this.shares(this.idsOf(features));
    return this.intents[shares.indexOf(Math.max(...shares))] ?? NO_INTENT;
  }

  idsOf(features: readonly string[]): readonly number[] {
    return features.flatMap((feature) => this.ids.get(feature) ?? []);
  }

  shares(ids: readonly number[]): readonly number[] {
    const size = this.intents.length;
    const scale = Math.sqrt(Math.max(1, ids.length));
    return softmax(
      this.intents.map((_, k) => ids.reduce((sum, id) => sum + (this.weights[id * size + k] ?? 0), 0) / scale),
    );
  }

  stored(): StoredIntentModel {
    const size = this.intents.length;
    const rows = [...this.ids].map(
      ([feature, id]) =>
        [
          feature,
          Array.from(this.weights.slice(id * size, (id + 1) * size), (weight) => Math.round(100 * weight)),
        ] as const,
    );
    const kept = rows.filter(([, weights]) => Math.max(...weights.map(Math.abs)) >= LEAST_WEIGHT);
    return { intents: this.intents, weights: Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1))) };
  }
}

/** The model that is stored: trained on all but the batches held out. */
export function trainedModel(rows: readonly Row[]): Fitted {
  return fit(
    rows.filter((row) => !HELD_OUT.includes(row.batch)),
    intentsIn(rows),
  );
}

export function intentsIn(rows: readonly Row[]): readonly string[] {
  return [...new Set([NO_INTENT, ...rows.map((row) => row.intent)])].sort();
}

/** Multinomial logistic regression by AdaGrad, in a fixed order. */
export function fit(rows: readonly Row[], intents: readonly string[]): Fitted {
  const frequent = frequentIn(rows.map((row) => row.features));
  const ids = new Map([...frequent].map((feature, id) => [feature, id]));
  const size = intents.length;
  const weights = new Float64Array(ids.size * size);
  const squares = new Float64Array(ids.size * size).fill(1e-6);
  const model = new Fitted(intents, ids, weights);
  const data = rows.map((row) => ({ ids: model.idsOf(row.features), wanted: intents.indexOf(row.intent) }));
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const row of strewn(data, epoch)) {
      const scale = Math.sqrt(Math.max(1, row.ids.length));
      model.shares(row.ids).forEach((share, k) => {
        const slope = (share - (k === row.wanted ? 1 : 0)) / scale;
        if (Math.abs(slope) < 1e-4) return;
        for (const id of row.ids) {
          const place = id * size + k;
          squares[place] = (squares[place] ?? 0) + slope * slope;
          weights[place] = (weights[place] ?? 0) - (RATE * slope) / Math.sqrt(squares[place] ?? 1);
        }
      });
    }
  }
  return model;
}

/** Another order in each epoch, the same in each run. */
function strewn<Item>(items: readonly Item[], epoch: number): readonly Item[] {
  let state = epoch + 1;
  const keyed = items.map((item) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return [state, item] as const;
  });
  return keyed.sort(([a], [b]) => a - b).map(([, item]) => item);
}

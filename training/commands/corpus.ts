import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { intentChanges } from '../../src/commands/intent';
import { toPrediction } from '../../src/commands/prediction';
import type { Prediction } from '../../src/commands/prediction';
import type { UnderstandOptions } from '../../src/commands/understand';
import { understand } from '../../src/commands/understand';

export interface Utterance {
  readonly id: string;
  readonly text: string;
  readonly lang: string;
  readonly wanted: readonly Prediction[];
}

export interface Score {
  readonly count: number;
  /** Shares of right intents, and of right intents with all arguments. */
  readonly intents: number;
  readonly whole: number;
  /** Wrong readings that would have changed something at once. */
  readonly harmful: readonly string[];
  /** Changes that were proposed, and not asked for. */
  readonly misplaced: readonly string[];
  readonly wrong: readonly string[];
}

/** Tests, benches and training are started from the top of the project. */
const FOLDER = join(process.cwd(), 'training', 'commands');
const LEARNED = join(FOLDER, 'utterances');
/** What lies among the tests is never trained on. */
const UNSEEN = join(process.cwd(), 'test', 'commands', 'utterances');

/** Batches that nothing was changed for, and that the intent model is trained without. */
export const HELD_OUT: readonly string[] = namesIn(UNSEEN);

/** What is done without a question; all else that changes something has a card of its own that asks. */
const AT_ONCE = new Set(['settings', 'watch', 'unwatch']);
const PERIOD = /^(?:today|yesterday|(?:this|last)_(?:week|month))$/;

const LANGUAGES: Readonly<Record<string, string>> = {
  en: 'english',
  de: 'german',
  fr: 'french',
  es: 'spanish',
  nl: 'dutch',
};

interface DevLine {
  readonly id: string;
  readonly text: string;
  readonly lang: string;
  readonly intent: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly alternatives?: readonly Prediction[];
}

/** The development utterances. */
export function developmentSet(): readonly Utterance[] {
  return readFileSync(join(FOLDER, 'dev.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as DevLine)
    .map(({ id, text, lang, intent, args, alternatives }) => ({
      id,
      text,
      lang,
      wanted: [{ intent, args }, ...(alternatives ?? [])],
    }));
}

export function batchNames(): readonly string[] {
  return [...namesIn(LEARNED), ...HELD_OUT];
}

function namesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => file.replace('.txt', ''));
}

/** One batch of `utterances/`; the format is in the README beside it. */
export function batch(name: string): readonly Utterance[] {
  return readFileSync(join(HELD_OUT.includes(name) ? UNSEEN : LEARNED, `${name}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line, index) => {
      if (line.includes('\t')) return { id: `${name}:${index + 1}`, lang: name.slice(0, 2), ...bracketed(line) };
      const at = line.indexOf(' | ');
      const wanted = line
        .slice(at + 3)
        .split(' || ')
        .map(readingOf);
      return { id: `${name}:${index + 1}`, text: line.slice(0, at), lang: name.slice(0, 2), wanted };
    });
}

/** `intent TAB arguments TAB text`, with the names in the text in [ ], and the customer of a mapping in { }. */
export function bracketed(line: string): Pick<Utterance, 'text' | 'wanted'> {
  const [intent = '', said = '', marked = ''] = line.split('\t');
  const companies = [...marked.matchAll(/\[([^\]]+)\]/g)].map(([, name = '']) => name);
  const customer = /\{([^}]+)\}/.exec(marked)?.[1];
  const text = marked.replace(/[[\]{}]/g, '').trim();
  const args = argumentsOf(intent, intent === 'show' || intent === 'map' ? '' : said.trim());
  if (intent === 'map') return { text, wanted: [{ intent, args: { account: companies[0], customer } }] };
  const what = intent === 'show' ? { what: said.trim() } : {};
  const named = companies.length > 0 ? { companies } : {};
  const wanted = { intent, args: { ...args, ...what, ...named } };
  // Who is on an account stands on its card.
  const shown = { intent: 'show', args: { what: 'overview', ...named } };
  if (intent === 'who_is_on') return { text, wanted: [wanted, shown] };
  // That somebody was invited is told, and not read by what was learned.
  return { text, wanted: intent === 'invited' ? [wanted, { intent: 'unknown', args: {} }] : [wanted] };
}

function readingOf(text: string): Prediction {
  const [intent = '', args = ''] = text.split(/ \|(?: |$)/);
  return { intent: intent.trim(), args: argumentsOf(intent.trim(), args.trim()) };
}

function argumentsOf(intent: string, text: string): Readonly<Record<string, unknown>> {
  if (text === '') return {};
  const names = text.split(';;').map((name) => name.trim());
  const parts = text.split(',');
  if (intent === 'list') return { what: parts[0], period: parts[1] };
  if (intent === 'show') return { what: names[0], companies: names.slice(1) };
  if (intent === 'map') return { account: names[0], customer: names[1] };
  if (intent === 'settings') return { topic: parts[0], value: LANGUAGES[parts[1] ?? ''] ?? parts[1], time: parts[2] };
  if (intent === 'history' && PERIOD.test(text)) return { period: text };
  return intent === 'unwatch' && text === 'all' ? { all: true } : { companies: names };
}

export function score(utterances: readonly Utterance[], options: UnderstandOptions = {}): Score {
  const judged = utterances.map((utterance) => judge(utterance, options));
  const share = (count: number) => count / utterances.length;
  return {
    count: utterances.length,
    intents: share(judged.filter((row) => row.intent).length),
    whole: share(judged.filter((row) => row.whole).length),
    harmful: judged.filter((row) => row.harmful).map((row) => row.text),
    misplaced: judged.filter((row) => row.misplaced).map((row) => row.text),
    wrong: judged.filter((row) => !row.whole).map((row) => row.text),
  };
}

function judge({ id, text, wanted }: Utterance, options: UnderstandOptions) {
  const heard = understand(text, options);
  const got = toPrediction(heard);
  const proposed = heard.outcome === 'understood' && heard.proposed === true;
  const changing = heard.outcome === 'understood' && intentChanges(heard.intent);
  const intent = wanted.some((one) => one.intent === got.intent);
  // Of a company in a trap nothing is asked.
  const whole = wanted.some(
    (one) => one.intent === got.intent && (one.intent === 'unknown' || slots(one.args) === slots(got.args)),
  );
  return {
    intent,
    whole,
    harmful: !whole && changing && !proposed && AT_ONCE.has(got.intent),
    misplaced: !whole && changing && (proposed || !AT_ONCE.has(got.intent)),
    text: `${id} ${text} => ${JSON.stringify(got)}`,
  };
}

/** Arguments in a form in which case, order and closing punctuation do not count. */
export function slots(args: Readonly<Record<string, unknown>>): string {
  return Object.entries(args)
    .flatMap(([key, value]) => [value].flat().map((one) => [key, one] as const))
    .filter(([, value]) => value !== undefined && value !== '' && value !== false)
    .map(([key, value]) => `${key}=${plain(String(value))}`)
    .sort()
    .join('\n');
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[.?!,;:]+$/, '')
    .trim();
}

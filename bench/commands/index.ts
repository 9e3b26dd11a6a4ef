import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { understand } from '../../src/commands/understand';
import type { UnderstandOptions } from '../../src/commands/understand';
import { batch, batchNames, developmentSet, score } from '../../training/commands/corpus';
import type { Utterance } from '../../training/commands/corpus';

const ROUNDS = 20;
const KNOWN = 200_000;

/** Time of one reading, without and with 200,000 known names, and the scores of every set of utterances. */
export function benchCommands(): Promise<void> {
  const sets: readonly (readonly [string, readonly Utterance[]])[] = [
    ['dev', developmentSet()],
    ...batchNames().map((name) => [name, batch(name)] as const),
  ];
  const texts = sets.flatMap(([, utterances]) => utterances.map((utterance) => utterance.text));
  const known = { known: manyNames() };
  report('no names known', texts, {});
  report(`${KNOWN} names known`, texts, known);
  for (const [name, utterances] of sets) {
    const { count, intents, whole, harmful } = score(utterances);
    const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
    console.log(
      `${name.padEnd(6)} n ${count}  intents ${percent(intents)}  whole ${percent(whole)}  harmful ${harmful.length}`,
    );
  }
  return Promise.resolve();
}

function report(title: string, texts: readonly string[], options: UnderstandOptions): void {
  for (const text of texts) understand(text, options);
  const typical: number[] = [];
  for (const text of texts) {
    const rounds = Array.from({ length: ROUNDS }, () => timed(text, options));
    typical.push(share(rounds, 0.5));
  }
  // The median of each text's rounds leaves out what other processes of the machine took; garbage collection too.
  const figure = (part: number) => `${share(typical, part).toFixed(3)} ms`;
  console.log(`${title}: p50 ${figure(0.5)}  p99 ${figure(0.99)}  worst ${figure(1)}  (${texts.length} texts)`);
}

function timed(text: string, options: UnderstandOptions): number {
  const start = process.hrtime.bigint();
  understand(text, options);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function share(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** Real names and made-up variants of them, folded as the bot's index folds them. */
function manyNames() {
  const file = join(process.cwd(), 'test', 'commands', 'names.json');
  const names = JSON.parse(readFileSync(file, 'utf8')) as readonly string[];
  const fold = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const keys = new Set<string>();
  for (let index = 0; keys.size < KNOWN; index += 1) keys.add(fold(`${names[index % names.length] ?? ''} ${index}`));
  return { has: (name: string) => keys.has(fold(name)) };
}

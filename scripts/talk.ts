// `npm run talk -- --in talks.jsonl --out predictions.jsonl`: runs talks against the sandbox, a fresh world for each, and
// writes what the bot answered, a line a talk.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runTalk } from './talk/run';
import { readTalks } from './talk/talk';
import type { Outcome, Talk } from './talk/talk';

const USAGE = 'usage: npm run talk -- --in FILE --out FILE';
/** Worlds beside each other. */
const LANES = 3;

async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { in: { type: 'string' }, out: { type: 'string' } } });
  if (values.in === undefined || values.out === undefined) {
    console.error(USAGE);
    return 2;
  }
  const talks = readTalks(readFileSync(values.in, 'utf8'));
  const outcomes = await inLanes(talks);
  const lines = talks.map(({ id }, at) => JSON.stringify({ id, turns: outcomes[at] ?? [] }));
  writeFileSync(values.out, lines.map((line) => `${line}\n`).join(''));
  const faults = outcomes.flat().filter((outcome) => outcome === null).length;
  if (faults > 0) console.error(`${faults} turns ended in a fault or without an answer`);
  return faults > 0 ? 1 : 0;
}

async function inLanes(talks: readonly Talk[]): Promise<readonly (readonly Outcome[])[]> {
  const outcomes: (readonly Outcome[])[] = [];
  const waiting = [...talks.entries()];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [at, talk] = next;
      outcomes[at] = await runTalk(talk);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return outcomes;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);

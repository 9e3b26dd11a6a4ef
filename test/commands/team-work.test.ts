import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { intentChanges } from '../../src/commands/intent';
import { hear } from '../../src/commands/matters';
import type { Understanding } from '../../src/commands/understand';

/** Written by somebody who had seen neither the bot nor what it learns from; nothing is learned from it. */
interface Line {
  readonly text: string;
  readonly what: string;
  readonly companies: readonly string[];
}

const LINES = readFileSync(join(__dirname, 'team-work.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Line);

/** How many of each are heard with the right companies; lower than measured by one or two. */
const FLOORS: readonly (readonly [string, string, number])[] = [
  ['assign', 'assign', 17],
  ['unassign', 'unassign', 8],
  ['who_is_on', 'show', 10],
  ['snooze', 'snooze', 34],
  ['wake', 'wake', 11],
];

function isHeardAs(name: string, { companies }: Line, heard: Understanding | undefined): boolean {
  if (heard?.outcome !== 'understood' || heard.intent.name !== name || !('companies' in heard.intent)) return false;
  return JSON.stringify(heard.intent.companies) === JSON.stringify(companies);
}

it.each(FLOORS)('what a stranger says to %s is mostly heard', (what, name, floor) => {
  const lines = LINES.filter((line) => line.what === what);
  const right = lines.filter((line) => isHeardAs(name, line, hear(line.text).heard[0]));

  expect(right.length).toBeGreaterThanOrEqual(floor);
});

it('nothing is done at once where nothing is asked', () => {
  const done = LINES.filter(({ what }) => what === 'none').filter(({ text }) =>
    hear(text).heard.some(
      (heard) => heard.outcome === 'understood' && heard.proposed !== true && intentChanges(heard.intent),
    ),
  );

  expect(done).toEqual([]);
});

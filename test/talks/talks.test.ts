import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTalk } from '../../scripts/talk/run';
import { readTalks } from '../../scripts/talk/talk';
import type { Outcome } from '../../scripts/talk/talk';

/** Whole talks through the real door: sandbox, wire, store, and what each answer was about. */

interface Expected {
  readonly intent?: string | readonly string[];
  /** Of an argument that is no list, a list names all that would be right. */
  readonly args?: Readonly<Record<string, unknown>>;
  readonly about?: 'ask' | readonly (string | readonly string[])[] | { readonly item: number };
  readonly not_about?: readonly string[];
  readonly changes?: boolean;
  /** Words of the answer's first line. */
  readonly says?: string;
  readonly alternatives?: readonly Expected[];
}

const linesOf = (file: string) => readFileSync(join(__dirname, file), 'utf8').trim().split('\n');
/** Talks that somebody tried who had not seen how the bot is made: all of them run here. */
const TRIED = linesOf('tried.jsonl');
const lines = [...linesOf('dev.jsonl'), ...TRIED];
const talks = readTalks(lines.join('\n'));
const expected = lines.map((line) =>
  (JSON.parse(line) as { turns: { expect: Expected }[] }).turns.map((t) => t.expect),
);

/** One talk of each kind; `npm run talk` runs all of them. */
const RUN = [
  'td001',
  'td002',
  'td003',
  'td005',
  'td010',
  'td008',
  'td012',
  'td014',
  'td016',
  'td019',
  'td026',
  'td033',
  'td035',
  'td040',
  ...TRIED.map((line) => (JSON.parse(line) as { id: string }).id),
];

it.each(RUN)(
  '%s goes as people expect',
  async (id) => {
    const at = talks.findIndex((talk) => talk.id === id);
    const talk = talks[at];
    if (talk === undefined) throw new Error(`no talk ${id}`);
    const outcomes = await runTalk(talk);
    const list: { last?: readonly string[] } = {};
    for (const [turn, outcome] of outcomes.entries()) {
      const wanted = expected[at]?.[turn] ?? {};
      const said = `${id}#${turn + 1} ${talk.turns[turn]?.say ?? ''}: ${JSON.stringify(outcome)}`;
      const readings = [wanted, ...(wanted.alternatives ?? []).map((other) => ({ ...wanted, ...other }))];
      expect([said, readings.some((reading) => isRight(outcome, reading, list.last))]).toEqual([said, true]);
      if (outcome !== null && outcome.listed.length > 0) list.last = outcome.listed;
    }
  },
  60_000,
);

function isRight(
  outcome: Outcome,
  { intent, args = {}, about, not_about = [], changes = false, says = '' }: Expected,
  list?: readonly string[],
): boolean {
  if (outcome === null || outcome.changed !== changes || !outcome.says.includes(says)) return false;
  if (intent !== undefined && ![intent].flat().includes(outcome.intent)) return false;
  if (!Object.entries(args).every(([name, value]) => isArgument(outcome.args[name], value))) return false;
  if (outcome.about.some((name) => not_about.includes(name))) return false;
  if (about === undefined) return true;
  if (about === 'ask') return outcome.asks && outcome.about.length === 0;
  const names = 'item' in about ? [list?.[about.item - 1] ?? ''] : about;
  return (
    names.length === outcome.about.length &&
    names.every((name) => [name].flat().some((one) => outcome.about.includes(one)))
  );
}

function isArgument(given: unknown, wanted: unknown): boolean {
  const right: readonly unknown[] = Array.isArray(wanted) && !Array.isArray(given) ? wanted : [wanted];
  return right.some((one) => JSON.stringify(one) === JSON.stringify(given));
}

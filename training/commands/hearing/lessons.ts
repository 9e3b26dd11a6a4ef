import { commandTable } from '../../../src/commands/table';
import { batch, batchNames, developmentSet, HELD_OUT } from '../corpus';
import type { Utterance } from '../corpus';
import { phrasebook } from '../phrasebook';
import { realNames } from './name-pool';
import { marked } from './spans';
import type { Marked } from './spans';

/** What the model learns from. */
export interface Lessons {
  /** The examples of the commands, the development set, all batches that are not held out, and the phrasebook. */
  readonly usual: readonly Marked[];
  /** What a team says of its accounts, and what it says in the same words of other things. */
  readonly ofTeam: readonly Marked[];
}

/** What is said of who works on an account; that somebody was invited is told in much the same words. */
export const TEAM: ReadonlySet<string> = new Set(['assign', 'unassign', 'who_is_on', 'snooze', 'wake', 'invited']);

const USUAL_EXAMPLES: ReadonlySet<string> = new Set([
  'status',
  'watch',
  'unmap',
  'who_mapped',
  'history',
  'map',
  'undo',
  'help',
  'greeting',
  'thanks',
]);

export function lessons(): Lessons {
  const batches = batchNames()
    .filter((name) => !HELD_OUT.includes(name))
    .map(batch);
  const dev = developmentSet();
  // Of the development set every one is to be right, and of what a team says there is little: among so many others they
  // would hardly count.
  const usual = [...dev, ...dev, ...dev, ...batches.filter((rows) => !rows.some(isOfTeam)).flat()];
  const ofTeam = batches.filter((rows) => rows.some(isOfTeam)).flatMap((rows) => [...rows, ...rows, ...rows, ...rows]);
  return {
    usual: inMarks([...twice(examples(USUAL_EXAMPLES)), ...usual, ...phrasebook(realNames())]),
    ofTeam: inMarks([...twice(examples(TEAM)), ...ofTeam]),
  };
}

function isOfTeam({ wanted }: Utterance): boolean {
  return wanted.some(({ intent }) => TEAM.has(intent));
}

function twice<Item>(items: readonly Item[]): readonly Item[] {
  return [...items, ...items];
}

function inMarks(utterances: readonly Utterance[]): readonly Marked[] {
  return utterances.flatMap((utterance) => marked(utterance) ?? []);
}

/** The examples of the table of commands that say all in their first line. */
function examples(commands: ReadonlySet<string>): readonly Utterance[] {
  return commandTable
    .filter(({ name }) => commands.has(name))
    .flatMap((command) =>
      Object.entries(command.examples).flatMap(([lang, texts]) =>
        texts.map((text, index) => ({
          id: `${command.name}:${lang}:${index}`,
          text: text.replace('{name}', 'Contoso').replace('{other}', 'Fabrikam'),
          lang,
          wanted: [{ intent: command.name, args: argsOf(command.name, text) }],
        })),
      ),
    );
}

function argsOf(name: string, text: string): Readonly<Record<string, unknown>> {
  if (name === 'map') return { account: 'Contoso', customer: 'Fabrikam' };
  return text.includes('{name}') ? { companies: ['Contoso'] } : {};
}

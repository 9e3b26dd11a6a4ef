import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandTable } from '../../../src/commands/table';
import type { Utterance } from '../corpus';
import { batch, batchNames, developmentSet, HELD_OUT } from '../corpus';
import { buildModel } from './build-model';
import { phrasebook } from '../phrasebook';
import { realNames } from './name-pool';
import { marked } from './spans';
import type { Marked } from './spans';
import { storedModel } from './store-model';

const EPOCHS = 6;

/** Trains what hears names and intents, on all utterances but those held out, and writes it. */
export function trainHearing(): void {
  const rows = learnedRows();
  const stored = storedModel(buildModel(rows, { epochs: EPOCHS }), rows);
  const text = `${JSON.stringify(stored)}\n`;
  writeFileSync(join(process.cwd(), 'src', 'commands', 'hearing', 'model.json'), text);
  console.log(
    `hearing: ${rows.length} utterances, ${stored.classes.length} classes, ${Math.round(text.length / 1024)} KB`,
  );
}

/** What the model learns from: the examples of the commands, the development set, all batches that are not held out, and the phrasebook. */
export function learnedRows(): readonly Marked[] {
  // Of all of these every one is to be right, and among so many others they would hardly count.
  const batches = [
    developmentSet(),
    developmentSet(),
    developmentSet(),
    ...batchNames()
      .filter((name) => !HELD_OUT.includes(name))
      .map(batch),
  ];
  return [...examples(), ...examples(), ...batches.flat(), ...phrasebook(realNames())].flatMap(
    (utterance) => marked(utterance) ?? [],
  );
}

/** The examples of the table of commands that say all in their first line. */
function examples(): readonly Utterance[] {
  return commandTable
    .filter(({ name }) =>
      ['status', 'watch', 'unmap', 'who_mapped', 'history', 'map', 'undo', 'help', 'greeting', 'thanks'].includes(name),
    )
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

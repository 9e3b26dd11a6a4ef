import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildModel } from './build-model';
import { lessons } from './lessons';
import { storedModel } from './store-model';

const EPOCHS = 6;

/** Trains what hears names and intents, on all utterances but those held out, and writes it. */
export function trainHearing(): void {
  const learned = lessons();
  const stored = storedModel(buildModel(learned, { epochs: EPOCHS }), learned);
  const text = `${JSON.stringify(stored)}\n`;
  writeFileSync(join(process.cwd(), 'src', 'commands', 'hearing', 'model.json'), text);
  const count = learned.usual.length + learned.ofTeam.length;
  console.log(`hearing: ${count} utterances, ${Math.round(text.length / 1024)} KB`);
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredIntentModel } from '../../src/commands/intent-model';
import { HELD_OUT } from './corpus';
import { allRows, fit, intentsIn, trainedModel } from './intent-training';

/**
 * npm run train:commands
 *
 * Trains the intent model and writes it. Prints the share of right intents in each batch by a model that was trained
 * without it, and without those held out. The same data give the same file.
 */
function main(): void {
  const rows = allRows();
  const intents = intentsIn(rows);
  let right = 0;
  for (const name of new Set(rows.map((row) => row.batch))) {
    const model = fit(
      rows.filter((row) => row.batch !== name && !HELD_OUT.includes(row.batch)),
      intents,
    );
    const unseen = rows.filter((row) => row.batch === name);
    const hits = unseen.filter((row) => model.best(row.features) === row.intent).length;
    right += hits;
    console.log(`${name.padEnd(6)} n ${unseen.length}  ${((100 * hits) / unseen.length).toFixed(1)} %`);
  }
  console.log(
    `all    n ${rows.length}  ${((100 * right) / rows.length).toFixed(1)} %, each batch by a model without it`,
  );
  const text = asText(trainedModel(rows).stored());
  writeFileSync(join(process.cwd(), 'src', 'commands', 'intent-model.json'), text);
  console.log(`intent-model.json: ${Math.round(text.length / 1024)} KB`);
}

function asText({ intents, weights }: StoredIntentModel): string {
  const lines = Object.entries(weights).map(
    ([feature, row]) => `    ${JSON.stringify(feature)}: ${JSON.stringify(row)}`,
  );
  return `{\n  "intents": ${JSON.stringify(intents)},\n  "weights": {\n${lines.join(',\n')}\n  }\n}\n`;
}

main();

import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { toLabel } from './prediction';
import type { KnownNames } from './understand';
import { understand } from './understand';

/**
 * npm run understand -- --in F --out F [--names F]
 *
 * Reads utterances, writes one prediction per line. --names holds known names: one a line, or JSON objects with
 * `name` or `companyName`. Without it no names are known.
 */
function main(): void {
  const { values } = parseArgs({
    options: { in: { type: 'string' }, out: { type: 'string' }, names: { type: 'string' } },
  });
  if (values.in === undefined || values.out === undefined) {
    console.error('usage: npm run understand -- --in FILE --out FILE [--names FILE]');
    process.exitCode = 2;
    return;
  }
  const options = values.names === undefined ? {} : { known: knownNames(readFileSync(values.names, 'utf8')) };
  const lines = readFileSync(values.in, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const predictions = lines.map((line) => {
    // The shape that whoever calls this was told of; anything else ends the tool.
    const { id, text } = JSON.parse(line) as { id: string; text: string };
    return JSON.stringify({ id, ...toLabel(understand(text, options)) });
  });
  writeFileSync(values.out, predictions.map((line) => `${line}\n`).join(''));
}

/** Case, accents, punctuation and spaces do not count. */
function key(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function knownNames(file: string): KnownNames {
  const keys = new Set<string>();
  for (const line of file.split('\n'))
    for (const name of namesOf(line.trim())) if (key(name) !== '') keys.add(key(name));
  return { has: (name) => keys.has(key(name)) };
}

function namesOf(line: string): readonly string[] {
  if (!line.startsWith('{')) return [line];
  // A line of that shape, or without any of its names.
  const row = JSON.parse(line) as { name?: string; companyName?: string };
  return [row.name, row.companyName].filter((name) => name !== undefined);
}

main();

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Another one with every build: of the one file that holds the program. Undefined where it runs from its sources. */
export function programMark(): string | undefined {
  if (__filename.endsWith('.ts')) return undefined;
  return createHash('sha256').update(readFileSync(__filename)).digest('hex');
}

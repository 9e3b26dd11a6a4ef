import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { State } from './state';

/**
 * The world in a file. It is written before an answer goes out, so that what the bot was told is still true after the
 * sandbox was killed.
 */
export function keepIn(path: string): (state: State) => void {
  mkdirSync(dirname(path), { recursive: true });
  return (state) => {
    const next = `${path}.next`;
    writeFileSync(next, JSON.stringify(state));
    renameSync(next, path);
  };
}

/** The kept world, or undefined when there is none; a file that cannot be read is no reason not to start. */
export function readKept(path: string): State | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const state: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isState(state) ? state : undefined;
  } catch {
    return undefined;
  }
}

function isState(value: unknown): value is State {
  return typeof value === 'object' && value !== null && 'seed' in value && 'rows' in value && 'invited' in value;
}

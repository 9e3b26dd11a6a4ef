import { printFailures, readConfig } from '../src/config';
import type { Config } from '../src/config';
import { thisMachine } from '../src/runtime/machine';
import { environmentOf } from '../src/setup/env-files';
import { StoreUnavailable } from '../src/store';
import { root } from './root';

/** Runs a command of an operator: what it returns is the exit code, and a store that is away is a sentence with its remedy. */
export function runCommand(main: (args: readonly string[]) => Promise<number>): void {
  main(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      console.error(error instanceof StoreUnavailable ? `${error.message} ${error.remedy}` : error);
      process.exitCode = 1;
    },
  );
}

/** The settings here and in env/.env.NAME; undefined when something is wrong with them, which has been said. */
export function settingsOf(name: string | undefined): Config | undefined {
  const read = readConfig(environmentOf(root, name), thisMachine);
  if (read.ok) return read.config;
  console.error(printFailures(read.failures));
  return undefined;
}

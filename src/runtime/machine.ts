import { existsSync, readFileSync } from 'node:fs';

/** This machine, as far as the check of the settings asks. */
export const thisMachine = {
  fileExists: existsSync,
  readText(path: string): string | undefined {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return undefined;
    }
  },
};

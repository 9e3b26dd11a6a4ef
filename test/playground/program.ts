import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export const root = join(__dirname, '..', '..');

/** One of our scripts, running. */
export interface Program {
  /** Resolves with the first line, past or to come, that matches; rejects when the program ends without one. */
  readonly line: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Asks it to end as Ctrl-C does; resolves with its exit code. */
  readonly stop: () => Promise<number | null>;
  /** Everything that it printed so far. */
  readonly output: () => string;
}

/** Starts a file of scripts/ with this environment on top of ours. */
export function startProgram(
  script: string,
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Program {
  const child = spawn(process.execPath, [join(root, 'scripts', 'run.mjs'), `scripts/${script}`, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  let ended = false;
  const wake = (): void => {
    for (const look of [...waiting]) look();
  };
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      wake();
    });
  }
  const exit = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      ended = true;
      wake();
      resolve(code);
    });
  });
  return {
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const match = lines.map((line) => pattern.exec(line)).find((found) => found !== null);
          if (match === undefined && !ended) return;
          waiting.delete(look);
          if (match) resolve(match);
          else reject(new Error(`${script} ended without ${String(pattern)}:\n${lines.slice(-20).join('\n')}`));
        };
        waiting.add(look);
        look();
      }),
    stop: () => {
      child.kill('SIGINT');
      return exit;
    },
    output: () => lines.join('\n'),
  };
}

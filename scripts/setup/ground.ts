import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { openStore } from '../../src/app/sources';
import type { Config } from '../../src/config';
import { systemClock as clock } from '../../src/runtime/clock';
import { createLog } from '../../src/runtime/log';
import { thisMachine } from '../../src/runtime/machine';
import { envFiles, readEnvFiles, writeEnvFiles } from '../../src/setup/env-files';
import type { GuideDeps } from '../../src/setup/guide';
import type { Notebook } from '../../src/setup/chapters';
import { root } from '../root';

const log = createLog('silent');

/** What the guide and the check need of this machine, for the environment of this name. */
export function groundFor(name: string): { readonly deps: GuideDeps; readonly notebook: Notebook } {
  const files = envFiles(root, name);
  let env = { ...readEnvFiles(files) };
  return {
    deps: {
      clock,
      log,
      machine: thisMachine,
      openStore: (config: Config) => openStore(config, log),
      openBrowser,
      writeNames(names) {
        const path = join(root, 'env', `work365.${name}.json`);
        writeFileSync(path, `${JSON.stringify(names, null, 2)}\n`);
        return relative(root, path);
      },
    },
    notebook: {
      get env() {
        return env;
      },
      write(changes) {
        writeEnvFiles(files, changes);
        env = { ...readEnvFiles(files) };
      },
    },
  };
}

/** Where there is no browser, the address stands in the terminal. */
function openBrowser(address: string): void {
  const windows = { command: 'rundll32', args: ['url.dll,FileProtocolHandler', address] };
  const others = { command: process.platform === 'darwin' ? 'open' : 'xdg-open', args: [address] };
  const { command, args } = process.platform === 'win32' ? windows : others;
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

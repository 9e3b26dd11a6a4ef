import { spawn } from 'node:child_process';
import { findStore } from '../../src/app/sources';
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
      findStore: (config: Config) => findStore(config, log),
      openBrowser,
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

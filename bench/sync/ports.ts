import { existsSync } from 'node:fs';
import { createDirectory, createProviders } from '../../src/app/sources';
import { readConfig } from '../../src/config';
import type { Ports } from '../../src/ports';
import { Register } from '../../src/register/register';
import { systemClock as clock } from '../../src/runtime/clock';
import { randomIds as ids } from '../../src/runtime/ids';
import { createLog } from '../../src/runtime/log';
import { openEmbeddedStore } from '../../src/stores/embedded';
import { portsOf } from '../ports';

/** What a sync needs, from the settings of a sandbox and an embedded store in `dir`. */
export async function benchPorts(settings: Readonly<Record<string, string>>, dir: string): Promise<Ports> {
  const read = readConfig({ ...settings, HANDSHAKE_MODE: 'local' }, { fileExists: existsSync });
  if (!read.ok) throw new Error('the settings of the sandbox were refused');
  const { config } = read;
  const log = createLog('warn');
  return portsOf({
    partnerId: config.partnerId,
    store: await openEmbeddedStore({ dir, partnerId: config.partnerId, log }),
    register: new Register(),
    providers: createProviders(config, { clock, log, ids }),
    directory: createDirectory(config, { clock, log, ids }),
    log,
  });
}

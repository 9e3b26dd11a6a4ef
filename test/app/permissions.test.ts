import { createPermissions } from '../../src/app/permissions';
import { readConfig } from '../../src/config';
import { MINUTE } from '../../src/domain/time';
import { startSandbox } from '../../src/sandbox/sandbox';
import type { Sandbox } from '../../src/sandbox/sandbox';
import { PERMISSIONS } from '../../src/setup/permissions';
import phrases from '../../src/views/phrases/en.json';
import { quietLog, turnedClock } from '../sandbox/stand';
import type { TurnedClock } from '../sandbox/stand';

let clock: TurnedClock;
let sandbox: Sandbox;
beforeEach(async () => {
  clock = turnedClock();
  sandbox = await startSandbox({ clock, moves: false });
});
afterEach(() => sandbox.close());

it('answers at once with what was last seen and its age, and looks anew behind that', async () => {
  const read = readConfig({ ...sandbox.settings, HANDSHAKE_MODE: 'local' }, { fileExists: () => true });
  if (!read.ok) throw new Error(JSON.stringify(read.failures));
  const permissions = createPermissions(read.config, { clock, log: quietLog });
  const lacking = () => permissions.known()?.all.filter(({ state }) => state === 'lacking');
  const untilLookedSince = async (at: number) => {
    while ((permissions.known()?.at ?? 0) < at) await new Promise(setImmediate);
  };

  expect(permissions.known()).toBeUndefined();
  const first = clock.now();
  await untilLookedSince(first);
  expect(lacking()).toEqual([]);

  sandbox.control('lack', { permission: 'graph-gdap' });
  clock.turn(MINUTE);
  expect(permissions.known()?.at).toBe(first);
  clock.turn(5 * MINUTE);
  expect(permissions.known()?.at).toBe(first);
  await untilLookedSince(clock.now());
  expect(lacking()?.map(({ permission }) => permission)).toEqual(['graph-gdap']);
});

it('what a permission costs is said with the same words in the terminal and in the chat', () => {
  const said: Readonly<Record<string, string>> = phrases;
  for (const permission of Object.values(PERMISSIONS)) {
    if ('cost' in permission) expect(said[`permission.cost.${permission.cost}`]).toBe(permission.without);
  }
});

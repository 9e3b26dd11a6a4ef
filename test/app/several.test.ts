import { createGroups, createProviders } from '../../src/app/sources';
import { createPermissions } from '../../src/app/permissions';
import { readConfig } from '../../src/config';
import { createGroupsOf } from '../../src/groups/groups-of';
import { SECOND_NAME } from '../../src/sandbox/several';
import { startSandbox } from '../../src/sandbox/sandbox';
import type { Sandbox } from '../../src/sandbox/sandbox';
import { checkAll } from '../../src/setup/check';
import { SourceFailure } from '../../src/domain/source';
import { quietLog, turnedClock } from '../sandbox/stand';

/** What is looked at by itself looks at every provider, and names the one that it is about. */

const clock = turnedClock();
let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ clock, moves: false, several: true });
});
afterEach(() => sandbox.close());

const machine = { fileExists: () => true };
const ids = { next: () => 'id', newId: () => 'id' };

function envWith(changes: Readonly<Record<string, string>> = {}) {
  return { ...sandbox.settings, HANDSHAKE_MODE: 'local', ...changes };
}

function configWith(changes: Readonly<Record<string, string>> = {}) {
  const read = readConfig(envWith(changes), machine);
  if (!read.ok) throw new Error(JSON.stringify(read.failures));
  return read.config;
}

it('permissions are looked at in every tenant', async () => {
  const permissions = createPermissions(configWith(), { clock, log: quietLog });
  while (permissions.known() === undefined) await new Promise(setImmediate);
  const of = permissions
    .known()!
    .all.filter(({ permission }) => permission === 'partner-app')
    .map((one) => one.of);
  expect(of).toEqual(['Partner Center UK', SECOND_NAME]);
});

it('the check looks at every tenant, and names the entry that is to be put right', async () => {
  const env = envWith({ SANDBOX_SECOND_SECRET: 'wrong' });
  const findings = await checkAll(env, { clock, log: quietLog, machine, findStore: () => Promise.resolve(undefined) });
  const apps = findings.filter(({ permission }) => permission === 'app');
  expect(apps.map(({ about, state }) => [about, state])).toEqual([
    ['Partner Center UK: App registration', 'good'],
    [`${SECOND_NAME}: App registration`, 'lacking'],
  ]);
  expect(apps[1]?.remedy).toContain('clientSecret of "germany" in PROVIDERS_FILE');
});

it('a provider that cannot be read is told of with its entry', async () => {
  const deps = { clock, log: quietLog, ids: ids as never };
  const [first, second] = createProviders(configWith({ SANDBOX_SECOND_SECRET: 'wrong' }), deps);
  const read = async (): Promise<void> => {
    for await (const _page of second!.listTenants()) continue;
  };
  const failure: unknown = await read().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(SourceFailure);
  expect((failure as SourceFailure).trouble.remedy).toContain('"germany" in PROVIDERS_FILE');
  const look = await second!.readTenant('7e000000-0000-4000-a000-000000000001');
  expect(JSON.stringify(look)).not.toContain('PARTNER_CENTER_');
  expect(first!.name).toBe('Partner Center UK');
});

it('the groups of all tenants count', async () => {
  const group = '11111111-2222-4333-8444-555555555555';
  const owner = '99999999-2222-4333-8444-555555555555';
  sandbox.control('own-group', { group, owners: [owner] });
  const groups = createGroups(configWith(), { clock, log: quietLog, ids: ids });
  expect(await groups.ownersOf(group)).toEqual([owner]);
});

it.each([
  [[false, true], true],
  [[true, undefined], true],
  [[false, undefined], undefined],
  [[false, false], false],
] as const)('of groups in several tenants %j means %p', async (answers, expected) => {
  const tenants = answers.map((answer) => ({
    hasMember: () => Promise.resolve(answer),
    ownersOf: () => Promise.resolve(undefined),
  }));
  expect(await createGroupsOf(tenants).hasMember(['g'], 'p')).toBe(expected);
});

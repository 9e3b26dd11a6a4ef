import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProviders } from '../../src/app/sources';
import { createSignIns } from '../../src/app/sign-in';
import { readConfig } from '../../src/config';
import { DAY, HOUR } from '../../src/domain/time';
import { Register } from '../../src/register/register';
import { signInHealth } from '../../src/records/sign-in-health';
import { startSandbox } from '../../src/sandbox/sandbox';
import type { Sandbox } from '../../src/sandbox/sandbox';
import { openEmbeddedStore } from '../../src/stores/embedded';
import type { Store } from '../../src/store';
import { startKeyVault } from '../doubles/key-vault';
import type { KeyVaultDouble } from '../doubles/key-vault';
import { countingIds, quietLog, turnedClock } from '../sandbox/stand';
import type { TurnedClock } from '../sandbox/stand';

let clock: TurnedClock;
let sandbox: Sandbox;
let vault: KeyVaultDouble;
let dir: string;
let store: Store;
beforeEach(async () => {
  clock = turnedClock();
  sandbox = await startSandbox({ clock, moves: false });
  vault = await startKeyVault();
  dir = mkdtempSync(join(tmpdir(), 'handshake-signin-'));
  store = await openEmbeddedStore({ dir, partnerId: 'partner', log: quietLog, clock });
});
afterEach(async () => {
  await store.close();
  await Promise.all([sandbox.close(), vault.close()]);
  rmSync(dir, { recursive: true, force: true });
});

/** A replica as it starts: it knows the settings and the store, and nothing of earlier ones. */
function replica(env: Readonly<Record<string, string>>) {
  const read = readConfig({ ...sandbox.settings, ...env, HANDSHAKE_MODE: 'local' }, { fileExists: () => true });
  if (!read.ok) throw new Error(JSON.stringify(read.failures));
  const register = new Register();
  const deps = { store, register, clock, log: quietLog, partnerId: 'partner', ids: countingIds() };
  const signIns = createSignIns(read.config, deps);
  const [signIn] = signIns.values();
  if (signIn === undefined) throw new Error('nothing is kept');
  const [provider] = createProviders(read.config, deps, signIns);
  if (provider === undefined) throw new Error('no provider');
  return {
    signIn,
    register,
    invitation: async () => (await provider.invitationLink()).look,
    health: () => signInHealth({ register, providers: [] })[0],
  };
}

const PLACES = [
  ['Key Vault', () => ({ KEY_VAULT_URL: vault.url })],
  ['the store, with a key', () => ({ TOKEN_KEY: 'k'.repeat(32) })],
  ['the store, with the secret of the app', () => ({})],
] as const;

describe.each(PLACES)('a refresh token kept in %s (O10)', (_place, env) => {
  it('lives through 100 days with restarts, in which one replica renews and another reads', async () => {
    for (let day = 0; day <= 100; day += 5) {
      const [one, other] = [replica(env()), replica(env())];
      await one.signIn.keep();
      expect([day, await one.invitation(), await other.invitation()]).toEqual([day, 'seen', 'seen']);
      clock.turn(5 * DAY);
    }
    const documents = await store.list('signin', { limit: 10 });
    expect(documents.items).toHaveLength(1);
    expect(JSON.stringify(documents.items)).not.toContain('sandbox-refresh-token');
  });

  it('tells its age, its person and the day it would end', async () => {
    const one = replica(env());
    await one.signIn.keep();

    expect(one.health()).toEqual({
      person: 'Megan Bowen',
      renewedAt: clock.now(),
      endsAt: clock.now() + 90 * DAY,
    });
  });
});

it('would end without being kept: the token of the settings is 90 days old', async () => {
  clock.turn(91 * DAY);
  const late = replica({});
  await late.signIn.keep();

  expect(await late.invitation()).toBe('failed');
  expect(late.health()?.trouble).toMatchObject({ kind: 'denied', remedy: expect.stringContaining('npm run setup') });
});

it('is renewed once a day, and not more often', async () => {
  const one = replica({ KEY_VAULT_URL: vault.url });
  for (let hour = 0; hour < 72; hour += 1) {
    await one.signIn.keep();
    clock.turn(HOUR);
  }
  expect(vault.secrets.get('partner-center-refresh-token-newest')).toHaveLength(3);
});

it('is taken from the settings again after somebody signed in anew, and an older replica does not bring the old one back', async () => {
  const before = { PARTNER_CENTER_REFRESH_TOKEN: `sandbox-refresh-token.${clock.now() - 89 * DAY}` };
  const old = replica(before);
  await old.signIn.keep();
  const after = replica({ PARTNER_CENTER_REFRESH_TOKEN: `sandbox-refresh-token.${clock.now()}` });
  await after.signIn.keep();
  clock.turn(2 * DAY);
  await old.signIn.keep();

  expect(await old.invitation()).toBe('seen');
  expect((await store.list('signin', { limit: 1 })).items[0]?.document.taken).toHaveLength(2);
});

it('says it when the consent was withdrawn, and since when, and keeps trying', async () => {
  const one = replica({});
  await one.signIn.keep();
  sandbox.control('withdraw-consent');
  clock.turn(2 * DAY);
  await one.signIn.keep();
  const since = clock.now();
  clock.turn(HOUR);
  await one.signIn.keep();

  const [kept] = (await store.list('signin', { limit: 1 })).items;
  expect(kept?.document).toMatchObject({
    trouble: { kind: 'denied', detail: 'sign-in: invalid_grant' },
    troubleSince: since,
  });
});

it('goes on with the last token known while the vault refuses, and names the role', async () => {
  const one = replica({ KEY_VAULT_URL: vault.url });
  await one.signIn.keep();
  vault.status = 403;
  clock.turn(2 * DAY);
  await one.signIn.keep();

  expect(one.health()?.trouble).toMatchObject({
    kind: 'denied',
    detail: expect.stringContaining('403'),
    remedy: expect.stringContaining('Key Vault Secrets Officer'),
  });
  expect(await one.invitation()).toBe('seen');
  vault.status = undefined;
  await one.signIn.keep();
  expect(one.health()?.trouble).toBeUndefined();
});

it('begins again with the settings when the key was changed', async () => {
  await replica({ TOKEN_KEY: 'k'.repeat(32) }).signIn.keep();
  clock.turn(2 * DAY);
  const one = replica({ TOKEN_KEY: 'l'.repeat(32) });
  await one.signIn.keep();

  expect(await one.invitation()).toBe('seen');
  expect(one.health()?.trouble).toBeUndefined();
});

import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../src/app/sources';
import { readConfig } from '../../src/config';
import { Secret } from '../../src/runtime/secret';
import { PARTNER } from '../../src/sandbox/sandbox';
import { DAY } from '../../src/domain/time';
import { Register } from '../../src/register/register';
import { checkAll } from '../../src/setup/check';
import type { Finding } from '../../src/setup/finding';
import { runGuide } from '../../src/setup/guide';
import { shelfInVault } from '../../src/signin/key-vault';
import { shelfInStore } from '../../src/signin/shelf';
import type { TokenShelf } from '../../src/signin/shelf';
import { createSignIn } from '../../src/signin/sign-in';
import { startKeyVault } from '../doubles/key-vault';
import { quietLog } from '../sandbox/stand';
import { allSettings, SECRET, TOKEN_KEY } from './all-settings';
import { setupStand } from './stand';
import type { SetupStand } from './stand';

let stand: SetupStand;
beforeEach(async () => {
  stand = await setupStand();
  stand.notebook.write(allSettings(stand));
});
afterEach(() => stand.close());

const ENDED = `${PARTNER.refreshToken}.${Date.now() - 91 * DAY}`;

const check = () => checkAll(stand.notebook.env, stand.deps);
const of = (findings: readonly Finding[], about: string) => findings.find((one) => one.about === about);

describe('the check only looks', () => {
  it('makes no folder for the store, and says that the first start does', async () => {
    const findings = await check();

    expect(of(findings, 'Store, on this disk')).toMatchObject({
      state: 'good',
      seen: expect.stringContaining('made at the first start'),
    });
    expect(existsSync(join(stand.dir, 'data'))).toBe(false);
  });

  it('says it when no folder can be made there', async () => {
    writeFileSync(join(stand.dir, 'file'), '');
    stand.notebook.write({ DATA_DIR: join(stand.dir, 'file', 'data') });

    expect(of(await check(), 'Store, on this disk')).toMatchObject({
      state: 'lacking',
      remedy: 'DATA_DIR must name a folder, not a file.',
    });
  });

  it('looks at everything that does not need what is wrong', async () => {
    stand.notebook.write({ BOT_PASSWORD: undefined, PARTNER_CENTER_CLIENT_SECRET: undefined });
    const findings = await check();

    expect(findings.filter(({ state }) => state === 'lacking').map(({ about }) => about)).toEqual([
      'Setting BOT_PASSWORD',
      'Setting PARTNER_CENTER_CLIENT_SECRET',
    ]);
    expect(of(findings, 'Dataverse, writing mappings')?.state).toBe('good');
  });
});

/** What the running bot did: it took the sign-in of the settings over, and kept a newer one. */
async function keepNewer(shelf: TokenShelf): Promise<void> {
  const read = readConfig(stand.notebook.env, stand.deps.machine);
  if (!read.ok) throw new Error(JSON.stringify(read.failures));
  const { clock } = stand.deps;
  const store = await openStore(read.config, quietLog);
  const token = new Secret(`${PARTNER.refreshToken}.${clock.now() - DAY}`);
  const person = { id: 'megan', name: 'Megan Bowen' };
  const deps = { store, register: new Register(), clock, log: quietLog, partnerId: read.config.partnerId };
  const seed = read.config.partnerCenter?.refreshToken ?? new Secret('');
  const renew = () => Promise.resolve({ ok: true, token, person } as const);
  await createSignIn(deps, { providerId: PARTNER.tenantId, seed, shelf, renew }).keep();
  await store.close();
}

const today = new Date().toISOString().slice(0, 10);

describe('the sign-in that counts (O10)', () => {
  beforeEach(() => {
    stand.notebook.write({ PARTNER_CENTER_REFRESH_TOKEN: ENDED });
  });

  it('is that of the settings while nothing is kept', async () => {
    expect(of(await check(), 'Partner Center, sign-in of a person')).toMatchObject({ state: 'lacking' });
  });

  it('is the newer one that lies with the records, for the check and for the guide', async () => {
    await keepNewer(shelfInStore(new Secret(TOKEN_KEY)));
    const findings = await check();

    expect(of(findings, 'Partner Center, sign-in of a person')).toMatchObject({ state: 'good', seen: 'Megan Bowen' });
    expect(of(findings, 'Partner Center, sign-in as the bot keeps it')).toMatchObject({
      state: 'good',
      seen: `renewed ${today}`,
    });
    await runGuide(stand.ask, stand.notebook, stand.deps);
    expect(stand.shown.join('\n')).toContain('? Somebody is signed in.');
  });

  it('is the newer one that lies in the vault; without right there it says which role is lacking', async () => {
    const vault = await startKeyVault();
    try {
      stand.notebook.write({ KEY_VAULT_URL: vault.url });
      await keepNewer(shelfInVault({ url: vault.url }));
      expect(of(await check(), 'Partner Center, sign-in of a person')).toMatchObject({ state: 'good' });
      expect(of(await check(), 'Key Vault')).toMatchObject({ state: 'good' });

      vault.status = 403;
      expect(of(await check(), 'Key Vault')).toMatchObject({
        state: 'lacking',
        permission: 'vault',
        remedy: expect.stringContaining('Key Vault Secrets Officer'),
      });
    } finally {
      await vault.close();
    }
  });
});

describe('the webhook, where the public host is not known', () => {
  const webhook = async () => of(await check(), 'Partner Center, webhook');

  it('is good when it ends in our secret', async () => {
    await stand.registerWebhook(`https://bot.contoso.com/api/webhooks/partner-center/${SECRET}`);
    expect(await webhook()).toMatchObject({ state: 'good', seen: 'registered for bot.contoso.com' });
  });

  it('is lacking when it is another tool’s, and off where we want none', async () => {
    await stand.registerWebhook('https://cipp.example/api/hook');
    expect(await webhook()).toMatchObject({ state: 'lacking', seen: 'registered for cipp.example, not for this bot' });
    stand.notebook.write({ PARTNER_CENTER_WEBHOOK_SECRET: undefined });
    expect(await webhook()).toMatchObject({ state: 'off' });
  });
});

describe('Application Insights (O6)', () => {
  let status = 200;
  let body: object = {};
  const seen: { path: string; key: string }[] = [];
  const server = http.createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => (text += String(chunk)));
    request.on('end', () => {
      const [line] = JSON.parse(text) as { iKey: string }[];
      seen.push({ path: request.url ?? '', key: line?.iKey ?? '' });
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
  });
  const KEY = '12345678-1234-4123-8123-123456789012';
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  beforeEach(() => {
    const { port } = server.address() as AddressInfo;
    stand.notebook.write({
      APPLICATIONINSIGHTS_CONNECTION_STRING: `InstrumentationKey=${KEY};IngestionEndpoint=http://127.0.0.1:${port}/`,
    });
  });
  const insights = async (gives: number, said: object) => {
    [status, body] = [gives, said];
    return of(await check(), 'Application Insights');
  };

  it('is sent one line, and is good when it takes it', async () => {
    expect(await insights(200, { itemsReceived: 1, itemsAccepted: 1, errors: [] })).toMatchObject({ state: 'good' });
    expect(seen.at(-1)).toEqual({ path: '/v2.1/track', key: KEY });
  });

  it.each([
    [401, /Authorization=AAD/],
    [400, /copy the whole Connection String/],
  ])('refuses with %s, which has a remedy', async (gives, remedy) => {
    expect(await insights(gives, { itemsReceived: 1, itemsAccepted: 0, errors: [] })).toMatchObject({
      state: 'lacking',
      remedy: expect.stringMatching(remedy),
    });
  });

  it('does not answer', async () => {
    stand.notebook.write({
      APPLICATIONINSIGHTS_CONNECTION_STRING: `InstrumentationKey=${KEY};IngestionEndpoint=http://127.0.0.1:9/`,
    });
    expect(await insights(200, {})).toMatchObject({
      state: 'lacking',
      seen: expect.stringContaining('does not answer'),
    });
  });
});

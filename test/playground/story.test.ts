import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openClient, type Client } from './client';
import { DATABASES } from './databases';
import { startBot } from './start';
import type { Running } from './start';

jest.setTimeout(300_000);

const GENERAL = 'Fjord Cloud - General';
/** Invited in the sandbox from the start; one customer record fits it clearly, and is selected on its card. */
const COMPANY = 'Tailspin Toys';
const OPEN = `Which customer is ${COMPANY}?`;
const MAP = 'Map to Tailspin Toys (UK) Ltd';
const MAPPED = `${COMPANY} is mapped to Tailspin Toys (UK) Ltd`;

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function open(running: Running): Promise<Client> {
  const client = await openClient(running.url, 'Handshake');
  closers.push(client.close);
  return client;
}

/** From the greeting to a card that two conversations show, taken back once and mapped in the end. */
async function live(running: Running, client: Client, shot: Client['shot']): Promise<void> {
  // Installed in the team: one greeting, and one card for all that was open before.
  await client.open(GENERAL);
  await client.sees('Handshake is here');
  await shot('1-board', 'accounts wait for their customer');

  // Asked: one match answers, several ask which.
  await client.open('Personal Chat');
  await client.say('is Contoso accepted?');
  await client.card(/Contoso/);
  await client.say('is northwind acepted?');
  await client.click('“northwind” fits several accounts', 'Choose ›');
  await shot('2-answer', /Northwind.*Reseller relationship/s);

  // Told: a company accepts, and the channel hears of it once.
  await running.control('accept', { name: COMPANY });
  await running.control('sync');
  await client.open(GENERAL);
  await client.card(OPEN);
  expect(await client.page.locator('.ac-adaptiveCard').filter({ hasText: OPEN }).count()).toBe(1);
  await shot('3-announcement', OPEN);

  // A copy of the same card in the personal chat.
  await client.open('Personal Chat');
  await client.say(`show ${COMPANY}`);
  await client.card(OPEN);

  // Decided in the channel: the card there and the copy both tell the truth.
  await client.open(GENERAL);
  await client.click(OPEN, 'Others');
  await shot('3-others', OPEN);
  await client.click(OPEN, MAP);
  await shot('4-mapped', MAPPED);
  await client.click(MAPPED, 'Details');
  await client.sees('Tenant ID');
  await shot('4-details', MAPPED);
  await client.open('Personal Chat');
  await shot('5-copy', MAPPED);

  // Undone on the copy: the channel shows it too.
  await client.click(MAPPED, 'Undo');
  await client.card(OPEN);
  await client.open(GENERAL);
  await shot('6-undone', OPEN);
  await client.click(OPEN, MAP);
  await client.card(MAPPED);
}

it.each(['embedded', 'cosmos'] as const)(
  'tells its story with STORE=%s: asked, told, decided, undone, and still known after a restart',
  async (store) => {
    const database = await DATABASES[store]();
    closers.push(() => database.close());
    const dataDir = mkdtempSync(join(tmpdir(), 'handshake-story-'));
    const env = { ...database.settings, DATA_DIR: dataDir };
    const first = await startBot(env, { PORT: '0', TEAMSAPPTESTER_PORT: '0' });
    closers.push(first.program.stop);
    const client = await open(first);
    await live(first, client, (name, card) => client.shot(`${store}-${name}`, card));

    // Everything stops, everything starts: it is all still there.
    await client.close();
    expect(await first.program.stop()).toBe(0);
    const second = await startBot(env, first.ports);
    closers.push(second.program.stop);
    const again = await open(second);
    await again.open('Personal Chat');
    await again.say(`who mapped ${COMPANY}?`);
    // The name alone stands at the top of the page, whoever mapped it.
    await again.sees(`Ada Brandt mapped ${COMPANY}`);
    await again.say(`show ${COMPANY}`);
    await again.shot(`${store}-7-after-restart`, MAPPED);
    expect(again.stopped.concat(client.stopped).filter((address) => !address.startsWith('https://'))).toEqual([]);
    await again.close();
    expect(await second.program.stop()).toBe(0);
    database.expectUsed(dataDir);
    rmSync(dataDir, { recursive: true });
  },
);

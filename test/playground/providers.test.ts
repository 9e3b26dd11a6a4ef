import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DISTRIBUTOR_NAME, FIRST_NAME, SECOND_NAME } from '../../src/sandbox/several';
import { openClient } from './client';
import type { Client } from './client';
import { startBot } from './start';
import type { Running } from './start';

jest.setTimeout(180_000);

/** One customer under three providers, as people see it. */

const GENERAL = 'Fjord Cloud - General';
const COMPANY = 'Tailspin Toys';
const TOYS = 'Tailspin Toys (UK) Ltd';
const OTHER = 'Proseware, Inc.';

/** The company's card of one provider: the line below its name says which one it is. */
const openAt = (provider: string): RegExp => new RegExp(`Which customer is ${COMPANY}\\?.*· ${provider}`, 's');
const mappedAt = (provider: string, customer: string): RegExp =>
  new RegExp(`${COMPANY} is mapped to ${customer.replace(/[().]/g, '\\$&')}.*${provider}`, 's');

const closers: (() => Promise<unknown>)[] = [];
let running: Running;
let client: Client;
beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'handshake-providers-'));
  closers.push(() => rm(dataDir, { recursive: true }));
  running = await startBot({ DATA_DIR: dataDir }, { PORT: '0', TEAMSAPPTESTER_PORT: '0' });
  closers.push(running.program.stop);
  client = await openClient(running.url, 'Handshake');
  closers.push(client.close);
});
afterAll(async () => {
  for (const close of closers.reverse()) await close();
});

/** The customer that Work 365's row of each provider points to. */
async function rows(): Promise<readonly (string | undefined)[]> {
  const { rows: all, providers = [], customers } = await running.world();
  const nameOf = (id: string | null): string | undefined => customers.find((one) => one.id === id)?.name;
  return [undefined, SECOND_NAME, DISTRIBUTOR_NAME].map((provider) => {
    const providerId = providers.find(({ name }) => name === provider)?.id;
    const row = all.find((one) => one.name === COMPANY && one.providerId === providerId);
    return nameOf(row?.customerId ?? null);
  });
}

it('is asked for, announced twice, mapped once with both, contradicted by hand in Work 365, and resolved', async () => {
  await client.open(GENERAL);
  await client.sees('Handshake is here');

  // Asked: one card for all providers, what differs on top.
  await client.open('Personal Chat');
  await client.say('is Fourth Coffee accepted?');
  await client.shot('providers-1-one-card', /Fourth Coffee has accepted at/);
  await client.say('pending at TD SYNNEX');
  await client.shot('providers-2-list', /TD SYNNEX.*2 of/s);

  // The distributor has it, and somebody has mapped it in Work 365 already. Then the two tenants hear of it.
  await running.control('add-row', { tenant: COMPANY, provider: DISTRIBUTOR_NAME, id: 'TD-300120' });
  await running.control('map-in-work365', { tenant: COMPANY, provider: DISTRIBUTOR_NAME, customer: TOYS });
  await running.control('accept', { name: COMPANY });
  await running.control('accept-in-second', { name: COMPANY });
  await running.control('sync');
  await client.open(GENERAL);
  await client.card(openAt(FIRST_NAME));
  await client.card(openAt(SECOND_NAME));
  await client.sees(`${DISTRIBUTOR_NAME}: mapped to ${TOYS}`);
  await client.shot('providers-3-announced', openAt(SECOND_NAME));

  // One click for both, and each row is written.
  await client.click(openAt(SECOND_NAME), 'Map both');
  await client.card(mappedAt(SECOND_NAME, TOYS));
  await client.shot('providers-4-mapped-both', mappedAt(FIRST_NAME, TOYS));
  await running.until('all rows are written', async () => (await rows()).every((customer) => customer === TOYS));

  // Unmapped there by hand: kept. Mapped to another one there: contradicted, and taken over, which drifts.
  await running.control('map-in-work365', { tenant: COMPANY, provider: SECOND_NAME, customer: null });
  await client.shot('providers-5-unmapped-there', 'Work 365 disagrees');
  await client.click('Work 365 disagrees', 'Keep ours');
  await running.until('our customer is written again', async () => (await rows())[1] === TOYS);
  await running.control('map-in-work365', { tenant: COMPANY, provider: SECOND_NAME, customer: OTHER });
  await client.shot('providers-6-contradicted', 'Work 365 disagrees');
  await client.click('Work 365 disagrees', 'Take the one in Work 365');
  await client.shot('providers-7-drift', mappedAt(SECOND_NAME, OTHER));
  await client.open('Personal Chat');
  await client.say(`is ${COMPANY} accepted?`);
  await client.shot('providers-8-drift-asked', /Tailspin Toys has accepted at/);

  // Taken back: the customer of before, on every row and card.
  await client.open(GENERAL);
  await client.click(mappedAt(SECOND_NAME, OTHER), 'Undo');
  await client.card(mappedAt(SECOND_NAME, TOYS));
  await running.until('all rows are written', async () => (await rows()).every((customer) => customer === TOYS));
  await client.shot('providers-9-resolved', mappedAt(FIRST_NAME, TOYS));
  await running.until(
    'nothing is to be checked',
    async () => (await client.page.getByText('Please check').count()) === 0,
  );
  expect(client.stopped.every((address) => address.startsWith('https://'))).toBe(true);
});

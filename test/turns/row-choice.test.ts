import { ALICE, announcementOf, BOB, button, cardOf, CHANNEL, choiceOf, messageIdOf, setStage, textOf } from './stage';
import type { Recorded } from '../doubles/connector';
import type { Stage } from './stage';

/** Work 365 has rows of other providers beside ours, and sometimes two of one (S2, S3). */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.install(CHANNEL);
});
afterAll(() => stage.close());

const idOf = (customer: string): string | undefined => stage.sandbox.world.findCustomer(customer)?.id;

/** What a message shows now. */
function shownAt(message: string): Recorded | undefined {
  const found = [...stage.connector.shown].find(([key]) => key.endsWith(` ${message}`));
  return found === undefined ? undefined : ({ body: found[1] } as Recorded);
}

function until(message: string, text: string): Promise<Recorded> {
  return stage.until(() => {
    const card = shownAt(message);
    return card !== undefined && textOf(cardOf(card)).includes(text) && card;
  });
}

async function map(card: Recorded, message: string, customer: string): Promise<void> {
  const found = await stage.click(ALICE, CHANNEL, message, { ...button(card, 'Search'), query: customer });
  const results = { ...card, body: { attachments: [{ content: found.value }] } };
  await stage.click(ALICE, CHANNEL, message, { ...button(results, 'Map'), customer: choiceOf(results, customer) });
}

it('of two rows of ours none is written until somebody has chosen; the first one to choose is heard', async () => {
  stage.sandbox.control('accept', { name: 'Twinrow Ltd' });
  const card = await announcementOf(stage, 'Twinrow Ltd');
  const message = messageIdOf(stage, card);
  stage.sandbox.control('sync', {});
  stage.sandbox.control('add-row', { tenant: 'Twinrow Ltd' });
  const asks = await until(message, 'Work 365 has 2 rows for this account. Which one is it?');
  expect(textOf(cardOf(asks))).toMatch(/Row 1: “Twinrow Ltd”, since .*, without a customer/);

  await map(asks, message, 'Contoso Limited');
  const waits = await until(message, 'Not written: it has several rows for this account');
  const rows = stage.sandbox.world.state.rows.filter(({ name }) => name === 'Twinrow Ltd');
  expect(rows.map(({ customerId }) => customerId)).toEqual([null, null]);

  const [first, second] = [button(waits, 'Use row 1'), button(waits, 'Use row 2')];
  const chosen = await stage.click(ALICE, CHANNEL, message, second);
  expect(textOf(chosen.value)).toContain('Chosen. What is decided here is written to the row');
  const late = await stage.click(BOB, CHANNEL, message, first);
  expect(textOf(late.value)).toContain('Alice Example chose another row before you. Your click changed nothing.');

  await until(message, 'Written on');
  expect(rows.map(({ customerId }) => customerId)).toContain(idOf('Contoso Limited'));
  expect(rows.filter(({ customerId }) => customerId === null)).toHaveLength(1);
  expect(textOf(cardOf(shownAt(message)!))).toContain('one of 2; chosen by Alice Example');
});

it('a row of another provider for the same tenant is neither written nor adopted', async () => {
  stage.sandbox.control('add-provider', { name: 'TD SYNNEX', kind: 'StreamOne Ion' });
  stage.sandbox.control('accept', { name: 'Sidecar GmbH' });
  stage.sandbox.control('add-row', { tenant: 'Sidecar GmbH', provider: 'TD SYNNEX' });
  const other = { tenant: 'Sidecar GmbH', provider: 'TD SYNNEX', customer: 'Proseware, Inc.' };
  stage.sandbox.control('map-in-work365', other);
  stage.sandbox.control('sync', {});

  const card = await announcementOf(stage, 'Sidecar GmbH');
  const message = messageIdOf(stage, card);
  // What is decided under another provider is no doubt about a choice here.
  await map(card, message, 'Contoso Limited');
  await until(message, 'Written on');
  const rowOf = (provider?: string) => stage.sandbox.world.rowOf('Sidecar GmbH', provider)?.customerId;
  expect(rowOf()).toBe(idOf('Contoso Limited'));
  expect(rowOf('TD SYNNEX')).toBe(idOf('Proseware, Inc.'));
});

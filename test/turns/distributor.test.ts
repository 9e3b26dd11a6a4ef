import { STORES, stageOn } from './both-stores';
import { ALICE, announcementOf, button, cardOf, CHANNEL, messageIdOf, PERSONAL, setStage, textOf } from './stage';
import { choiceOf } from './stage';
import type { Recorded } from '../doubles/connector';
import type { Stage } from './stage';
import { rowsRead } from './synced';

/** A distributor that only Work 365 can see, from the first account to the last word, on both stores. */

const SYNNEX = 'TD SYNNEX';

describe.each(STORES)('on %s', (store) => {
  let stage: Stage;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ stage, close } = await stageOn(store));
    await stage.install(CHANNEL);
    stage.sandbox.control('add-provider', { name: SYNNEX, kind: 'StreamOne Ion' });
    stage.sandbox.control('add-row', { tenant: 'Early Bird Ltd', provider: SYNNEX, id: 'C-1' });
    await rowsRead(stage);
  });
  afterAll(() => close());

  const rowOf = (name: string) => stage.sandbox.world.rowOf(name, SYNNEX)?.customerId;
  const idOf = (customer: string): string | undefined => stage.sandbox.world.findCustomer(customer)?.id;
  const ask = async (text: string): Promise<string> => {
    const said = await stage.say(ALICE, PERSONAL, text);
    return said.map((m) => textOf(cardOf(m))).join('\n');
  };

  function shown(message: string, text: string): Promise<Recorded> {
    return stage.until(() => {
      const found = [...stage.connector.shown].find(([key]) => key.endsWith(` ${message}`));
      if (found === undefined) return undefined;
      const card = { body: found[1] } as Recorded;
      return textOf(cardOf(card)).includes(text) && card;
    });
  }

  async function map(card: Recorded, message: string, customer: string): Promise<void> {
    const results = await stage.click(ALICE, CHANNEL, message, { ...button(card, 'Search'), query: customer });
    const list = { ...card, body: { attachments: [{ content: results.value }] } };
    await stage.click(ALICE, CHANNEL, message, { ...button(list, 'Map'), customer: choiceOf(list, customer) });
  }

  it('what was there before is not announced, and waits on the list like any other', async () => {
    expect(stage.connector.messages().some((m) => textOf(cardOf(m)).includes('Which customer is Early Bird'))).toBe(
      false,
    );
    expect(await ask('show Early Bird')).toContain('Which customer is Early Bird Ltd?');
  });

  it('a new account is announced, mapped, written to its own row, contradicted, resolved and undone', async () => {
    stage.sandbox.control('add-row', { tenant: 'Newcomer Ltd', provider: SYNNEX, id: 'C-2' });
    const card = await announcementOf(stage, 'Newcomer Ltd');
    const message = messageIdOf(stage, card);
    expect(textOf(cardOf(card))).toContain('Known from Work 365 (TD SYNNEX); acceptance is not ours to look up');
    expect(textOf(cardOf(card))).toMatch(/Id at the provider[\s\S]*C-2/);

    // The post is noted once it is made; whoever clicks does so later.
    await rowsRead(stage);
    await map(card, message, 'Contoso Limited');
    const written = await shown(message, 'Written on');
    expect(rowOf('Newcomer Ltd')).toBe(idOf('Contoso Limited'));

    const theirs = { tenant: 'Newcomer Ltd', provider: SYNNEX, customer: 'Litware, Inc.', by: 'Megan Bowen' };
    stage.sandbox.control('map-in-work365', theirs);
    const contradicted = await shown(message, 'Work 365 disagrees');
    await stage.click(ALICE, CHANNEL, message, button(contradicted, 'Keep ours'));
    await stage.until(() => rowOf('Newcomer Ltd') === idOf('Contoso Limited'));

    const again = await shown(message, 'Written on');
    await stage.click(ALICE, CHANNEL, message, button(again, 'Undo'));
    await stage.until(() => rowOf('Newcomer Ltd') === null);
    expect(textOf(cardOf(written))).toContain('is mapped to Contoso Limited');
  });

  it('whether it has accepted is said to be not ours to look up', async () => {
    expect(await ask('is Early Bird accepted?')).toContain(
      'Early Bird Ltd is known from Work 365 (TD SYNNEX). Whether it has accepted there is not ours to look up.',
    );
  });

  it('whoever waits for a company hears when a distributor has it', async () => {
    await ask('watch Longawaited Holdings');
    stage.sandbox.control('add-row', { tenant: 'Longawaited Holdings', provider: SYNNEX, id: 'C-3' });
    const told = await stage.until(() =>
      stage.connector.messages().find((m) => textOf(cardOf(m)).includes('has an account now')),
    );
    expect(textOf(cardOf(told))).toContain('Known from Work 365 (TD SYNNEX); acceptance is not ours to look up');
  });

  it('its rows are no accounts of Partner Center', async () => {
    expect(await ask('health')).toContain('TD SYNNEX');
    expect(stage.sandbox.world.state.tenants.some(({ name }) => name === 'Newcomer Ltd')).toBe(false);
  });
});

it('a provider that is left out is not followed', async () => {
  const stage = await setStage({ env: { WORK365_PROVIDERS_LEFT_OUT: 'By hand, td synnex' } });
  try {
    stage.sandbox.control('add-provider', { name: SYNNEX });
    stage.sandbox.control('add-provider', { name: 'Pax8' });
    stage.sandbox.control('add-row', { tenant: 'Unheard Ltd', provider: SYNNEX, id: 'C-1' });
    stage.sandbox.control('add-row', { tenant: 'Heard Ltd', provider: 'Pax8', id: 'C-1' });
    await stage.install(CHANNEL);
    const heard = async (): Promise<string> =>
      (await stage.say(ALICE, PERSONAL, 'health')).map((m) => textOf(cardOf(m))).join();
    stage.sandbox.visits.clear();
    await stage.until(
      () => stage.sandbox.visits.last.filter(({ path }) => path.endsWith('/work365_providers')).length > 4,
    );
    const health = await heard();
    expect(health).toContain('Pax8');
    expect(health).not.toContain(SYNNEX);
  } finally {
    await stage.close();
  }
});

import { STORES, stageOn } from './both-stores';
import { ALICE, BOB, button, buttonsOf, cardOf, CHANNEL, messageIdOf, shownBy, textOf } from './stage';
import type { Recorded } from '../doubles/connector';
import type { Stage } from './stage';
import { rowsRead } from './synced';

/** One customer under three providers, from the first announcement to the last word, on both stores. */

const SYNNEX = 'TD SYNNEX';
const PAX8 = 'Pax8';
const TOYS = 'Tailspin Toys (UK) Ltd';

describe.each(STORES)('one customer under three providers, on %s', (store) => {
  let stage: Stage;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ stage, close } = await stageOn(store));
    await stage.install(CHANNEL);
    stage.sandbox.control('add-provider', { name: SYNNEX, kind: 'StreamOne Ion' });
    stage.sandbox.control('add-provider', { name: PAX8 });
    stage.sandbox.control('add-row', { tenant: 'Tailspin Toys', provider: PAX8, id: 'PX-1' });
    stage.sandbox.control('add-row', { tenant: 'Somebody Ltd', provider: SYNNEX, id: 'TD-1' });
    stage.sandbox.control('map-in-work365', { tenant: 'Tailspin Toys', provider: PAX8, customer: TOYS });
    await rowsRead(stage);
  });
  afterAll(() => close());

  const rowOf = (provider?: string) => stage.sandbox.world.rowOf('Tailspin Toys', provider)?.customerId;
  const idOf = (customer: string): string | undefined => stage.sandbox.world.findCustomer(customer)?.id;

  /** The card of a provider's account, by the message that announced it, once it shows a text. */
  function shown(message: string, text: string): Promise<Recorded> {
    return stage.until(() => {
      const found = [...stage.connector.shown].find(([key]) => key.endsWith(` ${message}`));
      if (found === undefined) return undefined;
      const card = { body: found[1] } as Recorded;
      return textOf(cardOf(card)).includes(text) && card;
    });
  }

  async function announced(provider: string): Promise<string> {
    const card = await stage.until(() =>
      stage.connector.messages().find((m) => {
        const text = textOf(cardOf(m));
        return text.includes('Which customer is Tailspin Toys?') && text.includes(`· ${provider}`);
      }),
    );
    return messageIdOf(stage, card);
  }

  let ours: string;
  let theirs: string;

  /** Announced twice: each card says what is known of the others, and offers one click for both. */
  async function announcedTwice(): Promise<void> {
    stage.sandbox.control('accept', { name: 'Tailspin Toys' });
    ours = await announced('Partner Center');
    stage.sandbox.control('sync', {});
    stage.sandbox.control('add-row', { tenant: 'Tailspin Toys', provider: SYNNEX });
    theirs = await announced(SYNNEX);

    const card = await shown(ours, 'TD SYNNEX: without a customer');
    expect(textOf(cardOf(card))).toContain(`Pax8: mapped to ${TOYS}`);
    expect(textOf(cardOf(card))).toContain('has accounts under Pax8 already');
    expect(buttonsOf(cardOf(card)).map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Map both', 'Map this one']),
    );
    expect(buttonsOf(cardOf(await shown(theirs, 'Partner Center: without'))).map(({ title }) => title)).toContain(
      'Map both',
    );
  }

  /** Mapped once with both, and written to each provider’s own row. */
  async function mappedOnce(): Promise<void> {
    const card = await shown(theirs, 'Partner Center: without');
    const { value } = await stage.click(ALICE, CHANNEL, theirs, button(card, 'Map both'));
    expect(textOf(value)).toContain('Mapped with it: Tailspin Toys (Partner Center).');
    await shown(ours, 'Written on');
    await shown(theirs, 'Written on');
    expect([rowOf(), rowOf(SYNNEX), rowOf(PAX8)]).toEqual([TOYS, TOYS, TOYS].map(idOf));
    expect(textOf(cardOf(await shown(ours, `TD SYNNEX: mapped to ${TOYS}`)))).toContain('Alice Example');
  }

  /** Unmapped in Work 365 by hand, contradicted there, and resolved here. */
  async function contradictedThere(): Promise<void> {
    stage.sandbox.control('map-in-work365', { tenant: 'Tailspin Toys', provider: SYNNEX, customer: null, by: 'Megan' });
    const emptied = await shown(theirs, 'Work 365 disagrees');
    expect(rowOf()).toBe(idOf(TOYS));
    await stage.click(BOB, CHANNEL, theirs, button(emptied, 'Keep ours'));
    await stage.until(() => rowOf(SYNNEX) === idOf(TOYS));
    await shown(theirs, 'Written on');

    const other = { tenant: 'Tailspin Toys', provider: SYNNEX, customer: 'Proseware, Inc.', by: 'Megan' };
    stage.sandbox.control('map-in-work365', other);
    const contradicted = await shown(theirs, 'Work 365 disagrees');
    await stage.click(BOB, CHANNEL, theirs, button(contradicted, 'Take the one in Work 365'));
    const taken = await shown(theirs, 'is mapped to Proseware');
    expect(textOf(cardOf(taken))).toContain(`Partner Center: mapped to ${TOYS}`);
    expect([rowOf(), rowOf(SYNNEX)]).toEqual([idOf(TOYS), idOf('Proseware, Inc.')]);
    await shown(ours, 'TD SYNNEX: mapped to Proseware');
  }

  /** What one click decided is taken back by one click, as far as it still stands. */
  async function takenBack(): Promise<void> {
    const undo = shownBy(await stage.click(ALICE, CHANNEL, theirs, button(await shown(theirs, 'Proseware'), 'Undo')));
    const sure = buttonsOf(cardOf(undo)).find(({ title }) => title === 'Yes, take it back');
    if (sure !== undefined) await stage.click(ALICE, CHANNEL, theirs, sure.data);
    const both = await shown(ours, `TD SYNNEX: mapped to ${TOYS}`);
    const { value } = await stage.click(ALICE, CHANNEL, ours, button(both, 'Undo both'));
    expect(textOf(value)).toContain('Taken back with it: Tailspin Toys (TD SYNNEX).');
    await stage.until(() => rowOf() === null && rowOf(SYNNEX) === null);
    expect(rowOf(PAX8)).toBe(idOf(TOYS));
  }

  it('announced twice, mapped once with both, contradicted in Work 365 and resolved, taken back by one click', async () => {
    await announcedTwice();
    await mappedOnce();
    await contradictedThere();
    await takenBack();
  });
});

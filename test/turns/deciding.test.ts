import type { Recorded } from '../doubles/connector';
import {
  ALICE,
  announcementOf,
  BOB,
  button,
  cardOf,
  CHANNEL,
  choiceOf,
  GUEST,
  messageIdOf,
  PERSONAL,
  shownBy,
  setStage,
  shownIn,
  textOf,
} from './stage';
import type { Stage } from './stage';

let stage: Stage;
let card: Recorded;
let message: string;
let pick: object;

beforeAll(async () => {
  stage = await setStage();
  await stage.install(CHANNEL);
});
afterAll(() => stage.close());

/** A new account, announced, with the button that maps it to its first candidate. */
async function announced(name: string, customer: string): Promise<void> {
  stage.sandbox.control('accept', { name });
  card = await announcementOf(stage, name);
  message = messageIdOf(stage, card);
  pick = customer === '' ? {} : { ...button(card, 'Map'), customer: choiceOf(card, customer) };
}

const rowOf = (tenant: string): string | null | undefined => stage.sandbox.world.rowOf(tenant)?.customerId;

describe('on the card of one account', () => {
  it('lets the first click win and tells the second person who won', async () => {
    await announced('Wingtip Toys', 'Wingtip Toys Limited');
    await stage.click(ALICE, CHANNEL, message, pick);

    const second = await stage.click(BOB, CHANNEL, message, button(card, 'Not a customer'));

    expect(textOf(second.value)).toMatch(/Alice Example chose Wingtip Toys Limited/);
    expect(textOf(second.value)).toContain('Wingtip Toys is mapped to Wingtip Toys Limited');
  });

  it('has one winner when both click at the same moment', async () => {
    await announced('Southridge Video', 'Southridge Video Oy');

    const answers = await Promise.all([
      stage.click(ALICE, CHANNEL, message, pick),
      stage.click(BOB, CHANNEL, message, pick),
    ]);

    const texts = answers.map((answer) => textOf(answer.value));
    expect(texts.filter((text) => text.includes('Your click changed nothing'))).toHaveLength(1);
    const [story] = await stage.say(ALICE, PERSONAL, 'history Southridge Video');
    expect(textOf(cardOf(story!)).match(/Example chose/g)).toHaveLength(1);
  });

  it('gives the same click, delivered again, the same answer, and changes nothing', async () => {
    await announced('Kestrel Aviation', 'Kestrel Aviation Services');
    const once = await stage.click(ALICE, CHANNEL, message, pick, 'click-1');

    const again = await stage.click(ALICE, CHANNEL, message, pick, 'click-1');

    expect(again).toEqual(once);
    const [story] = await stage.say(ALICE, PERSONAL, 'history Kestrel Aviation');
    expect(textOf(cardOf(story!)).match(/Alice Example chose/g)).toHaveLength(1);
  });

  it('takes "not a customer" and lets somebody who disagrees reopen it', async () => {
    await announced('Silverdale Residential Care', 'Silverdale Care');
    const ignored = await stage.click(BOB, CHANNEL, message, button(card, 'Not a customer'));
    expect(textOf(ignored.value)).toMatch(/not a customer/i);

    const disagree = button(shownBy(ignored), 'I disagree');
    const asked = await stage.click(ALICE, CHANNEL, message, disagree);
    expect(textOf(asked.value)).toContain('Bob Example said that Silverdale Residential Care is not a customer.');
    const reopened = await stage.click(ALICE, CHANNEL, message, button(shownBy(asked), 'Yes, take it back'));

    expect(textOf(reopened.value)).toContain('Which customer is Silverdale Residential Care?');
  });

  it('finds any customer by a typed name, and maps to it', async () => {
    await announced('BBB Beton', '');
    const found = await stage.click(ALICE, CHANNEL, message, { ...button(card, 'Search'), query: 'lucerne publsh' });
    expect(textOf(found.value)).toContain('Lucerne Publishing B.V.');

    const results = shownBy(found);
    const asked = await stage.click(ALICE, CHANNEL, message, {
      ...button(results, 'Map'),
      customer: choiceOf(results, 'Lucerne Publishing B.V.'),
    });
    const anyway = button(shownBy(asked), 'Map anyway');
    const mapped = await stage.click(ALICE, CHANNEL, message, anyway);

    expect(textOf(mapped.value)).toContain('BBB Beton is mapped to Lucerne Publishing B.V.');
    await stage.until(() => shownIn(stage, CHANNEL, 'BBB Beton is mapped to Lucerne Publishing B.V.'));
  });

  it('asks for a choice when none was made, and leaves the card as it is', async () => {
    await announced('St Marys MAT', '');

    const answer = await stage.click(ALICE, CHANNEL, message, button(card, 'Map'));

    expect(answer.type).toBe('application/vnd.microsoft.activity.message');
    expect(answer.value).toMatch(/choose/i);
  });

  it('does not let a guest decide', async () => {
    await announced('WWI GmbH', '');

    const answer = await stage.click(GUEST, CHANNEL, message, button(card, 'Not a customer'));

    expect(answer.type).toBe('application/vnd.microsoft.activity.message');
    expect(answer.value).toContain('not among those who may decide');
    const [who] = await stage.say(ALICE, PERSONAL, 'who mapped WWI GmbH?');
    expect(textOf(cardOf(who!))).not.toContain('Gus');
  });

  it('answers a button of another time with a fresh card, whatever its payload holds', async () => {
    for (const data of [
      {},
      { handshake: 99, verb: 'pick' },
      { handshake: 1, verb: 'launch' },
      { handshake: 1, verb: 'undo', accountId: 'x' },
    ]) {
      const answer = await stage.click(ALICE, PERSONAL, 'm', data);
      expect(textOf(answer.value)).toMatch(/\w+/);
      expect(answer.statusCode).toBe(200);
    }
  });
});

describe('between us and Work 365', () => {
  it('adopts what somebody maps there, and shows who', async () => {
    await announced('Meadowbank Farm Supplies', '');
    stage.sandbox.control('sync', {});
    await stage.until(
      () => shownIn(stage, CHANNEL, 'Which customer is Meadowbank Farm Supplies?')?.includes('Not there yet') === false,
    );

    stage.sandbox.control('map-in-work365', {
      tenant: 'Meadowbank Farm Supplies',
      customer: 'Litware, Inc.',
      by: 'Megan Bowen',
    });

    const shown = await stage.until(() =>
      shownIn(stage, CHANNEL, 'Meadowbank Farm Supplies is mapped to Litware, Inc.'),
    );
    expect(shown).toContain('Megan Bowen');
  });

  it('asks a person when both sides have decided, and writes what they say', async () => {
    await announced('Harrow Textiles', '');
    const found = await stage.click(ALICE, CHANNEL, message, { ...button(card, 'Search'), query: 'Proseware' });
    const results = shownBy(found);
    await stage.click(ALICE, CHANNEL, message, { ...button(results, 'Map'), customer: choiceOf(results, 'Proseware') });
    stage.sandbox.control('sync', {});
    stage.sandbox.control('map-in-work365', {
      tenant: 'Harrow Textiles',
      customer: 'Litware, Inc.',
      by: 'Megan Bowen',
    });

    const shown = await stage.until(
      () =>
        shownIn(stage, CHANNEL, 'Harrow Textiles')?.includes('Litware') === true &&
        shownIn(stage, CHANNEL, 'Harrow Textiles'),
    );
    expect(shown).toContain('Megan Bowen');
    const conflict = [...stage.connector.shown].find(([key]) => key.endsWith(` ${message}`));
    const redrawn = { ...card, body: conflict?.[1] };
    const keep = JSON.stringify(cardOf(redrawn)).includes('"keep":"ours"');
    expect(keep).toBe(true);
    const ours = findData(cardOf(redrawn), (data) => data.verb === 'conflict' && data.keep === 'ours');
    await stage.click(BOB, CHANNEL, message, ours);

    await stage.until(() => rowOf('Harrow Textiles') === stage.sandbox.world.findCustomer('Proseware, Inc.')?.id);
  });
});

function findData(card: any, wanted: (data: any) => boolean): object {
  let found: object | undefined;
  JSON.stringify(card, (_key, node) => {
    if (node?.data !== undefined && typeof node.data === 'object' && wanted(node.data)) found = node.data;
    return node;
  });
  if (found === undefined) throw new Error('no such button');
  return found;
}

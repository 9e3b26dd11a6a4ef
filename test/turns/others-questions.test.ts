import { actionData } from '../../src/actions/action';
import { ALICE, BOB, button, cardOf, CHANNEL, messageIdOf, PERSONAL, setStage, textOf } from './stage';
import type { Stage } from './stage';
import type { Recorded } from '../doubles/connector';

/** A question whether something is to be done is answered by whoever it was put to. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.install(CHANNEL);
});
afterAll(() => stage.close());

const stateOf = async (name: string): Promise<string | undefined> =>
  (await stage.kept('account')).find(({ tenant }) => tenant.name === name)?.mapping.state;

async function asked(text: string): Promise<{ readonly card: Recorded; readonly message: string }> {
  const before = stage.connector.messages().length;
  await stage.say(ALICE, CHANNEL, text);
  // The board may be posted meanwhile.
  const isAnswer = (m: Recorded): boolean => m.kind !== 'update' && !JSON.stringify(m.body).includes('Review many');
  const card = await stage.until(() => stage.connector.messages().slice(before).find(isAnswer));
  return { card, message: messageIdOf(stage, card) };
}

it('a mapping that a colleague typed is confirmed and dropped by that colleague only', async () => {
  const { card, message } = await asked('map Coho Vineyard to Coho Vineyard & Winery');
  const confirmed = await stage.click(BOB, CHANNEL, message, button(card, 'Yes, map'));
  expect(confirmed.value).toMatch(
    /question to Alice Example[\s\S]*write: map "Coho Vineyard" to "Coho Vineyard & Winery Pty Ltd"/,
  );
  const dropped = await stage.click(BOB, CHANNEL, message, button(card, 'Cancel'));
  expect(dropped.value).toMatch(/question to Alice Example[\s\S]*Nothing is changed/);
  expect(stage.connector.messages().filter((m) => JSON.stringify(m.body).includes('is a question to'))).toEqual([]);
  expect(await stateOf('Coho Vineyard')).toBe('open');

  const own = await stage.click(ALICE, CHANNEL, message, button(card, 'Yes, map'));
  expect(textOf(own.value)).toContain('Coho Vineyard is mapped to Coho Vineyard & Winery');
});

it('so is the question whether a company is no customer', async () => {
  await stage.say(ALICE, CHANNEL, 'show A Datum Corp');
  const { card, message } = await asked('ignore it');
  const refused = await stage.click(BOB, CHANNEL, message, button(card, 'Not a customer'));
  expect(refused.value).toMatch(/question to Alice Example[\s\S]*write: show "A Datum Corp"/);
  expect(await stateOf('A Datum Corp')).toBe('open');
  await stage.click(ALICE, CHANNEL, message, button(card, 'Not a customer'));
  expect(await stateOf('A Datum Corp')).toBe('ignored');
});

it('and what would be done as if it had been typed', async () => {
  await stage.say(BOB, CHANNEL, 'watch Zyxwv Industries');
  await stage.say(ALICE, CHANNEL, 'watch Zyxwv Industries');
  const { card, message } = await asked(
    'sorry to be a bother, there is really no need to keep me posted on Zyxwv Industries any longer',
  );
  const refused = await stage.click(BOB, CHANNEL, message, button(card, 'Yes, do it'));
  expect(refused.value).toMatch(/question to Alice Example[\s\S]*stop watching/);
  const running = (await stage.kept('watch')).filter(({ ttl }) => ttl === undefined);
  expect(running.map(({ person }) => person.name).sort()).toEqual(['Alice Example', 'Bob Example']);
});

it('says whose it is in the language of whoever clicks, and needs no name', async () => {
  const data = actionData({ verb: 'cancel', asker: { id: 'somebody', name: ' ' } });
  const response = await stage.send({
    type: 'invoke',
    name: 'adaptiveCard/action',
    from: BOB,
    locale: 'de-DE',
    ...PERSONAL,
    conversation: { id: 'a:bob', conversationType: 'personal' },
    replyToId: '1',
    value: { action: { type: 'Action.Execute', verb: 'handshake', data }, trigger: 'manual' },
  });
  expect(((await response.json()) as { value: string }).value).toMatch(/Frage an jemand anderen/);
});

it('a proposal of an earlier version, which names nobody, is answered by whoever may decide', async () => {
  const { card, message } = await asked('map Northwind Traders GmbH to Contoso Limited');
  const { asker, ...before } = button(card, 'Yes, map');
  expect(asker).toEqual({ id: ALICE.aadObjectId, name: 'Alice Example' });
  await stage.click(BOB, CHANNEL, message, before);
  expect(await stateOf('Northwind Traders GmbH')).toBe('mapped');
  expect(cardOf(card)).toBeDefined();
});

import { ALICE, announcementOf, button, cardOf, CHANNEL, PERSONAL, setStage, shownBy, shownIn, textOf } from './stage';
import type { Recorded } from '../doubles/connector';
import type { Stage, Where } from './stage';
import { rowsRead } from './synced';

/** Of which providers a channel hears: by card, by words, and who is told of a provider that nobody hears of. */

const SYNNEX = 'TD SYNNEX';
const SALES: Where = {
  conversation: { id: '19:sales@thread.tacv2', conversationType: 'channel' },
  channelData: { ...CHANNEL.channelData, channel: { id: '19:sales@thread.tacv2', name: 'Sales' } },
};

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ env: { ADMINS: ALICE.aadObjectId } });
  stage.connector.members(SALES.conversation.id, [ALICE]);
  await stage.say(ALICE, PERSONAL, 'hello');
  await stage.install(CHANNEL);
  await stage.install(SALES);
  stage.sandbox.control('add-provider', { name: SYNNEX, kind: 'StreamOne Ion' });
  stage.sandbox.control('add-row', { tenant: 'Early Bird Ltd', provider: SYNNEX, id: 'C-1' });
  await rowsRead(stage);
});
beforeEach(async () => {
  for (const where of [CHANNEL, SALES]) await ask(where, 'announce all providers here');
});
afterAll(() => stage.close());

/** The answer; the card of an account may be posted in the same moment. */
const ask = async (where: Where, text: string): Promise<Recorded> => {
  const said = await stage.say(ALICE, where, text);
  return said.find((m) => !textOf(cardOf(m)).startsWith('Which customer is'))!;
};

const toldOf = (where: Where, name: string): boolean =>
  stage.connector
    .messages()
    .some((m) => m.conversationId.startsWith(where.conversation.id) && textOf(cardOf(m)).includes(`is ${name}?`));

/** Sales hears of our Partner Center alone; gives the answer to the click. */
async function chooseOurs(): Promise<unknown> {
  const settings = await ask(SALES, 'settings');
  const ours = stage.sandbox.settings['PARTNER_CENTER_TENANT_ID']!;
  return stage.click(ALICE, SALES, 'settings-card', { ...button(settings, 'Save the providers'), providers: ours });
}

it('a channel that was chosen for one provider hears of no other', async () => {
  const set = await ask(CHANNEL, 'announce only TD SYNNEX here');
  expect(textOf(cardOf(set))).toContain('Saved. Announced here from now on: TD SYNNEX.');
  stage.sandbox.control('accept', { name: 'Partnerly Ltd' });
  stage.sandbox.control('add-row', { tenant: 'Distributed Ltd', provider: SYNNEX, id: 'C-2' });
  await announcementOf(stage, 'Partnerly Ltd');
  await announcementOf(stage, 'Distributed Ltd');
  await rowsRead(stage);
  expect([toldOf(CHANNEL, 'Distributed Ltd'), toldOf(CHANNEL, 'Partnerly Ltd')]).toEqual([true, false]);
  expect([toldOf(SALES, 'Distributed Ltd'), toldOf(SALES, 'Partnerly Ltd')]).toEqual([true, true]);
  expect(shownIn(stage, CHANNEL, 'without a customer')).not.toContain('Contoso Ltd');
});

it('a provider that nobody hears of is told to the administrators and in health, until somebody does', async () => {
  expect(JSON.stringify(await chooseOurs())).toContain('Announced here from now on: Partner Center');
  expect(textOf(cardOf(await ask(PERSONAL, 'health')))).not.toContain('announced nowhere');

  await ask(CHANNEL, 'stop announcing TD SYNNEX here');
  const health = textOf(cardOf(await ask(PERSONAL, 'health')));
  expect(health).toContain('TD SYNNEX: its new accounts are announced nowhere.');
  const told = (text: string) => stage.until(() => shownIn(stage, PERSONAL, text));
  await told('New accounts of TD SYNNEX are announced nowhere.');

  await ask(CHANNEL, 'announce all providers here');
  expect(textOf(cardOf(await ask(PERSONAL, 'health')))).not.toContain('announced nowhere');
  await told('Over: New accounts of TD SYNNEX are announced nowhere.');
});

it('what was chosen can be taken back by the card', async () => {
  await chooseOurs();
  const set = await ask(SALES, 'hier auch TD SYNNEX melden');
  expect(textOf(cardOf(set))).toContain('Gespeichert. Hier gemeldet wird ab jetzt: alle.');
  const back = await stage.click(ALICE, SALES, 'settings-card', button(set, 'Zurücksetzen'));
  expect(JSON.stringify(back)).toContain('Partner Center');
  expect(shownBy(back)).toBeDefined();
});

it('a channel that was chosen for a country is told of no other, says so, and can be put back', async () => {
  const set = await ask(CHANNEL, 'only Germany and Austria here');
  expect(textOf(cardOf(set))).toContain('Accounts announced here from now on: countries: Germany and Austria.');
  stage.sandbox.control('accept', { name: 'Overseas Ltd' });
  await announcementOf(stage, 'Overseas Ltd');
  await rowsRead(stage);
  expect([toldOf(CHANNEL, 'Overseas Ltd'), toldOf(SALES, 'Overseas Ltd')]).toEqual([false, true]);
  const why = textOf(cardOf(await ask(CHANNEL, 'why was I not told about Overseas Ltd?')));
  expect(why).toContain('Only chosen accounts are announced here (countries: Germany and Austria)');

  const back = await stage.click(ALICE, CHANNEL, 'settings-card', button(set, 'Put it back'));
  expect(JSON.stringify(back)).toContain('Accounts announced here from now on: all of them.');
});

it('a muted account is said to be muted, and is told of again once it is not', async () => {
  const muted = await ask(SALES, 'mute Contoso Ltd here');
  expect(textOf(cardOf(muted))).toContain('Muted here from now on: Contoso Ltd.');
  const why = await ask(SALES, 'why was I not told about Contoso Ltd?');
  expect(textOf(cardOf(why))).toContain('It has been muted here since');
  expect(button(why, 'Unmute it here')).toMatchObject({ line: 'unmute Contoso Ltd' });
  expect(textOf(cardOf(await ask(SALES, 'unmute Contoso Ltd')))).toContain('Muted here from now on: nothing.');
  expect(textOf(cardOf(await ask(SALES, 'mute contradictions')))).toContain('Muted here from now on: contradictions.');
});

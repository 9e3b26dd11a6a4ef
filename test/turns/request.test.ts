import { actionData } from '../../src/actions/action';
import { ALICE, BOB, button, buttonsOf, cardOf, CHANNEL, messageIdOf, PERSONAL, setStage, TEAM, textOf } from './stage';
import { textShown } from './shown';
import type { Recorded } from '../doubles/connector';
import type { Someone, Stage, Where } from './stage';

/** "Ask Bob to take it": a colleague is asked in a chat of their own, answers there, and whoever asked is told. */

const CAROL: Someone = { id: '29:carol', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000003', name: 'Carol Éxample' };
const DAVE: Someone = { id: '29:dave', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000004', name: 'Dave Elsewhere' };
const chatOf = (name: string): Where => ({
  ...PERSONAL,
  conversation: { id: `a:${name}`, conversationType: 'personal' },
});
const BOBS = chatOf('bob');
const CAROLS = chatOf('carol');

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
  stage.connector.members(TEAM, [ALICE, BOB, CAROL]);
  await stage.install(CHANNEL);
  await stage.say(ALICE, PERSONAL, 'hello');
  await stage.say(BOB, BOBS, 'hello');
});
afterEach(() => stage.close());

interface Said {
  readonly text: string;
  readonly message: string;
  readonly card: Recorded;
}

async function say(who: Someone, where: Where, text: string, more: object = {}): Promise<Said> {
  const before = stage.connector.messages().length;
  await stage.send({ type: 'message', text, from: who, ...where, ...more });
  const card = stage.connector
    .messages()
    .slice(before)
    .find((m) => m.kind !== 'update' && m.conversationId.startsWith(where.conversation.id));
  return { text: textOf(cardOf(card!)), message: messageIdOf(stage, card!), card: card! };
}

/** A message that comes in a chat of its own accord and says this. */
async function comes(where: Where, words: string): Promise<Said> {
  const card = await stage.until(() =>
    stage.connector
      .messages()
      .find(
        (m) => m.kind !== 'update' && m.conversationId === where.conversation.id && textOf(cardOf(m)).includes(words),
      ),
  );
  return { text: textOf(cardOf(card)), message: messageIdOf(stage, card), card };
}

const countIn = (where: Where, words: string): number =>
  stage.connector
    .messages()
    .filter(
      (m) => m.kind !== 'update' && m.conversationId === where.conversation.id && textOf(cardOf(m)).includes(words),
    ).length;
const titles = (said: Said): string[] => buttonsOf(cardOf(said.card)).map(({ title }) => title);

it('is put in the colleague’s chat, taken there, and told to whoever asked; everybody’s card says so', async () => {
  const asked = await say(ALICE, PERSONAL, 'ask Bob to take A Datum Corp');
  expect(asked.text).toContain('Bob Example is asked to take A Datum Corp, in a chat of their own.');
  expect(asked.text).toMatch(/Alice Example asked Bob Example on .* to take it; no answer yet\./);
  const question = await comes(BOBS, 'Alice Example asks you to take A Datum Corp.');
  expect(titles(question)).toEqual(expect.arrayContaining(['Take it', 'Not me']));
  expect(titles(asked)).not.toContain('Take it');

  const taken = await stage.click(BOB, BOBS, question.message, button(question.card, 'Take it'));
  expect(textOf(taken.value)).toContain('You are on A Datum Corp, and Alice Example is told.');
  await comes(PERSONAL, 'Bob Example takes A Datum Corp.');
  await stage.until(() => textShown(stage, asked.message).includes('Bob Example has been on it since'));

  const again = await stage.click(BOB, BOBS, question.message, button(question.card, 'Take it'));
  expect(textOf(again.value)).toContain('You have answered that already');
  const late = await stage.click(BOB, BOBS, question.message, button(question.card, 'Not me'));
  expect(textOf(late.value)).toContain('Nobody waits for that answer any more.');
  expect(countIn(PERSONAL, 'Bob Example takes A Datum Corp.')).toBe(1);
});

it('can be passed on, and then another is asked', async () => {
  await stage.say(CAROL, CAROLS, 'hello');
  await say(ALICE, PERSONAL, 'assign A Datum Corp to Bob');
  const question = await comes(BOBS, 'Alice Example asks you to take A Datum Corp.');
  const passed = await stage.click(BOB, BOBS, question.message, button(question.card, 'Not me'));
  expect(textOf(passed.value)).toContain('You do not take A Datum Corp, and Alice Example is told.');
  const told = await comes(PERSONAL, 'Bob Example does not take A Datum Corp.');
  expect(told.text).toContain('Bob Example was asked to take it and does not. Anybody can.');

  const whom = await stage.click(ALICE, PERSONAL, told.message, button(told.card, 'Ask a colleague'));
  const list = await comes(PERSONAL, 'Whom shall I ask to take A Datum Corp?');
  expect(whom.value).toBeDefined();
  const ofCarol = buttonsOf(cardOf(list.card)).find(({ data }) => data.to === CAROL.aadObjectId);
  await stage.click(ALICE, PERSONAL, list.message, ofCarol!.data);
  await comes(CAROLS, 'Alice Example asks you to take A Datum Corp.');
});

it('is answered by nobody else, and taken back by nobody else', async () => {
  await stage.say(CAROL, CAROLS, 'hello');
  const asked = await say(ALICE, PERSONAL, 'give A Datum Corp to Bob');
  const question = await comes(BOBS, 'Alice Example asks you to take A Datum Corp.');
  const data = button(question.card, 'Take it');
  for (const yes of [true, false]) {
    const forged = await stage.click(CAROL, CAROLS, 'no-card-of-ours', { ...data, yes });
    expect(JSON.stringify(forged)).not.toContain('You are on');
  }
  await comes(CAROLS, 'Bob Example was asked, and nobody can answer for them.');
  await stage.click(CAROL, CAROLS, 'no-card-of-ours', button(asked.card, 'Take the question back'));
  await comes(CAROLS, 'Alice Example asked, and nobody else can take that back.');
  const [account] = (await stage.kept('account')).filter(({ request }) => request !== undefined);
  expect([account?.request?.end, account?.assignment]).toEqual([undefined, undefined]);

  const back = await stage.click(ALICE, PERSONAL, asked.message, button(asked.card, 'Take the question back'));
  expect(textOf(back.value)).toContain('Bob Example is not asked any more.');
  await stage.until(() => textShown(stage, question.message).includes('Alice Example does not ask you any more.'));
  expect((await stage.click(BOB, BOBS, question.message, data)).value).toBeDefined();
  expect(countIn(PERSONAL, 'Bob Example takes')).toBe(0);
});

it('ends when somebody else takes it, lets it wait, or decides', async () => {
  await say(ALICE, PERSONAL, 'ask Bob to take A Datum Corp');
  await comes(BOBS, 'Alice Example asks you to take A Datum Corp.');
  await say(CAROL, CAROLS, "I'll take A Datum Corp");
  await comes(PERSONAL, 'Carol Éxample is on A Datum Corp, so Bob Example is not asked any more.');

  await say(ALICE, PERSONAL, 'ask Bob to take Alpine Ski House');
  const second = await comes(BOBS, 'Alice Example asks you to take Alpine Ski House.');
  await say(BOB, BOBS, 'snooze Alpine Ski House until Monday');
  await comes(PERSONAL, 'Nobody takes Alpine Ski House for now: it is snoozed until');
  await stage.until(() => !textShown(stage, second.message).includes('asks you to take'));

  await say(ALICE, PERSONAL, 'ask Bob to take Litware Labs (test)');
  const third = await comes(BOBS, 'Alice Example asks you to take Litware Labs (test).');
  await stage.click(BOB, BOBS, third.message, button(third.card, 'Not a customer'));
  await stage.until(() => !textShown(stage, third.message).includes('asks you'));
  expect((await say(ALICE, PERSONAL, 'ask Bob to take Litware Labs (test)')).text).toContain(
    'is decided, so nobody needs to be asked',
  );
});

it('says at once who cannot be asked, and why', async () => {
  const said = async (text: string, more: object = {}) => (await say(ALICE, CHANNEL, text, more)).text;
  const mention = (who: Someone) => ({
    entities: [{ type: 'mention', text: `<at>${who.name}</at>`, mentioned: { id: who.id, name: who.name } }],
  });
  expect(await said('ask Nadia to take A Datum Corp')).toContain('I have no chat with anybody called “Nadia”');
  expect(await said('give A Datum Corp to <at>Carol Éxample</at>', mention(CAROL))).toContain(
    'I have no chat with Carol Éxample, so I cannot ask about A Datum Corp',
  );
  await stage.say(CAROL, CAROLS, 'hello');
  expect(await said('give A Datum Corp to <at>Carol Éxample</at>', mention(CAROL))).toContain(
    'Carol Éxample is asked to take A Datum Corp',
  );
  expect(await said('give Alpine Ski House to carol example')).toContain('Carol Éxample is asked');
  expect(await said('give Nod Publishers to <at>Dave Elsewhere</at>', mention(DAVE))).toContain(
    'I could not find out who “Dave Elsewhere” is',
  );
  expect(await said('ask Bob to take A Datum Corp')).toContain('Bob Example is asked');
});

it('a colleague who has blocked the bot is said to be out of reach, in the channel too', async () => {
  await stage.say(CAROL, CAROLS, 'hello');
  stage.connector.script(CAROLS.conversation.id, {
    do: 'status',
    status: 403,
    body: { error: { code: 'ConversationBlockedByUser', message: 'blocked' } },
  });
  await say(ALICE, PERSONAL, 'ask Carol to take A Datum Corp');
  await comes(PERSONAL, 'Carol Éxample could not be asked about A Datum Corp');
  expect((await say(ALICE, PERSONAL, 'ask Carol to take Alpine Ski House')).text).toContain(
    'I have no chat with Carol Éxample',
  );
});

it('goes on in a talk, and a click of nobody known does nothing', async () => {
  await say(ALICE, PERSONAL, 'is Nod Publishers accepted?');
  expect((await say(ALICE, PERSONAL, 'ask Bob to take it')).text).toContain(
    'Bob Example is asked to take Nod Publishers',
  );
  const [account] = (await stage.kept('account')).filter(({ request }) => request !== undefined);
  const gone = { verb: 'request', accountId: account!.id, to: 'nobody' } as const;
  await stage.click(ALICE, PERSONAL, 'no-card-of-ours', actionData(gone));
  await comes(PERSONAL, 'I could not find out who “nobody” is');
});

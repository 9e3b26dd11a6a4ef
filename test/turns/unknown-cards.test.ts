import { actionData } from '../../src/actions/action';
import { ALICE, BOB, button, buttonsOf, cardOf, CHANNEL, messageIdOf, PERSONAL, setStage, textOf } from './stage';
import type { Stage, Where } from './stage';
import type { Recorded } from '../doubles/connector';

/** A click changes a message only where that is known to have the button; the decision counts all the same. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.install(CHANNEL);
  // The board of the channel comes by itself, and is nobody's answer.
  await stage.until(() => stage.connector.messages().some((m) => wordsOf(m).includes('wait for their customer')));
});
afterAll(() => stage.close());

const accountOf = async (name: string) => (await stage.kept('account')).find(({ tenant }) => tenant.name === name)!;
const wordsOf = (message: Recorded): string => textOf(cardOf(message)) || (message.body.text ?? '');
const updatesOf = (message: string): readonly Recorded[] =>
  stage.connector.messages().filter((m) => m.kind === 'update' && m.activityId === message);

/** The new message that a click was answered with. */
async function saidAfter(where: Where, deed: () => Promise<any>, words: string): Promise<Recorded> {
  const before = stage.connector.messages().length;
  const answer = await deed();
  expect(textOf(answer.value)).toBe('');
  return stage.until(() =>
    stage.connector
      .messages()
      .slice(before)
      .find(
        (m) => m.kind !== 'update' && m.conversationId.startsWith(where.conversation.id) && wordsOf(m).includes(words),
      ),
  );
}

it('a decision on a message that nobody knows counts; the answer is a new message, which is kept up to date', async () => {
  const { id } = await accountOf('Coho Vineyard');
  const ignore = actionData({ verb: 'ignore', accountId: id, asOf: 1 });
  const said = await saidAfter(CHANNEL, () => stage.click(BOB, CHANNEL, 'of-somebody', ignore), 'is not a customer');
  expect((await accountOf('Coho Vineyard')).mapping.state).toBe('ignored');

  const undone = await stage.click(BOB, CHANNEL, messageIdOf(stage, said), button(said, 'Undo'));
  expect(textOf(undone.value)).toContain('Which customer is Coho Vineyard?');
  expect(updatesOf('of-somebody')).toEqual([]);
  expect((await accountOf('Coho Vineyard')).notices.map(({ messageId }) => messageId)).not.toContain('of-somebody');
});

it('what is asked first on a message that nobody knows makes it no card of ours', async () => {
  const { id: accountId } = await accountOf('A Datum Corp');
  const asked = actionData({ verb: 'which', accountId, intent: 'status' });
  await saidAfter(CHANNEL, () => stage.click(BOB, CHANNEL, 'of-nobody', asked), 'A Datum Corp');
  const ignore = actionData({ verb: 'ignore', accountId, asOf: 1 });
  await saidAfter(CHANNEL, () => stage.click(BOB, CHANNEL, 'of-nobody', ignore), 'is not a customer');
  expect(updatesOf('of-nobody')).toEqual([]);
});

it('an answer to a colleague is not made the card of another company, not in two steps either', async () => {
  const [status] = await stage.say(ALICE, CHANNEL, 'is Contoso Ltd accepted?');
  const message = messageIdOf(stage, status!);
  const list = await stage.click(BOB, CHANNEL, message, actionData({ verb: 'list', what: 'unmapped', offset: 0 }));
  const open = buttonsOf(list.value).find(({ data }) => data.verb === 'account')!.data;
  await stage.click(BOB, CHANNEL, message, open);
  const ignore = actionData({ verb: 'ignore', accountId: open.accountId, asOf: 1 });
  await saidAfter(CHANNEL, () => stage.click(BOB, CHANNEL, message, ignore), 'is not a customer');
  await stage.say(BOB, CHANNEL, 'help');
  for (const update of updatesOf(message)) expect(wordsOf(update)).toContain('Contoso Ltd');
});

it('a question of before a restart is still known, and becomes the card of its account', async () => {
  const [question] = await stage.say(ALICE, PERSONAL, 'map Northwind Traders GmbH to Contoso Limited');
  const message = messageIdOf(stage, question!);
  await stage.restart();
  const answer = await stage.click(ALICE, PERSONAL, message, button(question!, 'Yes, map'));
  expect(textOf(answer.value)).toContain('Northwind Traders GmbH is mapped to Contoso Limited');
  await stage.until(() => updatesOf(message).some((m) => wordsOf(m).includes('is mapped to Contoso Limited')));
});

it('a page of a list that took the place of another is known, and redrawn with what is opened from it', async () => {
  const [list] = await stage.say(ALICE, PERSONAL, 'what is unmapped?');
  const message = messageIdOf(stage, list!);
  const next = await stage.click(
    ALICE,
    PERSONAL,
    message,
    buttonsOf(cardOf(list!)).find(({ title }) => title.startsWith('Next'))!.data,
  );
  const row = buttonsOf(next.value).find(({ data }) => data.verb === 'account')!.data;
  await stage.click(ALICE, PERSONAL, message, row);
  await stage.until(() => updatesOf(message).length > 0);
});

it('a client that draws a card anew by itself is answered on the card or not at all', async () => {
  const { id: accountId } = await accountOf('Contoso Ltd');
  const before = stage.connector.messages().length;
  const data = actionData({ verb: 'refresh', accountId });
  const response = await stage.send({
    type: 'invoke',
    name: 'adaptiveCard/action',
    from: BOB,
    ...CHANNEL,
    replyToId: 'of-somebody',
    value: { action: { type: 'Action.Execute', verb: 'handshake', data }, trigger: 'automatic' },
  });
  expect(await response.json()).toMatchObject({ statusCode: 200, value: '' });
  await stage.say(ALICE, PERSONAL, 'help');
  expect(
    stage.connector
      .messages()
      .slice(before)
      .filter((m) => m.kind !== 'update' && m.conversationId.startsWith(CHANNEL.conversation.id)),
  ).toEqual([]);
});

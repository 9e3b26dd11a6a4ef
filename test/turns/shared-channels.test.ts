import type { Someone, Stage, Where } from './stage';
import { ALICE, BOT, CHANNEL, cardOf, setStage, TEAM, TENANT, textOf } from './stage';

/** Shared channels, and people whom Teams does not name by an Entra object id, through the real door. */

const SHARED_ID = '19:shared@thread.tacv2';
const channelData = {
  tenant: { id: TENANT },
  team: { id: TEAM, name: 'Operations' },
  channel: { id: SHARED_ID, name: 'With partners', type: 'shared' },
};

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ production: true });
  await stage.install(CHANNEL);
  // The board comes by itself, and would pass for the answer to whatever is asked first.
  await stage.until(() => stage.connector.messages().some((m) => textOf(cardOf(m)).startsWith('Open accounts')));
});
afterAll(() => stage.close());

const shared = (eventType: string, change: object, timestamp = new Date().toISOString()): Promise<Response> =>
  stage.send({
    type: 'conversationUpdate',
    timestamp,
    from: ALICE,
    conversation: { id: TEAM, conversationType: 'channel' },
    channelData: { ...channelData, eventType },
    ...change,
  });
const asked = async (who: Someone, where: Where, text: string): Promise<string> => {
  const [message] = await stage.say(who, where, text);
  return message === undefined ? '' : textOf(cardOf(message));
};

it('is greeted when the bot is let into a shared channel (T2); only that channel ends when it is taken out (T1)', async () => {
  await shared('channelMemberAdded', { membersAdded: [BOT] });
  await stage.until(() => stage.connector.messages().some((m) => m.conversationId.startsWith(SHARED_ID)));
  await shared('channelMemberRemoved', { membersRemoved: [BOT] });

  const said = await asked(ALICE, CHANNEL, 'health');
  expect(said).not.toContain('Conversations that cannot be reached');
  stage.sandbox.control('accept', { name: 'Sharedworks GmbH' });
  const isShownIn = (id: string): boolean =>
    stage.connector
      .messages()
      .some((m) => m.conversationId.startsWith(id) && JSON.stringify(m.body).includes('Sharedworks'));
  await stage.until(() => isShownIn(CHANNEL.conversation.id));
  expect(isShownIn(SHARED_ID)).toBe(false);
});

it('looks up who speaks without an object id (T6)', async () => {
  const { aadObjectId: _unsaid, ...nameless } = ALICE;
  const said = await asked(nameless as Someone, CHANNEL, 'pending');

  expect(said).toContain('wait for a customer');
});

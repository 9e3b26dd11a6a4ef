import { actionData } from '../../src/actions/action';
import {
  ALICE,
  announcementOf,
  BOB,
  button,
  cardOf,
  CHANNEL,
  messageIdOf,
  PERSONAL,
  setStage,
  shownIn,
  textOf,
} from './stage';
import { textShown } from './shown';
import type { Someone, Stage, Where } from './stage';
import type { Recorded } from '../doubles/connector';

/** A payload comes from the client: which message it names, which account and which watch is looked up, never believed. */

const BOBS_CHAT: Where = { ...PERSONAL, conversation: { id: 'a:bob-and-bot', conversationType: 'personal' } };

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.install(CHANNEL);
});
afterAll(() => stage.close());

interface Announced {
  readonly card: Recorded;
  readonly message: string;
  readonly accountId: string;
}

async function announced(name: string): Promise<Announced> {
  stage.sandbox.control('accept', { name });
  const card = await announcementOf(stage, name);
  const message = messageIdOf(stage, card);
  // Its redraw shows that the bot has written down which message it is.
  stage.sandbox.control('sync');
  await stage.until(() => stage.connector.messages().some((m) => m.kind === 'update' && m.activityId === message));
  return { card, message, accountId: button(card, 'Not a customer').accountId };
}

const shows = (message: string): string => textShown(stage, message);

/** What the bot has put in front of people while something was done. */
async function told(deed: () => Promise<unknown>): Promise<Recorded[]> {
  const before = stage.connector.messages().length;
  await deed();
  return stage.connector.messages().slice(before);
}

const wordsOf = (messages: readonly Recorded[]): string =>
  messages.map((m) => textOf(cardOf(m)) || (m.body.text ?? '')).join('\n');

describe('a message that carries a payload and names the message of an announcement', () => {
  const answers = { cancel: /Nothing was changed/, list: /accounts wait for a customer/ } as const;

  it.each([
    ['cancel', { verb: 'cancel' }],
    ['list', { verb: 'list', what: 'unmapped', offset: 0 }],
  ] as const)('answers %s with a new message and leaves the announcement alone', async (verb, action) => {
    const { message } = await announced(verb === 'cancel' ? 'Wingtip Toys' : 'Tailspin Toys');
    const before = shows(message);
    expect(before).toContain('Which customer is');

    const said = await told(() =>
      stage.send({ type: 'message', from: BOB, ...CHANNEL, replyToId: message, value: actionData(action) }),
    );

    expect(said.filter((m) => m.kind === 'update' && m.activityId === message)).toEqual([]);
    expect(wordsOf(said.filter((m) => m.kind !== 'update'))).toMatch(answers[verb]);
    expect(shows(message)).toBe(before);
  });

  it.each(['cancel', 'list'] as const)('does the same with a click on the announcement: %s', async (verb) => {
    const { message } = await announced(verb === 'cancel' ? 'Kestrel Aviation' : 'BBB Beton');
    const before = shows(message);
    const action = verb === 'cancel' ? ({ verb } as const) : ({ verb, what: 'unmapped', offset: 0 } as const);

    const heard = stage.connector.messages().length;
    const answer = await stage.click(BOB, CHANNEL, message, actionData(action));

    // The click is answered with no card; the words come as a message of their own.
    expect(textOf(answer.value)).toBe('');
    await stage.until(() => {
      const said = stage.connector.messages().slice(heard);
      return answers[verb].test(wordsOf(said.filter((m) => m.kind !== 'update')));
    });
    expect(shows(message)).toBe(before);
  });
});

describe('a click that names another account than the card shows', () => {
  it('decides about the one that it names, and the card stays what it shows', async () => {
    const one = await announced('Southridge Video');
    const other = await announced('Silverdale Residential Care');

    const answer = await stage.click(
      BOB,
      CHANNEL,
      one.message,
      actionData({ verb: 'ignore', accountId: other.accountId }),
    );

    expect(textOf(answer.value)).toBe('');
    await stage.until(() => shows(other.message).includes('Silverdale Residential Care is not a customer'));
    expect(shows(one.message)).toContain('Which customer is Southridge Video?');
    // The card goes on with its own account, and not with the other one.
    await stage.click(ALICE, CHANNEL, one.message, button(one.card, 'Not a customer'));
    await stage.until(() => shows(one.message).includes('Southridge Video is not a customer'));
    expect(shows(one.message)).not.toContain('Silverdale');
  });
});

describe('a client that draws a card anew by itself', () => {
  it('decides nothing, whatever the card says', async () => {
    const { card, message, accountId } = await announced('Brand New Bakery');
    const before = shows(message);
    const data = button(card, 'Not a customer');
    const value = { action: { type: 'Action.Execute', verb: 'handshake', data }, trigger: 'automatic' };
    const response = await stage.send({
      type: 'invoke',
      name: 'adaptiveCard/action',
      from: BOB,
      ...CHANNEL,
      replyToId: message,
      value,
    });

    expect(await response.json()).toMatchObject({ statusCode: 200, value: '' });
    expect(shows(message)).toBe(before);
    const kept = (await stage.kept('account')).find(({ id }) => id === accountId);
    expect(kept?.mapping.state).toBe('open');
  });
});

describe('a watch', () => {
  const watchOf = (messages: readonly Recorded[]): string => button(messages[0]!, 'Stop watching').watchId;
  const ask = async (who: Someone, where: Where, text: string): Promise<string> =>
    wordsOf(await stage.say(who, where, text));

  it('is told about, answered and stopped by nobody but its owner', async () => {
    const watchId = watchOf(await stage.say(ALICE, PERSONAL, 'watch Zyxwv Industries'));
    const { accountId } = await announced('St Marys MAT');
    const attempts = [
      actionData({ verb: 'watch-reply', watchId, accountId, yes: true }),
      actionData({ verb: 'watch-reply', watchId, accountId, yes: false }),
      actionData({ verb: 'unwatch', watchId }),
    ];

    for (const attempt of attempts) {
      let answer: any;
      const said = await told(async () => (answer = await stage.click(BOB, BOBS_CHAT, 'm', attempt)));
      const heard = `${String(answer.value)}\n${wordsOf(said)}`;
      expect(heard).toMatch(/You are not watching anything|You were not watching/);
      expect(heard).not.toMatch(/Zyxwv|Alice/);
    }
    expect(await ask(ALICE, PERSONAL, 'what am I watching?')).toMatch(/Zyxwv Industries[\s\S]*waiting/);
  });

  it('is not ended by an account that it did not ask about', async () => {
    const watchId = watchOf(await stage.say(ALICE, PERSONAL, 'watch Blorp Bakery'));
    const { accountId } = await announced('WWI GmbH');

    const answer = await stage.click(
      ALICE,
      PERSONAL,
      'm',
      actionData({ verb: 'watch-reply', watchId, accountId, yes: true }),
    );

    expect(textOf(answer.value)).not.toMatch(/WWI GmbH/);
    expect(await ask(ALICE, PERSONAL, 'what am I watching?')).toMatch(/Blorp Bakery[\s\S]*waiting/);
    expect(shownIn(stage, PERSONAL, '“Blorp Bakery” has accepted')).toBeUndefined();
  });
});

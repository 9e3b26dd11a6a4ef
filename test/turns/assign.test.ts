import { ALICE, BOB, button, cardOf, CHANNEL, messageIdOf, PERSONAL, setStage, TEAM, textOf } from './stage';
import { textShown } from './shown';
import type { Recorded } from '../doubles/connector';
import type { Someone, Stage, Where } from './stage';

/** "I'll take it": who is on an account is said wherever it is shown, and keeps nobody from deciding. */

const BOBS: Where = { ...PERSONAL, conversation: { id: 'a:bob', conversationType: 'personal' } };

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
  stage.connector.members(TEAM, [ALICE, BOB]);
  await stage.install(CHANNEL);
});
afterEach(() => stage.close());

interface Said {
  readonly text: string;
  readonly message: string;
  readonly card: Recorded;
}

async function say(who: Someone, where: Where, text: string): Promise<Said> {
  const [card] = await stage.say(who, where, text);
  return { text: textOf(cardOf(card!)), message: messageIdOf(stage, card!), card: card! };
}

const shows = (message: string): string => textShown(stage, message);

it('is said on every card of the account and on the board, goes over to another, and ends with a decision', async () => {
  const alices = await say(ALICE, PERSONAL, "I'll take A Datum Corp");
  expect(alices.text).toContain('You are on A Datum Corp. If nothing is decided by');
  expect(alices.text).toContain('Alice Example has been on it since');
  await stage.until(() =>
    [...stage.connector.shown.values()].find((body) => JSON.stringify(body).includes('Alice Example is on it')),
  );

  const bobs = await say(BOB, BOBS, "I'll take A Datum Corp");
  expect(bobs.text).toContain('Alice Example has been on it since');
  expect(bobs.text).toContain('You can take it over, or decide all the same.');
  const taken = await stage.click(BOB, BOBS, bobs.message, button(bobs.card, 'Take it over'));
  expect(textOf(taken.value)).toContain('You are on A Datum Corp.');
  await stage.until(() => shows(alices.message).includes('Bob Example has been on it since'));

  const left = await stage.click(ALICE, PERSONAL, alices.message, button(alices.card, 'Let it go'));
  expect(textOf(left.value)).toContain('Bob Example has been on it since');

  const ignored = await stage.click(ALICE, PERSONAL, alices.message, button(alices.card, 'Not a customer'));
  expect(textOf(ignored.value)).toContain('A Datum Corp is not a customer');
  await stage.until(() => !shows(bobs.message).includes('on it since'));
  expect((await say(BOB, BOBS, "I'll take A Datum Corp")).text).toContain('so nobody needs to be on it');
});

it('goes on in a talk: "I\'ll take it", and "let it go" again', async () => {
  await say(ALICE, PERSONAL, 'is Contoso accepted?');
  expect((await say(ALICE, PERSONAL, "I'll take it")).text).toContain('You are on Contoso Ltd.');
  expect((await say(ALICE, PERSONAL, "I'm not on it any more")).text).toContain('You are not on Contoso Ltd any more.');
});

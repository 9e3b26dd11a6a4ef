import { ALICE, BOB, cardOf, PERSONAL, setStage, textOf } from './stage';
import type { Someone, Stage, Where } from './stage';

/** What Partner Center takes from people in a minute is shared: whoever asks a lot gets half of it at most. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const BOBS: Where = { ...PERSONAL, conversation: { id: 'a:bob-and-bot', conversationType: 'personal' } };
const FROM_OUR_COPY = /could not be asked|own copy|own list/i;

async function ask(who: Someone, where: Where, company: string): Promise<string> {
  const said = await stage.say(who, where, `is ${company} accepted?`);
  return said.map((m) => textOf(cardOf(m)) || (m.body.text ?? '')).join('\n');
}

it('answers somebody from Partner Center though a colleague has asked for everything', async () => {
  expect(await ask(ALICE, PERSONAL, 'Zyxwv Number Zero GmbH')).not.toMatch(FROM_OUR_COPY);
  const questions = Array.from({ length: 46 }, (_, n) => ask(ALICE, PERSONAL, `Zyxwv Number ${n} GmbH`));
  await Promise.all(questions);
  expect(await ask(ALICE, PERSONAL, 'Qwert Holding GmbH')).toMatch(FROM_OUR_COPY);

  const bobs = await ask(BOB, BOBS, 'Qwert Holding GmbH');
  expect(bobs).toMatch(/not in the customer list/i);
  expect(bobs).not.toMatch(FROM_OUR_COPY);
});

import { ALICE, button, cardOf, PERSONAL, setStage, textOf } from './stage';
import type { Stage } from './stage';

/** "Remind me about Contoso on Friday": noted, listed, taken back; of whoever is in no list, too. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.install(PERSONAL);
});
afterAll(() => stage.close());

const say = async (text: string) => (await stage.say(ALICE, PERSONAL, text))[0]!;
const ask = async (text: string): Promise<string> => textOf(cardOf(await say(text)));

it('notes it, lists it with what is watched, and takes it back', async () => {
  const card = await say('remind me about Nod Publishers tomorrow');
  expect(textOf(cardOf(card))).toMatch(/I remind you of “Nod Publishers” on [\s\S]*It ends by itself/);
  expect(await ask('what am I watching?')).toMatch(/Nod Publishers\n?[\s\S]*reminder on/);
  expect(await ask('pending')).not.toContain('Nod Publishers · ');
  const stopped = await stage.click(ALICE, PERSONAL, 'no-card-of-ours', button(card, 'Don’t remind me'));
  expect(textOf(stopped.value)).toContain('You no longer watch');
  expect(await ask('what am I watching?')).not.toContain('Nod Publishers');
});

it('asks on which day, and goes on in a talk', async () => {
  expect(await ask('remind me about Nod Publishers')).toContain('On which day shall I remind you');
  expect(await ask('remind me about Zyxwv Inns on 31 February')).toContain('There is no such day');
  expect(await ask('erinnere mich morgen an Zyxwv Inns')).toContain('„Zyxwv Inns“');
  await ask('is Contoso accepted?');
  expect(await ask('remind me about it tomorrow')).toContain('Contoso');
});

import { ALICE, button, cardOf, messageIdOf, PERSONAL, setStage, textOf } from './stage';
import type { Stage } from './stage';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

it('says after which days a conversation is reminded, and changes that by words and by card', async () => {
  const say = async (text: string) => (await stage.say(ALICE, PERSONAL, text))[0]!;
  const said = async (text: string) => textOf(cardOf(await say(text)));
  expect(await said('settings')).toContain('Reminders off');
  expect(await said('reminders on')).toContain(
    'From now on I remind here of what has been open for 1, 3 and 7 days, on the morning of a working day',
  );
  expect(await said('reminders after 2, 5 and 10 days')).toContain(
    'From now on I remind here of what has been open for 2, 5 and 10 days',
  );
  expect(await said('reminders after 5 and 2 days')).toContain('“5, 2” is not a setting that we know.');
  const off = await say('keine Erinnerungen hier');
  expect(textOf(cardOf(off))).toContain('Hier kommen keine Erinnerungen mehr.');
  const back = await stage.click(ALICE, PERSONAL, messageIdOf(stage, off), button(off, 'Zurücksetzen'));
  expect(textOf(back.value)).toMatch(/2, 5 (?:and|und) 10/);
});

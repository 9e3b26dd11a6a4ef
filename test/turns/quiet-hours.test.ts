import { ALICE, button, cardOf, messageIdOf, PERSONAL, setStage, textOf } from './stage';
import type { Stage } from './stage';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

it('sets quiet hours by words, shows them among the settings, and puts them back by card', async () => {
  const say = async (text: string) => (await stage.say(ALICE, PERSONAL, text))[0]!;
  const said = async (text: string) => textOf(cardOf(await say(text)));
  expect(await said('settings')).toContain('Quiet hours none');
  expect(await said('quiet hours from 18:00 to 8:00')).toContain('Quiet hours here from now on: from 18:00 to 08:00');
  expect(await said('bitte keine Meldungen am Wochenende')).toContain(
    'Ruhezeit hier ab jetzt: von 18:00 bis 08:00, ganztägig am Samstag und Sonntag',
  );
  expect(await said('when are the quiet hours?')).toContain('from 18:00 to 08:00, all day on Saturday and Sunday');
  const off = await say('quiet hours off');
  expect(textOf(cardOf(off))).toContain('There are no quiet hours here any more.');
  const back = await stage.click(ALICE, PERSONAL, messageIdOf(stage, off), button(off, 'Put it back'));
  expect(textOf(back.value)).toContain('from 18:00 to 08:00, all day on Saturday and Sunday');
});

it('says why an account was not announced in a chat', async () => {
  const text = textOf(cardOf((await stage.say(ALICE, PERSONAL, 'why was I not told about Litware?'))[0]!));
  expect(text).toContain('was not announced here');
  expect(text).toContain('New accounts are not announced here.');
});

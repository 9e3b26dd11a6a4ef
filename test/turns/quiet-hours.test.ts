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

it('pauses by words until a day, shows it with its clock, and ends it by card', async () => {
  const said = async (text: string) => (await stage.say(ALICE, PERSONAL, text))[0]!;
  const paused = await said('no messages until tomorrow 9');
  expect(textOf(cardOf(paused))).toMatch(/Nothing is said here until .*, 09:00 UTC, because somebody here has asked/);
  const settings = await said('settings');
  expect(textOf(cardOf(settings))).toContain('Nothing is said here until');
  const again = await stage.click(ALICE, PERSONAL, messageIdOf(stage, settings), button(settings, 'Speak again now'));
  expect(textOf(again.value)).toContain('I speak here again as before.');
  await said('no messages until tomorrow 9');
  const back = await stage.click(ALICE, PERSONAL, messageIdOf(stage, paused), button(paused, 'Put it back'));
  expect(textOf(back.value)).toContain('I speak here again as before.');
});

it('asks whose clock is meant where no client says and none is set, and takes the answer', async () => {
  const bare = async (text: string) => {
    const before = stage.connector.messages().length;
    await stage.send({ type: 'message', from: ALICE, ...PERSONAL, text });
    return textOf(cardOf(stage.connector.messages().slice(before)[0]!));
  };
  expect(await bare('quiet hours from 18:00 to 8:00')).toContain('I do not know on which clock');
  expect(await bare('Berlin time')).toContain('from 18:00 to 08:00 (Europe/Berlin)');
});

it('says why an account was not announced in a chat', async () => {
  const text = textOf(cardOf((await stage.say(ALICE, PERSONAL, 'why was I not told about Litware?'))[0]!));
  expect(text).toContain('was not announced here');
  expect(text).toContain('New accounts are not announced here.');
});

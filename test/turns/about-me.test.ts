import { actionData } from '../../src/actions/action';
import { aboutMe } from '../../src/commands/about-me';
import { ALICE, BOB, cardOf, CHANNEL, PERSONAL, setStage, textOf } from './stage';
import type { Someone, Stage, Where } from './stage';

/** What is kept of a person is told to that person, and they can be forgotten. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.install(CHANNEL);
});
afterAll(() => stage.close());

async function ask(who: Someone, where: Where, text: string): Promise<string> {
  const messages = await stage.say(who, where, text);
  return messages.map((m) => textOf(cardOf(m)) || (m.body.text ?? m.body.activity?.text ?? '')).join('\n');
}

it.each([
  ['What is kept of me?', 'kept', 'en'],
  ['what do you know about me', 'kept', 'en'],
  ['Was wissen Sie über mich?', 'kept', 'de'],
  ['Que savez-vous de moi ?', 'kept', 'fr'],
  ['¿Qué sabes de mí?', 'kept', 'es'],
  ['Wat weet je van mij?', 'kept', 'nl'],
  ['Forget me!', 'forget', 'en'],
  ['vergiss mich', 'forget', 'de'],
  ['oubliez-moi', 'forget', 'fr'],
  ['olvídame', 'forget', 'es'],
  ['vergeet mij', 'forget', 'nl'],
])('hears %s', (text, asks, language) => {
  expect(aboutMe(text)).toEqual({ asks, language });
});

it.each(['what do you know about Contoso?', 'forget Contoso', 'tell me about Forget Me Not Ltd'])(
  'leaves %s to the others',
  (text) => {
    expect(aboutMe(text)).toBeUndefined();
  },
);

it('tells what is kept, asks once, forgets, and knows the person anew afterwards', async () => {
  await ask(ALICE, PERSONAL, 'watch Zyxwv Industries');
  const kept = await ask(ALICE, PERSONAL, 'what is kept of me?');
  expect(kept).toMatch(/What I keep of you[\s\S]*Watches\W+1[\s\S]*Chats with you\W+1/);
  const question = await stage.click(ALICE, PERSONAL, '1', actionData({ verb: 'forget-me', sure: false }));
  expect(textOf(question.value)).toMatch(/Forget you\?/);
  const done = await stage.click(ALICE, PERSONAL, '1', actionData({ verb: 'forget-me', sure: true }));
  expect(textOf(done.value)).toMatch(/You are forgotten/);
  expect(await ask(ALICE, PERSONAL, 'what am I watching?')).not.toMatch(/Zyxwv/);
});

it('says it to nobody where others read along', async () => {
  expect(await ask(BOB, CHANNEL, 'what is kept of me?')).toMatch(/ask me in our own chat/);
});

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
  expect(textOf(stopped.value)).toContain('I no longer remind you of “Nod Publishers”');
  expect(await ask('what am I watching?')).not.toContain('Nod Publishers');
});

it('asks on which day, and goes on in a talk', async () => {
  expect(await ask('remind me about Nod Publishers')).toContain('On which day shall I remind you');
  expect(await ask('remind me about Zyxwv Inns on 31 February')).toContain('There is no such day');
  expect(await ask('erinnere mich morgen an Zyxwv Inns')).toContain('„Zyxwv Inns“');
  await ask('is Contoso accepted?');
  expect(await ask('remind me about it tomorrow')).toContain('Contoso');
});

it('takes the reminder back that was just noted, and nothing else', async () => {
  await ask('watch Zyxwv Inns');
  await ask('remind me about Zyxwv Inns tomorrow');
  expect(await ask('what reminders do I have?')).toMatch(/reminders? (?:is|are) set[\s\S]*Zyxwv Inns\n*reminder on/);
  await ask('remind me about Zyxwv Inns tomorrow');
  expect(await ask('delete it')).toContain('I no longer remind you of “Zyxwv Inns”');
  expect(await ask('what am I watching?')).toMatch(/You are watching 1 company[\s\S]*Zyxwv Inns/);
  await ask('stop watching Zyxwv Inns');
});

it.each([
  ['erinnere mich am 15. an Zyxwv Inns', 'lösch die', 'Ich erinnere Sie nicht mehr an'],
  ['rappelle-moi Zyxwv Inns le 15', 'supprime-le', 'Je ne vous rappelle plus'],
  ['recuérdame Zyxwv Inns el 15', 'bórralo', 'Ya no le recuerdo'],
  ['herinner me op de 15e aan Zyxwv Inns', 'verwijder die', 'Ik herinner u niet meer aan'],
])('%s; %s', async (wish, back, said) => {
  await ask(wish);
  expect(await ask(back)).toContain(said);
});

it('cannot repeat: once is offered, and a yes takes it', async () => {
  expect(await ask('remind me about Zyxwv Inns every Monday')).toMatch(
    /once, not again and again[\s\S]*Nothing is noted/,
  );
  expect(await ask('yes')).toContain('I remind you of “Zyxwv Inns”');
  await ask('delete it');
});

it('of two companies there are two reminders, and another day is for both', async () => {
  const both = await stage.say(ALICE, PERSONAL, 'remind me about Nod Publishers and Contoso on Friday');
  expect(both.map((one) => textOf(cardOf(one)).match(/of “(.*?)”/u)?.[1])).toEqual(['Nod Publishers', 'Contoso Ltd']);
  const moved = await stage.say(ALICE, PERSONAL, 'make that the 15th');
  expect(moved.map((one) => textOf(cardOf(one)))).toEqual([
    expect.stringMatching(/Nod Publishers.* on (?:15|Sunday|\w+,? 15)/u),
    expect.stringContaining('Contoso Ltd'),
  ]);
  await ask('delete them');
  expect(await ask('what reminders do I have?')).not.toContain('Nod Publishers');
});

it.each([
  ['remind me on Friday', 'I remind you of “Zyxwv Inns”'],
  ['erinner mich Freitag dran', 'an „Zyxwv Inns“'],
  ['rappelle-le-moi vendredi', 'Je vous rappelle'],
  ['recuérdamelo el viernes', 'Le recordaré «Zyxwv Inns»'],
  ['herinner me vrijdag', 'aan ‘Zyxwv Inns’'],
])('%s: of whoever the talk is about; "cancel that" takes it back', async (wish, said) => {
  await ask('is Zyxwv Inns accepted?');
  expect(await ask(wish)).toContain(said);
  expect(await ask('cancel that')).toContain('I no longer remind you of');
});

it('asks on which day somebody was invited, and goes on from the answer', async () => {
  expect(await ask('we invited Zyxwv Inns last year')).toContain('On which day is not clear');
  expect(await ask('on Monday')).toContain('Zyxwv Inns was invited on');
  await ask('we never invited Zyxwv Inns');
});

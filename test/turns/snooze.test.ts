import { ALICE, BOB, button, cardOf, CHANNEL, messageIdOf, PERSONAL, setStage, TEAM, textOf } from './stage';
import type { Recorded } from '../doubles/connector';
import type { Someone, Stage, Where } from './stage';

/** "Snooze it until Monday": an account waits, everybody sees until when and why, and it keeps nobody from deciding. */

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

/** What a message shows now. */
function shows(message: string): string {
  const found = [...stage.connector.shown].find(([key]) => key.endsWith(` ${message}`));
  return textOf(cardOf({ body: found?.[1] }));
}

it('is said with its reason on every card and counted on the board, is changed knowingly, and ends with a decision', async () => {
  const alices = await say(ALICE, PERSONAL, 'snooze A Datum Corp until next Monday, waiting for the contract');
  expect(alices.text).toContain('A Datum Corp is snoozed until');
  expect(alices.text).toContain('by Alice Example: “waiting for the contract”.');
  await stage.until(() =>
    [...stage.connector.shown.values()].find((body) => JSON.stringify(body).includes('1 is snoozed.')),
  );

  const bobs = await say(BOB, BOBS, 'A Datum Corp not before tomorrow');
  expect(bobs.text).toContain('Alice Example has snoozed A Datum Corp until');
  const data = { ...button(bobs.card, 'Tomorrow'), 'snooze-reason': 'They call tomorrow', 'snooze-day': '' };
  const changed = await stage.click(BOB, BOBS, bobs.message, data);
  expect(textOf(changed.value)).toContain('A Datum Corp is snoozed until');
  await stage.until(() => shows(alices.message).includes('by Bob Example: “They call tomorrow”.'));

  const ignored = await stage.click(ALICE, PERSONAL, alices.message, button(alices.card, 'Not a customer'));
  expect(textOf(ignored.value)).toContain('A Datum Corp is not a customer');
  await stage.until(() => !/snoozed/i.test(shows(bobs.message)));
  expect((await say(BOB, BOBS, 'snooze A Datum Corp until Monday')).text).toContain('so there is nothing to wait for');
});

it('ends when somebody takes the account, who is told so', async () => {
  await say(ALICE, PERSONAL, 'snooze A Datum Corp until next Monday');
  const taken = await say(BOB, BOBS, "I'll take A Datum Corp");
  expect(taken.text).toMatch(/You are on A Datum Corp\..* Alice Example had snoozed it until .*; it is awake now\./);
  expect((await say(BOB, BOBS, "I'll take A Datum Corp")).text).not.toContain('snoozed');
});

it('asks kindly until when, stores nothing meanwhile, and keeps what was typed', async () => {
  const asked = await say(ALICE, PERSONAL, 'snooze Contoso until whenever, waiting for Anna');
  expect(asked.text).toContain('I could not tell which day “whenever, waiting for Anna” is.');
  expect(asked.text).toContain('Nothing has changed yet.');
  const past = await stage.click(ALICE, PERSONAL, asked.message, {
    ...button(asked.card, 'Until that day'),
    'snooze-day': '2020-01-01',
    'snooze-reason': 'Waiting for Anna',
  });
  expect(textOf(past.value)).toContain('That day is not ahead: tomorrow is the earliest.');
  expect(JSON.stringify(past.value)).toContain('"value":"Waiting for Anna"');
  expect((await say(ALICE, PERSONAL, 'wake Contoso')).text).toContain('Contoso Ltd is not snoozed.');
});

it('goes on in a talk: "snooze it until tomorrow", and "bring it back"', async () => {
  await say(ALICE, PERSONAL, 'is Contoso accepted?');
  expect((await say(ALICE, PERSONAL, 'snooze it until tomorrow')).text).toContain('Contoso Ltd is snoozed until');
  expect((await say(ALICE, PERSONAL, 'wake it')).text).toContain('Contoso Ltd is back.');
});

it('hangs on the talk in every language, by a word for it or by none', async () => {
  await say(ALICE, PERSONAL, 'show A Datum Corp');
  const answers = [];
  for (const text of [
    'not before Monday',
    'wake it up',
    'stelle es bis Freitag zurück',
    'hol es zurück',
    "mets-le en veille jusqu'à lundi",
    'réveille-le',
    'posponlo hasta el lunes',
    'stel het uit tot woensdag',
    'haal het terug',
  ])
    answers.push((await say(ALICE, PERSONAL, text)).text.split('\n')[1]?.replace(/\{\{.*?\}\}.*/, '…'));
  expect(answers).toEqual([
    'A Datum Corp is snoozed until …',
    'A Datum Corp is back.',
    'A Datum Corp ist bis …',
    'A Datum Corp ist wieder da.',
    'A Datum Corp est en veille jusqu’au …',
    'A Datum Corp est de retour.',
    'A Datum Corp queda pospuesta hasta el …',
    'A Datum Corp is uitgesteld tot …',
    'A Datum Corp is weer terug.',
  ]);
});

it('goes on with another account and a day of its own', async () => {
  const answers = [];
  for (const text of [
    'snooze A Datum Corp until 4 December 2026',
    'and Oakfield Solicitors until 14 January 2027?',
    'et Nod Publishers en mars ?',
  ])
    answers.push(
      (await say(ALICE, PERSONAL, text)).text.split('\n')[1]?.replace(/\{\{DATE\((\d{4}-\d\d)[^}]*\}\}.*/, '$1'),
    );
  expect(answers).toEqual([
    'A Datum Corp is snoozed until 2026-12',
    'Oakfield Solicitors is snoozed until 2027-01',
    'Nod Publishers est en veille jusqu’au 2027-03',
  ]);
});

it('is asked for as a list, with until when, by whom and why', async () => {
  await say(ALICE, PERSONAL, 'snooze A Datum Corp until tomorrow, waiting for the contract');
  for (const [text, title] of [
    ['what is snoozed?', /^Snoozed: 1 of/],
    ['snoozed', /^Snoozed: 1 of/],
    ['which accounts are not snoozed and open?', /^Open, not snoozed: 17 of/],
    ['was ist zurückgestellt?', /^Zurückgestellt: 1 von/],
    ["qu'est-ce qui est en veille ?", /^En veille : 1 sur/],
    ['¿qué está pospuesto?', /^Pospuestas: 1 de/],
    ['wat is uitgesteld?', /^Uitgesteld: 1 van/],
  ] as const) {
    const list = await say(ALICE, PERSONAL, text);
    expect(list.text.replace(/^.*\n/, '')).toMatch(title);
  }
  expect((await say(ALICE, PERSONAL, 'what is snoozed?')).text).toContain(
    '· Alice Example · “waiting for the contract”',
  );
});

import { actionData } from '../../src/actions/action';
import { account, ask, customer, decide, listed, setNarrowedStage, titleOf } from './narrowed-stage';
import { QUESTIONS } from './narrowed-questions';
import { ALICE, answerTo, BOB, button, buttonsOf, cardOf, messageIdOf, PERSONAL, textOf } from './stage';
import type { Stage } from './stage';

/** Questions about all accounts at once: what they have in common narrows the list down. */

let stage: Stage;
beforeAll(async () => {
  stage = await setNarrowedStage();
}, 120_000);
afterAll(() => stage.close());

it.each(QUESTIONS)(
  '"%s" lists exactly those, over how many it looked, and how old that is',
  async (text, heading, expected) => {
    const { title, names, text: said } = await listed(text);

    const wanted = expected();
    expect(wanted.length).toBeGreaterThan(0);
    expect([...names].sort()).toEqual([...wanted].sort());
    expect(title).toBe(heading.replace('#', String(wanted.length)));
    expect(said).toContain('Partner Center, ');
  },
);

it('of which it cannot be known are counted apart', async () => {
  const { text } = await listed('who waits longer than a week?');

  expect(text).toContain('Of 3 more it is not known since when.');
});

it('tells of each account what was asked', async () => {
  const { card } = await ask('whose GDAP ends in the next 30 days?');
  expect(textOf(cardOf(card))).toMatch(/Woodgrove Bank\nAdmin access \(GDAP\): Active until \d+ \w+ \d{4} · /);

  const { card: mapped } = await ask('what did Ada map today?');
  expect(textOf(cardOf(mapped))).toContain('→ Contoso Limited · Ada Lindqvist · ');
});

it('"I" is whoever asks', async () => {
  expect((await listed('what did I map today?', BOB)).names).toEqual(['Litware Labs (test)']);
  expect((await listed('which accounts did I map today?', ALICE)).title).toBe(
    'Mapped by Alice Example today: 0 of 43 accounts',
  );
});

it('does not count what was taken back', async () => {
  const ignored = await answerTo(stage, BOB, PERSONAL, actionData({ verb: 'ignore', accountId: account('CP&L') }));
  expect((await listed('which did Bob ignore today?')).names).toEqual(['CP&L']);
  const undo = buttonsOf(ignored.value).find(({ data }) => data.verb === 'undo' || data.verb === 'reopen');

  await answerTo(stage, BOB, PERSONAL, undo!.data);

  expect((await listed('which did Bob ignore today?')).names).toEqual([]);
});

it('stays true after a decision that was made from it', async () => {
  const { card, where } = await ask('which customers in France are open?', ALICE);
  expect(titleOf(cardOf(card))).toBe('Open, France: 1 of 43 accounts');
  const message = messageIdOf(stage, card);
  await stage.click(ALICE, where, message, button(card, 'Choose: SGER'));

  const pick = { verb: 'pick', customerId: customer('Société Générale d’Emballage du Rhône SARL') };
  const decided = await decide(ALICE, 'SGER', pick);

  await stage.until(() => {
    const found = [...stage.connector.shown].find(([key]) => key.endsWith(` ${message}`));
    return found !== undefined && titleOf(cardOf({ body: found[1] })) === 'Open, France: 0 of 43 accounts';
  });

  // The others count what was decided before them.
  const undo = buttonsOf(decided.value).find(({ data }) => data.verb === 'undo');
  await answerTo(stage, ALICE, PERSONAL, undo!.data);
  expect((await listed('which accounts did I map today?', ALICE)).names).toEqual([]);
});

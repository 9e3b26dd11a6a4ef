import { ask, listed, namesOn, NO_ADMIN, setNarrowedStage, titleOf } from './narrowed-stage';
import { ALICE, buttonsOf, cardOf, messageIdOf, PERSONAL, textOf } from './stage';
import type { Stage } from './stage';

/** Questions about many accounts that cannot be answered as they were asked, and questions that are none. */

let stage: Stage;
beforeAll(async () => {
  stage = await setNarrowedStage();
}, 120_000);
afterAll(() => stage.close());

describe('what is not understood is said, and never left out', () => {
  it.each([
    ['which customers in Atlantis have no GDAP?', '“Atlantis” is no country that I know.', 'No admin access (GDAP)'],
    ['welche Kunden aus Atlantis sind offen?', '„Atlantis“ ist kein Land, das ich kenne.', 'Offen'],
    [
      'which premium customers have no GDAP?',
      'I do not know what “premium” is to mean here.',
      'No admin access (GDAP)',
    ],
  ])('%s', async (text, title, without) => {
    const { card } = await ask(text);

    expect(titleOf(cardOf(card))).toBe(title);
    expect(namesOn(cardOf(card))).toEqual([]);
    const offered = buttonsOf(cardOf(card)).find(({ data }) => data.verb === 'list');
    expect(offered?.title).toContain(without);
  });

  it('the list without it is one click away', async () => {
    const { card, where } = await ask('which customers in Atlantis have no GDAP?');
    const offered = buttonsOf(cardOf(card)).find(({ data }) => data.verb === 'list');

    const shown = await stage.click(ALICE, where, messageIdOf(stage, card), offered!.data);

    expect(titleOf(shown.value)).toBe(`No admin access (GDAP): ${NO_ADMIN().length} of 40 accounts`);
  });

  it('nobody of that name decided, and who did is named', async () => {
    const { card } = await ask('what did Zoe map last week?');

    expect(titleOf(cardOf(card))).toMatch(
      /^Nobody called “Zoe” has decided anything here\. Those who have: Ada Lindqvist/,
    );
  });
});

it('nothing has happened in a period that has not begun', async () => {
  const { title, text } = await listed('who accepted next week?');

  expect(title).toBe('Accepted next week: 0 of 43 accounts');
  expect(text).toContain('That period has not begun yet.');
});

it.each([
  ['is Open Systems accepted?', /Not in the customer list: “Open Systems”/],
  ['status of Swiss Open Systems', /Not in the customer list: “Swiss Open Systems”/],
  ['who mapped Contoso?', /Contoso Ltd/],
  ['who has not accepted yet?', /Partner Center lists only who has accepted/],
  ['which German customers have not accepted yet?', /Partner Center lists only who has accepted/],
])('"%s" is no such list', async (text, said) => {
  const { card } = await ask(text);

  expect(textOf(cardOf(card))).toMatch(said);
});

it('takes no id of a provider for a property of an object', async () => {
  const ids = ['constructor', '__proto__', 'toString'];
  const list = { handshake: 1, verb: 'list', what: 'unmapped', offset: 0 };
  const answers = [];
  for (const provider of ids)
    answers.push(await stage.click(ALICE, PERSONAL, 'm', { ...list, filter: [{ is: 'provider', provider }] }));

  expect(stage.lines.filter((line) => line.includes('A turn failed'))).toEqual([]);
  expect(answers).toHaveLength(3);
});

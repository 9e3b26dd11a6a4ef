import { ALICE, buttonsOf, cardOf, messageIdOf, PERSONAL, setStage, textOf } from './stage';
import type { Stage } from './stage';
import { synced } from './synced';

/** The order of a list, by words and by buttons; it stays on every page of it. */

let stage: Stage;
beforeEach(async () => {
  stage = await setStage({ env: { MAPPERS: ALICE.aadObjectId } });
  await stage.install(PERSONAL);
  for (let n = 0; n < 12; n += 1) stage.sandbox.control('accept', { name: `Newcomer ${String(n).padStart(2, '0')}` });
  await synced(stage);
}, 60_000);
afterEach(() => stage.close());

async function typed(text: string): Promise<{ readonly text: string; readonly card: any; readonly id: string }> {
  const [said] = await stage.say(ALICE, PERSONAL, text);
  const card = cardOf(said!);
  return { text: textOf(card), card, id: messageIdOf(stage, said!) };
}

const rowsOf = (text: string): readonly string[] => text.match(/Newcomer \d\d/g) ?? [];

it('is said in words, and goes on with the next page and back', async () => {
  const first = await typed('list unmapped by name');
  expect(first.text).toContain('By name');
  const second = await typed('next');
  const back = await typed('previous page');

  expect(second.text).toContain('By name');
  expect(rowsOf(second.text)).toEqual([...rowsOf(second.text)].sort());
  expect(rowsOf(second.text).some((name) => rowsOf(first.text).includes(name))).toBe(false);
  expect(rowsOf(back.text)).toEqual(rowsOf(first.text));
});

it('is said after the list', async () => {
  await typed('list unmapped');
  const newest = await typed('newest first');
  const names = rowsOf(newest.text);
  const oldest = await typed('oldest first');

  expect(names.length).toBeGreaterThan(5);
  expect(rowsOf(oldest.text)).toEqual([]);
});

it('has a button, and says of each what it is ordered by', async () => {
  const list = await typed('list unmapped');
  const button = buttonsOf(list.card).find(({ title }) => title === 'Largest first')!;
  const { value } = await stage.click(ALICE, PERSONAL, list.id, button.data);

  expect(textOf(value)).toMatch(/Largest first[\s\S]*(active subscription|not looked up yet)/);
  expect(buttonsOf(value).map(({ title }) => title)).toEqual(expect.arrayContaining(['Newest first', 'Oldest first']));
});

it('is kept when a row of the list is decided', async () => {
  const list = await typed('list unmapped by name');
  const open = buttonsOf(list.card).find(({ data }) => data.verb === 'account')!;
  const before = stage.connector.messages().length;
  await stage.click(ALICE, PERSONAL, list.id, open.data);
  const account = await stage.until(() =>
    stage.connector
      .messages()
      .slice(before)
      .find(({ kind }) => kind !== 'update'),
  );
  const ignore = buttonsOf(cardOf(account)).find(({ title }) => title === 'Not a customer')!;
  await stage.click(ALICE, PERSONAL, messageIdOf(stage, account), ignore.data);

  const name = open.data.accountId as string;
  const hasRow = (card: any): boolean =>
    buttonsOf(card).some(({ data }) => data.verb === 'account' && data.accountId === name);
  const redrawn = await stage.until(() =>
    [...stage.connector.shown]
      .filter(([place]) => place.endsWith(` ${list.id}`))
      .map(([, activity]) => cardOf({ body: activity }))
      .find((card) => !hasRow(card)),
  );
  expect(textOf(redrawn)).toContain('By name');
});

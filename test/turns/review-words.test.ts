import { chatOf, isTicked, mappedTo, opened, tickedIn } from './review-pages';
import type { Page, Row } from './review-pages';
import { ALICE, BOB, buttonsOf, cardOf, PERSONAL, setStage, textOf } from './stage';
import type { Someone, Stage } from './stage';
import { synced } from './synced';

/** A page of a review, saved by what a person writes about it. */

let stage: Stage;
beforeEach(async () => {
  stage = await setStage({ env: { MAPPERS: `${ALICE.aadObjectId},${BOB.aadObjectId}` } });
  await stage.install(PERSONAL);
}, 60_000);
afterEach(() => stage.close());

const open = (who: Someone, line?: string): Promise<Page> => opened(stage, who, line);
const mappingOf = (tenant: string): string | null => mappedTo(stage, tenant);

it('saves what is ticked but the rows that are named, and says so', async () => {
  const page = await open(ALICE);
  const [left, ...saved] = tickedIn(page);
  expect(saved.length).toBeGreaterThan(0);

  const next = await open(ALICE, `all but ${left}`);

  expect(next.text).toContain(saved.length === 1 ? '1 account mapped.' : `${saved.length} accounts mapped.`);
  const target = page.rows[saved[0]! - 1]!;
  await stage.until(() => (mappingOf(target.name) === target.input.value!.slice('map:'.length) ? true : undefined));
  expect(mappingOf(page.rows[left! - 1]!.name)).toBeNull();
});

it.each(['alle außer {}', 'tous sauf {}', 'todas menos {}', 'alle behalve {}'])('"%s"', async (words) => {
  const page = await open(ALICE);
  const [left] = tickedIn(page);
  await open(ALICE, words.replace('{}', String(left)));

  const again = await open(ALICE);
  expect(again.rows.map(({ name }) => name)).toContain(page.rows[left! - 1]!.name);
  expect(again.rows.map(({ name }) => name)).not.toContain(page.rows[left!]!.name);
});

it('maps a row by its number, and saves nothing while anything is unclear', async () => {
  const page = await open(ALICE);
  const numberOf = (is: (row: Row) => boolean): number => page.rows.findIndex(is) + 1;
  const none = numberOf(({ input }) => input.type === 'Input.Toggle' && !isTicked(input));
  const likely = numberOf(({ input }) => input.choices?.length === 3);
  expect(Math.min(none, likely)).toBeGreaterThan(0);

  const unclear = await open(ALICE, `all, ${none}`);
  expect(unclear.text).toContain('Nothing has been saved yet');
  expect(unclear.text).toMatch(/no customer record fits/);
  await open(ALICE, String(likely));

  const { name, input } = page.rows[likely - 1]!;
  await stage.until(() => (mappingOf(name) === input.choices![0]!.value.slice('map:'.length) ? true : undefined));
  const ticked = tickedIn(page).map((number) => page.rows[number - 1]!.name);
  expect(ticked.filter((one) => mappingOf(one) !== null)).toEqual([]);
});

it('ticks a customer for one of several companies only', async () => {
  for (const name of ['Contoso Pharma', 'Contoso Holding']) stage.sandbox.control('accept', { name });
  await synced(stage);
  const pages = [await open(ALICE), await open(ALICE, 'later')];
  for (const page of pages) {
    const values = tickedIn(page).map((number) => page.rows[number - 1]!.input.value);
    expect(new Set(values).size).toBe(values.length);
  }
  expect(pages.filter(({ rows }) => rows.length === 0)).toEqual([]);
});

it.each([
  ['{} later', 'yes'],
  ['not {}', 'yes'],
  ['{} später', 'ja'],
])('"%s" saves nothing, and "%s" then saves the others that are ticked', async (words, yes) => {
  const page = await open(ALICE);
  const [left, ...others] = tickedIn(page);
  expect(others.length).toBeGreaterThan(0);
  const names = tickedIn(page).map((number) => page.rows[number - 1]!.name);

  const asked = await open(ALICE, words.replace('{}', String(left)));
  expect(asked.text).toMatch(new RegExp(`(?:Left for later|Für später): ${left}\\.`));
  expect(names.filter((name) => mappingOf(name) !== null)).toEqual([]);

  await open(ALICE, yes);
  const again = await open(ALICE);
  expect(again.rows.map(({ name }) => name)).toContain(page.rows[left! - 1]!.name);
  expect(again.rows.map(({ name }) => name).filter((name) => names.slice(1).includes(name))).toEqual([]);
});

it('takes a number for nothing but a row that there is', async () => {
  const { rows } = await open(ALICE);
  const said = await open(ALICE, '1 to 40');
  expect(said.text).toContain(`There is no number 40 on this page: it has ${rows.length}.`);
});

it('says that a company is no customer, and takes the page back', async () => {
  const page = await open(ALICE);
  const [number] = tickedIn(page);
  const next = await open(ALICE, `${number} is not a customer`);
  expect(next.text).toContain('1 is not a customer.');

  const undone = await open(ALICE, 'undo these');
  expect(undone.text).toContain('1 account is open again');
});

it.each([
  ['everything but the last one', /mapped\./],
  ['save everything that is ticked', /mapped\./],
  ['2 is not our customer, save the rest', /1 is not a customer\./],
  ['skip this page', /^Review\n\d+ of \d+ open accounts/],
])('understands "%s"', async (words, answered) => {
  await open(ALICE);
  expect((await open(ALICE, words)).text).toMatch(answered);
});

it('takes the whole page back with a bare "undo"', async () => {
  await open(ALICE);
  const [, mapped] = /(\d+) accounts mapped/.exec((await open(ALICE, 'all')).text) ?? [];
  expect((await open(ALICE, 'undo')).text).toContain(`${mapped} accounts are open again`);
});

it.each([
  ['show 2', /^Which customer is {}\?/],
  ['why 2?', /^Which customer is {}\?/],
  ['warum 2?', /^Welcher Kunde ist {}\?/],
  ['map 2 to Fabrikam, Inc.', /Map {} to Fabrikam, Inc\. anyway\?/],
])('knows of which row "%s" is', async (words, answered) => {
  const { rows } = await open(ALICE);
  const { name } = rows[1]!;
  const [said] = await stage.say(ALICE, chatOf(ALICE), words);
  expect(textOf(cardOf(said!))).toMatch(new RegExp(answered.source.replace('{}', name), 'm'));
});

it.each([
  ['accept the first three', 'yes', /^Save these 3\?/m],
  ['nimm die ersten drei', 'ja', /^Diese 3 speichern\?/m],
  ['prends 1, 2 et 3', 'oui', /^Enregistrer ces 3\u00a0\?/m],
  ['del 1 al 3', 'sí', /^¿Guardar estas 3\?/m],
  ['1 tot 3', 'ja', /^Deze 3 opslaan\?/m],
])('proposes several rows that are named by their numbers: "%s"', async (words, yes, proposal) => {
  const page = await open(ALICE);
  const named = page.rows.slice(0, 3).map(({ name }) => name);

  const asked = await open(ALICE, words);
  expect(asked.text).toMatch(proposal);
  for (const name of named) expect(asked.text).toContain(name);
  expect(named.filter((name) => mappingOf(name) !== null)).toEqual([]);

  expect((await open(ALICE, yes)).text).toMatch(/\b3 /);
  await stage.until(() => (named.every((name) => mappingOf(name) !== null) ? true : undefined));
});

it('saves nothing of several rows without a yes, and what is said next in their place', async () => {
  const page = await open(ALICE);
  const [one = 0, two = 0] = tickedIn(page);
  const nameAt = (number: number): string => page.rows[number - 1]!.name;
  await open(ALICE, `${one} and ${two}`);
  await open(ALICE, 'no');
  expect([one, two].filter((number) => mappingOf(nameAt(number)) !== null)).toEqual([]);

  expect((await open(ALICE, String(two))).text).toContain('1 account mapped.');
  await stage.until(() => (mappingOf(nameAt(two)) === null ? undefined : true));
  expect(mappingOf(nameAt(one))).toBeNull();
});

it('says yes to what is ticked', async () => {
  const page = await open(ALICE);
  const next = await open(ALICE, 'yes');
  const ticked = tickedIn(page).length;
  expect(next.text).toContain(ticked === 1 ? '1 account mapped.' : `${ticked} accounts mapped.`);
});

it('tells whoever comes second who was first, and with which customer', async () => {
  const page = await open(ALICE);
  const [number] = tickedIn(page);
  const { name, input } = page.rows[number! - 1]!;
  const customer = input.value!.slice('map:'.length);
  const [said] = await stage.say(BOB, chatOf(BOB), `show ${name}`);
  const theirs = buttonsOf(cardOf(said!)).find(({ data }) => data.verb === 'pick' && data.customerId === customer)!;
  await stage.click(BOB, chatOf(BOB), 'other-card', theirs.data);

  const next = await open(ALICE, 'all');

  expect(next.text).toMatch(new RegExp(`${name}: Bob Example was first and chose .+ Your choice changed nothing.`));
});

it('is a word about the page only while that is what is talked about', async () => {
  await open(ALICE);
  await open(ALICE, 'is Contoso accepted?');
  const later = await open(ALICE, '1 to 3');
  expect(later.text).not.toContain('mapped.');
});

it('is told in the story of each account', async () => {
  const page = await open(ALICE);
  const [number] = tickedIn(page);
  await open(ALICE, String(number));
  const story = await open(ALICE, `history of "${page.rows[number! - 1]!.name}"`);
  expect(story.text).toContain(`In a review of ${page.rows.length}.`);
});

it('begins anew with the words that begin one, whatever page is shown', async () => {
  const page = await open(ALICE);
  const sure = await open(ALICE, 'map the sure ones');
  expect(sure.text).not.toContain('mapped.');
  const ticked = tickedIn(page).map((number) => page.rows[number - 1]!.name);
  expect(sure.rows.map(({ name }) => name)).toEqual(expect.arrayContaining(ticked));
});

it.each([
  ['what was saved', 'all', /mapped\./],
  ['that nothing was', 'later', /left for later/],
  ['what a yes saved', 'yes', /mapped\./],
])('draws the card anew whose page was saved in words: %s, and no button', async (_what, words, became) => {
  await open(ALICE);
  const card = lastCard(ALICE);
  expect(buttonsOf(card()).length).toBeGreaterThan(0);

  await open(ALICE, words);

  await stage.until(() => textOf(card()).includes('This page is done'));
  expect(textOf(card())).toMatch(became);
  expect(buttonsOf(card())).toEqual([]);
  expect(buttonsOf(lastCard(ALICE)()).length).toBeGreaterThan(0);
});

it('draws the card anew whose page was taken back in words, and leaves one alone that is asked back about', async () => {
  await open(ALICE);
  const first = lastCard(ALICE);
  const before = textOf(first());
  await open(ALICE, '99');
  await open(ALICE, 'all');
  const second = lastCard(ALICE);
  await stage.until(() => textOf(first()).includes('This page is done'));
  expect(before).not.toContain('This page is done');

  await open(ALICE, 'undo these');

  await stage.until(() => textOf(second()).includes('open again'));
  expect(buttonsOf(second()).map(({ data }) => data.verb)).toEqual(['review']);
});

/** What the last message in a person's chat shows at the time of asking. */
function lastCard(who: Someone): () => unknown {
  const { shown } = stage.connector;
  const key = [...shown.keys()].filter((one) => one.startsWith(chatOf(who).conversation.id)).at(-1)!;
  return () => shown.get(key)?.attachments?.[0]?.content;
}

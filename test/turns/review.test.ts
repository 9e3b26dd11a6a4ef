import { MINUTE } from '../../src/domain/time';
import { ALL_BUT_THE_DATE } from './clock';
import { chatOf, isTicked, mappedTo, opened, pageOf, pressed } from './review-pages';
import type { Page, Row } from './review-pages';
import { ALICE, BOB, buttonsOf, cardOf, PERSONAL, setStage } from './stage';
import type { Someone, Stage } from './stage';

/** Many accounts at once, over HTTP: pages, choices, two people, and taking a page back. */

/** What a client sends for a box that is not ticked, where the card does not name a word for it. */
const LEFT = 'false';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage({ env: { MAPPERS: `${ALICE.aadObjectId},${BOB.aadObjectId}` } });
  await stage.install(PERSONAL);
}, 60_000);
afterEach(async () => {
  jest.useRealTimers();
  await stage.close();
});

const open = (who: Someone, line?: string): Promise<Page> => opened(stage, who, line);
const mappingOf = (tenant: string): string | null => mappedTo(stage, tenant);
const press = (who: Someone, page: Page, title: RegExp, chosen?: Readonly<Record<string, string>>): Promise<Page> =>
  pressed(stage, who, page, title, chosen);

it('maps what is ticked and chosen, leaves the rest, and says so', async () => {
  const first = await open(ALICE);
  expect(first.rows.length).toBeGreaterThan(3);
  const ticked = first.rows.filter(({ input }) => input.type === 'Input.Toggle' && isTicked(input));
  expect(ticked.length).toBeGreaterThan(0);

  const second = await press(ALICE, first, /^Save and go on$/);

  expect(second.text).toContain(ticked.length === 1 ? '1 account mapped.' : `${ticked.length} accounts mapped.`);
  const again = second.rows.map(({ name }) => name);
  expect(again.filter((name) => ticked.some((row) => row.name === name))).toEqual([]);
  const [one] = ticked;
  await stage.until(() => (mappingOf(one!.name) === one!.input.value!.slice('map:'.length) ? true : undefined));
});

it('takes a saved page back with one button', async () => {
  const first = await open(ALICE, 'map the sure ones');
  const names = first.rows.map(({ name }) => name);
  const second = await press(ALICE, first, /^Save and go on$/);

  const undone = await press(ALICE, second, /^Undo /);

  expect(undone.text).toContain(`${names.length} accounts are open again`);
  const page = await open(ALICE, 'map the sure ones');
  expect(page.rows[0]?.name).toBe(names[0]);
  await stage.until(() => (names.every((name) => mappingOf(name) === null) ? true : undefined));
});

it('does not ask about a company that is not our customer', async () => {
  const seen: Row[] = [];
  for (let page = await open(ALICE); page.rows.length > 0;) {
    seen.push(...page.rows);
    const leave = Object.fromEntries(page.rows.map(({ name }) => [name, LEFT]));
    page = await press(ALICE, page, /^Save and go on$/, leave);
  }

  expect(seen.length).toBeGreaterThan(0);
  expect(seen.map(({ name }) => name)).not.toContain('Relecloud');
});

it('gives two people different accounts', async () => {
  const [alice, bob] = await Promise.all([open(ALICE), open(BOB)]);

  const names = [...alice.rows, ...bob.rows].map(({ name }) => name);
  expect(bob.rows.length).toBeGreaterThan(0);
  expect(new Set(names).size).toBe(names.length);
});

it('says until when a colleague has them, and who is through leaves them to others', async () => {
  let page = await open(ALICE);
  const [first] = page.rows;
  const leaveAll = async (): Promise<void> => {
    page = await press(ALICE, page, /^Save and go on$/, Object.fromEntries(page.rows.map(({ name }) => [name, LEFT])));
  };
  const waiting = Number(/ of (\d+) open accounts/.exec(page.text)?.[1]);
  for (let seen = page.rows.length; seen < waiting; seen += page.rows.length) await leaveAll();
  expect((await open(BOB)).text).toMatch(
    /colleagues have them now; what is not decided is free again from \d+ \w+ \d{4}/,
  );

  await leaveAll();
  expect(page.text).toContain('You have been through all');
  jest.useFakeTimers({ doNotFake: [...ALL_BUT_THE_DATE], now: Date.now() + 2 * MINUTE });
  expect((await open(BOB)).rows[0]?.name).toBe(first?.name);
});

it('tells who was first, and changes nothing there', async () => {
  const page = await open(ALICE);
  const row = page.rows.find(({ input }) => input.type === 'Input.Toggle' && isTicked(input))!;
  await stage.say(BOB, chatOf(BOB), `map "${row.name}" to nobody`);
  const [said] = await stage.say(BOB, chatOf(BOB), `show ${row.name}`);
  const theirs = buttonsOf(cardOf(said!)).find(({ title }) => title === 'Not a customer')!;
  await stage.click(BOB, chatOf(BOB), 'other-card', theirs.data);

  const next = await press(ALICE, page, /^Save and go on$/);

  expect(next.text).toContain(`${row.name}: Bob Example was first. Your choice changed nothing.`);
});

it('says at the end what was left for later, and begins with it again', async () => {
  let page = await open(ALICE);
  const seen: string[] = [];
  while (page.rows.length > 0) {
    seen.push(...page.rows.map(({ name }) => name));
    page = await press(ALICE, page, /^Save and go on$/, Object.fromEntries(page.rows.map(({ name }) => [name, LEFT])));
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(page.text).toContain(`You have been through all. ${seen.length} are left for later`);

  const again = await press(ALICE, page, /^Go through the rest$/);
  expect(again.rows[0]?.name).toBe(seen[0]);
});

it('answers a click that is delivered twice with the same page', async () => {
  const page = await open(ALICE);
  const data = buttonsOf(page.card).find(({ title }) => title === 'Save and go on')!.data;
  const [one, two] = await Promise.all([
    stage.click(ALICE, chatOf(ALICE), 'review-card', data, 'twice'),
    stage.click(ALICE, chatOf(ALICE), 'review-card', data, 'twice'),
  ]);

  expect(pageOf(one.value).rows.map(({ name }) => name)).toEqual(pageOf(two.value).rows.map(({ name }) => name));
});

it.each([
  ['go through the open ones', 'Review'],
  ['offene Konten durchgehen', 'Durchsicht'],
  ['passer en revue les comptes ouverts', 'Revue'],
  ['revisar las cuentas abiertas', 'Revisión'],
  ['open accounts doorlopen', 'Doorlopen'],
  ["I want to go through what's unmapped", 'Review'],
  ['show me the next 12 to map', 'Review'],
  ['can we do many at once?', 'Review'],
  ['continue the review', 'Review'],
  ['accept all suggestions', 'Review'],
  ['ich möchte die offenen Konten durchgehen', 'Durchsicht'],
  ['je veux passer en revue les comptes ouverts', 'Revue'],
  ['quiero revisar las cuentas pendientes', 'Revisión'],
  ['ik wil de open accounts doorlopen', 'Doorlopen'],
])('"%s" begins one', async (line, kicker) => {
  expect((await open(ALICE, line)).text.split('\n')[0]).toBe(kicker);
});

it('cuts no name short, on a page that is nothing but choices either, and chooses with one click', async () => {
  await stage.close();
  stage = await setStage({ env: { MAPPERS: ALICE.aadObjectId }, crowd: { tenants: 60, customers: 60 } });
  const pages: Page[] = [await open(ALICE)];
  for (let more = 0; more < 4; more++) pages.push(await press(ALICE, pages.at(-1)!, /^Save/));

  const { rows } = pages.reduce((a, b) => (choicesIn(b) > choicesIn(a) ? b : a));
  expect(rows.filter(({ input }) => input.choices !== undefined).length).toBeGreaterThan(5);
  expect(pages.flatMap(({ card }) => JSON.stringify(card.body).match(/"[^"]*…"/g) ?? [])).toEqual([]);
  const two = rows.find(({ input }) => input.choices?.length === 4)!.input;
  expect(two).toMatchObject({ style: 'expanded', value: 'later' });
  expect(two.choices!.map(({ value }) => value).slice(-2)).toEqual(['ignore', 'later']);
});

const choicesIn = ({ rows }: Page): number => rows.filter(({ input }) => input.choices !== undefined).length;

import { ALICE, BOB, buttonsOf, cardOf, PERSONAL, setStage, textOf } from './stage';
import type { Someone, Stage, Where } from './stage';

/** Many accounts at once, over HTTP: pages, choices, two people, and taking a page back. */

/** What a client sends for a box that is not ticked, where the card does not name a word for it. */
const LEFT = 'false';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage({ env: { MAPPERS: `${ALICE.aadObjectId},${BOB.aadObjectId}` } });
  await stage.install(PERSONAL);
}, 60_000);
afterEach(() => stage.close());

const chatOf = (who: Someone): Where => ({
  ...PERSONAL,
  conversation: { id: `a:review-${who.name}`, conversationType: 'personal' },
});

interface Row {
  readonly name: string;
  readonly input: {
    readonly id: string;
    readonly type: string;
    readonly value?: string;
    readonly choices?: readonly { title: string; value: string }[];
  };
}

const isTicked = ({ value = '' }: Row['input']): boolean => value.startsWith('map:');

interface Page {
  readonly text: string;
  readonly card: any;
  readonly rows: readonly Row[];
}

function pageOf(card: any): Page {
  const rows: Row[] = [];
  const walk = (node: any): void => {
    if (Array.isArray(node)) {
      node.forEach(walk);
      return;
    }
    if (typeof node !== 'object' || node === null) return;
    const input = (node.items ?? []).find((one: any) => String(one.type).startsWith('Input.'));
    if (input !== undefined) rows.push({ name: node.items[0].columns[0].items[0].text, input });
    Object.values(node).forEach(walk);
  };
  walk(card.body);
  return { text: textOf(card), card, rows };
}

async function open(who: Someone, line = 'review'): Promise<Page> {
  const [said] = await stage.say(who, chatOf(who), line);
  return pageOf(cardOf(said!));
}

/** Presses a button as a client does: with the value of every input beside the payload. */
async function press(
  who: Someone,
  page: Page,
  title: RegExp,
  chosen: Readonly<Record<string, string>> = {},
): Promise<Page> {
  const found = buttonsOf(page.card).find((one) => title.test(one.title));
  expect([title, found?.title]).toEqual([title, expect.any(String)]);
  const inputs = Object.fromEntries(page.rows.map(({ name, input }) => [input.id, chosen[name] ?? input.value ?? '']));
  const before = stage.connector.messages().length;
  const answer = await stage.click(who, chatOf(who), 'review-card', { ...found!.data, ...inputs });
  if (typeof answer.value !== 'string') return pageOf(answer.value);
  const said = await stage.until(() =>
    stage.connector
      .messages()
      .slice(before)
      .find((m) => m.kind !== 'update'),
  );
  return pageOf(cardOf(said));
}

const mappingOf = (tenant: string): string | null => {
  const { tenantId } = stage.sandbox.world.findTenant(tenant)!;
  return stage.sandbox.world.rowOf(tenantId)?.customerId ?? null;
};

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
])('"%s" begins one', async (line, kicker) => {
  expect((await open(ALICE, line)).text.split('\n')[0]).toBe(kicker);
});

import { opened, pressed } from './review-pages';
import { ALICE, CHANNEL, PERSONAL, setStage } from './stage';
import type { Stage } from './stage';

/** In a review an account speaks for its sisters under other providers: one tick, a decision for each. */

const TOYS = 'Tailspin Toys';
const SYNNEX = 'TD SYNNEX';
const GERMANY = 'Partner Center Germany';
const EVERYWHERE = [undefined, GERMANY, SYNNEX];

let stage: Stage;
beforeEach(async () => {
  stage = await setStage({ several: true, env: { MAPPERS: ALICE.aadObjectId } });
  await stage.install(CHANNEL);
  await stage.install(PERSONAL);
  stage.sandbox.control('accept', { name: TOYS });
  stage.sandbox.control('accept-in-second', { name: TOYS });
  stage.sandbox.control('sync', {});
  stage.sandbox.control('add-row', { tenant: TOYS, provider: SYNNEX });
  await stage.until(() => open() === EVERYWHERE.length);
}, 60_000);
afterEach(() => stage.close());

/** So many cards ask which customer it is. */
const open = (): number =>
  new Set(
    stage.connector
      .messages()
      .map((m) => JSON.stringify(m.body))
      .filter((text) => text.includes(`Which customer is ${TOYS}?`))
      .flatMap((text) => [...text.matchAll(/· (Partner Center \w+|TD SYNNEX)"/g)].map(([, provider]) => provider)),
  ).size;

const idOf = (name: string): string | undefined => stage.sandbox.world.findCustomer(name)?.id;
const rows = (): readonly (string | null | undefined)[] =>
  EVERYWHERE.map((provider) => stage.sandbox.world.rowOf(TOYS, provider)?.customerId);

it('is mapped everywhere with one tick, written to each row, and taken back by one button', async () => {
  const first = await opened(stage, ALICE, 'map the sure ones at Partner Center Germany');
  const ours = first.rows.filter(({ name }) => name === TOYS);
  expect(ours).toHaveLength(1);
  expect(JSON.stringify(first.card)).toMatch(/and under (?:[\w ]+) and [\w ]+/);
  const others = Object.fromEntries(first.rows.filter(({ name }) => name !== TOYS).map(({ name }) => [name, 'false']));

  const second = await pressed(stage, ALICE, first, /^Save and go on$/, others);
  expect(second.text).toContain('3 accounts mapped.');
  const customer = idOf('Tailspin Toys (UK) Ltd');
  await stage.until(() => rows().every((one) => one === customer));

  const undone = await pressed(stage, ALICE, second, /^Undo /);
  expect(undone.text).toContain('3 accounts are open again');
  await stage.until(() => rows().every((one) => one === null));
});

it('what is chosen in one row of a review of one provider goes for the others, too', async () => {
  const first = await opened(stage, ALICE, 'review at TD SYNNEX');
  expect(first.text).toContain('Review · TD SYNNEX');
  const row = first.rows.find(({ name }) => name === TOYS)!;
  const customer = idOf('Tailspin Toys (UK) Ltd');

  const second = await pressed(stage, ALICE, first, /^Save and go on$/, { [row.name]: `map:${customer}` });
  expect(second.text).toContain('Review · TD SYNNEX');
  await stage.until(() => rows().every((one) => one === customer));
});

it('whoever is no customer is left open under the other providers', async () => {
  const first = await opened(stage, ALICE, 'review at TD SYNNEX');
  await pressed(stage, ALICE, first, /^Save and go on$/, { [TOYS]: 'ignore' });

  const again = await opened(stage, ALICE, 'review at Partner Center Germany');
  expect(again.rows.map(({ name }) => name)).toContain(TOYS);
  expect(rows()).toEqual([null, null, null]);
});

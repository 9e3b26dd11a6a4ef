import { ALICE, cardOf, PERSONAL, setStage } from './stage';
import type { Stage } from './stage';

/** Accounts that need no customer are in no count of what waits, and each list says which they are and why. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

async function ask(text: string, on = stage): Promise<string> {
  const [message] = await on.say(ALICE, PERSONAL, text);
  return cardOf(message!).fallbackText;
}

/** What the sandbox holds: undecided accounts, apart from those that need no customer. */
function waiting(on = stage): number {
  const { tenants, rows } = on.sandbox.world.state;
  const rowOf = (tenantId: string) => rows.find((row) => row.tenantId === tenantId && row.active);
  return tenants.filter((tenant) => {
    const row = rowOf(tenant.tenantId);
    return tenant.relation === 'reseller' && (row?.customerId ?? null) === null && row?.syncEnabled !== false;
  }).length;
}

it('a list counts what waits, and names the others', async () => {
  const list = await ask('what is unmapped?');

  expect(list.split('\n')[0]).toBe(`${waiting()} accounts wait for a customer`);
  expect(list).toContain(
    '2 more have no customer and need none, as sync is switched off in Work 365: Litware Retail and Test Tenant 7',
  );
  expect(list).toContain('1 more has no customer and needs none, as the relationship does not allow orders: Relecloud');
});

it('a count is the count of the list', async () => {
  const count = await ask('how many customers do we have?');

  expect(count).toContain(`\n${waiting()} accounts wait for their customer record.\n`);
  expect(count).toContain('sync is switched off in Work 365: Litware Retail and Test Tenant 7');
});

it('one of them says that there is nothing to do', async () => {
  const status = await ask('is Test Tenant 7 accepted?');

  expect(status).toContain('Next: nothing. Work 365 does not sync this account;');
  expect(await ask('show Test Tenant 7')).not.toContain('its subscriptions are not invoiced');
  const relecloud = await ask('show Relecloud');
  expect(relecloud).toContain('Work 365: Not there; it takes over customers with a reseller relationship only');
});

it('waits again as soon as its sync is switched on', async () => {
  // On a stage of its own: the other tests ask of this tenant as it was.
  const own = await setStage();
  const before = waiting(own);
  const row = own.sandbox.world.state.rows.find(({ name }) => name === 'Test Tenant 7')!;
  Object.assign(row, { syncEnabled: true, version: row.version + 1 });
  let list = '';
  const deadline = Date.now() + 20_000;
  while (!list.startsWith(`${before + 1} accounts`) && Date.now() < deadline)
    list = await ask('what is unmapped?', own);
  await own.close();

  expect(list.split('\n')[0]).toBe(`${before + 1} accounts wait for a customer`);
  expect(list).toContain('sync is switched off in Work 365: Litware Retail\n');
});

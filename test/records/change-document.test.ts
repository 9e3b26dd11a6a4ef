import { changeAccount } from '../../src/records/change-document';
import { account, TENANT } from '../builders';
import { put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
});
afterEach(() => stand.close());

it('what the caller has read before does not take the place of what memory has heard since', async () => {
  const { ports } = stand;
  const first = account({ tenant: { tenantId: TENANT, name: 'Old name' } });
  await put(ports, first);
  const known = await ports.store.read('account', first.id);
  await changeAccount(ports, first.id, (now) => ({ ...now, tenant: { ...now.tenant, name: 'New name' } }));

  const left = await changeAccount(ports, first.id, () => undefined, known);

  expect(left.changed).toBe('left');
  expect(ports.register.account(first.id)?.tenant.name).toBe('New name');
});

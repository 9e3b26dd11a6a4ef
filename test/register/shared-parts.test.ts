import { observeRows } from '../../src/domain/row-choice';
import type { AccountRecord } from '../../src/domain/account';
import { IdsByKey } from '../../src/register/ids-by-key';
import { Register } from '../../src/register/register';
import { SharedParts } from '../../src/register/shared-parts';
import { account, customer, row, T0 } from '../builders';

/** As it comes from a store: nothing in it is shared with anything. */
function copy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function mapped(tenantId: string): AccountRecord {
  const record = account({ tenantId, tenant: { tenantId, name: 'Litware' } });
  return observeRows(record, [row({ customerId: 'litware', customerName: 'Litware Inc' })], T0);
}

const LITWARE = customer({ id: 'litware', name: 'Litware Inc' });

it('records come back as they were, and share what they say alike', () => {
  const shared = new SharedParts((id) => (id === LITWARE.id ? LITWARE : undefined));
  const records = [account(), mapped('tenant-a'), mapped('tenant-b')];
  const [open, first, second] = records.map((record) => shared.account(copy(record)));
  expect([open, first, second]).toStrictEqual(records);
  expect(first?.acceptance.reseller).toBe(second?.acceptance.reseller);
  expect(first?.writeBack).toBe(second?.writeBack);
  expect(first?.notices).toBe(open?.notices);
  expect(first?.decisions[0]?.customer).toBe(first?.mapping.state === 'mapped' ? first.mapping.customer : undefined);
});

it('a name that is another one than the customer has now stays as it was', () => {
  const shared = new SharedParts(() => ({ ...LITWARE, name: 'Litware Holding' }));
  expect(shared.account(copy(mapped('tenant-a')))).toStrictEqual(mapped('tenant-a'));
});

it.each([
  { decisions: undefined },
  { decisions: [null] },
  { notices: null },
  { acceptance: null },
  { writeBack: null },
])('a damaged record stays as it is: %j', (damage) => {
  const damaged = { ...mapped('tenant-a'), ...damage } as unknown as AccountRecord;
  expect(new SharedParts(() => LITWARE).account(damaged)).toEqual(damaged);
});

it('the register holds what it was told', () => {
  const register = new Register();
  const record = mapped('tenant-a');
  register.apply(copy(record));
  expect(register.account(record.id)).toStrictEqual(record);
  expect(register.accountsOfCustomer('litware')).toStrictEqual([record]);
});

it('ids are found by their key, one or many, and no more once they are gone', () => {
  const ids = new IdsByKey();
  for (const id of ['a', 'a', 'b', 'c']) ids.add('key', id);
  expect([...ids.of('key')]).toStrictEqual(['a', 'b', 'c']);
  for (const id of ['a', 'x', 'b']) ids.delete('key', id);
  expect([...ids.of('key')]).toStrictEqual(['c']);
  ids.delete('key', 'c');
  expect([...ids.of('key')]).toStrictEqual([]);
  ids.add('other', 'a');
  ids.delete('other', 'b');
  expect([...ids.of('other')]).toStrictEqual(['a']);
});

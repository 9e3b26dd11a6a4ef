import { CustomerMemory } from '../../src/register/customer-memory';
import { customer } from '../builders';

it('says whether anything of a customer is new, gone or back', () => {
  const memory = new CustomerMemory();
  const litware = customer({ id: 'litware' });
  expect(memory.keep(litware, false)).toBe(true);
  expect(memory.keep({ ...litware }, false)).toBe(false);
  expect(memory.keep({ ...litware, city: 'Leeds' }, false)).toBe(true);
  expect(memory.keep({ ...litware, city: 'Leeds' }, true)).toBe(true);
  expect(memory.keep({ ...litware, city: 'Leeds' }, true)).toBe(false);
  expect([memory.isCurrent('litware'), memory.count, [...memory.ids()]]).toStrictEqual([false, 0, ['litware']]);
  expect(memory.keep({ ...litware, city: 'Leeds' }, false)).toBe(true);
  expect([memory.isCurrent('litware'), memory.count]).toStrictEqual([true, 1]);
});

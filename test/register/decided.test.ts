import type { AccountRecord } from '../../src/domain/account';
import { pickCustomer } from '../../src/domain/mapping';
import { Register } from '../../src/register/register';
import { account, stamp } from '../builders';

function open(n: number): AccountRecord {
  return account({ tenantId: `33333333-3333-4333-8333-${String(n).padStart(12, '0')}` });
}

function decided(record: AccountRecord): AccountRecord {
  const ruling = pickCustomer(record, { customer: { id: 'c1', name: 'C' }, evidence: [] }, stamp());
  if (ruling.ruling !== 'decided') throw new Error(ruling.ruling);
  return ruling.record;
}

describe('the register tells which accounts were decided lately', () => {
  it('by decisions that it heard of, not by those that were there when it was filled', () => {
    const register = new Register();
    const [one, two, three] = [open(1), open(2), open(3)];
    for (const record of [one, two, decided(three)]) register.apply(record);
    register.apply({ ...one, version: one.version + 1 });
    const news = decided(two);
    for (const record of [news, news, two]) register.apply(record);

    expect(register.decidedLately()).toEqual([two.id]);
  });

  it('the last two hundred of them', () => {
    const register = new Register();
    const accounts = Array.from({ length: 201 }, (_, n) => open(n));
    for (const record of accounts) register.apply(record);
    for (const record of accounts) register.apply(decided(record));

    expect(register.decidedLately()).toEqual(accounts.slice(1).map(({ id }) => id));
  });
});

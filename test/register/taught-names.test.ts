import type { AccountRecord } from '../../src/domain/account';
import type { CustomerRecord } from '../../src/domain/documents';
import { Register } from '../../src/register/register';
import { account, ana, customer, PROVIDER } from '../builders';

const CUSTOMER = customer({ id: 'litware', name: 'Litware Inc' });

function known(goneAt?: number): CustomerRecord {
  const frame = {
    kind: 'customer',
    id: 'customer:litware',
    partnerId: PROVIDER,
    format: 1,
    customer: CUSTOMER,
  } as const;
  return { ...frame, ...(goneAt === undefined ? {} : { goneAt }) };
}

function mapped(id: string, name: string, version: number, teaches = true): AccountRecord {
  const record = account();
  return {
    ...record,
    id,
    version,
    tenantId: id,
    tenant: { ...record.tenant, name },
    mapping: {
      state: 'mapped',
      customer: { id: 'litware', name: 'Litware Inc' },
      teaches,
      at: 1,
      by: ana,
      decisionId: 'd',
    },
  };
}

let register: Register;
beforeEach(() => {
  register = new Register();
  register.apply(known());
});

const found = (typed: string): readonly string[] => register.find('customers', typed).map(({ matched }) => matched);

it('a customer is found by what its accounts are called, whatever comes first', () => {
  const other = new Register();
  for (const one of [mapped('a', 'Quokka Design', 1), known()]) other.apply(one);
  register.apply(mapped('a', 'Quokka Design', 1));
  expect(found('quokka design')).toEqual(['Quokka Design']);
  expect(other.find('customers', 'quokka design')).toEqual(register.find('customers', 'quokka design'));
});

it('a name is taught as long as one account teaches it', () => {
  for (const one of [mapped('a', 'Quokka Design', 1), mapped('b', 'Quokka Design', 1)]) register.apply(one);
  register.apply({ ...mapped('a', 'Quokka Design', 2), mapping: { state: 'open' } });
  expect(found('quokka design')).toEqual(['Quokka Design']);
  register.apply(mapped('b', 'Quokka Design', 2, false));
  expect(found('quokka design')).toEqual([]);
  expect(found('litware')).toEqual(['Litware Inc']);
});

it('an account that is called otherwise teaches its new name', () => {
  register.apply(mapped('a', 'Quokka Design', 1));
  register.apply(mapped('a', 'Numbat Studios', 2));
  expect([...found('quokka design'), ...found('numbat studios')]).toEqual(['Numbat Studios']);
});

it('a customer that is gone is found by no name, also not by one that is taught later', () => {
  register.apply(known(5));
  register.apply(mapped('a', 'Quokka Design', 1));
  expect(found('quokka design')).toEqual([]);
  register.apply(known());
  expect(found('quokka design')).toEqual(['Quokka Design']);
});

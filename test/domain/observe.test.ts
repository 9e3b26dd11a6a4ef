import { observeRow, observeTenant } from '../../src/domain/observe';
import { ignoreAccount, pickCustomer } from '../../src/domain/mapping';
import { beginWrite, noteWritten } from '../../src/domain/write-backs';
import type { AccountRecord } from '../../src/domain/account';
import type { Ruling } from '../../src/domain/mapping';
import { acceptance, account, ana, ben, row, stamp, T0 } from '../builders';

const contoso = { customer: { id: 'c1', name: 'Contoso Limited' }, evidence: [] };

function decided(ruling: Ruling): AccountRecord {
  if (ruling.ruling !== 'decided') throw new Error(`expected a decision, got ${ruling.ruling}`);
  return ruling.record;
}

const mappedWithRow = (): AccountRecord => decided(pickCustomer(account({ row: row() }), contoso, stamp(ana)));

describe('what is decided in Work 365 itself', () => {
  it('is adopted when nothing of ours waits', () => {
    const adopted = observeRow(
      account(),
      row({ customerId: 'c1', customerName: 'Contoso Limited', modifiedBy: 'Kim' }),
      T0,
    );

    expect(adopted.mapping).toMatchObject({
      state: 'mapped',
      customer: { id: 'c1' },
      by: { kind: 'work365', name: 'Kim' },
    });
    expect(adopted.dueAt).toBeUndefined();
  });

  it('reopens an account whose row was cleared there', () => {
    const mapped = account({ row: row({ customerId: 'c1', customerName: 'Contoso Limited' }) });

    expect(observeRow(mapped, row({ etag: 'W/"3"' }), T0).mapping).toEqual({ state: 'open' });
  });

  it('does not reopen what we called no customer', () => {
    const ignored = decided(ignoreAccount(account({ row: row() }), stamp()));

    expect(observeRow(ignored, row({ etag: 'W/"3"' }), T0).mapping.state).toBe('ignored');
  });

  it('is a conflict when ours waits to be written', () => {
    const mapped = decided(pickCustomer(account(), contoso, stamp(ben)));

    const seen = observeRow(mapped, row({ customerId: 'c9', customerName: 'Other Co' }), T0);

    expect(seen.mapping).toMatchObject({ customer: { id: 'c1' } });
    expect(seen.writeBack).toMatchObject({ state: 'conflict', theirs: { id: 'c9' } });
  });

  it('says nothing while a write of ours is under way', () => {
    const begun = beginWrite(mappedWithRow(), T0);

    expect(observeRow(begun, row({ etag: 'W/"7"', customerId: 'c9' }), T0)).toBe(begun);
  });

  it('is not believed of a listing that read the row before our own write', () => {
    const begun = beginWrite(mappedWithRow(), T0);
    const written = noteWritten(begun, row({ etag: 'W/"2"', customerId: 'c1' }), 'c1', T0 + 100);
    const stale = row({ etag: 'W/"1"', customerId: 'c9', customerName: 'Other Co' });

    expect(observeRow(written, stale, T0 + 500, T0 + 99)).toBe(written);
    expect(observeRow(written, { ...stale, etag: 'W/"3"' }, T0 + 500, T0 + 101).mapping).toMatchObject({
      customer: { id: 'c9' },
    });
  });

  it('is no news when the row is as we know it', () => {
    const record = account({ row: row() });

    expect(observeRow(record, row(), T0 + 1)).toBe(record);
  });
});

describe('facts of the provider', () => {
  it('are no news when only the time of the check differs', () => {
    const record = account();
    const checkedAgain = acceptance({
      reseller: {
        state: 'accepted',
        since: { at: T0, basis: 'first-seen' },
        checkedAt: T0 + 999,
        source: 'partner-center',
      },
    });

    expect(observeTenant(record, record.tenant, checkedAgain, T0)).toBe(record);
  });

  it('raise the version when the company was renamed, and keep what a fuller look told us', () => {
    const record = account({ tenant: { tenantId: 't', name: 'Contoso Ltd', domains: ['contoso.com'] } });

    const renamed = observeTenant(record, { tenantId: 't', name: 'Contoso Group' }, record.acceptance, T0);

    expect(renamed.version).toBe(record.version + 1);
    expect(renamed.tenant).toEqual({ tenantId: 't', name: 'Contoso Group', domains: ['contoso.com'] });
  });
});

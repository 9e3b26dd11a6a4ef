import { observeTenant } from '../../src/domain/observe';
import type { AccountRecord } from '../../src/domain/account';
import { nameAt } from '../../src/domain/tenant';
import { acceptance, account, T0 } from '../builders';

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

  it('keep the name that it had, and know what it was called when somebody decided', () => {
    const rename = (record: AccountRecord, name: string, at: number): AccountRecord =>
      observeTenant(record, { ...record.tenant, name }, record.acceptance, at);
    const once = rename(account(), 'Adatum Ltd', T0 + 100);
    const twice = rename(once, 'Fabrikam Ltd', T0 + 200);

    expect(twice.formerNames).toEqual([
      { name: 'Contoso Ltd', until: T0 + 100 },
      { name: 'Adatum Ltd', until: T0 + 200 },
    ]);
    expect(nameAt(twice.formerNames, 'Fabrikam Ltd', T0 + 50)).toMatchObject({ name: 'Contoso Ltd' });
    expect(nameAt(twice.formerNames, 'Fabrikam Ltd', T0 + 150)).toMatchObject({ name: 'Adatum Ltd' });
    expect(nameAt(twice.formerNames, 'Fabrikam Ltd', T0 + 250)).toBeUndefined();
    const back = rename(twice, 'Contoso Ltd', T0 + 300);
    expect(nameAt(back.formerNames, 'Contoso Ltd', T0 + 50)).toBeUndefined();
  });

  it('do not take another case or another space for another name', () => {
    const record = account();

    expect(
      observeTenant(record, { ...record.tenant, name: 'CONTOSO  LTD' }, record.acceptance, T0).formerNames,
    ).toBeUndefined();
  });

  it('are news when the agreement was signed on another day', () => {
    const signedAt = (day: number): AccountRecord['acceptance'] =>
      acceptance({ agreement: { state: 'signed', signedAt: day, checkedAt: T0, source: 'partner-center' } });
    const record = account({ acceptance: signedAt(T0) });

    expect(observeTenant(record, record.tenant, signedAt(T0), T0)).toBe(record);
    expect(observeTenant(record, record.tenant, signedAt(T0 + 1), T0).version).toBe(record.version + 1);
  });
});

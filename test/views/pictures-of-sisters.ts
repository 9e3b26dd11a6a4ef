import type { Drift } from '../../src/domain/drift';
import type { Sister } from '../../src/domain/sister';
import { CONTI, CONTOSO, CONTOSO_AT, PICKED, TENANT } from './pictures';

/** What the company has under other providers. */
export const SISTERS: readonly Sister[] = [
  {
    accountId: 'account:work365-td-synnex:c-1',
    bond: 'name',
    provider: 'TD SYNNEX',
    name: 'Contoso Maschinen',
    state: 'mapped',
    customer: { id: CONTOSO.id, name: CONTOSO.name },
    decisionId: PICKED.id,
    asOf: 4,
  },
  {
    accountId: `account:work365-pax8:${TENANT}`,
    bond: 'tenant',
    provider: 'Pax8',
    name: 'Contoso Deutschland',
    state: 'open',
    asOf: 1,
  },
];

export const DRIFT: readonly Drift[] = [
  {
    drift: 'two-customers',
    provider: 'Pax8',
    customer: { id: CONTOSO_AT.id, name: CONTOSO_AT.name },
    isLater: true,
  },
  { drift: 'nothing-in-common', accounts: [{ name: 'Fourth Coffee', provider: 'TD SYNNEX' }] },
  { drift: 'duplicate', records: [{ id: CONTI.id, name: CONTI.name, number: 'AC-10499' }] },
];

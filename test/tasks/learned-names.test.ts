import type { Actor } from '../../src/domain/person';
import { forgetName, learnedNames } from '../../src/tasks/learned-names';
import { account } from '../builders';
import { put, taskStand } from './stand';
import type { TaskStand } from './stand';

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
});
afterEach(() => stand.close());

const ANA: Actor = { kind: 'person', person: { id: 'ana', name: 'Ana Kovač' } };
const WORK_365: Actor = { kind: 'work365', name: 'Billing sync' };

function mapped(tenantId: string, name: string, customer: string, by: Actor, at = 1_000) {
  const made = account({ writesBack: false });
  return {
    ...made,
    id: `account:${tenantId}`,
    tenantId,
    tenant: { ...made.tenant, name },
    mapping: {
      state: 'mapped' as const,
      customer: { id: `c-${tenantId}`, name: customer },
      by,
      at,
      decisionId: `d-${tenantId}`,
      teaches: true,
    },
  };
}

describe('names that were learned', () => {
  beforeEach(() =>
    put(
      stand.ports,
      mapped('1', 'FBK', 'Fabrikam Holding AG', ANA, 5_000),
      mapped('2', 'Contoso', 'Contoso', ANA),
      mapped('3', 'Litware DE', 'Litware, Inc.', WORK_365),
      mapped('4', 'Litware FR', 'Litware, Inc.', WORK_365),
    ),
  );

  it('are those that a decision here taught, with who decided and when; what Work 365 had is counted apart', () => {
    const { names, total, fromWork365 } = learnedNames(stand.ports);

    expect(names).toEqual([
      {
        accountId: 'account:1',
        name: 'FBK',
        customer: { id: 'c-1', name: 'Fabrikam Holding AG' },
        by: 'Ana Kovač',
        at: 5_000,
      },
    ]);
    expect([total, fromWork365]).toEqual([1, 2]);
  });

  it('can be forgotten, those of Work 365 as well', async () => {
    const record = (id: string) => stand.ports.register.account(id)!;
    const first = await forgetName(stand.ports, record('account:1'));
    const second = await forgetName(stand.ports, record('account:3'));

    expect([first.total, first.forgotten?.name]).toEqual([0, 'FBK']);
    expect([second.fromWork365, second.forgotten?.name]).toEqual([1, 'Litware DE']);
  });
});

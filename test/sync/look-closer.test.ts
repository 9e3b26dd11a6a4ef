import type { AccountRecord } from '../../src/domain/account';
import type { Provider } from '../../src/provider';
import { lookCloser } from '../../src/sync/look-closer';
import { account, PROVIDER } from '../builders';
import { askedProvider } from '../doubles/asked-provider';
import { put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
});
afterEach(() => stand.close());

/** A provider that knows a domain of every tenant, and whom it was asked about. */
function provider(asked: string[]): Provider {
  return askedProvider({
    readTenant: (tenantId) => {
      asked.push(tenantId);
      const tenant = { tenantId, name: `Company ${tenantId}`, domains: [`${tenantId}.example`] };
      return Promise.resolve({ look: 'seen', value: { tenant, relation: 'reseller', relationName: 'reseller' } });
    },
  });
}

function tenant(n: number): AccountRecord {
  const tenantId = `t${n}`;
  return account({ tenantId, tenant: { tenantId, name: `Company ${tenantId}` } });
}

describe('a closer look', () => {
  it('is taken at open accounts at which nobody has looked, each once', async () => {
    const asked: string[] = [];
    const ports = { ...stand.ports, providers: [provider(asked)] };
    const mapped = {
      state: 'mapped' as const,
      customer: { id: 'c1', name: 'Customer' },
      by: { kind: 'work365' as const },
      at: 1,
      decisionId: 'd1',
      teaches: false,
    };
    await put(ports, tenant(1), { ...tenant(2), mapping: mapped }, tenant(3));

    await lookCloser(ports, { aborted: false });
    await lookCloser(ports, { aborted: false });

    expect([...asked].sort()).toEqual(['t1', 't3']);
    expect(ports.register.account(`account:${PROVIDER}:t1`)?.tenant.domains).toEqual(['t1.example']);
  });

  it('is taken at a few accounts each round, until all are known', async () => {
    const asked: string[] = [];
    const ports = { ...stand.ports, providers: [provider(asked)] };
    await put(ports, ...Array.from({ length: 30 }, (_, n) => tenant(n)));

    await lookCloser(ports, { aborted: false });
    const first = asked.length;
    await lookCloser(ports, { aborted: false });

    expect([first, new Set(asked).size, asked.length]).toEqual([25, 30, 30]);
  });

  it('ends with its term', async () => {
    const asked: string[] = [];
    await put(stand.ports, tenant(1));

    await lookCloser({ ...stand.ports, providers: [provider(asked)] }, { aborted: true });

    expect(asked).toEqual([]);
  });
});

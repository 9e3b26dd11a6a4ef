import type { ListedTenant, Provider } from '../../src/provider';
import { createNoDirectory } from '../../src/directories/none';
import { syncAccounts } from '../../src/sync/sync-accounts';
import { PROVIDER } from '../builders';
import { taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

const tenantId = (n: number): string => `7e000000-0000-4000-a000-${n.toString(16).padStart(12, '0')}`;
const listed = (n: number): ListedTenant => ({
  tenant: { tenantId: tenantId(n), name: `Contoso ${n}` },
  relation: 'reseller',
  relationName: 'reseller',
});

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand({ directory: createNoDirectory() });
});
afterEach(() => stand.close());

it('of 130 tenants that are missing, those that cannot be confirmed keep none of the others waiting (S20)', async () => {
  let there = Array.from({ length: 130 }, (_, n) => n);
  const asked: number[] = [];
  const provider = {
    id: PROVIDER,
    name: 'Partner Center',
    async *listTenants() {
      await Promise.resolve();
      yield there.map(listed);
    },
    badItems: () => [],
    readTenant: (id: string) => {
      const n = Number.parseInt(id.slice(-12), 16);
      asked.push(n);
      const trouble = { source: 'partner-center', kind: 'unreachable', detail: 'HTTP 500' } as const;
      // The first hundred have an error of their own, for ever.
      return Promise.resolve(n < 100 ? ({ look: 'failed', trouble } as const) : ({ look: 'absent' } as const));
    },
  } as unknown as Provider;
  const sync = () => syncAccounts(stand.ports, provider, new AbortController().signal);
  await sync();
  there = [];
  for (let round = 0; round < 3; round++) await sync();

  expect(new Set(asked).size).toBe(130);
  const ended = [...stand.ports.register.allAccounts()].filter((a) => a.acceptance.reseller.state === 'ended');
  expect(ended).toHaveLength(30);
  expect(stand.ports.register.source(`source:accounts:${PROVIDER}`)?.unconfirmed).toBe(100);
});

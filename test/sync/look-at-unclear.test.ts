import type { Directory, ListedRow } from '../../src/directory';
import { createNoDirectory } from '../../src/directories/none';
import type { ListedTenant } from '../../src/provider';
import { syncAccounts } from '../../src/sync/sync-accounts';
import { listingProvider } from '../doubles/listing-provider';
import { taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

/** More rows have left the list than one round asks for; those that cannot be read keep none of the others waiting. */

const ALL = 130;
const UNREADABLE = 60;

const tenantId = (n: number): string => `7e000000-0000-4000-a000-${n.toString(16).padStart(12, '0')}`;
const rowId = (n: number): string => `8e000000-0000-4000-a000-${n.toString(16).padStart(12, '0')}`;
const numberOf = (id: string): number => Number.parseInt(id.slice(-12), 16);

const tenants = Array.from({ length: ALL }, (_, n): ListedTenant => ({
  tenant: { tenantId: tenantId(n), name: `Contoso ${n}` },
  relation: 'reseller',
  relationName: 'reseller',
}));
const rows = Array.from({ length: ALL }, (_, n): ListedRow => ({
  tenantId: tenantId(n),
  row: { rowId: rowId(n), name: `Contoso ${n}`, etag: 'W/"1"' },
}));

let stand: TaskStand;
let listed: readonly ListedRow[] = rows;
const asked: number[] = [];

const directory: Directory = {
  ...createNoDirectory(),
  source: 'work365',
  writesBack: true,
  async *listRows() {
    await Promise.resolve();
    yield listed;
  },
  readRow(id) {
    asked.push(numberOf(id));
    const trouble = { source: 'work365', kind: 'unreachable', detail: 'HTTP 500' } as const;
    return Promise.resolve(numberOf(id) < UNREADABLE ? { look: 'failed', trouble } : { look: 'absent' });
  },
};

const provider = listingProvider(() => tenants);

beforeEach(async () => {
  stand = await taskStand({ directory });
});
afterEach(() => stand.close());

it('asks for all of them within as many rounds as they fill', async () => {
  const sync = () => syncAccounts(stand.ports, provider, new AbortController().signal);
  await sync();
  listed = rows.slice(0, 0);
  for (let round = 0; round < 3; round += 1) {
    await sync();
    stand.clock.move(1000);
  }

  expect(new Set(asked).size).toBe(ALL);
  const left = [...stand.ports.register.allAccounts()].filter(({ directoryRow }) => directoryRow !== undefined);
  expect(left.map(({ tenantId: id }) => numberOf(id)).sort((a, b) => a - b)).toEqual(
    Array.from({ length: UNREADABLE }, (_, n) => n),
  );
});

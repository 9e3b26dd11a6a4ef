import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFileDirectory } from '../../src/directories/file/file';
import { syncCustomers } from '../../src/sync/sync-customers';
import { reportHealth } from '../../src/tasks/report-health';
import { quietLog } from '../sandbox/stand';
import { taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

let folder: string;
let path: string;
let stand: TaskStand;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shrinking-'));
  path = join(folder, 'customers.csv');
  const directory = createFileDirectory({ path }, { log: quietLog, wait: () => Promise.resolve() });
  stand = await taskStand({ directory });
});
afterEach(async () => {
  await stand.close();
  rmSync(folder, { recursive: true });
});

const rows = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `${from + i},Customer number ${from + i}\n`).join('');

async function sync(content: string): Promise<void> {
  writeFileSync(path, content);
  await syncCustomers(stand.ports, new AbortController().signal);
}

const isThere = (id: number) => stand.ports.register.isCurrentCustomer(String(id));
const fresh = async () => (await reportHealth(stand.ports)).freshness.find(({ part }) => part === 'customers');

describe('a list of customers that has become much shorter (S10)', () => {
  it('calls nobody gone and says so, until the next one shows the same', async () => {
    await sync(`id,name\n${rows(0, 150)}`);
    await sync(`id,name\n${rows(0, 2)}`);
    expect(isThere(100)).toBe(true);
    expect(await fresh()).toMatchObject({ missing: { count: 148, of: 150 } });

    await sync(`id,name\n${rows(0, 2)}`);
    expect([isThere(1), isThere(100)]).toEqual([true, false]);
    expect(await fresh()).not.toHaveProperty('missing');
    expect(stand.ports.register.counts.customers).toBe(2);
  });

  it('is forgotten when the next one is whole', async () => {
    await sync(`id,name\n${rows(0, 150)}`);
    await sync(`id,name\n${rows(0, 2)}`);
    await sync(`id,name\n${rows(0, 150)}`);
    await sync(`id,name\n${rows(0, 2)}`);
    expect(isThere(100)).toBe(true);
  });

  it('by one, or by less than a tenth, is a list like any other', async () => {
    await sync(`id,name\n${rows(0, 100)}`);
    await sync(`id,name\n${rows(5, 100)}`);
    expect([isThere(4), isThere(5)]).toEqual([false, true]);
  });
});

it('a customer whose row cannot be read keeps what was known of it, and health names the row (S11)', async () => {
  await sync(`id,name\n${rows(0, 3)}`);
  await sync('id,name\n0,Customer number 0\n1,"Customer "number" 1"\n2,Customer number 2\n');
  expect(isThere(1)).toBe(true);
  expect(await fresh()).toMatchObject({ leftOut: { count: 1, first: [{ name: 'line 3' }] } });
});

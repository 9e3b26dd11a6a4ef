import type { Directory } from '../../src/directory';
import { createNoDirectory } from '../../src/directories/none';
import type { Customer } from '../../src/domain/customer';
import type { Tenure } from '../../src/records/hold-lease';
import { customerDocumentId } from '../../src/records/keep-customer';
import { syncCustomers } from '../../src/sync/sync-customers';
import { taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

const customer = (id: string): Customer => ({ id, name: `Customer ${id}` });

let pages: string[][];
/** Runs before each page is given. */
let meanwhile: (page: number) => Promise<void> | void;
let stand: TaskStand;
beforeEach(async () => {
  meanwhile = () => undefined;
  const directory: Directory = {
    ...createNoDirectory(),
    async *listCustomers() {
      for (const [index, page] of pages.entries()) {
        await meanwhile(index);
        yield page.map(customer);
      }
    },
  };
  stand = await taskStand({ directory });
});
afterEach(() => stand.close());

function sync(tenure?: Tenure): Promise<void> {
  return syncCustomers(stand.ports, new AbortController().signal, tenure);
}

async function isThere(id: string): Promise<boolean | undefined> {
  const stored = await stand.ports.store.read('customer', customerDocumentId(id));
  return stored === undefined ? undefined : stored.document.goneAt === undefined;
}

describe('a sync of customers', () => {
  it('marks those that are listed no more, and takes back those that are listed again', async () => {
    pages = [['a'], ['b']];
    await sync();
    pages = [['a']];
    await sync();
    const gone = await isThere('b');
    pages = [['a', 'b']];
    await sync();

    expect([gone, await isThere('a'), await isThere('b')]).toEqual([false, true, true]);
  });

  it('that lost its lease marks nothing as gone by its old list', async () => {
    pages = [['a']];
    let isOver = false;
    const tenure: Tenure = {
      get aborted() {
        return false;
      },
      confirm: () => Promise.resolve(!isOver),
    };
    // While this one slept, another took the lease and took in a customer.
    meanwhile = async () => {
      const [before, pagesBefore] = [meanwhile, pages];
      meanwhile = () => undefined;
      pages = [['a', 'new']];
      await sync();
      [meanwhile, pages] = [before, pagesBefore];
      isOver = true;
    };
    await sync(tenure);

    expect(await isThere('new')).toBe(true);
  });

  it('takes in nothing more once it knows that its lease is lost', async () => {
    pages = [['a'], ['b']];
    let aborted = false;
    meanwhile = (page) => {
      aborted = page === 1;
    };
    await sync({
      get aborted() {
        return aborted;
      },
      confirm: () => Promise.resolve(!aborted),
    });

    expect([await isThere('a'), await isThere('b')]).toEqual([true, undefined]);
    expect(stand.ports.register.source('source:customers@file')).toBeUndefined();
  });
});

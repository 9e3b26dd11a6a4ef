import type { Directory } from '../../src/directory';
import { createNoDirectory } from '../../src/directories/none';
import { sourceDocumentId } from '../../src/records/note-source';
import { syncAccounts } from '../../src/sync/sync-accounts';
import { syncCustomers } from '../../src/sync/sync-customers';
import { PROVIDER } from '../builders';
import { taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';
import { listingProvider, resoldTo } from '../doubles/listing-provider';

/** One record that no store takes (S1) spoils nothing but itself. */

const TOO_LONG = 'x'.repeat(300_000);

let names: string[];
let stand: TaskStand;
beforeEach(async () => {
  const directory: Directory = {
    ...createNoDirectory(),
    async *listCustomers() {
      yield await Promise.resolve(names.map((name, n) => ({ id: `c${n}`, name })));
    },
  };
  stand = await taskStand({ directory });
});
afterEach(() => stand.close());

const provider = listingProvider(() =>
  names.map((name, n) => resoldTo(`7e000000-0000-4000-a000-00000000000${n}`, name)),
);

const signal = new AbortController().signal;
const leftOut = (part: string) => stand.ports.register.source(sourceDocumentId(part))?.leftOut;

describe('a record that is too big for the store', () => {
  it('is left out of the customers, counted and named; the others are kept, and it is taken when it fits', async () => {
    names = ['Contoso', `Giant ${TOO_LONG}`, 'Fabrikam'];
    await syncCustomers(stand.ports, signal);

    expect(['c0', 'c1', 'c2'].map((id) => stand.ports.register.isCurrentCustomer(id))).toEqual([true, false, true]);
    expect(leftOut('customers@file')).toMatchObject({ count: 1, first: [{ name: expect.stringMatching(/^Giant/) }] });
    names[1] = 'Giant';
    await syncCustomers(stand.ports, signal);
    expect([stand.ports.register.isCurrentCustomer('c1'), leftOut('customers@file')]).toEqual([true, undefined]);
  });

  it('that was kept when it was smaller stays as it was', async () => {
    names = ['Contoso', 'Giant'];
    await syncCustomers(stand.ports, signal);
    names = ['Contoso', `Giant ${TOO_LONG}`];
    await syncCustomers(stand.ports, signal);

    expect(stand.ports.register.customer('c1')?.name).toBe('Giant');
    expect(leftOut('customers@file')?.count).toBe(1);
  });

  it('is left out of the accounts, counted and named; the others are kept', async () => {
    names = ['Contoso', `Giant ${TOO_LONG}`, 'Fabrikam'];
    await syncAccounts(stand.ports, provider, signal);

    expect([...stand.ports.register.allAccounts()].map((a) => a.tenant.name).sort()).toEqual(['Contoso', 'Fabrikam']);
    expect(leftOut(`accounts:${PROVIDER}`)).toMatchObject({ count: 1 });
  });
});

describe('a customer that the directory no longer has', () => {
  it('is not counted', async () => {
    names = ['Contoso', 'Fabrikam'];
    await syncCustomers(stand.ports, signal);
    names = ['Contoso'];
    await syncCustomers(stand.ports, signal);

    expect(stand.ports.register.counts.customers).toBe(1);
  });
});

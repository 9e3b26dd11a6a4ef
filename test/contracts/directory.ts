import type { Directory } from '../../src/directory';

/** What every directory promises; `start` gives one with at least two customers, and `stop` ends what it started. */
export interface DirectoryUnderTest {
  readonly directory: Directory;
  stop(): Promise<void>;
}

async function listed<T>(pages: AsyncIterable<readonly T[]>): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const page of pages) items.push(...page);
  return items;
}

export function directoryContract(name: string, start: () => Promise<DirectoryUnderTest>): void {
  describe(`${name} keeps the contract of a directory`, () => {
    let under: DirectoryUnderTest;
    beforeEach(async () => {
      under = await start();
    });
    afterEach(() => under.stop());

    it('lists every customer once, with an id and a name', async () => {
      const customers = await listed(under.directory.listCustomers());
      expect(customers.length).toBeGreaterThan(1);
      expect(new Set(customers.map((c) => c.id)).size).toBe(customers.length);
      for (const customer of customers) expect(customer.name.trim()).not.toBe('');
    });

    it('lists the same again when nothing changed', async () => {
      const first = await listed(under.directory.listCustomers());
      expect(await listed(under.directory.listCustomers())).toEqual(first);
      const rows = await listed(under.directory.listRows());
      expect(await listed(under.directory.listRows())).toEqual(rows);
    });

    it('tells countries, domains and tenant ids in one form', async () => {
      for (const customer of await listed(under.directory.listCustomers())) {
        if (customer.country !== undefined) expect(customer.country).toMatch(/^[A-Z]{2}$/);
        if (customer.tenantId !== undefined) expect(customer.tenantId).toMatch(/^[0-9a-f-]{36}$/);
        for (const domain of customer.mailDomains ?? []) expect(domain).toMatch(/^[^@\s]+\.[^@\s]+$/);
      }
    });

    it('has rows only if it takes mappings', async () => {
      const rows = await listed(under.directory.listRows());
      expect(rows.length > 0).toBe(under.directory.writesBack);
    });

    it('names the provider of every row, where it has a table of them', async () => {
      const look = await under.directory.listProviders();
      expect(look.look).toBe(under.directory.writesBack ? 'seen' : 'absent');
      const known = new Set(look.look === 'seen' ? look.value.map(({ rowId }) => rowId) : []);
      for (const { providerRowId } of await listed(under.directory.listRows()))
        if (providerRowId !== undefined) expect(known).toContain(providerRowId);
    });

    it('does not mix up "not there" with "could not look"', async () => {
      expect(await under.directory.readRow('11111111-2222-4333-8444-555555555555')).toEqual({ look: 'absent' });
    });

    it('never says that it wrote what it did not', async () => {
      const write = { rowId: '11111111-2222-4333-8444-555555555555', etag: 'W/"1"', customerId: null };
      const { outcome } = await under.directory.writeMapping(write);
      expect(outcome).toBe(under.directory.writesBack ? 'row-gone' : 'failed');
    });

    it('is content with a good set-up', async () => {
      expect(await under.directory.check()).toEqual([]);
    });
  });
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createFileDirectory } from '../../../src/directories/file/file';
import type { Customer } from '../../../src/domain/customer';
import { all, quietLog } from '../../sandbox/stand';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'customers-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function directoryOf(content: string, name = 'customers.csv') {
  const path = join(folder, name);
  writeFileSync(path, content);
  return createFileDirectory({ path }, { log: quietLog, wait: () => Promise.resolve() });
}

async function read(content: string) {
  const directory = directoryOf(content);
  const customers = await all(directory.listCustomers());
  return { customers, bad: directory.badRows() };
}

const CONTOSO: Customer = {
  id: 'c1',
  name: 'Contoso Limited',
  number: 'AC-1',
  website: 'www.contoso.com',
  mailDomains: ['contoso.com', 'contoso.co.uk'],
  city: 'Reading',
  country: 'GB',
  tenantId: 'b44bb1fb-c595-45b0-9e09-d657365580bf',
};

describe('a customer file', () => {
  const tenant = 'B44BB1FB-c595-45b0-9e09-d657365580bf';
  it.each([
    [
      'CSV with commas',
      `id,name,account number,website,email,city,country,tenant id\n` +
        `c1,Contoso Limited,AC-1,www.contoso.com,"a@contoso.com, contoso.co.uk",Reading,United Kingdom,${tenant}\n`,
    ],
    [
      'CSV with semicolons, a byte order mark, other names and Windows lines',
      `\uFEFF"Customer ID";"Company Name";AccountNumber;URL;E-Mail;Town;Country Code;Microsoft ID\r\n` +
        `c1; Contoso Limited ;AC-1;www.contoso.com;a@contoso.com b@CONTOSO.co.uk;Reading;gb;${tenant}\r\n`,
    ],
    [
      'CSV with tabs and an empty line',
      `ID\tNAME\tnumber\tdomain\tMail domains\tORT\tLand\ttenant\n\n` +
        `c1\tContoso Limited\tAC-1\twww.contoso.com\tcontoso.com|contoso.co.uk\tReading\tVereinigtes Königreich\t${tenant}\n`,
    ],
    ['a JSON list', JSON.stringify([{ ...CONTOSO, tenantId: tenant }])],
    ['JSON lines', `${JSON.stringify({ ...CONTOSO, country: 'UK' })}\n\n`],
  ])('may be %s', async (_name, content) => {
    expect(await read(content)).toEqual({ customers: [CONTOSO], bad: [] });
  });

  it('needs nothing but an id and a name', async () => {
    const { customers } = await read('number,name\n17,Fabrikam\n');
    expect(customers).toEqual([{ id: '17', number: '17', name: 'Fabrikam' }]);
  });

  it('is read anew each time', async () => {
    const directory = directoryOf('id,name\n1,A\n');
    await all(directory.listCustomers());
    directoryOf('id,name\n1,A\n2,B\n');
    expect(await all(directory.listCustomers())).toHaveLength(2);
  });

  it('takes no mappings and has no rows', async () => {
    const directory = directoryOf('id,name\n1,A\n');
    expect(directory.writesBack).toBe(false);
    expect(await all(directory.listRows())).toEqual([]);
    expect(await directory.writeMapping({ rowId: 'r', etag: 'e', customerId: '1' })).toMatchObject({
      outcome: 'failed',
    });
  });
});

describe('a bad row is named and left out, the good ones load', () => {
  it.each([
    ['no name', 'id,name\n1,A\n2,\n3,C\n', [{ line: 3, column: 'name', problem: 'is empty or not text' }]],
    [
      'no id',
      'Customer Id,name\n1,A\n,B\n3,C\n',
      [{ line: 3, column: 'Customer Id', problem: 'is empty or not text' }],
    ],
    [
      'an id for the second time',
      'id,name\n1,A\n1,B\n3,C\n',
      [{ line: 3, column: 'id', problem: 'the id stands on line 2 already' }],
    ],
    [
      'a delimiter that is not quoted',
      'id,name,city\n1,A,X\n2,B, Ltd,Y\n3,C,\n',
      [{ line: 3, problem: '4 values for 3 columns; quote values that hold the delimiter' }],
    ],
    ['a quote in the middle', 'id,name\n1,A\n2,B"x"\n3,C\n', [{ line: 3, problem: expect.stringContaining('quote') }]],
    [
      'a quote that closes too early',
      'id,name\n1,A\n2,"B" x\n3,C\n',
      [{ line: 3, problem: expect.stringContaining('quote') }],
    ],
    [
      'a quote that is not closed',
      'id,name\n1,A\n2,"B\n3,C\n',
      [{ line: 3, problem: 'a quote is opened and not closed' }],
    ],
    [
      'a row that spans lines before it',
      'id,name\n1,"A\nA"\n2,"B" x\n3,C\n',
      [{ line: 4, problem: expect.stringContaining('quote') }],
    ],
    ['JSON that is none', '{"id":1,"name":"A"}\n{"id":2,\n{"id":3,"name":"C"}\n', [{ line: 2, problem: 'not JSON' }]],
    [
      'a list item that is no object',
      '[{"id":"1","name":"A"},7,{"id":"3","name":"C"}]',
      [{ line: 2, problem: 'not an object' }],
    ],
  ])('%s', async (_name, content, expected) => {
    const { customers, bad } = await read(content);
    expect(bad).toEqual(expected);
    expect(customers.map((c) => c.id)).toEqual(['1', '3']);
  });

  it.each([
    ['country', 'id,name,country\n1,A,Atlantis\n', 'country'],
    ['tenant id', 'id,name,Tenant ID\n1,A,contoso.com\n', 'Tenant ID'],
    ['mail address', 'id,name,e-mail\n1,A,n/a\n', 'e-mail'],
  ])('a wrong %s is named, and the row is taken without it', async (_name, content, column) => {
    const { customers, bad } = await read(content);
    expect(customers).toEqual([{ id: '1', name: 'A' }]);
    expect(bad).toEqual([{ line: 2, column, problem: expect.any(String), taken: true }]);
  });
});

describe('a file that cannot be used', () => {
  it.each([
    ['has no column for the id', 'name,city\nA,X\n', 'no column for id'],
    ['has no column for the name', 'id,city\n1,X\n', 'no column for name'],
    ['has no rows', 'id,name\n', 'no row'],
    ['is empty', '', 'no row'],
  ])('because it %s stops the listing', async (_name, content, detail) => {
    const directory = directoryOf(content);
    const trouble = {
      kind: 'misconfigured',
      detail: expect.stringContaining(detail),
      remedy: expect.stringContaining('DIRECTORY_FILE'),
    };
    await expect(all(directory.listCustomers())).rejects.toMatchObject({ trouble });
    expect(await directory.check()).toEqual([expect.objectContaining(trouble)]);
  });

  it('because it is not there says which setting to look at', async () => {
    const directory = createFileDirectory({ path: join(folder, 'nowhere.csv') }, { log: quietLog });
    const [trouble] = await directory.check();
    expect(trouble).toMatchObject({ kind: 'misconfigured', remedy: expect.stringMatching(/^DIRECTORY_FILE /) });
  });
});

describe('whatever is in it', () => {
  const cell = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .map((s) => s.trim())
    .filter((s) => s !== '');
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

  it('a well-formed row comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(cell, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(',', ';', '\t'),
        async (names, d) => {
          const lines = names.map((name, i) => `${i}${d}${quoted(name)}`);
          const { customers, bad } = await read([`id${d}name`, ...lines].join('\n'));
          expect(bad).toEqual([]);
          expect(customers.map((c) => c.name)).toEqual(names);
        },
      ),
      { seed: 7, numRuns: 60 },
    );
  });

  it('nothing throws, and every line with a good row before the first quote is read', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('"', ',', '\n', 'a', ' ', '\r'), maxLength: 60 }),
        async (noise) => {
          const directory = directoryOf(`id,name\n1,Good\n${noise}`);
          // What looks cut off is read at the second look.
          const customers = await all(directory.listCustomers()).catch(() => all(directory.listCustomers()));
          expect(customers[0]).toEqual({ id: '1', name: 'Good' });
        },
      ),
      { seed: 7, numRuns: 150 },
    );
  });
});

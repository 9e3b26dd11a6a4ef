import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFileDirectory } from '../../../src/directories/file/file';
import type { NamedColumns } from '../../../src/domain/customer';
import { all, quietLog } from '../../sandbox/stand';
import { writeXlsx } from './write-xlsx';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'formats-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function directoryOf(content: string | Buffer, columns?: NamedColumns) {
  const path = join(folder, 'customers.dat');
  writeFileSync(path, content);
  const config = columns === undefined ? { path } : { path, columns };
  return createFileDirectory(config, { log: quietLog, wait: () => Promise.resolve() });
}

async function read(content: string | Buffer, columns?: NamedColumns) {
  const directory = directoryOf(content, columns);
  return { customers: await all(directory.listCustomers()), bad: directory.badRows() };
}

async function refused(content: string | Buffer): Promise<string> {
  const [trouble] = await directoryOf(content).check();
  return `${trouble?.detail ?? ''} | ${trouble?.remedy ?? ''}`;
}

const utf16 = (text: string, order: 'le' | 'be', mark: boolean): Buffer => {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};

describe('a customer file in another encoding (S9)', () => {
  const text = 'id,name\r\n1,Müller & Söhne\r\n2,Crème Brûlée – Traiteur\r\n';
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 little endian with a mark', utf16(text, 'le', true)],
    ['UTF-16 big endian with a mark', utf16(text, 'be', true)],
    ['UTF-16 little endian without a mark', utf16(text, 'le', false)],
    ['UTF-16 big endian without a mark', utf16(text, 'be', false)],
    ['Windows-1252', Buffer.from(text.replace('–', '\x96'), 'latin1')],
  ])('%s', async (_name, bytes) => {
    const { customers, bad } = await read(bytes);
    expect(bad).toEqual([]);
    expect(customers).toEqual([
      { id: '1', name: 'Müller & Söhne' },
      { id: '2', name: 'Crème Brûlée – Traiteur' },
    ]);
  });

  it('put together from UTF-8 and Windows-1252 line by line', async () => {
    const { customers } = await read(
      Buffer.concat([Buffer.from('id,name\n1,Łódź Sp. z o.o.\n'), Buffer.from('2,Müller\n', 'latin1')]),
    );
    expect(customers.map((c) => c.name)).toEqual(['Łódź Sp. z o.o.', 'Müller']);
  });

  it.each([
    ['with NULs in it', Buffer.from('id,name\n1,Con\0toso\n'), 'NUL character at line 2, character 6'],
    ['of the old Excel', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), '.xls'],
    ['that is a web page called .xls', '<html><table><tr><td>id</td></tr></table></html>', 'HTML'],
    ['that is XML', '<?xml version="1.0"?><Workbook/>', 'XML'],
    ['that is compressed', Buffer.from([0x1f, 0x8b, 8, 0]), 'gzip'],
    ['that is a zip of something else', Buffer.from('PK\x03\x04nothing'), 'xlsx'],
  ])('%s is refused with what to do', async (_name, content, words) => {
    const said = await refused(content);
    expect(said).toContain(words);
    expect(said).toMatch(/\| DIRECTORY_FILE .*save it/);
  });
});

it('what a database prints where there is no value is none', async () => {
  const { customers, bad } = await read('id,name,city\n1,Contoso,NULL\nNULL,Fabrikam,Berlin\n3,(null),\n4,Null,Bonn\n');

  expect(customers).toEqual([
    { id: '1', name: 'Contoso' },
    { id: '4', name: 'Null', city: 'Bonn' },
  ]);
  expect(bad.map(({ line, column }) => [line, column])).toEqual([
    [3, 'id'],
    [4, 'name'],
  ]);
});

describe('a customer file with something above or in its header (S13)', () => {
  const rows = [
    { id: '1', name: 'Contoso, Ltd' },
    { id: '2', name: 'Fabrikam' },
  ];
  it.each([
    ['sep=;', 'sep=;\r\nid;name\r\n1;Contoso, Ltd\r\n2;Fabrikam\r\n'],
    ['"sep=|"', '"sep=|"\nid|name\n1|Contoso, Ltd\n2|Fabrikam\n'],
    [
      '#TYPE',
      '#TYPE Selected.System.Management.Automation.PSCustomObject\n"id","name"\n"1","Contoso, Ltd"\n"2","Fabrikam"\n',
    ],
    ['a title and a date', 'Customers\nExported on;29.11.2026\n\nid;name\n1;Contoso, Ltd\n2;Fabrikam\n'],
    ['commas in a quoted header', '"Notes, remarks, and so on, and on";id;name\n;1;Contoso, Ltd\n;2;Fabrikam\n'],
    ['pipes', 'id|name\n1|Contoso, Ltd\n2|Fabrikam\n'],
    ['OData', JSON.stringify({ '@odata.context': 'x', 'value': rows })],
    ['items with a count', JSON.stringify({ totalCount: 2, items: rows })],
    ['OData of the older kind', JSON.stringify({ d: { results: rows } })],
    ['ids as texts of a spreadsheet', 'id,name\r\n="1","Contoso, Ltd"\r\n="2",="Fabrikam"\r\n'],
    ['lines and blanks within names', 'id,name\n1,"Contoso,\r\n  Ltd"\n2,\u00a0Fabrikam\u200b\n'],
    ['a list under a name of its own', JSON.stringify({ record_count: 2, clients: rows })],
  ])('%s', async (_name, content) => {
    expect(await read(content)).toEqual({ customers: rows, bad: [] });
  });

  it('a page of a longer list says so, and calls nobody gone', async () => {
    const directory = directoryOf(JSON.stringify({ 'value': rows, '@odata.nextLink': 'https://x.example/next' }));
    expect(await all(directory.listCustomers())).toHaveLength(2);
    expect(directory.badRows()).toEqual([{ line: 1, problem: expect.stringContaining('first page'), taken: true }]);
    expect(directory.mayBeUnread({ id: '3', name: 'On the next page' })).toBe(true);
  });

  it('without id and name is refused, and the columns that were found are named', async () => {
    const said = await refused('Debitor-Konto;Suchbegriff;Ort\n1;CONTOSO;Köln\n');
    expect(said).toContain('no column for id and name; line 1 has "Debitor-Konto", "Suchbegriff", "Ort"');
    expect(said).toContain('DIRECTORY_FILE_COLUMNS');
  });

  it('is read when the setting names its columns', async () => {
    const named = { id: 'Debitor-Konto', name: 'Suchbegriff' };
    const { customers } = await read('Debitor-Konto;Suchbegriff;Ort\n1;CONTOSO;Köln\n', named);
    expect(customers).toEqual([{ id: '1', name: 'CONTOSO', city: 'Köln' }]);
  });

  it.each([
    ['the id', 'id,name,id,name\n1,Contoso,77,Somebody\n', 'column "id" twice, at line 1, columns 1 and 3'],
    ['the name', 'id,name,Name\n1,Contoso,Somebody\n', 'column "Name" twice, at line 1, columns 2 and 3'],
  ])('that names %s twice is refused with the places (S12)', async (_name, content, words) => {
    expect(await refused(content)).toContain(words);
  });

  it('that names twice what nobody reads is fine', async () => {
    expect((await read('id,Phone,name,Phone\n1,1,Contoso,2\n')).customers).toHaveLength(1);
  });
});

const GUID = 'b44bb1fb-c595-45b0-9e09-d657365580bf';

describe('exports of usual tools', () => {
  it.each([
    [
      'Partner Center',
      `Microsoft ID,Company name,Primary domain name,Relationship\n${GUID.toUpperCase()},Contoso,contoso.onmicrosoft.com,Cloud Reseller\n`,
      { id: GUID, name: 'Contoso', website: 'contoso.onmicrosoft.com', tenantId: GUID },
    ],
    [
      'Dynamics 365',
      `(Do Not Modify) Account,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Account Name,Main Phone,Address 1: City,Primary Contact,Email (Primary Contact)\n` +
        `{${GUID.toUpperCase()}},aB+/==,29/11/2026 10:00,Contoso,+44 1,Reading,Ann Other,ann@contoso.com\n`,
      { id: GUID, name: 'Contoso', mailDomains: ['contoso.com'], city: 'Reading' },
    ],
    [
      'Dynamics 365 in German',
      `(Nicht ändern) Firma;(Nicht ändern) Zeilenprüfsumme;(Nicht ändern) Geändert am;Firmenname;Adresse 1: Ort\n${GUID};x;y;Müller GmbH;Köln\n`,
      { id: GUID, name: 'Müller GmbH' },
    ],
    [
      'HaloPSA',
      'Client ID,Client Name,Website,Email Address,Inactive\n12,Contoso,contoso.com,a@contoso.com,False\n',
      { id: '12', name: 'Contoso', website: 'contoso.com', mailDomains: ['contoso.com'] },
    ],
    [
      'ConnectWise',
      'Company RecID,Company ID,Company Name,Status,City,Country,Web Site\n250,ContosoLtd,Contoso,Active,Reading,United Kingdom,www.contoso.com\n',
      {
        id: 'ContosoLtd',
        name: 'Contoso',
        number: 'ContosoLtd',
        website: 'www.contoso.com',
        city: 'Reading',
        country: 'GB',
      },
    ],
    [
      'Autotask',
      'Company: Company ID,Company: Company Name,Company: Company Number,Company: City\n29762844,Contoso,AC-1,Reading\n',
      { id: '29762844', name: 'Contoso', number: 'AC-1', city: 'Reading' },
    ],
    [
      'Business Central',
      'No.,Name,Responsibility Center,Country/Region Code,Home Page,Email\n10000,Contoso,LONDON,GB,contoso.com,a@contoso.com\n',
      {
        id: '10000',
        name: 'Contoso',
        number: '10000',
        website: 'contoso.com',
        mailDomains: ['contoso.com'],
        country: 'GB',
      },
    ],
    [
      'HubSpot',
      'Record ID,Company name,Company owner,City,Country/Region,Company Domain Name\n9876543210,Contoso,Ann,Reading,United Kingdom,contoso.com\n',
      {
        id: '9876543210',
        name: 'Contoso',
        website: 'contoso.com',
        mailDomains: ['contoso.com'],
        city: 'Reading',
        country: 'GB',
      },
    ],
    [
      'Partner Center as JSON',
      JSON.stringify({
        items: [
          { id: GUID, companyProfile: { tenantId: GUID, domain: 'contoso.onmicrosoft.com', companyName: 'Contoso' } },
        ],
      }),
      { id: GUID, name: 'Contoso', website: 'contoso.onmicrosoft.com', tenantId: GUID },
    ],
    [
      'HubSpot as JSON',
      JSON.stringify({ results: [{ id: '7', properties: { name: 'Contoso', domain: 'contoso.com' } }] }),
      { id: '7', name: 'Contoso', website: 'contoso.com' },
    ],
  ])('%s', async (_name, content, customer) => {
    expect(await read(content)).toEqual({ customers: [customer], bad: [] });
  });
});

describe('an Excel workbook', () => {
  it('is read like a table, from the sheet that has the columns, with the numbers of its rows', async () => {
    const bytes = await writeXlsx({
      Cover: [['Customers of the year'], ['printed', 46000]],
      Customers: [
        ['Customers'],
        [],
        ['No.', 'Name', 'City'],
        [10000, 'Müller & Söhne', 'Köln'],
        [null, 'nobody', null],
        ['007', 'Crème <b>', null],
        [1.23456789012e17, 'Too long', null],
      ],
    });
    const { customers, bad } = await read(bytes);
    expect(customers).toEqual([
      { id: '10000', number: '10000', name: 'Müller & Söhne', city: 'Köln' },
      { id: '007', number: '007', name: 'Crème <b>' },
    ]);
    expect(bad).toEqual([
      { line: 5, column: 'No.', problem: 'is empty or not text' },
      { line: 7, column: 'No.', problem: expect.stringContaining('shortened') },
    ]);
  });

  it('that was cut off is refused, and is no list without customers', async () => {
    const bytes = await writeXlsx({
      A: [
        ['id', 'name'],
        [1, 'A'],
      ],
    });
    const directory = directoryOf(bytes.subarray(0, bytes.length - 40));
    await expect(all(directory.listCustomers())).rejects.toMatchObject({ trouble: { kind: 'bad-answer' } });
  });
});

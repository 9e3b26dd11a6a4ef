import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFileDirectory } from '../../../src/directories/file/file';
import { all, quietLog } from '../../sandbox/stand';
import { writeXlsx } from './write-xlsx';

/** Twenty files as tools and people really leave them: each is read, or refused with the place and what to do. */

const A = '5f1c3b0a-41c2-4e0d-9a57-0c6d2f3e1b11';
const B = '7a2d4c1b-52d3-4f1e-8b68-1d7e3a4f2c22';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'exports-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function directoryOf(content: string | Buffer) {
  const path = join(folder, 'export.dat');
  writeFileSync(path, content);
  return createFileDirectory({ path }, { log: quietLog, wait: () => Promise.resolve() });
}

const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const names = (customers: readonly { id: string; name: string }[]) => customers.map(({ id, name }) => [id, name]);

describe('is read', () => {
  it.each<[string, string | Buffer, [string, string][]]>([
    [
      'HaloPSA, with a title, a date and a total below',
      'Client List\r\nGenerated: 29/11/2026\r\n\r\n"Client ID","Client Name","Toplevel","Phone Number"\r\n"12","Müller & Söhne","EMEA","+49 1"\r\n"14","O\'Neill, Ltd.","EMEA",""\r\n',
      [
        ['12', 'Müller & Söhne'],
        ['14', "O'Neill, Ltd."],
      ],
    ],
    [
      'HaloPSA’s API',
      JSON.stringify({
        record_count: 2,
        clients: [
          { id: 12, name: 'Adatum', toplevel_name: 'EMEA' },
          { id: 14, name: 'Trey' },
        ],
      }),
      [
        ['12', 'Adatum'],
        ['14', 'Trey'],
      ],
    ],
    [
      'ConnectWise, with semicolons of a German Excel',
      latin(
        'sep=;\r\nCompany RecID;Company ID;Company Name;Web Site\r\n250;Mueller;Müller Bau;www.mueller.example\r\n251;Adatum;Adatum;\r\n',
      ),
      [
        ['Mueller', 'Müller Bau'],
        ['Adatum', 'Adatum'],
      ],
    ],
    [
      'Autotask, with its objects before the columns and lines within a cell',
      '"Company: ID","Company: Company Name","Company: Address"\n29762844,"Contoso","1 High St\nReading"\n29762845,"Fabrikam","Hall 2"\n',
      [
        ['29762844', 'Contoso'],
        ['29762845', 'Fabrikam'],
      ],
    ],
    [
      'Autotask’s API',
      JSON.stringify({
        items: [{ id: 7, companyName: 'Contoso', companyNumber: 'C7' }],
        pageDetails: { count: 1, nextPageUrl: null },
      }),
      [['7', 'Contoso']],
    ],
    [
      'Business Central, tabs and UTF-16',
      utf16(
        'No.\tName\tCity\tCountry/Region Code\r\n10000\tCannon Group PLC\tBirmingham\tGB\r\n10010\tSelangor Ltd.\tCoventry\tGB\r\n',
      ),
      [
        ['10000', 'Cannon Group PLC'],
        ['10010', 'Selangor Ltd.'],
      ],
    ],
    [
      'Business Central in German, Windows-1252',
      latin('Nr.;Name;Ort;Länder-/Regionscode\r\nD00010;Möbel Löwe;Köln;DE\r\n'),
      [['D00010', 'Möbel Löwe']],
    ],
    [
      'HubSpot, in its own order, with a comma at each end',
      'Record ID,Company name,Phone Number,Create Date,City,Country/Region,Company Domain Name,\n9001,Contoso,,2026-01-01 10:00,Reading,United Kingdom,contoso.example,\n9002,Fabrikam,,2026-01-02 10:00,,,fabrikam.example,\n',
      [
        ['9001', 'Contoso'],
        ['9002', 'Fabrikam'],
      ],
    ],
    [
      'Partner Center, with its mark and capitals',
      `\uFEFF"Microsoft ID","Company name","Primary domain name","Relationship","Tags"\r\n"${A.toUpperCase()}","Contoso","contoso.onmicrosoft.com","Cloud Reseller",""\r\n`,
      [[A, 'Contoso']],
    ],
    [
      'Partner Center’s API, one page',
      JSON.stringify({
        totalCount: 1,
        items: [{ id: A, companyProfile: { companyName: 'Contoso', domain: 'contoso.onmicrosoft.com' } }],
        links: { self: { uri: '/v1/customers' } },
      }),
      [[A, 'Contoso']],
    ],
    [
      'PowerShell, with its type',
      `#TYPE Microsoft.Dynamics.Row\n"accountid","name","accountnumber"\n"{${A}}","Contoso","AC-1"\n"{${B}}","Fabrikam","AC-2"\n`,
      [
        [A, 'Contoso'],
        [B, 'Fabrikam'],
      ],
    ],
    [
      'Dynamics, in Spanish',
      `(No modificar) Cuenta,(No modificar) Suma de comprobación de fila,Nombre de la cuenta\n${A},x=,Peña e Hijos\n`,
      [[A, 'Peña e Hijos']],
    ],
    [
      'Dynamics’ Web API',
      JSON.stringify({
        '@odata.context': 'https://x.example/$metadata#accounts',
        'value': [{ '@odata.etag': 'W/"1"', 'accountid': A, 'name': 'Contoso' }],
      }),
      [[A, 'Contoso']],
    ],
    [
      'lines of JSON with an empty one between',
      `{"id":"1","name":"A"}\n\n{"id":"2","name":"B"}\n`,
      [
        ['1', 'A'],
        ['2', 'B'],
      ],
    ],
  ])('%s', async (_name, content, expected) => {
    const directory = directoryOf(content);
    expect(names(await all(directory.listCustomers()))).toEqual(expected);
    expect(directory.badRows()).toEqual([]);
  });

  it('Dynamics’ workbook, with its hidden columns and another sheet before it', async () => {
    const content = await writeXlsx({
      hiddenSheet: [['account:1uUn=']],
      Accounts: [
        ['(Do Not Modify) Account', '(Do Not Modify) Row Checksum', 'Account Name'],
        [A, 'b=', 'Contoso'],
        [B, 'c=', 'Fabrikam'],
      ],
    });
    expect(names(await all(directoryOf(content).listCustomers()))).toEqual([
      [A, 'Contoso'],
      [B, 'Fabrikam'],
    ]);
  });
});

describe('is refused, with the place and what to do', () => {
  it.each<[string, string | Buffer, RegExp]>([
    [
      'a pivot of invoices',
      'Debtor;Jan;Feb\n1;10,0;20,0\n',
      /no column for id and name; line 1 has "Debtor", "Jan", "Feb" \| .*"id" and "name".*DIRECTORY_FILE_COLUMNS/,
    ],
    [
      'an export in which each id was shortened',
      'Record ID,Company name\n1.23457E+11,Contoso\n1.23457E+11,Fabrikam\n',
      /no row that can be read; line 2: Record ID .*format the column as text/,
    ],
    [
      'two lists side by side',
      'id;name;id;name\n1;A;2;B\n',
      /"id" twice, at line 1, columns 1 and 3 \| .*a name of its own/,
    ],
    [
      'a zip of the export',
      Buffer.from('PK\x03\x04\x14\0\0\0export.csv'),
      /Excel workbook and cannot be read.*\| .*save it/,
    ],
    ['JSON that ends too early', '[{"id":"1","name":"A"},', /no whole JSON.* \| .*export it anew/],
  ])('%s', async (_name, content, words) => {
    const [trouble] = await directoryOf(content).check();
    expect(`${trouble?.detail ?? ''} | ${trouble?.remedy ?? ''}`).toMatch(words);
  });
});

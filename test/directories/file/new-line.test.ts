import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFileDirectory } from '../../../src/directories/file/file';
import type { CustomerDetails } from '../../../src/domain/creation';
import { all, quietLog } from '../../sandbox/stand';

const TENANT = 'b44bb1fb-c595-45b0-9e09-d657365580bf';
const DETAILS: CustomerDetails = {
  name: 'Müller; Söhne, "die" KG',
  website: 'https://mueller.example',
  mail: 'post@mueller.example',
  city: 'Köln',
  country: 'Germany',
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'new-line-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const directory = (content: string) => {
  const path = join(folder, 'customers');
  writeFileSync(path, content);
  return createFileDirectory({ path, createsCustomers: true }, { log: quietLog, wait: () => Promise.resolve() });
};

async function lineFor(content: string, details = DETAILS): Promise<string> {
  const { newCustomers } = directory(content);
  const look = newCustomers?.by === 'line' ? await newCustomers.lineFor(details, TENANT) : undefined;
  return look?.look === 'seen' ? look.value : String(look?.look);
}

describe.each([
  ['commas', 'id,name,website,email,city,country\nc1,Contoso,contoso.com,a@contoso.com,Reading,GB\n'],
  ['semicolons, other names', 'Kundennr;Firmenname;Bemerkung;Ort;Land;Homepage\nK-1;Contoso;;Berlin;DE;contoso.com\n'],
  ['tabs', 'ID\tNAME\tORT\nc1\tContoso\tReading\n'],
  ['JSON lines', '{"id":"c1","name":"Contoso","city":"Reading"}\n'],
])('a file with %s', (_what, content) => {
  it('is given a line that it is read back from', async () => {
    const line = await lineFor(content);
    expect(line).not.toContain('\n');
    const read = await all(directory(`${content}${line}\n`).listCustomers());
    expect(read.flat()).toContainEqual(expect.objectContaining({ id: TENANT, name: DETAILS.name, city: 'Köln' }));
  });
});

it('a JSON list is given an object', async () => {
  const line = await lineFor('[{"id":"c1","name":"Contoso","country":"GB"}]');
  expect(JSON.parse(line)).toEqual({ id: TENANT, name: DETAILS.name, country: 'Germany' });
});

it('no spreadsheet runs what a name says', async () => {
  const name = '=HYPERLINK("https://evil.example")';
  expect(await lineFor('id,name\nc1,Contoso\n', { name })).toBe(`${TENANT},"'=HYPERLINK(""https://evil.example"")"`);
});

it('a file that cannot be read has no line', async () => {
  expect(await lineFor('nothing')).toBe('failed');
});

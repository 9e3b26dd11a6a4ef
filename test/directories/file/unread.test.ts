import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFileDirectory } from '../../../src/directories/file/file';
import { all, quietLog } from '../../sandbox/stand';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'unread-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function directoryOf(content: string | Buffer) {
  const path = join(folder, 'customers.dat');
  writeFileSync(path, content);
  return createFileDirectory({ path }, { log: quietLog, wait: () => Promise.resolve() });
}

describe('a row that cannot be read (S11)', () => {
  it('is named, and the customer that stands in it is not called gone', async () => {
    const directory = directoryOf(
      'id,name\n1,Contoso\n2,"Fabrikam "West" GmbH"\n1,23457E+11,Northwind Traders\n1.23457E+11,Tailspin\n3,\n',
    );
    await all(directory.listCustomers());
    expect(directory.badRows()).toEqual([
      { line: 3, problem: expect.stringContaining('quote') },
      { line: 4, problem: expect.stringContaining('3 values for 2 columns') },
      { line: 5, column: 'id', problem: expect.stringContaining('format the column as text') },
      { line: 6, column: 'name', problem: 'is empty or not text' },
    ]);
    const unread = [
      { id: '2', name: 'Fabrikam "West" GmbH' },
      { id: '123457000000', name: 'Northwind Traders' },
      { id: '123457000001', name: 'Tailspin' },
      { id: '3', name: 'Without a name now' },
    ];
    expect(unread.map((customer) => directory.mayBeUnread(customer))).toEqual([true, true, true, true]);
    expect(directory.mayBeUnread({ id: '4', name: 'Really gone' })).toBe(false);
  });

  it.each([
    ['a row without its end', 'id,name,city\n1,Contoso,Reading\n2,Fabri'],
    ['a quote without its end', 'id,name\n1,Contoso\n2,"Fabri'],
    ['half a character', Buffer.from('id,name\n1,Müller\n2,Mü').subarray(0, -1)],
    ['a line of JSON without its end', '{"id":"1","name":"A"}\n{"id":"2","na'],
  ])('at the end of the file, %s, is read at the second look (S10)', async (_name, content) => {
    const directory = directoryOf(content);
    await expect(all(directory.listCustomers())).rejects.toMatchObject({
      trouble: { kind: 'bad-answer', detail: expect.stringContaining('middle of a row') },
    });
    expect((await all(directory.listCustomers())).map((c) => c.id)).toContain('1');
  });

  it('nor is a whole row at the end when the file before had an end to it (S10)', async () => {
    const directory = directoryOf('id,name\n1,Contoso\n2,Müller\n');
    await all(directory.listCustomers());
    writeFileSync(join(folder, 'customers.dat'), 'id,name\n1,Contoso\n2,Mül');
    await expect(all(directory.listCustomers())).rejects.toMatchObject({ trouble: { kind: 'bad-answer' } });
  });

  it('a file that changes while it is read is read anew, and one that goes on changing is not', async () => {
    const path = join(folder, 'growing.csv');
    let text = 'id,name\n1,Contoso\n';
    writeFileSync(path, text);
    let writes = 2;
    const directory = createFileDirectory(
      { path },
      {
        log: quietLog,
        // It was written just now, whenever that is asked.
        clock: { now: () => statSync(path).mtimeMs },
        wait: () => {
          if (writes-- > 0) writeFileSync(path, (text += `${writes + 10},Customer\n`));
          return Promise.resolve();
        },
      },
    );
    expect(await all(directory.listCustomers())).toHaveLength(3);
    writes = 1000;
    await expect(all(directory.listCustomers())).rejects.toMatchObject({
      trouble: { detail: 'the customer file is being written' },
    });
  });
});

describe('a file with thousands of rows that cannot be read', () => {
  const bad = (count: number) =>
    `id,name\n${Array.from({ length: count }, (_, n) => `${n},"Fabrikam "West" number ${n}"\n`).join('')}`;

  it('is read while others get their turns, each bad row is named, and the good ones are taken', async () => {
    let turns = 0;
    let isOver = false;
    const turn = (): void => {
      turns += 1;
      if (!isOver) setImmediate(turn);
    };
    const directory = directoryOf(`${bad(6_000)}x1,Contoso\n`);
    turn();
    const customers = await all(directory.listCustomers());
    isOver = true;

    expect(customers).toEqual([{ id: 'x1', name: 'Contoso' }]);
    expect(directory.badRows()).toHaveLength(6_000);
    expect(directory.badRows()[5_999]?.line).toBe(6_001);
    expect(turns).toBeGreaterThan(10);
    expect(directory.mayBeUnread({ id: '17', name: 'Fabrikam' })).toBe(true);
  }, 120_000);

  it('and a value that goes on over many lines is one value, at the right lines', async () => {
    const long = `1,"Contoso${'\nand Sons'.repeat(400)}"\n`;
    const directory = directoryOf(`id,name\n0,"a "b" c"\n${long}2,Fabrikam\n3,"x "y" z"\n`);
    expect((await all(directory.listCustomers())).map(({ id }) => id)).toEqual(['1', '2']);
    expect(directory.badRows().map(({ line }) => line)).toEqual([2, 405]);
  });
});

it('a row that shows neither id nor name may be anybody’s, and an id in other letters is recognised', async () => {
  const id = 'b44bb1fb-c595-45b0-9e09-d657365580bf';
  const unnamed = directoryOf(JSON.stringify([{ id: '1', name: 'Contoso' }, null]));
  await all(unnamed.listCustomers());
  expect(unnamed.mayBeUnread({ id: '2', name: 'Fabrikam' })).toBe(true);

  const directory = directoryOf(`id,name\n1,Contoso\n{${id.toUpperCase()}},"Fabri "kam"\n`);
  await all(directory.listCustomers());
  expect(directory.mayBeUnread({ id, name: 'Fabrikam' })).toBe(true);
  expect(directory.mayBeUnread({ id: '3', name: 'Northwind' })).toBe(false);
});

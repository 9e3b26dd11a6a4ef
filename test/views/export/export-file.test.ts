import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import type { AccountRecord } from '../../../src/domain/account';
import { forgotten } from '../../../src/domain/forget';
import { pickCustomer, undoDecision } from '../../../src/domain/mapping';
import { createSpeech } from '../../../src/views/words/speech';
import { plainCell } from '../../../src/views/export/cell';
import { exportFile } from '../../../src/views/export/export-file';
import { account, ana, ben, stamp, T0 } from '../../builders';

const speech = createSpeech('en');

function mapped(record: AccountRecord, by = ana): AccountRecord {
  const customer = { id: 'customer-1', name: '@Contoso Limited' };
  const evidence = [
    { code: 'same-name', side: 'for', weight: 3 },
    { code: 'other-country', side: 'against', weight: -2, account: 'DE', customer: 'GB' },
  ] as const;
  const ruled = pickCustomer(record, { customer, evidence }, stamp(by, { at: T0 + 60_000 }));
  if (ruled.ruling !== 'decided') throw new Error(ruled.ruling);
  return ruled.record;
}

async function csv(record: AccountRecord, what: 'mappings' | 'history' = 'mappings') {
  const accounts = [{ record, decisions: record.decisions }];
  const { content } = await exportFile(accounts, { what, format: 'csv' }, T0, speech);
  return parse<Record<string, string>>(Buffer.from(content), { bom: true, columns: true });
}

it('says of a mapping who, when and why', async () => {
  const [line] = await csv(mapped(account()));
  expect(line).toMatchObject({
    'Account': 'Contoso Ltd',
    'Domain': 'contoso.onmicrosoft.com',
    'Accepted': '2026-05-03T09:00:00Z',
    'State': 'mapped',
    'Customer': "'@Contoso Limited",
    'Decided by': 'Ana Silva',
    'Decided in': 'Handshake',
    'Decided at': '2026-05-03T09:01:00Z',
    'For': 'same name',
    'Against': expect.stringContaining('Germany'),
    'Work 365': 'no row yet',
    'Written at': '',
    'Decisions': '1',
  });
});

it('says of each decision what it replaced, and which one counts', async () => {
  const first = mapped(account());
  const ruled = undoDecision(first, first.decisions[0]!.id, stamp(ben));
  const [mapping, undone] = await csv(ruled.record, 'history');
  expect(mapping).toMatchObject({ Decision: 'mapped', Before: 'open', By: 'Ana Silva', Stands: '' });
  expect(undone).toMatchObject({ Decision: 'taken back', Before: "'@Contoso Limited", By: 'Ben Ito', Stands: 'yes' });
});

it('names nobody who was forgotten', async () => {
  const [line] = await csv(mapped(account(), { kind: 'person', person: forgotten('x') }), 'history');
  expect(line).toMatchObject({ 'By': '', 'In': 'Handshake', 'Time is of': 'decision' });
});

it('is a workbook with times that are times', async () => {
  const record = mapped(account());
  const accounts = [{ record, decisions: record.decisions }];
  const { name, content } = await exportFile(accounts, { what: 'mappings', format: 'xlsx' }, T0, speech);
  expect(name).toBe('handshake-mappings-2026-05-03.xlsx');
  const [mappings, decisions] = await readXlsxFile(Buffer.from(content));
  const [titles = [], line = []] = mappings!.data;
  expect(line[titles.indexOf('Decided at')]).toEqual(new Date(T0 + 60_000));
  expect(line[titles.indexOf('Decisions')]).toBe(1);
  expect(decisions!.data).toHaveLength(2);
});

it('has the period in its name, by the clock of who asks', async () => {
  const berlin = createSpeech('en', { timeZone: 'Europe/Berlin' });
  const range = { from: Date.UTC(2026, 8, 30, 22), to: Date.UTC(2026, 9, 31, 23) };
  const { name } = await exportFile([], { what: 'history', format: 'csv', range }, T0, berlin);
  expect(name).toBe('handshake-history-2026-10-01-to-2026-10-31.csv');
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠x'])(
  'makes %j no formula',
  (text) => {
    expect(plainCell(text)).toBe(`'${text}`);
  },
);

it('leaves other texts, numbers and times as they are, without what no file can hold', () => {
  const at = new Date(T0);
  expect([plainCell('Contoso - UK'), plainCell(3), plainCell(at), plainCell(undefined)]).toEqual([
    'Contoso - UK',
    3,
    at,
    undefined,
  ]);
  expect(plainCell('a\u0000b\ud800c')).toBe('a\ufffdb\ufffdc');
});

it('writes names with delimiters, quotes and line breaks so that they are read back', async () => {
  const hostile = 'Contoso "Ltd", \r\nof; 東京';
  const record = account();
  const [line] = await csv({ ...record, tenant: { ...record.tenant, name: hostile } });
  expect(line?.['Account']).toBe(hostile);
});

import type { BadRow, Trouble } from '../../domain/source';
import type { Customer } from '../../domain/customer';
import { idIn } from '../../domain/one-form';
import type { Clock } from '../../domain/time';
import type { Wait } from '../../runtime/wait';
import type { CountryReader } from '../country';
import type { NamedColumns } from '../../domain/customer';
import type { Unread } from './csv';
import { readSettled } from './read-settled';
import { readRecords } from './records';
import type { FileForm, RawRecords } from './records';
import { noColumns } from './table';
import { customerInRecord, layoutOf } from './schema';
import type { Layout } from './schema';

export type FileReading =
  | {
      readonly ok: true;
      readonly customers: readonly Customer[];
      readonly bad: readonly BadRow[];
      /** Whether a customer may stand in what could not be read. */
      readonly holds: (customer: Customer) => boolean;
      readonly end: 'whole' | 'open' | 'cut';
      readonly mark: string;
      readonly form: FileForm;
      readonly layout: Layout;
    }
  | { readonly ok: false; readonly trouble: Trouble };

export interface ReadingDeps {
  readonly country: CountryReader;
  readonly named: NamedColumns;
  readonly clock: Clock;
  readonly wait: Wait;
}

/** Every customer of the file, each once, and what is wrong with the rows. */
export async function readCustomers(path: string, deps: ReadingDeps): Promise<FileReading> {
  const file = await readSettled(path, deps);
  if (file.read === 'no') {
    return trouble('misconfigured', `cannot be read (${file.why})`, 'must name a file that this process may read');
  }
  if (file.read === 'being-written') {
    return trouble('bad-answer', 'is being written', 'is read when it has stopped changing');
  }
  const records = await readRecords(file.bytes, deps.named);
  if (!records.ok) {
    const kind = records.cut === true ? 'bad-answer' : 'misconfigured';
    return trouble(kind, records.problem, `names a file that cannot be used: ${records.remedy}`);
  }
  return customersOf(records, file.mark, deps);
}

function customersOf(
  raw: Extract<RawRecords, { ok: true }>,
  mark: string,
  { country, named }: ReadingDeps,
): FileReading {
  const layout = layoutOf(raw.records, named);
  if (layout === undefined) {
    const [first] = raw.records;
    if (first === undefined) return noGoodRow(raw.unread);
    const columns = [...first.fields.values()].map(({ column }) => column);
    const { problem, remedy } = noColumns(columns, named, 'the first has');
    return trouble('misconfigured', problem, `names a file that cannot be used: ${remedy}`);
  }
  const unread: Unread[] = [...raw.unread];
  const notes: BadRow[] = [];
  const customers = new Map<string, { readonly customer: Customer; readonly line: number }>();
  for (const record of raw.records) {
    const answer = customerInRecord(record, layout, country);
    if (!answer.ok) {
      unread.push(answer);
      continue;
    }
    notes.push(...answer.notes);
    const { customer } = answer;
    const before = customers.get(customer.id);
    if (before === undefined) customers.set(customer.id, { customer, line: record.line });
    else notes.push(twice(record.line, record.fields.get(layout.id)?.column ?? 'id', before.line));
  }
  // Of a file without a single good row nobody may conclude that all customers are gone.
  if (customers.size === 0) return noGoodRow(unread);
  const { partial, end, form } = raw;
  const wholeList: readonly BadRow[] = partial === undefined ? [] : [{ line: 1, problem: partial, taken: true }];
  return {
    ok: true,
    customers: Array.from(customers.values(), ({ customer }) => customer),
    bad: [...wholeList, ...unread.map(({ bad }) => bad), ...notes].toSorted((a, b) => a.line - b.line),
    holds: partial === undefined ? holderOf(unread) : () => true,
    end,
    mark,
    form,
    layout,
  };
}

function twice(line: number, column: string, before: number): BadRow {
  return { line, column, problem: `the id stands on line ${before} already` };
}

function noGoodRow(unread: readonly Unread[]): FileReading {
  const first = unread[0]?.bad;
  const named = first === undefined ? '' : `; line ${first.line}: ${first.column ?? 'the row'} ${first.problem}`;
  return trouble('misconfigured', `holds no row that can be read${named}`, 'needs the columns id and name');
}

/** A row that could not be read may still show whose it is: it holds the id, or the name. One that shows nothing is anybody's. */
function holderOf(unread: readonly Unread[]): (customer: Customer) => boolean {
  if (unread.length === 0) return () => false;
  if (unread.some(({ text }) => text.trim() === '')) return () => true;
  const words = new Set(unread.flatMap(({ text }) => text.split(/[\s,;|"{}[\]]+/).map(idIn)));
  const values = new Set(unread.flatMap(({ text }) => text.split('\n').map(plain)));
  const texts = unread.map(({ text }) => plain(text)).join('\n');
  // A name of two letters stands in any text.
  return ({ id, name }) =>
    words.has(id) || words.has(name) || (name.length > 3 && (values.has(plain(name)) || texts.includes(plain(name))));
}

function plain(text: string): string {
  return text.replaceAll('"', '').replace(/\s+/g, ' ').toLowerCase();
}

function trouble(kind: Trouble['kind'], what: string, remedy: string): FileReading {
  return {
    ok: false,
    trouble: {
      source: 'customer-file',
      kind,
      detail: `the customer file ${what}`,
      remedy: `DIRECTORY_FILE ${remedy}.`,
    },
  };
}

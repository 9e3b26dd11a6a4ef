import { readFile } from 'node:fs/promises';
import type { BadRow, Directory } from '../../directory';
import type { Customer } from '../../domain/customer';
import { SourceFailure } from '../../domain/source';
import type { Trouble } from '../../domain/source';
import type { Log } from '../../runtime/log';
import { createCountryReader } from '../country';
import type { CountryReader } from '../country';
import { readRecords } from './records';
import type { RawRecord } from './records';
import { WANTED, customerOf, missingColumns } from './schema';

export interface FileDirectoryConfig {
  /** CSV (comma, semicolon or tab), a JSON list, or JSON lines; UTF-8. */
  readonly path: string;
}

export interface FileDirectoryDeps {
  readonly log: Log;
}

/** Customers to a page, so that a reader of pages has the same work here as with a service. */
const PAGE = 1000;

type Reading =
  | { readonly ok: true; readonly customers: readonly Customer[]; readonly bad: readonly BadRow[] }
  | { readonly ok: false; readonly trouble: Trouble };

/** Customers of a file, read anew for each listing. There are no provider accounts and nothing is written back. */
export function createFileDirectory(config: FileDirectoryConfig, deps: FileDirectoryDeps): Directory {
  const country = createCountryReader();
  let bad: readonly BadRow[] = [];

  async function read(): Promise<Reading> {
    const reading = await readCustomers(config.path, country);
    if (!reading.ok) return reading;
    bad = reading.bad;
    if (bad.length > 0) deps.log.warn({ rows: bad.slice(0, 20), count: bad.length }, 'The customer file has bad rows');
    return reading;
  }

  return {
    source: 'customer-file',
    writesBack: false,
    async *listCustomers() {
      const reading = await read();
      if (!reading.ok) throw new SourceFailure(reading.trouble);
      for (let i = 0; i < reading.customers.length; i += PAGE) yield reading.customers.slice(i, i + PAGE);
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- the port lists pages, and a file has none
    async *listRows() {
      yield [];
    },
    readRow: () => Promise.resolve({ look: 'absent' }),
    writeMapping: () => Promise.resolve({ outcome: 'failed', trouble: noWriting() }),
    async check() {
      const reading = await read();
      return reading.ok ? [] : [reading.trouble];
    },
    badRows: () => bad,
  };
}

async function readCustomers(path: string, country: CountryReader): Promise<Reading> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return misconfigured(`the customer file cannot be read (${code})`, 'must name a file that this process may read');
  }
  const { records, bad } = readRecords(text);
  const missing = missingColumns(records);
  if (missing.length > 0) {
    return misconfigured(`the customer file has no column for ${missing.join(' and ')}`, `needs the columns ${WANTED}`);
  }
  // Of a file without a single good row nobody may conclude that all customers are gone.
  if (records.length === 0) return misconfigured('the customer file holds no row that can be read', `needs ${WANTED}`);
  return customersOf(records, bad, country);
}

function customersOf(records: readonly RawRecord[], broken: readonly BadRow[], country: CountryReader): Reading {
  const bad = [...broken];
  const customers = new Map<string, { readonly customer: Customer; readonly line: number }>();
  for (const record of records) {
    const answer = customerOf(record, country);
    if (!answer.ok) {
      bad.push(answer.bad);
      continue;
    }
    bad.push(...answer.notes);
    const { customer } = answer;
    const before = customers.get(customer.id);
    if (before === undefined) customers.set(customer.id, { customer, line: record.line });
    else bad.push({ line: record.line, column: 'id', problem: `the id stands on line ${before.line} already` });
  }
  return {
    ok: true,
    customers: Array.from(customers.values(), (entry) => entry.customer),
    bad: bad.toSorted((a, b) => a.line - b.line),
  };
}

function misconfigured(detail: string, remedy: string): Reading {
  const trouble = {
    source: 'customer-file',
    kind: 'misconfigured',
    detail,
    remedy: `DIRECTORY_FILE ${remedy}.`,
  } as const;
  return { ok: false, trouble };
}

function noWriting(): Trouble {
  const remedy = 'Set DATAVERSE_URL to use Work 365, which takes mappings; DIRECTORY_FILE is only read.';
  return { source: 'customer-file', kind: 'misconfigured', detail: 'a customer file takes no mappings', remedy };
}

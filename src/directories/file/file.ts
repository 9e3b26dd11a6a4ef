import { randomUUID } from 'node:crypto';
import type { Directory, NewCustomers } from '../../directory';
import type { BadRow, Trouble } from '../../domain/source';
import type { Customer } from '../../domain/customer';
import { SourceFailure } from '../../domain/source';
import type { Clock } from '../../domain/time';
import { systemClock } from '../../runtime/clock';
import type { Log } from '../../runtime/log';
import { wait as reallyWait } from '../../runtime/wait';
import type { Wait } from '../../runtime/wait';
import { createCountryReader } from '../country';
import type { NamedColumns } from '../../domain/customer';
import { createSecondLook } from './second-look';
import { readCustomers } from './customers';
import type { FileReading } from './customers';
import { newLine } from './new-line';

export interface FileDirectoryConfig {
  /** CSV and its relatives, an Excel workbook (xlsx), JSON, or JSON lines: see `env/.env.example`. */
  readonly path: string;
  /** What the file calls its columns, where it is none of the usual names. */
  readonly columns?: NamedColumns;
  /** A line to copy is made for a customer that the file does not have. Default: it is not. */
  readonly createsCustomers?: boolean;
}

export interface FileDirectoryDeps {
  readonly log: Log;
  readonly clock?: Clock;
  readonly wait?: Wait;
}

/** Customers to a page, so that a reader of pages has the same work here as with a service. */
const PAGE = 1000;

type Good = Extract<FileReading, { ok: true }>;

/** Customers of a file, read anew for each listing. There are no provider accounts and nothing is written back. */
export function createFileDirectory(config: FileDirectoryConfig, deps: FileDirectoryDeps): Directory {
  const country = createCountryReader();
  const { log, clock = systemClock, wait = reallyWait } = deps;
  const secondLook = createSecondLook();
  let last: Pick<Good, 'bad' | 'holds'> = { bad: [], holds: () => false };

  const read = (): Promise<FileReading> =>
    readCustomers(config.path, { country, named: config.columns ?? {}, clock, wait });

  async function readForList(): Promise<Good> {
    const reading = await read();
    if (!reading.ok) throw new SourceFailure(reading.trouble);
    if (!secondLook.allows(reading)) throw new SourceFailure(unfinished());
    last = reading;
    const { bad } = reading;
    if (bad.length > 0) log.warn({ rows: bad.slice(0, 20), count: bad.length }, 'The customer file has bad rows');
    return reading;
  }

  const newCustomers: NewCustomers = {
    by: 'line',
    async lineFor(details, tenantId) {
      const reading = await read();
      if (!reading.ok) return { look: 'failed', trouble: reading.trouble };
      // The tenant's id is nobody else's; whoever has a number of their own puts that in its place.
      const ids = { id: tenantId ?? randomUUID(), tenantId };
      return { look: 'seen', value: newLine(reading.form, reading.layout, details, ids) };
    },
  };

  return {
    source: 'customer-file',
    writesBack: false,
    ...(config.createsCustomers === true ? { newCustomers } : {}),
    async *listCustomers() {
      const { customers } = await readForList();
      for (let i = 0; i < customers.length; i += PAGE) yield customers.slice(i, i + PAGE);
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- the port lists pages, and a file has none
    async *listRows() {
      yield [];
    },
    listProviders: () => Promise.resolve({ look: 'absent' }),
    readRow: () => Promise.resolve({ look: 'absent' }),
    writeMapping: () => Promise.resolve({ outcome: 'failed', trouble: noWriting() }),
    async check() {
      const reading = await read();
      return reading.ok ? [] : [reading.trouble];
    },
    badRows: (): readonly BadRow[] => last.bad,
    badAccountRows: () => [],
    mayBeUnread: (customer: Customer) => last.holds(customer),
  };
}

function unfinished(): Trouble {
  return {
    source: 'customer-file',
    kind: 'bad-answer',
    detail: 'the customer file ends in the middle of a row, as if it were still being written',
    remedy:
      'It is looked at again at the next sync. Write exports under another name and rename them when they are whole.',
  };
}

function noWriting(): Trouble {
  const remedy = 'Set DATAVERSE_URL to use Work 365, which takes mappings; DIRECTORY_FILE is only read.';
  return { source: 'customer-file', kind: 'misconfigured', detail: 'a customer file takes no mappings', remedy };
}

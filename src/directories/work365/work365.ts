import type {
  Directory,
  ListedProvider,
  ListedRow,
  NewCustomers,
  RowFilter,
  MappingWrite,
  MappingWriteOutcome,
} from '../../directory';
import type { Customer } from '../../domain/customer';
import { SourceFailure } from '../../domain/source';
import { guidIn } from '../../domain/one-form';
import type { BadRow, Hear, Look } from '../../domain/source';
import { createTokens } from '../../runtime/entra';
import type { HttpDeps, HttpSettings } from '../../runtime/http';
import type { Secret } from '../../runtime/secret';
import { createCountryReader } from '../country';
import type { CountryReader } from '../country';
import { checkNames, learnBind, learnSyncStatus, noBind } from './check';
import { createDataverse, strange } from './dataverse';
import type { Dataverse, RowPage } from './dataverse';
import { customerMaker } from './create-customer';
import type { CustomerMaker } from './create-customer';
import { readNames } from './names';
import type { Names, NamesLookup } from './names';
import { learnProviderTable, readProviders } from './providers';
import type { ProviderTable } from './providers';
import type { ForeignRow } from './schema';
import { contactOf, customerColumns, customerInRow, listedRowOf, lookup, rowColumns } from './schema';
import { readRow, writeMapping } from './write-mapping';

export interface Work365Config {
  /** `https://{org}.crm{n}.dynamics.com`, without a path. */
  readonly url: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: Secret;
  /** A host without the tenant. */
  readonly authority: string;
  /** JSON file that overrides table and column names. */
  readonly schemaFile?: string;
  /** What Work 365 does not take from the person who decided is written as the app. Default: it is not written. */
  readonly writesAsApp?: boolean;
  /** Customers can be made from here. Default: they are not. */
  readonly createsCustomers?: boolean;
  /** Names, or ids of rows, of Work 365's providers whose accounts are left out. */
  readonly leaveOut?: readonly string[];
  readonly http?: Partial<HttpSettings>;
}

export function createWork365(config: Work365Config, deps: HttpDeps): Directory {
  const credential = { kind: 'secret', secret: config.clientSecret } as const;
  const tokens = createTokens({ ...config, credential, source: 'work365', prefix: 'DATAVERSE' }, deps);
  const dataverse = createDataverse(config.url, tokens, deps, config.http);
  const country = createCountryReader();
  let names: Promise<NamesLookup> | undefined;
  let bind: string | undefined;
  let syncStatus: Look<string> | undefined;
  let providerTable: ProviderTable | undefined;
  let bad: readonly BadRow[] = [];
  let badAccounts: readonly BadRow[] = [];

  async function ourNames(): Promise<NamesLookup> {
    names ??= readNames(config.schemaFile);
    const answer = await names;
    // The file may be put right while we run.
    if (!answer.ok) names = undefined;
    return answer;
  }

  async function bindName(known: Names, signal?: AbortSignal): Promise<Look<string>> {
    if (known.providerAccount.bind !== undefined) return { look: 'seen', value: known.providerAccount.bind };
    if (bind !== undefined) return { look: 'seen', value: bind };
    const learned = await learnBind(dataverse, known, signal);
    if (learned.look === 'seen') bind = learned.value;
    return learned;
  }

  /** With the column of the sync status, where the environment has one: without it the rows can be read all the same. */
  async function namesOfRows({ signal, hear }: Asked): Promise<NamesLookup> {
    const answer = await ourNames();
    if (!answer.ok || answer.names.providerAccount.syncStatus !== undefined) return answer;
    if (syncStatus === undefined || syncStatus.look === 'failed')
      syncStatus = await learnSyncStatus(dataverse, answer.names, { signal, hear });
    if (syncStatus.look !== 'seen') return answer;
    const providerAccount = { ...answer.names.providerAccount, syncStatus: syncStatus.value };
    return { ok: true, names: { ...answer.names, providerAccount } };
  }

  async function listProviders(signal?: AbortSignal): Promise<Look<readonly ListedProvider[]>> {
    const answer = await ourNames();
    if (!answer.ok) return { look: 'failed', trouble: answer.trouble };
    if (providerTable === undefined) {
      const learned = await learnProviderTable(dataverse, answer.names, signal);
      if (learned.look !== 'seen') return learned;
      providerTable = learned.value;
    }
    const look = await readProviders(dataverse, providerTable, signal);
    if (look.look !== 'seen') return look;
    return { look: 'seen', value: look.value.filter((provider) => !isLeftOut(provider)) };
  }

  const leftOut = new Set((config.leaveOut ?? []).map((name) => name.trim().toLowerCase()));

  /** Providers that this partner wants to hear nothing of, by name or by the id of their row. */
  function isLeftOut({ rowId = '', name = '' }: { rowId: string | undefined; name: string | undefined }): boolean {
    return leftOut.has(rowId) || leftOut.has(name.trim().toLowerCase());
  }

  async function write(mapping: MappingWrite, signal?: AbortSignal): Promise<MappingWriteOutcome> {
    const answer = await namesOfRows({ signal, hear: undefined });
    if (!answer.ok) return { outcome: 'failed', trouble: answer.trouble };
    const property = await bindName(answer.names, signal);
    if (property.look === 'seen') {
      const manner = { bind: property.value, asApp: config.writesAsApp === true };
      return writeMapping(dataverse, answer.names, manner, mapping, signal);
    }
    return { outcome: 'failed', trouble: property.look === 'failed' ? property.trouble : noBind(answer.names) };
  }

  const makerWith = (names: Names): CustomerMaker =>
    customerMaker(dataverse, names, { country, asApp: config.writesAsApp === true });

  const newCustomers: NewCustomers = {
    by: 'service',
    async create(wanted, signal) {
      const answer = await ourNames();
      if (!answer.ok) return { outcome: 'failed', trouble: answer.trouble };
      return makerWith(answer.names).create(wanted, signal);
    },
    async read(id, signal) {
      const answer = await ourNames();
      return answer.ok ? makerWith(answer.names).read(id, signal) : { look: 'failed', trouble: answer.trouble };
    },
  };

  return {
    source: 'work365',
    writesBack: true,
    ...(config.createsCustomers === true ? { newCustomers } : {}),
    async *listCustomers(signal, hear) {
      const noteBad = (rows: readonly BadRow[]): void => {
        bad = rows;
      };
      yield* listCustomers(dataverse, orThrow(await ourNames()), country, { signal, hear }, noteBad);
    },
    async *listRows(signal, hear, some = { except: [] }) {
      const noteBad = (rows: readonly BadRow[]): void => {
        // What cannot be read is told of whole lists.
        if (some.except.length === 0) badAccounts = rows;
      };
      const names = orThrow(await namesOfRows({ signal, hear }));
      for await (const page of listRows(dataverse, names, some, { signal, hear }, noteBad))
        yield page.filter(({ providerRowId: rowId, providerName: name }) => !isLeftOut({ rowId, name }));
    },
    listProviders,
    async readRow(rowId, signal) {
      const answer = await namesOfRows({ signal, hear: undefined });
      return answer.ok ? readRow(dataverse, answer.names, rowId, signal) : { look: 'failed', trouble: answer.trouble };
    },
    writeMapping: write,
    async check(signal) {
      const answer = await ourNames();
      if (!answer.ok) return [answer.trouble];
      const troubles = await checkNames(dataverse, answer.names, config.createsCustomers === true, signal);
      const providers = await listProviders(signal);
      return providers.look === 'failed' ? [...troubles, providers.trouble] : troubles;
    },
    badRows: () => bad,
    badAccountRows: () => badAccounts,
    // A row without its id may be anybody's.
    mayBeUnread: () => bad.length > 0,
  };
}

function orThrow(answer: NamesLookup): Names {
  if (!answer.ok) throw new SourceFailure(answer.trouble);
  return answer.names;
}

/** Who may stop a listing, and who hears what it waits for. */
interface Asked {
  readonly signal: AbortSignal | undefined;
  readonly hear: Hear | undefined;
}

/** All active rows, mapped ones too: whoever maps in Work 365 itself is noticed without change tracking. */
async function* listRows(
  dataverse: Dataverse,
  names: Names,
  { except }: RowFilter,
  asked: Asked,
  noteBad: (bad: readonly BadRow[]) => void,
): AsyncGenerator<readonly ListedRow[]> {
  const { set, provider } = names.providerAccount;
  const what = 'list of provider accounts';
  const others = except.filter((id) => guidIn(id) === id).map((id) => ` and ${lookup(provider)} ne ${id}`);
  const path = `${set}?$select=${rowColumns(names)}&$filter=statecode eq 0${others.join('')}`;
  const left = new LeftOut(what, 'lacks its id or its version, or does not say whose it is');
  for await (const page of dataverse.pages({ what, path: encodeURI(path), ...asked })) {
    yield left.without(page, (row) => listedRowOf(row, names));
  }
  left.end();
  noteBad(left.rows);
}

async function* listCustomers(
  dataverse: Dataverse,
  names: Names,
  country: CountryReader,
  asked: Asked,
  noteBad: (bad: readonly BadRow[]) => void,
): AsyncGenerator<readonly Customer[]> {
  const domains = await contactDomains(dataverse, names, asked);
  const what = 'list of customers';
  const path = `${names.customer.set}?$select=${customerColumns(names)}&$filter=statecode eq 0`;
  const left = new LeftOut(what, 'lacks its id or its version');
  for await (const page of dataverse.pages({ what, path: encodeURI(path), ...asked })) {
    yield left.without(page, (row) => customerInRow(row, names, country, domains));
  }
  left.end();
  noteBad(left.rows);
}

/** Mail domains of the contacts, by customer. One that cannot be read says nothing. */
async function contactDomains(dataverse: Dataverse, names: Names, asked: Asked) {
  const domains = new Map<string, Set<string>>();
  const { contact } = names;
  if (contact === undefined) return domains;
  const columns = [contact.id, contact.mail, lookup(contact.customer)].join(',');
  const path = `${contact.set}?$select=${columns}&$filter=statecode eq 0 and ${contact.mail} ne null`;
  for await (const rows of dataverse.pages({ what: 'list of contacts', path: encodeURI(path), ...asked })) {
    for (const row of rows) {
      const found = row === undefined ? undefined : contactOf(row, contact);
      if (found === undefined) continue;
      const known = domains.get(found.customerId) ?? new Set();
      domains.set(found.customerId, known.add(found.domain));
    }
  }
  return domains;
}

/** Counts rows that cannot be read. A list in which none can is not believed: its columns are not ours. */
class LeftOut {
  readonly rows: BadRow[] = [];
  private read = 0;

  constructor(
    private readonly what: string,
    private readonly problem: string,
  ) {}

  without<T>(page: RowPage, readRow: (row: ForeignRow) => T | undefined): readonly T[] {
    const good: T[] = [];
    for (const row of page) {
      this.read += 1;
      const value = row === undefined ? undefined : readRow(row);
      if (value === undefined) this.rows.push({ line: this.read, problem: this.problem });
      else good.push(value);
    }
    return good;
  }

  end(): void {
    if (this.rows.length === 0 || this.rows.length < this.read) return;
    throw new SourceFailure(strange(this.what, 'not one row with its id and version'));
  }
}

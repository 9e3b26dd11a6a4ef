import type { Entra } from './entra';
import type { Lacks } from './lacks';
import { noProperty, dataverseRefusal } from './dataverse-errors';
import { readODataFilter, readOrder, readSelect, shown } from './odata';
import { createAccount } from './create-account';
import { privilegeAnswer } from './privileges';
import { tablesOf } from './tables';
import type { TableRow, SandboxTable, TableNames } from './tables';
import type { Answer, Asked } from './wire';
import type { World } from './world';

export interface DataverseOptions {
  readonly world: World;
  readonly entra: Entra;
  readonly names: TableNames;
  /** Entra object id -> name, of people whom Dataverse knows as users. */
  readonly people: Readonly<Record<string, string>>;
  readonly lacks?: Lacks;
}

export interface DataverseService {
  answer(asked: Asked): Answer;
  /** The application user loses what it needs to write. */
  setWritable(on: boolean): void;
}

const ROOT = '/api/data/v9.2/';
const APPLICATION_USER = '# Handshake';

/** The Web API of Dataverse, 9.2: the part that a reader and writer of provider accounts needs. */
export function createDataverseService(options: DataverseOptions): DataverseService {
  const tables = tablesOf(options.world, options.names);
  let writable = true;
  return {
    setWritable(on) {
      writable = on;
    },
    answer(asked) {
      if (options.entra.bearerOf(asked, asked.origin) === undefined) return { status: 401 };
      if (!asked.path.startsWith(ROOT)) return { status: 404, raw: '<html><body>404</body></html>' };
      const address = decodeURIComponent(asked.path.slice(ROOT.length));
      const { lacks = new Set() } = options;
      if (lacks.has('dataverse-user'))
        return dataverseRefusal(403, '0x80072560', 'The user is not a member of the organization.');
      const told = privilegeAnswer(address, options.names, lacks);
      if (told !== undefined) return told;
      if (address === 'EntityDefinitions') return { status: 200, body: { value: tables.map(aboutTable) } };
      const metadata = /^EntityDefinitions\(LogicalName='([^']*)'\)(?:\/(\w+))?$/.exec(address);
      if (metadata !== null) return describe(tables, metadata[1] ?? '', metadata[2]);
      const match = /^(\w+)(?:\(([0-9a-f-]{36})\))?$/i.exec(address);
      const table = tables.find((t) => t.set === match?.[1]);
      if (match === null || table === undefined) return noSegment(match?.[1] ?? address);
      const id = match[2]?.toLowerCase();
      if (asked.method === 'GET' && lacks.has('prvRead')) return lacksPrivilege(table.name, 'prvRead');
      if (asked.method === 'GET') return id === undefined ? list(table, asked) : one(table, id, asked);
      if (asked.method === 'POST' && id === undefined && table.name === 'account') {
        if (lacks.has('prvCreate')) return lacksPrivilege(table.name, 'prvCreate');
        const by = callerOf(options, asked);
        if (by === undefined)
          return dataverseRefusal(403, '0x80072560', 'The user is not a member of the organization.');
        return createAccount({ world: options.world, table, by, asked, shown: (made) => one(table, made, asked) });
      }
      if (asked.method !== 'PATCH' || id === undefined)
        return dataverseRefusal(405, '0x8006088a', 'Method not allowed.');
      const unwritable = (['prvWrite', 'prvAppend', 'prvAppendTo'] as const).find((kind) => lacks.has(kind));
      if (unwritable !== undefined) return lacksPrivilege(table.name, unwritable);
      return writable ? patch(options, tables, table, id, asked) : lacksPrivilege(table.name, 'prvWrite');
    },
  };
}

function list(table: SandboxTable, asked: Asked): Answer {
  const select = readSelect(table, asked.query.get('$select'));
  if (!select.ok) return noProperty(select.unknown, table);
  const filter = readODataFilter(table, asked.query.get('$filter'));
  if (!filter.ok) return noProperty(filter.unknown, table);
  const order = readOrder(table, asked.query.get('$orderby'));
  if (!order.ok) return noProperty(order.unknown, table);

  const top = Number(asked.query.get('$top') ?? Infinity);
  const offset = Number(/pagenumber='(\d+)'/.exec(asked.query.get('$skiptoken') ?? '')?.[1] ?? 0);
  const size = Math.min(pageSize(asked), 5000, top);
  const { rows, next } = slice(table, filter.value, order.value, offset, size);
  const body = rows.map((row) => shown(row, select.value, annotated(asked)));
  const more = next !== undefined && top === Infinity ? { '@odata.nextLink': nextLink(asked, next) } : {};
  return {
    status: 200,
    body: { '@odata.context': `${asked.origin}${ROOT}$metadata#${table.set}`, 'value': body, ...more },
  };
}

/** Without an order a page is read where it lies, so that a long table costs a page and not itself. */
function slice(
  table: SandboxTable,
  test: (row: TableRow) => boolean,
  order: ((a: TableRow, b: TableRow) => number) | undefined,
  offset: number,
  size: number,
) {
  const rows: TableRow[] = [];
  let index = order === undefined ? offset : 0;
  const limit = order === undefined ? size : Infinity;
  for (; index < table.count() && rows.length < limit; index++) {
    const row = table.at(index);
    if (row !== undefined && test(row)) rows.push(row);
  }
  if (order === undefined) return { rows, next: index < table.count() ? index : undefined };
  rows.sort(order);
  const end = offset + size;
  return { rows: rows.slice(offset, end), next: end < rows.length ? end : undefined };
}

function pageSize(asked: Asked): number {
  return Number(/odata\.maxpagesize=(\d+)/.exec(asked.headers['prefer'] ?? '')?.[1] ?? 5000);
}

function annotated(asked: Asked): boolean {
  return /include-annotations="(\*|[^"]*FormattedValue)"/.test(asked.headers['prefer'] ?? '');
}

function nextLink(asked: Asked, offset: number): string {
  const query = new URLSearchParams(asked.query);
  query.set('$skiptoken', `<cookie pagenumber='${offset}' />`);
  return `${asked.origin}${asked.path}?${query.toString()}`;
}

function one(table: SandboxTable, id: string, asked: Asked): Answer {
  const select = readSelect(table, asked.query.get('$select'));
  if (!select.ok) return noProperty(select.unknown, table);
  const row = table.byId(id);
  return row === undefined ? noRow(table, id) : { status: 200, body: shown(row, select.value, annotated(asked)) };
}

function patch(
  options: DataverseOptions,
  tables: readonly SandboxTable[],
  table: SandboxTable,
  id: string,
  asked: Asked,
): Answer {
  const { world, names } = options;
  const row = table.set === names.set ? world.state.rows.find((r) => r.id === id) : undefined;
  if (row === undefined) return noRow(table, id);
  const by = callerOf(options, asked);
  if (by === undefined) return dataverseRefusal(403, '0x80072560', 'The user is not a member of the organization.');
  const ifMatch = asked.headers['if-match'];
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== `W/"${row.version}"`) {
    return dataverseRefusal(
      412,
      '0x80060882',
      'The version of the existing record does not match the RowVersion property provided.',
    );
  }
  const body: unknown = JSON.parse(asked.text === '' ? '{}' : asked.text);
  const fields: [string, unknown][] = Object.entries(typeof body === 'object' && body !== null ? body : {});
  const [property, value] = fields[0] ?? ['', undefined];
  if (property.replace(/@odata\.bind$/, '') !== names.navigation) return noProperty(property, table);
  const customerId =
    value === null
      ? null
      : /^\/accounts\(([0-9a-f-]{36})\)$/i.exec(typeof value === 'string' ? value : '')?.[1]?.toLowerCase();
  if (customerId === undefined)
    return dataverseRefusal(400, '0x80048d19', 'Error identified in Payload provided by the user.');
  const accounts = tables.find((t) => t.name === 'account');
  if (customerId !== null && accounts?.byId(customerId) === undefined) {
    return noRow({ name: 'account' }, customerId);
  }
  world.map(row, customerId, by);
  if (!/return=representation/.test(asked.headers['prefer'] ?? '')) return { status: 204 };
  return one(table, id, asked);
}

/** In whose name the request is made; undefined for a person who is no user there. */
function callerOf({ people }: DataverseOptions, asked: Asked): string | undefined {
  const caller = asked.headers['callerobjectid'];
  return caller === undefined ? APPLICATION_USER : people[caller];
}

function describe(tables: readonly SandboxTable[], name: string, part: string | undefined): Answer {
  const table = tables.find((t) => t.name === name);
  if (table === undefined) return dataverseRefusal(404, '0x80060888', `Could not find an entity with name ${name}.`);
  switch (part) {
    case undefined:
      return { status: 200, body: aboutTable(table) };
    case 'Attributes': {
      const value = table.columns.map((column) => ({
        LogicalName: column,
        SchemaName: column,
        AttributeType: column in table.lookups ? 'Lookup' : 'String',
      }));
      return { status: 200, body: { value } };
    }
    case 'ManyToOneRelationships': {
      const value = Object.entries(table.lookups).map(([column, lookup]) => ({
        ReferencingAttribute: column,
        ReferencedEntity: lookup.table,
        ReferencingEntityNavigationPropertyName: lookup.navigation,
      }));
      return { status: 200, body: { value } };
    }
    default:
      return noSegment(part);
  }
}

function aboutTable(table: SandboxTable) {
  return {
    LogicalName: table.name,
    EntitySetName: table.set,
    PrimaryIdAttribute: table.key,
    PrimaryNameAttribute: table.primaryName,
    ChangeTrackingEnabled: false,
  };
}

function noSegment(name: string): Answer {
  return dataverseRefusal(404, '0x8006088a', `Resource not found for the segment '${name}'.`);
}

function noRow(table: { readonly name: string }, id: string): Answer {
  return dataverseRefusal(404, '0x80040217', `Entity '${table.name}' With Id = ${id} Does Not Exist`);
}

function lacksPrivilege(table: string, kind: string): Answer {
  return dataverseRefusal(403, '0x80040220', `Principal user is missing ${kind}${table} privilege.`);
}

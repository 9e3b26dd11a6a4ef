import { CUSTOMER_COLUMNS } from '../../domain/customer';
import { columnKeys, namesOf } from './columns';
import type { CustomerColumn, NamedColumns } from '../../domain/customer';
import type { CsvRow, Unread } from './csv';
import type { RawField, RawRecord } from './records';

export type FileTable =
  | {
      readonly ok: true;
      readonly records: readonly RawRecord[];
      readonly unread: readonly Unread[];
      readonly short: boolean;
    }
  | Unusable;

export interface Unusable {
  readonly ok: false;
  readonly problem: string;
  readonly remedy: string;
}

/** The header stands within so many rows; above it tools put titles, dates and `#TYPE` lines. */
const LOOKED_AT = 20;

export interface Header {
  readonly row: CsvRow;
  /** How many of our fields it names. */
  readonly fields: number;
}

/** The row that names id, name and most of the other fields; undefined when none names the first two. */
export function findHeader(rows: readonly CsvRow[], named: NamedColumns): Header | undefined {
  const found = rows
    .slice(0, LOOKED_AT)
    .map((row) => ({ row, fields: fieldsIn(row.cells, named) }))
    .filter(({ fields }) => fields.has('id') && fields.has('name'))
    .map(({ row, fields }) => ({ row, fields: fields.size }));
  return found.toSorted((a, b) => b.fields - a.fields)[0];
}

function fieldsIn(cells: readonly string[], named: NamedColumns): ReadonlySet<CustomerColumn> {
  const keys = new Set(cells.flatMap(columnKeys));
  const has = (field: CustomerColumn): boolean => namesOf(field, named).some((name) => keys.has(name));
  return new Set(CUSTOMER_COLUMNS.filter(has));
}

const MOST_NAMED = 12;

/** Says which of the two columns that every list needs is not among these, and how to name it. */
export function noColumns(columns: readonly string[], named: NamedColumns, where: string): Unusable {
  const fields = fieldsIn(columns, named);
  const missing = (['id', 'name'] as const).filter((field) => !fields.has(field)).join(' and ');
  const names = columns.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const shown = names.slice(0, MOST_NAMED).map((name) => `"${name.slice(0, 40)}"`);
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  return {
    ok: false,
    problem: `has no column for ${missing}; ${where} ${shown.join(', ')}${more}`,
    remedy: 'call them "id" and "name", or say in DIRECTORY_FILE_COLUMNS what they are called, like id=No.,name=Firm',
  };
}

/** The rows below the header as records. */
export function recordsBelow(rows: readonly CsvRow[], header: CsvRow, named: NamedColumns): FileTable {
  const twice = firstTwice(header.cells, named);
  if (twice !== undefined) {
    const [first, second] = twice.places;
    const problem = `names the column "${twice.name}" twice, at line ${header.line}, columns ${first} and ${second}`;
    return { ok: false, problem, remedy: 'give each column a name of its own, or leave one out' };
  }
  const records: RawRecord[] = [];
  const unread: Unread[] = [];
  const width = header.cells.length;
  const below = rows.slice(rows.indexOf(header) + 1);
  for (const { line, cells } of below) {
    if (cells.slice(width).some((cell) => cell.trim() !== '')) {
      // A delimiter inside an unquoted name moves every later value into a wrong column.
      const problem = `${cells.length} values for ${width} columns; quote values that hold the delimiter`;
      unread.push({ bad: { line, problem }, text: cells.join(' ') });
    } else {
      const values = header.cells.map((column, index): [string, unknown] => [column, cells[index] ?? '']);
      records.push({ line, fields: fieldsOf(values) });
    }
  }
  const last = below.at(-1);
  const short =
    last !== undefined && last.cells.length < width && below.slice(0, -1).every((r) => r.cells.length >= width);
  return { ok: true, records, unread, short: short && below.length > 1 };
}

/** A column that stands there twice and that we read. */
function firstTwice(cells: readonly string[], named: NamedColumns) {
  const ours = new Set((['id', 'name', 'number', 'tenant'] as const).flatMap((field) => chosen(field, cells, named)));
  const seen = new Map<string, number>();
  for (const [index, name] of cells.entries()) {
    const key = columnKeys(name)[0] ?? '';
    const before = seen.get(key);
    if (before !== undefined && ours.has(key)) return { name: name.trim(), places: [before + 1, index + 1] as const };
    if (before === undefined) seen.set(key, index);
  }
  return undefined;
}

function chosen(field: CustomerColumn, cells: readonly string[], named: NamedColumns): readonly string[] {
  const keys = new Set(cells.flatMap(columnKeys));
  const name = namesOf(field, named).find((candidate) => keys.has(candidate));
  return name === undefined ? [] : [name];
}

/** The first of two columns with one name is the one that counts. */
export function fieldsOf(named: readonly (readonly [string, unknown])[]): ReadonlyMap<string, RawField> {
  const fields = new Map<string, RawField>();
  const add = (key: string, field: RawField): void => {
    if (!fields.has(key)) fields.set(key, field);
  };
  const all = named.map(([column, value]) => ({ keys: columnKeys(column), field: { column: column.trim(), value } }));
  for (const { keys, field } of all) if (keys[0] !== undefined) add(keys[0], field);
  for (const { keys, field } of all) if (keys[1] !== undefined) add(keys[1], field);
  return fields;
}

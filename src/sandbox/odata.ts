import type { Cell, TableRow, SandboxTable } from './tables';

/** What a query asks; a name that the table does not have is told by itself. */
export type Understood<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly unknown: string };

export type Test = (row: TableRow) => boolean;

/** The value of a column as the wire names it: `name`, or `_lookup_value`. */
function cellOf(table: SandboxTable, name: string): ((row: TableRow) => string | number | boolean | null) | undefined {
  const looked = /^_(.+)_value$/.exec(name)?.[1];
  const column = looked ?? name;
  const isLookup = column in table.lookups;
  if (!table.columns.includes(column) || isLookup !== (looked !== undefined)) return undefined;
  return (row) => plain(row.cells[column] ?? null);
}

function plain(cell: Cell): string | number | boolean | null {
  return typeof cell === 'object' && cell !== null ? cell.id : cell;
}

/** The columns of `$select`; all of them without it. */
export function readSelect(table: SandboxTable, select: string | null): Understood<readonly string[]> {
  const all = table.columns.map((column) => (column in table.lookups ? `_${column}_value` : column));
  const names = select === null || select === '' ? all : select.split(',').map((name) => name.trim());
  const unknown = names.find((name) => cellOf(table, name) === undefined);
  return unknown === undefined ? { ok: true, value: names } : { ok: false, unknown };
}

/** A subset of `$filter`: comparisons and text functions joined by `and`. */
export function readODataFilter(table: SandboxTable, filter: string | null): Understood<Test> {
  if (filter === null || filter === '') return { ok: true, value: () => true };
  const tests: Test[] = [];
  for (const clause of splitAnd(filter)) {
    const test = readClause(table, clause.trim());
    if (!test.ok) return test;
    tests.push(test.value);
  }
  return { ok: true, value: (row) => tests.every((test) => test(row)) };
}

/** `and` between quotes is text. */
function splitAnd(filter: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (const piece of filter.split(/('(?:[^']|'')*'| and )/i)) {
    if (piece.toLowerCase() === ' and ') {
      parts.push(part);
      part = '';
    } else part += piece;
  }
  return [...parts, part];
}

function readClause(table: SandboxTable, clause: string): Understood<Test> {
  const call = /^(contains|startswith|endswith)\(\s*(\w+)\s*,\s*'((?:[^']|'')*)'\s*\)$/i.exec(clause);
  if (call !== null) return readCall(table, call[1] ?? '', call[2] ?? '', unquote(call[3] ?? ''));
  const comparison = /^(\w+)\s+(eq|ne|gt|ge|lt|le)\s+(.+)$/i.exec(clause);
  if (comparison === null) return { ok: false, unknown: clause };
  const [, name = '', operator = '', literal = ''] = comparison;
  const cell = cellOf(table, name);
  if (cell === undefined) return { ok: false, unknown: name };
  const wanted = valueOf(literal.trim());
  return { ok: true, value: (row) => compare(cell(row), operator.toLowerCase(), wanted) };
}

function readCall(table: SandboxTable, name: string, column: string, text: string): Understood<Test> {
  const cell = cellOf(table, column);
  if (cell === undefined) return { ok: false, unknown: column };
  const wanted = text.toLowerCase();
  return {
    ok: true,
    value: (row) => {
      const value = String(cell(row) ?? '').toLowerCase();
      switch (name.toLowerCase()) {
        case 'contains':
          return value.includes(wanted);
        case 'startswith':
          return value.startsWith(wanted);
        default:
          return value.endsWith(wanted);
      }
    },
  };
}

type Literal = string | number | boolean | null;

function valueOf(literal: string): Literal {
  if (literal === 'null') return null;
  if (literal === 'true' || literal === 'false') return literal === 'true';
  if (literal.startsWith("'")) return unquote(literal.slice(1, -1));
  return /^-?\d+(\.\d+)?$/.test(literal) ? Number(literal) : literal;
}

function unquote(text: string): string {
  return text.replaceAll("''", "'");
}

function compare(value: Literal, operator: string, wanted: Literal): boolean {
  const [a, b] = [folded(value), folded(wanted)];
  switch (operator) {
    case 'eq':
      return a === b;
    case 'ne':
      return a !== b;
    default: {
      if (a === null || b === null) return false;
      if (operator === 'gt') return a > b;
      if (operator === 'ge') return a >= b;
      return operator === 'lt' ? a < b : a <= b;
    }
  }
}

/** Dataverse compares text without case. */
function folded(value: Literal): Literal {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

export type RowOrder = (a: TableRow, b: TableRow) => number;

export function readOrder(table: SandboxTable, orderby: string | null): Understood<RowOrder | undefined> {
  if (orderby === null || orderby === '') return { ok: true, value: undefined };
  const [name = '', direction = 'asc'] = orderby.split(',')[0]?.trim().split(/\s+/) ?? [];
  const cell = cellOf(table, name);
  if (cell === undefined) return { ok: false, unknown: name };
  const sign = direction === 'desc' ? -1 : 1;
  const rank = (row: TableRow): string => String(cell(row) ?? '');
  return { ok: true, value: (a, b) => sign * (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0) };
}

/** A row as the wire shows it, with labels of lookups when the caller wants annotations. */
export function shown(row: TableRow, names: readonly string[], annotated: boolean): Record<string, unknown> {
  const result: Record<string, unknown> = { '@odata.etag': `W/"${row.version}"` };
  for (const name of names) {
    const cell = row.cells[/^_(.+)_value$/.exec(name)?.[1] ?? name] ?? null;
    result[name] = plain(cell);
    if (annotated && typeof cell === 'object' && cell !== null && cell.label !== undefined) {
      result[`${name}@OData.Community.Display.V1.FormattedValue`] = cell.label;
    }
  }
  return result;
}

import type { BadRow } from '../../directory';
import { readCsv } from './csv';

/** One record of the file: its values by normal form of the column's name, and the line it begins on. */
export interface RawRecord {
  readonly line: number;
  readonly fields: ReadonlyMap<string, RawField>;
}

export interface RawField {
  /** The column's name as the file writes it. */
  readonly column: string;
  readonly value: unknown;
}

export interface RawRecords {
  readonly records: readonly RawRecord[];
  readonly bad: readonly BadRow[];
}

/** `Account Number`, `account_number` and `ACCOUNTNUMBER` are one column. */
export function columnKey(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** JSON array, JSON lines, or CSV: told by the first character, so that the file may have any name. */
export function readRecords(text: string): RawRecords {
  const content = text.replace(/^\uFEFF/, '');
  const first = content.trimStart().charAt(0);
  if (first === '[') return readJson(content);
  if (first === '{') return readJsonLines(content);
  return readTable(content);
}

function readJson(content: string): RawRecords {
  let items: unknown;
  try {
    items = JSON.parse(content);
  } catch {
    return { records: [], bad: [{ line: 1, problem: 'the file begins like a JSON list but is none' }] };
  }
  // A list has no lines of its own, so the position in it stands for the line.
  return collect(Array.isArray(items) ? items.map((item: unknown, index) => ({ line: index + 1, item })) : []);
}

function readJsonLines(content: string): RawRecords {
  const bad: BadRow[] = [];
  const items: { readonly line: number; readonly item: unknown }[] = [];
  for (const [index, line] of content.split(/\r\n|\n|\r/).entries()) {
    if (line.trim() === '') continue;
    try {
      items.push({ line: index + 1, item: JSON.parse(line) });
    } catch {
      bad.push({ line: index + 1, problem: 'not JSON' });
    }
  }
  const { records, bad: others } = collect(items);
  return { records, bad: [...bad, ...others] };
}

function collect(items: readonly { readonly line: number; readonly item: unknown }[]): RawRecords {
  const records: RawRecord[] = [];
  const bad: BadRow[] = [];
  for (const { line, item } of items) {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) bad.push({ line, problem: 'not an object' });
    else records.push({ line, fields: fieldsOf(Object.entries(item)) });
  }
  return { records, bad };
}

function readTable(content: string): RawRecords {
  const { rows, bad } = readCsv(content);
  const [header, ...lines] = rows;
  if (header === undefined) return { records: [], bad };
  const records: RawRecord[] = [];
  const others: BadRow[] = [];
  for (const { line, cells } of lines) {
    const extra = cells.slice(header.cells.length).some((cell) => cell.trim() !== '');
    if (extra) {
      // A delimiter inside an unquoted name moves every later value into a wrong column.
      const problem = `${cells.length} values for ${header.cells.length} columns; quote values that hold the delimiter`;
      others.push({ line, problem });
    } else {
      const named = header.cells.map((column, index): [string, unknown] => [column, cells[index] ?? '']);
      records.push({ line, fields: fieldsOf(named) });
    }
  }
  return { records, bad: [...bad, ...others].toSorted((a, b) => a.line - b.line) };
}

function fieldsOf(named: readonly (readonly [string, unknown])[]): ReadonlyMap<string, RawField> {
  return new Map(named.map(([column, value]) => [columnKey(column), { column: column.trim(), value }]));
}

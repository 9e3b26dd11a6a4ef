import type { NamedColumns } from '../../domain/customer';
import { DELIMITERS, readCsv } from './csv';
import type { CsvRow, Unread } from './csv';
import { decode } from './decode';
import { readJson } from './json';
import { findHeader, noColumns, recordsBelow } from './table';
import type { Header } from './table';
import { isZip, readWorkbook } from './xlsx';

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

/** How the file writes a customer: as a line of a table, a row of a sheet, or an object of JSON. */
export type FileForm =
  | { readonly written: 'table'; readonly delimiter: string; readonly columns: readonly string[] }
  | { readonly written: 'sheet' | 'json'; readonly columns: readonly string[] };

/** What a file holds; or why it holds nothing that can be used, and what to do about it. */
export type RawRecords =
  | {
      readonly ok: true;
      readonly records: readonly RawRecord[];
      readonly unread: readonly Unread[];
      /**
       * - `whole`: as far as can be seen
       * - `open`: the last line has no end, as in files that were written by hand and in some that were cut off
       * - `cut`: it ends in the middle of a row or of a character
       */
      readonly end: 'whole' | 'open' | 'cut';
      readonly form: FileForm;
      /** Why there is more than the file holds. */
      readonly partial?: string;
    }
  | { readonly ok: false; readonly problem: string; readonly remedy: string; readonly cut?: boolean };

/** Told by what is in it, so that the file may have any name: a workbook, JSON, lines of JSON, or a table as text. */
export async function readRecords(bytes: Buffer, named: NamedColumns = {}): Promise<RawRecords> {
  if (isZip(bytes)) return readSheets(bytes, named);
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const { text, cut } = decoded;
  const first = text.trimStart().charAt(0);
  const read = first === '[' || first === '{' ? withEnd(readJson(text)) : await readTable(text, named);
  return read.ok && cut ? { ...read, end: 'cut' } : read;
}

function withEnd(json: ReturnType<typeof readJson>): RawRecords {
  if (!json.ok) return json;
  const { cut, ...rest } = json;
  const columns = Array.from(new Set(Array.from(json.records[0]?.fields.values() ?? [], ({ column }) => column)));
  return { ...rest, end: cut === true ? 'cut' : 'whole', form: { written: 'json', columns } };
}

async function readSheets(bytes: Buffer, named: NamedColumns): Promise<RawRecords> {
  const workbook = await readWorkbook(bytes);
  if (!workbook.ok) return { ...workbook, cut: true };
  for (const rows of workbook.sheets) {
    const header = findHeader(rows, named);
    if (header === undefined) continue;
    const table = recordsBelow(rows, header.row, named);
    const columns = header.row.cells;
    return table.ok ? { ...table, end: 'whole', form: { written: 'sheet', columns } } : table;
  }
  return noHeader(workbook.sheets.flat(), named);
}

/** `sep=;`, as Excel writes it in the first line. */
const SEP_LINE = /^[ \t]*"?sep=(.)"?[ \t]*(?=\r|\n|$)/i;

/** The header is looked for in so many rows. */
const ROWS_OF_HEADER = 40;

async function readTable(text: string, named: NamedColumns): Promise<RawRecords> {
  const told = SEP_LINE.exec(text);
  // The line stays empty, so that the numbers of the others are true.
  const content = told === null ? text : text.slice(told[0].length);
  const delimiters = told?.[1] === undefined ? DELIMITERS : [told[1]];
  const readings: { readonly delimiter: string; readonly rows: readonly CsvRow[] }[] = [];
  for (const delimiter of delimiters)
    readings.push({ delimiter, rows: (await readCsv(content, delimiter, ROWS_OF_HEADER)).rows });
  const best = readings
    .map(({ delimiter, rows: first }) => ({ delimiter, header: findHeader(first, named) }))
    .filter((x): x is { delimiter: string; header: Header } => x.header !== undefined)
    .toSorted((a, b) => b.header.fields - a.header.fields || b.header.row.cells.length - a.header.row.cells.length)[0];
  if (best === undefined) return noHeader(likeliest(readings.map(({ rows: first }) => first)), named);
  const { rows, unread, openAtEnd } = await readCsv(content, best.delimiter);
  const header = rows.find(({ line }) => line === best.header.row.line);
  if (header === undefined) return noHeader(rows, named);
  const table = recordsBelow(rows, header, named);
  if (!table.ok) return table;
  const below = unread.filter(({ bad }) => bad.line > header.line);
  const end = openAtEnd || (table.short && !/[\r\n]$/.test(text)) ? 'cut' : /[\r\n]$/.test(text) ? 'whole' : 'open';
  const form = { written: 'table', delimiter: best.delimiter, columns: header.cells } as const;
  return { ok: true, records: table.records, unread: [...below, ...table.unread], end, form };
}

/** The rows that most look like a table: as many as possible of one width, and that as wide as possible. */
function likeliest(readings: readonly (readonly CsvRow[])[]): readonly CsvRow[] {
  const tables = readings.flatMap((rows) => {
    const widths = new Set(rows.map(({ cells }) => cells.length));
    return [...widths].map((width) => rows.filter(({ cells }) => cells.length === width));
  });
  const size = (rows: readonly CsvRow[]): number => rows.length * ((rows[0]?.cells.length ?? 1) - 1);
  return tables.reduce((best, next) => (size(next) > size(best) ? next : best), tables[0] ?? []);
}

function noHeader(rows: readonly CsvRow[], named: NamedColumns): RawRecords {
  const header = rows.slice(0, 20).toSorted((a, b) => b.cells.length - a.cells.length)[0];
  if (header === undefined) {
    return { ok: false, problem: 'holds no row that can be read', remedy: 'it needs the columns id and name' };
  }
  return noColumns(header.cells, named, `line ${header.line} has`);
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import { stringify } from 'csv-stringify/sync';
import type { ExportFormat } from '../../domain/export';
import { stampOf } from '../words/times';
import type { ExportCell, Table } from './cell';

/** So many lines are written before others get their turn. */
const LINES_AT_ONCE = 500;

/** Excel takes a CSV without this mark for text of the machine's old code page. */
const BYTE_ORDER_MARK = '\ufeff';
const MOMENT = 'yyyy-mm-dd hh:mm:ss';

/** A file with these tables: one sheet each as a workbook; as CSV, the first alone. */
export async function tableFile(tables: readonly Table[], format: ExportFormat): Promise<Uint8Array> {
  const [first] = tables;
  if (first === undefined) return new Uint8Array();
  return format === 'csv' ? csvOf(first) : workbookOf(tables);
}

async function csvOf({ titles, rows }: Table): Promise<Uint8Array> {
  const parts = [BYTE_ORDER_MARK, written([titles])];
  let lines: (readonly ExportCell[])[] = [];
  for (const row of rows) {
    lines.push(row);
    if (lines.length < LINES_AT_ONCE) continue;
    parts.push(written(lines));
    lines = [];
    await nextTurn();
  }
  parts.push(written(lines));
  return Buffer.from(parts.join(''), 'utf8');
}

function written(lines: readonly (readonly ExportCell[])[]): string {
  const rows = lines.map((row) => row.map((cell) => (cell instanceof Date ? stampOf(cell) : cell)));
  return stringify(rows, { record_delimiter: 'windows' });
}

/** The writer is loaded only when somebody wants a workbook. */
async function workbookOf(tables: readonly Table[]): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const sheets = tables.map(({ name, titles, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: titles.map((title) => ({ width: Math.max(14, title.length + 2) })),
    data: [
      titles.map((value) => ({ value, fontWeight: 'bold' as const })),
      ...Array.from(rows, (row) => row.map(excelCell)),
    ],
  }));
  return writeXlsxFile(sheets).toBuffer();
}

function excelCell(cell: ExportCell) {
  if (cell === undefined) return null;
  if (cell instanceof Date) return { value: cell, type: Date, format: MOMENT };
  return typeof cell === 'number' ? { value: cell, type: Number } : { value: cell, type: String };
}

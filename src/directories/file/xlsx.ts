import type { CsvRow } from './csv';

export type Workbook =
  | { readonly ok: true; readonly sheets: readonly (readonly CsvRow[])[] }
  | { readonly ok: false; readonly problem: string; readonly remedy: string };

/** Excel keeps fifteen digits of a number; of a longer one the last are lost. */
const DIGITS_KEPT = 1e15;

/** Whether the bytes are a zip, which every workbook since 2007 is. */
export function isZip(bytes: Buffer): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05);
}

/** The cells of every sheet as text, with the numbers of their rows. The reader is loaded only for a file that needs it. */
export async function readWorkbook(bytes: Buffer): Promise<Workbook> {
  const { default: readXlsxFile } = await import('read-excel-file/node');
  try {
    const sheets = await readXlsxFile(bytes);
    return { ok: true, sheets: sheets.map(({ data }) => rowsOf(data)) };
  } catch {
    // Its errors are about the parts of a zip, which help nobody who has only the file.
    return {
      ok: false,
      problem: 'looks like an Excel workbook and cannot be read as one',
      remedy: 'save it anew as .xlsx',
    };
  }
}

function rowsOf(data: readonly (readonly unknown[])[]): readonly CsvRow[] {
  const rows = data.map((cells, index) => ({ line: index + 1, cells: cells.map(textOf) }));
  return rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

function textOf(cell: unknown): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return String(cell);
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell !== 'number') return '';
  return Math.abs(cell) < DIGITS_KEPT ? String(cell) : cell.toExponential();
}

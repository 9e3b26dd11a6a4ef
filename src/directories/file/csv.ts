import { CsvError, parse } from 'csv-parse/sync';
import type { BadRow } from '../../directory';

export interface CsvRow {
  /** The line that the row begins on, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Csv {
  readonly rows: readonly CsvRow[];
  readonly bad: readonly BadRow[];
}

/** A row longer than this has an unclosed quote somewhere before. */
const LONGEST_ROW = 100_000;

/**
 * Reads CSV with commas, semicolons or tabs. After a row that cannot be read (a stray or unclosed quote) reading goes
 * on with the next line, which the parser by itself does not do: it would swallow good rows up to the next quote.
 */
export function readCsv(content: string): Csv {
  const starts = startsOfLines(content);
  const delimiter = delimiterOf(content);
  const rows: CsvRow[] = [];
  const bad: BadRow[] = [];
  for (let from = 0; from < starts.length;) {
    const part = readUntilError(content.slice(starts[from]), delimiter, from);
    rows.push(...part.rows);
    if (part.error === undefined) break;
    bad.push(part.error);
    from = part.error.line;
  }
  return { rows, bad };
}

function startsOfLines(content: string): readonly number[] {
  const starts = [0];
  for (const match of content.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** Whichever stands most often in the header. */
function delimiterOf(content: string): string {
  const header = /^[^\r\n]*/.exec(content.trimStart())?.[0] ?? '';
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best));
}

interface Part {
  readonly rows: readonly CsvRow[];
  readonly error?: BadRow;
}

function readUntilError(content: string, delimiter: string, linesBefore: number): Part {
  const rows: CsvRow[] = [];
  let linesRead = 0;
  try {
    parse(content, {
      delimiter,
      relax_column_count: true,
      max_record_size: LONGEST_ROW,
      // Told explicitly, because a file may mix them and a quoted value may hold one.
      record_delimiter: ['\r\n', '\n', '\r'],
      on_record: (cells: readonly string[], context) => {
        const line = linesBefore + linesRead + 1;
        linesRead = context.lines;
        if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
        return null;
      },
    });
    return { rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows, error: { line: linesBefore + linesRead + 1, problem: problemOf(error) } };
  }
}

function problemOf(error: CsvError): string {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
    case 'CSV_MAX_RECORD_SIZE':
      return 'a quote is opened and not closed';
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return 'a quote in the middle of a value; double it, or put the whole value in quotes';
    default:
      return 'not readable as CSV';
  }
}

import { CsvError, parse } from 'csv-parse/sync';
import type { BadRow } from '../../domain/source';

export interface CsvRow {
  /** The line that the row begins on, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A row that could not be read, and its text, in which what was known of it can be looked for. */
export interface Unread {
  readonly bad: BadRow;
  readonly text: string;
}

export interface Csv {
  readonly rows: readonly CsvRow[];
  readonly unread: readonly Unread[];
  /** The file ends within a quoted value. */
  readonly openAtEnd: boolean;
}

/** A row longer than this has an unclosed quote somewhere before. */
const LONGEST_ROW = 100_000;

export const DELIMITERS = [',', ';', '\t', '|'] as const;

/**
 * Reads CSV. After a row that cannot be read (a stray or unclosed quote) reading goes on with the next line, which the
 * parser by itself does not do: it would swallow good rows up to the next quote.
 */
export function readCsv(content: string, delimiter: string, most = Infinity): Csv {
  const starts = startsOfLines(content);
  const rows: CsvRow[] = [];
  const unread: Unread[] = [];
  let openAtEnd = false;
  for (let from = 0; from < starts.length && rows.length < most;) {
    const part = readUntilError(content.slice(starts[from]), delimiter, from, most);
    rows.push(...part.rows);
    if (part.error === undefined) break;
    const { line } = part.error;
    unread.push({ bad: part.error, text: content.slice(starts[line - 1], starts[line]).trim() });
    openAtEnd = part.openAtEnd && content.slice(starts[line] ?? content.length).trim() === '';
    from = line;
  }
  return { rows, unread, openAtEnd };
}

function startsOfLines(content: string): readonly number[] {
  const starts = [0];
  for (const match of content.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}

interface Part {
  readonly rows: readonly CsvRow[];
  readonly error?: BadRow;
  readonly openAtEnd: boolean;
}

function readUntilError(content: string, delimiter: string, linesBefore: number, most: number): Part {
  const rows: CsvRow[] = [];
  let linesRead = 0;
  try {
    parse(content, {
      delimiter,
      relax_column_count: true,
      max_record_size: LONGEST_ROW,
      ...(most === Infinity ? {} : { to: most }),
      // Told explicitly, because a file may mix them and a quoted value may hold one.
      record_delimiter: ['\r\n', '\n', '\r'],
      on_record: (cells: readonly string[], context) => {
        const line = linesBefore + linesRead + 1;
        linesRead = context.lines;
        if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
        return null;
      },
    });
    return { rows, openAtEnd: false };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const bad = { line: linesBefore + linesRead + 1, problem: problemOf(error) };
    return { rows, error: bad, openAtEnd: error.code === 'CSV_QUOTE_NOT_CLOSED' };
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

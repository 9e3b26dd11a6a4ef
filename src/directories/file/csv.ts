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

/** So much is parsed at once between two turns of the event loop. */
const LARGEST_PART = 256 * 1024;

/** Where a part of the text begins: its position, and its line from 0. */
interface Place {
  readonly at: number;
  readonly line: number;
}

/**
 * Reads CSV. After a row that cannot be read (a stray or unclosed quote) reading goes on with the next line, which the
 * parser by itself does not do: it would swallow good rows up to the next quote. Parts grow while all is well and begin
 * small after a bad row, so that many of those cost no more than the text is long.
 */
export async function readCsv(written: string, delimiter: string, most = Infinity): Promise<Csv> {
  const content = withoutFormulas(written, delimiter);
  const rows: CsvRow[] = [];
  const unread: Unread[] = [];
  let openAtEnd = false;
  let lines = 1;
  for (let from: Place = { at: 0, line: 0 }; from.at < content.length && rows.length < most;) {
    const to = afterLines(content, from, lines);
    const part = readUntilError(content.slice(from.at, to.at), delimiter, from.line, most - rows.length);
    for (const row of part.rows) rows.push(row);
    const { error } = part;
    if (error === undefined) {
      if (lines > 1_000) await nextTurn();
      from = to;
      lines *= 2;
      continue;
    }
    const bad = afterLines(content, from, error.line - 1 - from.line, Infinity);
    if (part.openAtEnd && to.at < content.length && to.at - bad.at < LONGEST_ROW) {
      // The value may go on behind the part.
      lines = Math.max(2, (to.line - bad.line) * 2);
      from = bad;
      continue;
    }
    const next = afterLines(content, bad, 1);
    unread.push({ bad: error, text: content.slice(bad.at, next.at).trim() });
    openAtEnd = part.openAtEnd && content.slice(next.at).trim() === '';
    if (unread.length % 500 === 0) await nextTurn();
    lines = 1;
    from = next;
  }
  return { rows, unread, openAtEnd };
}

/** `="00012"` keeps spreadsheets from making a number of it; it is the text within. */
function withoutFormulas(content: string, delimiter: string): string {
  if (!content.includes('="')) return content;
  const edge = `[${delimiter}\\r\\n]`;
  return content.replace(new RegExp(`(^|${edge})="([^"\\r\\n]*)"(?=${edge}|$)`, 'g'), '$1"$2"');
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

const END_OF_LINE = /\r\n|\n|\r/g;

/** The place after so many lines, or after the first that ends behind `most` characters. */
function afterLines(content: string, { at, line }: Place, lines: number, most = LARGEST_PART): Place {
  END_OF_LINE.lastIndex = at;
  let place: Place = { at, line };
  while (place.line - line < lines && place.at - at < most) {
    const end = END_OF_LINE.exec(content);
    place = { at: end === null ? content.length : END_OF_LINE.lastIndex, line: place.line + 1 };
    if (end === null) break;
  }
  return place;
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
    case 'CSV_MAX_RECORD_SIZE':
      return `is longer than ${LONGEST_ROW} characters, or a quote is opened and not closed`;
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quote is opened and not closed';
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return 'a quote in the middle of a value; double it, or put the whole value in quotes';
    default:
      return 'not readable as CSV';
  }
}

import { dateAt, UTC } from '../../domain/calendar';
import type { TimeZone } from '../../domain/calendar';
import type { ExportedAccount, ExportWanted } from '../../domain/export';
import type { Instant } from '../../domain/time';
import type { Speech } from '../words/speech';
import { tableOf } from './cell';
import type { Table } from './cell';
import { DECISION_COLUMNS, MAPPING_COLUMNS } from './columns';
import type { DecisionLine } from './columns';
import { tableFile } from './table-file';

export interface ExportFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** The file itself. Its name says what it holds, and of when. */
export async function exportFile(
  accounts: readonly ExportedAccount[],
  wanted: ExportWanted,
  now: Instant,
  speech: Speech,
): Promise<ExportFile> {
  const decisions = tableOf('Decisions', DECISION_COLUMNS, linesOf(accounts, speech));
  const mappings = tableOf(
    'Mappings',
    MAPPING_COLUMNS,
    accounts.map(({ record }) => ({ record, speech })),
  );
  const tables: readonly Table[] = wanted.what === 'history' ? [decisions] : [mappings, decisions];
  return { name: fileName(wanted, now, speech.timeZone ?? UTC), content: await tableFile(tables, wanted.format) };
}

function* linesOf(accounts: readonly ExportedAccount[], speech: Speech): Generator<DecisionLine> {
  for (const { record, decisions } of accounts) for (const decision of decisions) yield { record, decision, speech };
}

/** `handshake-history-2026-10-01-to-2026-10-31.xlsx`. Letters and digits only: it has to stand in any folder. */
function fileName({ what, format, range }: ExportWanted, now: Instant, zone: TimeZone): string {
  const of = range === undefined ? day(now, zone) : `${day(range.from, zone)}-to-${day(range.to - 1, zone)}`;
  return `handshake-${what}-${of}.${format}`;
}

function day(at: Instant, zone: TimeZone): string {
  const { year, month, day: date } = dateAt(at, zone);
  return [year, month, date].map((part) => String(part).padStart(2, '0')).join('-');
}

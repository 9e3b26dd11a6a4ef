import type { AccountRecord, DirectoryRow, RowChoice } from './account';
import { observeRow } from './observe-row';
import type { Person } from './person';
import { raised, settle } from './settle';
import type { Instant } from './time';

/**
 * All rows that Work 365 has for the account under its provider. One is the account's row. Of several it is the one that
 * a person chose; before that none is: the row that was known stays as it was last read, and nothing is adopted or written.
 */
export function observeRows(
  record: AccountRecord,
  rows: readonly DirectoryRow[],
  at: Instant,
  readAt: Instant = at,
): AccountRecord {
  const [only, another] = rows;
  if (only === undefined) return record;
  if (another === undefined) return observeRow(withoutChoice(record, at), only, at, readAt);
  const choice = choiceOf(rows, record.rowChoice);
  const known = sameChoice(record.rowChoice, choice) ? record : raised({ ...record, rowChoice: choice }, at);
  const chosen = chosenRow(choice);
  return chosen === undefined ? known : observeRow(known, chosen, at, readAt);
}

/** A person says which of the rows is the account's. The same record when there is no such row, or it is chosen already. */
export function chooseRow(record: AccountRecord, rowId: string, by: Person, at: Instant): AccountRecord {
  const { rowChoice } = record;
  const row = rowChoice?.rows.find((one) => one.rowId === rowId);
  if (rowChoice === undefined || row === undefined || rowChoice.chosen?.rowId === rowId) return record;
  const chosen: AccountRecord = {
    ...record,
    version: record.version + 1,
    rowChoice: { ...rowChoice, chosen: { rowId, by, at } },
  };
  if (record.directoryRow?.rowId === rowId) return settle(chosen, at);
  // Another row is news of its own, however old the reading is.
  const { rowSeenAt: _ofTheOther, ...anew } = chosen;
  const observed = observeRow(anew, row, at);
  return observed === anew ? settle(chosen, at) : observed;
}

export function chosenRow({ rows, chosen }: RowChoice): DirectoryRow | undefined {
  return chosen === undefined ? undefined : rows.find(({ rowId }) => rowId === chosen.rowId);
}

function withoutChoice(record: AccountRecord, at: Instant): AccountRecord {
  if (record.rowChoice === undefined) return record;
  const { rowChoice: _over, ...rest } = record;
  return raised(rest, at);
}

/** What was chosen stays chosen as long as it is there. */
function choiceOf(rows: readonly DirectoryRow[], known: RowChoice | undefined): RowChoice {
  const sorted = rows.toSorted(
    (a, b) => (a.createdAt ?? Infinity) - (b.createdAt ?? Infinity) || (a.rowId < b.rowId ? -1 : 1),
  );
  const chosen = known?.chosen;
  return chosen !== undefined && rows.some(({ rowId }) => rowId === chosen.rowId)
    ? { rows: sorted, chosen }
    : { rows: sorted };
}

function sameChoice(a: RowChoice | undefined, b: RowChoice): boolean {
  if (a?.chosen?.rowId !== b.chosen?.rowId || a?.rows.length !== b.rows.length) return false;
  return a.rows.every(({ rowId, etag }, index) => b.rows[index]?.rowId === rowId && b.rows[index].etag === etag);
}

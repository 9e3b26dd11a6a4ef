import type { MappingWrite, MappingWriteOutcome } from '../../directory';
import type { DirectoryRow } from '../../domain/account';
import type { Look, Trouble } from '../../domain/source';
import { isGone, refusal, strange } from './dataverse';
import type { Dataverse, Patch } from './dataverse';
import type { Names } from './names';
import { directoryRowOf, rowColumns, rowSchema } from './schema';

const WHAT = 'write of a mapping';

export async function readRow(
  dataverse: Dataverse,
  names: Names,
  rowId: string,
  signal?: AbortSignal,
): Promise<Look<DirectoryRow>> {
  const what = 'provider account';
  const path = `${rowAddress(names, rowId)}?$select=${rowColumns(names)}`;
  const look = await dataverse.get({ what, path, signal }, rowSchema);
  if (look.look !== 'seen') return look;
  const row = directoryRowOf(look.value, names);
  if (row === undefined) return { look: 'failed', trouble: strange(what, 'a row without id or version') };
  return { look: 'seen', value: row };
}

/** Sets or clears the lookup, if nobody changed the row since we saw it. `bind` is the navigation property. */
export async function writeMapping(
  dataverse: Dataverse,
  names: Names,
  bind: string,
  write: MappingWrite,
  signal?: AbortSignal,
): Promise<MappingWriteOutcome> {
  const target = write.customerId === null ? null : `/${names.customer.set}(${write.customerId})`;
  const patch: Patch = {
    what: WHAT,
    path: `${rowAddress(names, write.rowId)}?$select=${rowColumns(names)}`,
    etag: write.etag,
    body: target === null ? { [bind]: null } : { [`${bind}@odata.bind`]: target },
    onBehalfOf: write.onBehalfOf,
    signal,
  };
  let answer = await dataverse.patch(patch);
  // The person may be unknown to Dataverse, or the app not allowed to act for others: then it is written as the app.
  if (answer.answered && answer.status === 403 && write.onBehalfOf !== undefined) {
    answer = await dataverse.patch({ ...patch, onBehalfOf: undefined });
  }
  if (!answer.answered) return failed(answer.trouble);
  if (answer.status === 412) return afterRace(await readRow(dataverse, names, write.rowId, signal), write);
  if (isGone(answer)) return whichIsGone(dataverse, names, write, signal);
  if (answer.status >= 300) return failed(refusal(WHAT, answer));
  const row = directoryRowOf(rowSchema.safeParse(answer.body).data ?? {}, names);
  if (row !== undefined) return { outcome: 'written', row };
  // The service need not give the row back.
  const look = await readRow(dataverse, names, write.rowId, signal);
  if (look.look === 'seen') return { outcome: 'written', row: look.value };
  return look.look === 'absent' ? { outcome: 'row-gone' } : failed(look.trouble);
}

/** When the row says what we wanted, our own earlier try arrived although its answer did not. */
function afterRace(look: Look<DirectoryRow>, write: MappingWrite): MappingWriteOutcome {
  if (look.look === 'failed') return failed(look.trouble);
  if (look.look === 'absent') return { outcome: 'row-gone' };
  const wanted = write.customerId?.toLowerCase() ?? undefined;
  return { outcome: look.value.customerId === wanted ? 'written' : 'changed', row: look.value };
}

/** One error stands for both: the row that we write, and the customer that it should point to. */
async function whichIsGone(
  dataverse: Dataverse,
  names: Names,
  write: MappingWrite,
  signal?: AbortSignal,
): Promise<MappingWriteOutcome> {
  const row = await readRow(dataverse, names, write.rowId, signal);
  if (row.look === 'failed') return failed(row.trouble);
  if (row.look === 'absent' || write.customerId === null) return { outcome: 'row-gone' };
  const path = `${names.customer.set}(${write.customerId})?$select=${names.customer.id}`;
  const customer = await dataverse.get({ what: 'customer', path, signal }, rowSchema);
  if (customer.look === 'absent') return { outcome: 'customer-gone' };
  return failed(customer.look === 'failed' ? customer.trouble : strange(WHAT, 'HTTP 404'));
}

function rowAddress(names: Names, rowId: string): string {
  return `${names.providerAccount.set}(${encodeURIComponent(rowId)})`;
}

function failed(trouble: Trouble): MappingWriteOutcome {
  return { outcome: 'failed', trouble };
}

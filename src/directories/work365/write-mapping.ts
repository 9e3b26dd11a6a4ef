import type { MappingWrite, MappingWriteOutcome } from '../../directory';
import type { DirectoryRow } from '../../domain/account';
import type { Look, Trouble } from '../../domain/source';
import { isGone, strange } from './dataverse';
import type { Dataverse, Patch } from './dataverse';
import type { HttpAnswer } from '../../runtime/http';
import type { Names } from './names';
import { isAboutPerson, mayBeAboutPerson, refusedCustomer, refusedPerson, refusedWrite } from './refused-write';
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

/** How mappings are written here. */
export interface Manner {
  /** The navigation property. */
  readonly bind: string;
  /** What Work 365 refuses to take from the person who decided is written once more as the app. */
  readonly asApp: boolean;
}

/** Sets or clears the lookup, if nobody changed the row since we saw it. */
export async function writeMapping(
  dataverse: Dataverse,
  names: Names,
  { bind, asApp }: Manner,
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
  const first = await dataverse.patch(patch);
  if (!asApp || write.onBehalfOf === undefined || !mayBeAboutPerson(first)) {
    return outcomeOf(dataverse, names, write, first, signal);
  }
  const answer = await dataverse.patch({ ...patch, onBehalfOf: undefined });
  return outcomeOf(dataverse, names, asTheApp(write), answer, signal);
}

function asTheApp({ onBehalfOf: _person, ...write }: MappingWrite): MappingWrite {
  return write;
}

async function outcomeOf(
  dataverse: Dataverse,
  names: Names,
  write: MappingWrite,
  answer: HttpAnswer,
  signal?: AbortSignal,
): Promise<MappingWriteOutcome> {
  if (!answer.answered) return failed(answer.trouble);
  if (answer.status === 412) return afterRace(await readRow(dataverse, names, write.rowId, signal), write);
  const isForPerson = write.onBehalfOf !== undefined;
  if (isGone(answer) || (isForPerson && mayBeAboutPerson(answer) && isAboutPerson(answer))) {
    // One error stands for all of these, so they are looked at with our own eyes.
    const gone = await whichIsGone(dataverse, names, write, signal);
    return gone ?? (isForPerson ? refusedPerson(WHAT, answer) : failed(strange(WHAT, 'HTTP 404')));
  }
  if (answer.status >= 300) return refusedWrite(WHAT, answer);
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

/** The row that we write, or the customer that it should point to; undefined when both are there. */
async function whichIsGone(
  dataverse: Dataverse,
  names: Names,
  write: MappingWrite,
  signal?: AbortSignal,
): Promise<MappingWriteOutcome | undefined> {
  const row = await readRow(dataverse, names, write.rowId, signal);
  if (row.look === 'failed') return failed(row.trouble);
  if (row.look === 'absent') return { outcome: 'row-gone' };
  if (write.customerId === null) return undefined;
  const path = `${names.customer.set}(${write.customerId})?$select=${names.customer.id}`;
  const customer = await dataverse.get({ what: 'customer', path, signal }, rowSchema);
  if (customer.look === 'absent') return refusedCustomer(WHAT);
  return customer.look === 'failed' ? failed(customer.trouble) : undefined;
}

function rowAddress(names: Names, rowId: string): string {
  return `${names.providerAccount.set}(${encodeURIComponent(rowId)})`;
}

function failed(trouble: Trouble): MappingWriteOutcome {
  return { outcome: 'failed', trouble };
}

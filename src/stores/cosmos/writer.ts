import type { Ids } from '../../runtime/ids';
import type { Log } from '../../runtime/log';
import type { Write, WriteOutcome } from '../../store';
import { printDocument } from '../schema';
import { WRITES_KEPT, parseMark, printItem, printMark, readItem } from './item';
import type { Mark, StoredItem } from './item';
import type { CosmosFailure } from './failure';
import { attempt } from './retry';
import type { Patience, Retries } from './retry';
import type { Container } from './sdk';

/** Documents above this size cost noticeably more per write; the domain keeps them well below. */
const EXPECTED_BYTES = 64 * 1024;

export interface WriterParts {
  readonly container: Container;
  readonly partnerId: string;
  readonly ids: Ids;
  readonly log: Log;
  readonly retries: Retries;
  readonly unavailable: (failure: CosmosFailure) => Error;
}

export interface CosmosWriter {
  write(write: Write, patience?: Patience): Promise<WriteOutcome>;
}

export function createCosmosWriter(parts: WriterParts): CosmosWriter {
  const { container, partnerId, ids, log, retries, unavailable } = parts;
  let warned = false;

  function checked(write: Write): void {
    const bytes = Buffer.byteLength(printDocument(write.document, partnerId));
    if (bytes <= EXPECTED_BYTES || warned) return;
    warned = true;
    log.warn({ kind: write.document.kind, id: write.document.id, bytes }, 'a document is larger than it should be');
  }

  async function write(write: Write, patience?: Patience): Promise<WriteOutcome> {
    checked(write);
    const seen = write.write === 'insert' ? { etag: '', writes: [] } : parseMark(write.etag);
    const writes = [ids.next(), ...seen.writes].slice(0, WRITES_KEPT);
    const attempted = await attempt(
      () => send(container, partnerId, write, { etag: seen.etag, writes }),
      retries,
      patience,
    );
    if (attempted.outcome === 'done') return { outcome: 'saved', etag: attempted.value };
    const { failure, maybeDone } = attempted;
    const refused = failure.failure === 'conflict' || failure.failure === 'absent';
    if (refused && !maybeDone) return { outcome: 'conflict' };
    if (!maybeDone) throw unavailable(failure);
    const settled = await findOut(write, seen, writes);
    if (settled === undefined) throw unavailable(failure);
    return settled;
  }

  /** After an unclear answer: what the document itself says about our write; `undefined` when it says nothing. */
  async function findOut(write: Write, seen: Mark, writes: readonly string[]): Promise<WriteOutcome | undefined> {
    const looked = await attempt(() => readItem(container, partnerId, write.document.id), retries);
    if (looked.outcome === 'failed') throw unavailable(looked.failure);
    return looked.value === undefined ? undefined : judgeWrite(write, seen, writes, looked.value);
  }

  return { write };
}

/** Sends one conditional write; the mark of the new state, empty after a removal. */
async function send(container: Container, partnerId: string, write: Write, mark: Mark): Promise<string> {
  const { document } = write;
  const accessCondition = { type: 'IfMatch', condition: mark.etag };
  if (write.write === 'remove') {
    await container.item(document.id, partnerId).delete({ accessCondition });
    return '';
  }
  const body = printItem(document, mark.writes);
  const response =
    write.write === 'insert'
      ? await container.items.create(body)
      : await container.item(document.id, partnerId).replace(body, { accessCondition });
  return printMark({ etag: response.etag, writes: mark.writes });
}

/**
 * Reads from the last writes of a document what became of ours:
 * it is among them: it was saved; the state that we saw was followed by another write: it was not, and can no longer be.
 */
function judgeWrite(write: Write, seen: Mark, writes: readonly string[], now: StoredItem): WriteOutcome | undefined {
  const [ours = ''] = writes;
  const place = now.writes.indexOf(ours);
  if (write.write !== 'remove' && place === 0) return { outcome: 'saved', etag: printMark(now) };
  if (write.write !== 'remove' && place > 0) return { outcome: 'saved', etag: printMark({ etag: 'replaced', writes }) };
  if (write.write === 'insert') return now.writes.length < WRITES_KEPT ? { outcome: 'conflict' } : undefined;
  const [before] = seen.writes;
  return before !== undefined && now.writes.indexOf(before) > 0 ? { outcome: 'conflict' } : undefined;
}

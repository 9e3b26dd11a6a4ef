import type { AccountRecord } from '../domain/account';
import { NO_REHEARSAL, rehearsesWrite } from '../domain/rehearsal';
import type { Trouble } from '../domain/source';
import type { WriteRefusal } from '../domain/write-back';
import {
  beginWrite,
  noteRehearsed,
  noteRow,
  noteRowGone,
  noteWriteRefused,
  noteWritten,
  noteWriteTrouble,
  sameRefusal,
  writeBackWork,
} from '../domain/write-backs';
import { writeBackDue } from '../domain/settle';
import type { MappingWriteOutcome } from '../directory';
import type { SharedRecord } from './shared-record';
import { noteSource, sourceDocumentId, WRITES } from '../records/note-source';
import type { Ports } from '../ports';

/**
 * Brings Work 365 up to date with the mapping of one account. The write is noted as begun before it leaves; whoever
 * finds a begun write whose end nobody noted looks at the row first.
 */
export async function writeBack(ports: Ports, shared: SharedRecord): Promise<void> {
  const now = ports.clock.now();
  const { document } = shared.latest();
  const due = writeBackDue(document.writeBack, now);
  const work = writeBackWork(document);
  if (work === undefined || due === undefined || due > now) return;
  if (work.work === 'write' && rehearsesWrite(ports.rehearsal ?? NO_REHEARSAL, document)) {
    await shared.change((r) => noteRehearsed(r, ports.clock.now()));
    return;
  }
  if (work.work === 'look') await lookAtRow(ports, shared, work.rowId);
  else await write(ports, shared, document.mappingVersion, work);
}

async function write(
  ports: Ports,
  shared: SharedRecord,
  mappingVersion: number,
  work: { readonly rowId: string; readonly etag: string; readonly customerId: string | null },
): Promise<void> {
  const begun = await shared.change((r) =>
    r.mappingVersion === mappingVersion && r.writeBack.begun === undefined
      ? beginWrite(r, ports.clock.now())
      : undefined,
  );
  if (begun.changed !== 'saved') return;
  const { mapping } = begun.document;
  const person = mapping.state === 'mapped' && mapping.by.kind === 'person' ? mapping.by.person.id : undefined;
  const outcome = await ports.directory.writeMapping({
    ...work,
    ...(person === undefined ? {} : { onBehalfOf: person }),
  });
  const before = shared.latest().document.writeBack.refusal;
  await save(ports, shared, (r, now) => {
    switch (outcome.outcome) {
      case 'written':
        return noteWritten(r, outcome.row, work.customerId, now);
      case 'changed':
        return noteRow(r, outcome.row, now);
      case 'row-gone':
        return noteRowGone(r, now);
      case 'refused': {
        const { refusal } = outcome;
        return noteWriteRefused(r, { refusal, customerId: work.customerId, random: ports.random() }, now);
      }
      case 'failed': {
        const { kind, detail, retryAt } = outcome.trouble;
        // A connection that broke may have delivered the write; a clear refusal has not.
        return noteWriteTrouble(r, trouble(ports, detail, kind !== 'unreachable', retryAt), now);
      }
    }
  });
  await logTurn(ports, shared.latest().document, before, outcome);
}

/** Operators hear of a refusal, and of a service that takes no writes, once when it begins and once when it is over. */
async function logTurn(
  ports: Ports,
  { id: account, writeBack }: AccountRecord,
  before: WriteRefusal | undefined,
  outcome: MappingWriteOutcome,
): Promise<void> {
  if (outcome.outcome === 'failed') {
    await noteService(ports, outcome.trouble);
    return;
  }
  await noteService(ports, undefined);
  if (sameRefusal(before, writeBack.refusal)) return;
  if (outcome.outcome === 'refused') {
    const { trouble: why, refusal } = outcome;
    ports.log.warn(
      { account, refused: refusal.kind, words: refusal.words, detail: why.detail, remedy: why.remedy },
      'Work 365 refuses a mapping; the card says why, and it is tried again now and then',
    );
  } else {
    ports.log.warn({ account, outcome: outcome.outcome }, 'Work 365 does not refuse this mapping any more');
  }
}

/** Whether the service takes writes at all is the same for every account, so it is remembered beside the sources. */
async function noteService(ports: Ports, why: Trouble | undefined): Promise<void> {
  const known = ports.register.source(sourceDocumentId(WRITES))?.trouble;
  if ((known === undefined) === (why === undefined)) return;
  if (why === undefined) {
    ports.log.warn({}, 'Work 365 takes mappings again');
    await noteSource(ports, WRITES, { complete: true, count: 0 });
  } else {
    ports.log.warn(
      { trouble: why.kind, detail: why.detail, remedy: why.remedy },
      'Work 365 takes no mappings now; they wait and are tried again',
    );
    await noteSource(ports, WRITES, { complete: false, trouble: why });
  }
}

async function lookAtRow(ports: Ports, shared: SharedRecord, rowId: string): Promise<void> {
  const look = await ports.directory.readRow(rowId);
  await save(ports, shared, (r, now) => {
    switch (look.look) {
      case 'seen':
        return noteRow(r, look.value, now);
      case 'absent':
        return noteRowGone(r, now);
      case 'failed':
        return noteWriteTrouble(r, trouble(ports, look.trouble.detail, false, look.trouble.retryAt), now);
    }
  });
}

async function save(
  ports: Ports,
  shared: SharedRecord,
  change: (record: AccountRecord, now: number) => AccountRecord,
): Promise<void> {
  await shared.change((r) => change(r, ports.clock.now()));
}

function trouble(
  ports: Ports,
  reason: string,
  outcomeKnown: boolean,
  retryAt?: number,
): { reason: string; random: number; outcomeKnown: boolean; retryAt?: number } {
  return { reason, random: ports.random(), outcomeKnown, ...(retryAt === undefined ? {} : { retryAt }) };
}

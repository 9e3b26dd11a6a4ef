import type { AccountRecord } from '../domain/account';
import { beginWrite, noteRow, noteRowGone, noteWritten, noteWriteTrouble, writeBackWork } from '../domain/write-backs';
import { writeBackDue } from '../domain/settle';
import type { Desk } from './desk';
import type { Ports } from './ports';

/**
 * Brings Work 365 up to date with the mapping of one account. The write is noted as begun before it leaves; whoever
 * finds a begun write whose end nobody noted looks at the row first.
 */
export async function writeBack(ports: Ports, desk: Desk): Promise<void> {
  const now = ports.clock.now();
  const { document } = desk.latest();
  const due = writeBackDue(document.writeBack, now);
  const work = writeBackWork(document);
  if (work === undefined || due === undefined || due > now) return;
  if (work.work === 'look') await lookAtRow(ports, desk, work.rowId);
  else await write(ports, desk, document.mappingVersion, work);
}

async function write(
  ports: Ports,
  desk: Desk,
  mappingVersion: number,
  work: { readonly rowId: string; readonly etag: string; readonly customerId: string | null },
): Promise<void> {
  const begun = await desk.change((r) =>
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
  await save(ports, desk, (r, now) => {
    switch (outcome.outcome) {
      case 'written':
        return noteWritten(r, outcome.row, work.customerId, now);
      case 'changed':
        return noteRow(r, outcome.row, now);
      case 'row-gone':
        return noteRowGone(r, now);
      case 'customer-gone':
        return noteWriteTrouble(r, trouble(ports, 'the customer is not in Work 365 any more', true), now);
      case 'failed': {
        const { kind, detail, retryAt } = outcome.trouble;
        // A connection that broke may have delivered the write; a clear refusal has not.
        return noteWriteTrouble(r, trouble(ports, detail, kind !== 'unreachable', retryAt), now);
      }
    }
  });
}

async function lookAtRow(ports: Ports, desk: Desk, rowId: string): Promise<void> {
  const look = await ports.directory.readRow(rowId);
  await save(ports, desk, (r, now) => {
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
  desk: Desk,
  change: (record: AccountRecord, now: number) => AccountRecord,
): Promise<void> {
  await desk.change((r) => change(r, ports.clock.now()));
}

function trouble(
  ports: Ports,
  reason: string,
  outcomeKnown: boolean,
  retryAt?: number,
): { reason: string; random: number; outcomeKnown: boolean; retryAt?: number } {
  return { reason, random: ports.random(), outcomeKnown, ...(retryAt === undefined ? {} : { retryAt }) };
}

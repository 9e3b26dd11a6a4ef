import type { EventRecord } from '../domain/documents';
import { documentId } from '../domain/documents';
import type { Instant } from '../domain/time';
import { changeDocument } from './change-document';
import type { Ports } from '../ports';

type Deps = Pick<Ports, 'store' | 'register' | 'clock' | 'partnerId' | 'nudge'>;

export interface HeardEvent {
  readonly source: EventRecord['source'];
  readonly event: string;
  /** The same for each delivery of one event. */
  readonly key: string;
  readonly tenantId: string;
  readonly at?: Instant;
}

/** Writes down an event that is to be looked into. One that is known already, done or not, stays as it is. */
export async function noteEvent(deps: Deps, { key, ...event }: HeardEvent): Promise<void> {
  await deps.store.write({ write: 'insert', document: { ...fresh(deps, key), ...event } });
  deps.nudge('events');
}

/**
 * Writes down that a source has to be read as a whole. Calls that come before that begins are one; one that comes later
 * asks for another reading.
 */
export async function wantSync(deps: Deps, source: EventRecord['source'], event: string): Promise<void> {
  const document: EventRecord = { ...fresh(deps, `sync-${source}`), source, event };
  const ask = () =>
    changeDocument(deps, 'event', document.id, (known) =>
      known.state === 'waiting' && known.takenAt === undefined
        ? { result: undefined }
        : { document, result: undefined },
    );
  if ((await ask()).changed === 'not-there') {
    const inserted = await deps.store.write({ write: 'insert', document });
    // Somebody else was called at the same moment.
    if (inserted.outcome === 'conflict') await ask();
  }
  deps.nudge('events');
}

function fresh({ partnerId, clock }: Deps, key: string) {
  const base = { kind: 'event', id: documentId('event', key), partnerId, format: 1 } as const;
  return { ...base, state: 'waiting', attempts: 0, dueAt: clock.now() } as const;
}

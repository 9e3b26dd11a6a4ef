import { isAccepted } from '../domain/acceptance';
import { backoff } from '../domain/backoff';
import type { EventRecord } from '../domain/documents';
import { doneEvent } from '../domain/retention';
import { MINUTE } from '../domain/time';
import type { Instant } from '../domain/time';
import { isStoreAway } from '../store';
import { changeDocument } from '../records/change-document';
import { sourceDocumentId } from '../records/note-source';
import { expectedParts } from '../records/source-health';
import type { Ports } from '../ports';
import { acceptEvent } from './accept-event';

/** So many are looked into one by one; more than that are one reading of everything. */
const BY_THEMSELVES = 20;
const AT_ONCE = 5;
const PAGE = 100;
/** After so many looks that could not be made, or found nothing, a tenant is left to a reading of everything. */
const MOST_LOOKS = 4;
/** How long a reading of everything may take before it is asked for again; then ever longer, for it may be under way. */
const SYNC_WITHIN = MINUTE;

/**
 * Looks into what sources told us of. An event is done when a look of our own has shown what it is about; until then it is
 * due again and again, whoever died in between. What cannot be looked at falls to a sync, which is started at once.
 */
export async function workOffEvents(ports: Ports, stop: { readonly aborted: boolean }): Promise<void> {
  const { items } = await ports.store.due('event', ports.clock.now(), { limit: PAGE });
  const events = items.map(({ document }) => document);
  const looks = events.filter(({ tenantId }) => tenantId !== undefined);
  const isFlood = looks.length > BY_THEMSELVES;
  for (let at = 0; at < looks.length && !stop.aborted; at += AT_ONCE) {
    const some = looks.slice(at, at + AT_ONCE);
    await Promise.all(some.map((event) => (isFlood ? leaveToSync(ports, event) : lookInto(ports, event))));
  }
  for (const event of events) if (event.tenantId === undefined && !stop.aborted) await askForSync(ports, event);
}

async function lookInto(ports: Ports, event: EventRecord): Promise<void> {
  const { tenantId = '', at } = event;
  const now = ports.clock.now();
  const outcome = await looked(ports, tenantId, Math.min(at ?? now, now));
  ports.log.info({ event: event.event, source: event.source, outcome }, 'an event was looked into');
  if (outcome === 'taken-in') return change(ports, event, doneEvent);
  const wasAccepted = ports.register.accountsOfTenant(tenantId).some(({ acceptance }) => isAccepted(acceptance));
  // That somebody left is for a sync to find: it looks twice.
  if ((outcome === 'absent' && wasAccepted) || event.attempts + 1 >= MOST_LOOKS) return leaveToSync(ports, event);
  return change(ports, event, (e) => {
    const attempts = e.attempts + 1;
    return { ...e, attempts, dueAt: ports.clock.now() + backoff(attempts, ports.random()) };
  });
}

async function looked(ports: Ports, tenantId: string, at: Instant): Promise<Awaited<ReturnType<typeof acceptEvent>>> {
  try {
    return await acceptEvent(ports, tenantId, at);
  } catch (error) {
    if (isStoreAway(error)) throw error;
    ports.log.error({ error }, 'An event could not be looked into; a sync will see it');
    return 'could-not-look';
  }
}

async function leaveToSync(ports: Ports, event: EventRecord): Promise<void> {
  await change(ports, event, ({ tenantId: _all, ...e }) => taken(ports, { ...e, attempts: 0 }));
  ports.nudge('sync');
}

/** Asks for a reading of everything until one has come to its end that began after the event. */
async function askForSync(ports: Ports, event: EventRecord): Promise<void> {
  const { takenAt } = event;
  if (takenAt !== undefined && wasReadSince(ports, event.source, takenAt)) return change(ports, event, doneEvent);
  await change(ports, event, (e) => taken(ports, e));
  ports.nudge('sync');
}

function taken({ clock, random }: Ports, event: EventRecord): EventRecord {
  const now = clock.now();
  const attempts = event.attempts + 1;
  return { ...event, attempts, takenAt: event.takenAt ?? now, dueAt: now + backoff(attempts, random(), SYNC_WITHIN) };
}

function wasReadSince(ports: Ports, source: EventRecord['source'], since: Instant): boolean {
  const parts = expectedParts(ports).filter((part) => source === 'work365' || part.startsWith('accounts:'));
  return parts.every((part) => (ports.register.source(sourceDocumentId(part))?.beganAt ?? 0) >= since);
}

async function change(ports: Ports, event: EventRecord, next: (event: EventRecord) => EventRecord): Promise<void> {
  // Told anew meanwhile: what we did was about the time before.
  await changeDocument(ports, 'event', event.id, (e) =>
    e.takenAt === event.takenAt && e.attempts === event.attempts
      ? { document: next(e), result: undefined }
      : { result: undefined },
  );
}

import { afterReminders, inviterOf, isOpen, settledInvitation } from '../domain/invitation';
import type { InvitationRecord } from '../domain/invitation';
import { HOUR, MINUTE } from '../domain/time';
import type { Instant } from '../domain/time';
import { atWork } from '../domain/working-time';
import { syncJob } from '../records/note-job';
import { sourceDocumentId } from '../records/note-source';
import type { Ports } from '../ports';
import { withSigns } from './check-invitations';
import type { SharedRecord } from './shared-record';

/** While the list of accounts is old, nobody knows whether there is an answer: it is looked again after so long. */
const LOOK_AGAIN_AFTER = 15 * MINUTE;
/** A list is old when it was not read for so many times the usual while, and for an hour. */
const INTERVALS = 3;

/**
 * It is time for a reminder. It is said only while people are at work, and only when the lists were read just now: an
 * answer that came while we could not look is no silence. Of reminders that are late one is said.
 */
export async function remind(ports: Ports, shared: SharedRecord<InvitationRecord>): Promise<void> {
  const now = ports.clock.now();
  await shared.change((one) => {
    if (!isReminderDue(one, now)) return undefined;
    const signed = withSigns(ports, one);
    if (signed !== one) return settledInvitation(signed, now);
    const later = laterThan(ports, one, now);
    if (later !== undefined) return settledInvitation({ ...one, remindAt: later }, now);
    return settledInvitation(afterReminders(one, now, ports.invitationDays), now);
  });
}

export function isReminderDue(
  { state, remindAt = Infinity }: Pick<InvitationRecord, 'state' | 'remindAt'>,
  now: Instant,
): boolean {
  return isOpen({ state }) && remindAt <= now;
}

/** When to try again; undefined when it can be said now. */
function laterThan(ports: Ports, one: InvitationRecord, now: Instant): Instant | undefined {
  const zone = inviterOf(one)?.timeZone ?? 'UTC';
  const soonest = isListFresh(ports, one) ? now : now + LOOK_AGAIN_AFTER;
  const at = atWork(soonest, zone);
  return at > now ? at : undefined;
}

/** Every list that the answer would be in was read lately. */
function isListFresh({ register, providers, clock }: Ports, { provider }: InvitationRecord): boolean {
  return providers
    .filter(({ id }) => provider === undefined || provider === id)
    .every(({ id }) => {
      const every = register.jobs.get(syncJob(id))?.everyMs ?? 0;
      const read = register.source(sourceDocumentId(`accounts:${id}`))?.lastCompleteAt ?? -Infinity;
      return read >= clock.now() - Math.max(HOUR, INTERVALS * every);
    });
}

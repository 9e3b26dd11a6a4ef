import { endedInvitation, invitedAt, isOpen, settledInvitation } from '../domain/invitation';
import type { InvitationRecord } from '../domain/invitation';
import { DAY } from '../domain/time';
import { inSlices, nextSlice } from '../matching/slices';
import { afterSign } from '../records/answer-invitation';
import { updateDocument } from '../records/change-document';
import { ifReadable } from '../records/leave-out';
import { invitationSign } from '../records/invitation-sign';
import type { Ports } from '../ports';
import { createAccountNews } from './account-news';

/** After so long without any word an invitation is over. */
const LAPSES_AFTER = 365 * DAY;

export interface InvitationChecker {
  /**
   * Looks whether a company that was invited has accepted, or is there in another way. What is owed to whoever invited
   * is written into the invitation; reconcile tells it.
   */
  check(): Promise<void>;
}

/** Remembers what it has looked at, as the checker of watches does, so that a run costs only what is new. */
export function createInvitationChecker(ports: Ports): InvitationChecker {
  const looked = new WeakSet<InvitationRecord>();
  const accounts = createAccountNews(ports.register);
  let last: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    const news = await accounts.since();
    const found: string[] = [];
    const look = (invitation: InvitationRecord): void => {
      if (looked.has(invitation) && !news.mayBe(invitation.company)) return;
      if (invitationSign(ports.register, invitation) === undefined) looked.add(invitation);
      else found.push(invitation.id);
    };
    await inSlices(ports.register.invitations.open(), look);
    for (const id of found) {
      await ifReadable(() => takeSigns(ports, id));
      await nextSlice();
    }
    for (const one of ports.register.invitations.open())
      if (ports.clock.now() - invitedAt(one) > LAPSES_AFTER) await ifReadable(() => lapse(ports, one.id));
    news.done();
  }

  return {
    check() {
      last = last.then(run, run);
      return last;
    },
  };
}

/** Writes down all that the accounts say of an invitation now. */
async function takeSigns(ports: Ports, invitationId: string): Promise<void> {
  const now = ports.clock.now();
  await updateDocument(ports, 'invitation', invitationId, (one) => {
    const next = withSigns(ports, one);
    return next === one ? undefined : settledInvitation(next, now);
  });
  ports.nudge('reconcile');
}

/** The invitation with what the accounts say of it; the same one where they say nothing new. */
export function withSigns(
  { register, clock }: Pick<Ports, 'register' | 'clock'>,
  one: InvitationRecord,
): InvitationRecord {
  const sign = isOpen(one) ? invitationSign(register, one) : undefined;
  return sign === undefined ? one : afterSign(one, sign, clock.now());
}

async function lapse(ports: Ports, invitationId: string): Promise<void> {
  const now = ports.clock.now();
  await updateDocument(ports, 'invitation', invitationId, (one) =>
    isOpen(one) && now - invitedAt(one) > LAPSES_AFTER
      ? settledInvitation(endedInvitation(one, 'lapsed'), now)
      : undefined,
  );
}

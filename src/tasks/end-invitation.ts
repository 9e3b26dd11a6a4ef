import type { AccountRecord } from '../domain/account';
import { UTC } from '../domain/calendar';
import { afterReminders, endedInvitation, firstInviterOf, isOpen, settledInvitation } from '../domain/invitation';
import type { InvitationRecord } from '../domain/invitation';
import type { UninvitedAnswer } from '../domain/invitation-answers';
import type { Instant } from '../domain/time';
import { answeredBy } from '../records/answer-invitation';
import { changeDocument } from '../records/change-document';
import { accountLine } from '../records/draw-account';
import { invitationLineOf } from '../records/invitation-line';
import type { Ports } from '../ports';

/** Ends the invitations of a company, as whoever may invite can. A name that is only like theirs ends none. */
export async function withdrawInvitation(ports: Ports, company: string): Promise<UninvitedAnswer> {
  const [first, another] = ports.register.invitations.named(company).sure;
  // Of those for several providers only the person knows which one is meant.
  if (first === undefined || another !== undefined) return invitationsMeant(ports, company);
  return withdraw(ports, first.id);
}

/** The open invitations that a name leads to, or may. */
export function invitationsMeant(ports: Ports, company: string): NotInvited {
  const { sure, near } = ports.register.invitations.named(company);
  const among = sure.length > 0 ? sure : near;
  return { ...none(ports), company, near: among.map((one) => invitationLineOf(ports, one)) };
}

type NotInvited = Extract<UninvitedAnswer, { readonly answer: 'not-invited' }>;

function none({ clock }: Ports): NotInvited {
  return { answer: 'not-invited', near: [], now: clock.now() };
}

export async function withdraw(ports: Ports, invitationId: string): Promise<UninvitedAnswer> {
  const now = ports.clock.now();
  const changed = await changeDocument(ports, 'invitation', invitationId, (one) =>
    isOpen(one)
      ? { document: settledInvitation(endedInvitation(one, 'withdrawn'), now), result: true }
      : { result: false },
  );
  if (changed.changed === 'not-there' || !changed.result) return none(ports);
  return { answer: 'withdrawn', companies: [changed.document.company], ids: [invitationId] };
}

/** Takes that back: it is waited for again, as before. */
export async function restoreInvitation(ports: Ports, invitationId: string): Promise<UninvitedAnswer> {
  const now = ports.clock.now();
  const changed = await changeDocument(ports, 'invitation', invitationId, (one) => {
    if (one.state !== 'withdrawn') return { result: undefined };
    const open = afterReminders({ ...one, state: 'waiting' }, now, ports.invitationDays, true);
    return { document: settledInvitation(open, now), result: undefined };
  });
  if (changed.changed === 'not-there' || !isOpen(changed.document)) return none(ports);
  return { answer: 'goes-on', line: invitationLineOf(ports, changed.document), now };
}

/** "Is it the one?" answered by whoever may invite. Yes ends the invitation; no never asks about that account again. */
export async function replyToInvitation(
  ports: Ports,
  invitationId: string,
  accountId: string,
  yes: boolean,
): Promise<UninvitedAnswer> {
  const now = ports.clock.now();
  const account = ports.register.account(accountId);
  const known = ports.register.invitations.get(invitationId);
  if (known === undefined || account === undefined) return none(ports);
  const changed = await changeDocument(ports, 'invitation', invitationId, (one) => {
    if (!isOpen(one) || !one.notIt.includes(accountId) || !yes) return { result: undefined };
    return { document: settledInvitation(answeredBy(one, account, now), now), result: undefined };
  });
  if (changed.changed === 'not-there') return none(ports);
  const { document } = changed;
  if (document.accepted?.accountId === accountId) return answerOf(ports, document, account, document.accepted.at);
  if (!isOpen(document)) return none(ports);
  return { answer: 'goes-on', line: invitationLineOf(ports, document), now };
}

function answerOf(ports: Ports, one: InvitationRecord, account: AccountRecord, at: Instant): UninvitedAnswer {
  const { first: from = at, timeZone: zone = UTC } = firstInviterOf(one) ?? {};
  return { answer: 'answered', account: accountLine(ports, account), took: { from, to: Math.max(from, at), zone } };
}

import type { TimeZone } from '../domain/calendar';
import { dateAt, daysBetween } from '../domain/calendar';
import { invitedAt, inviterOf } from '../domain/invitation';
import type { InvitationRecord } from '../domain/invitation';
import type { InvitationsAnswer } from '../domain/invitation-answers';
import type { InvitationsNarrowed } from '../domain/invitations-narrowed';
import { isPersonCalled } from '../domain/person';
import type { Person } from '../domain/person';
import { periodOf } from '../domain/period';
import type { Ports } from '../ports';
import { invitationLineOf } from '../records/invitation-line';

/** So many stand on one card. */
const PAGE = 10;

/** Who asks, on which clock. */
interface Asking {
  readonly person: Person;
  readonly zone: TimeZone;
}

/** Those that are open and that were asked for, the longest unanswered first. */
export function listInvitations(ports: Ports, asking: Asking, by: InvitationsNarrowed, offset = 0): InvitationsAnswer {
  const open = ports.register.invitations.open();
  const meant = openInvitations(ports, asking, by);
  const from = offset < meant.length ? offset : 0;
  const lines = meant.slice(from, from + PAGE).map((one) => invitationLineOf(ports, one));
  const isNarrowed = Object.keys(by).length > 0;
  return {
    lines,
    offset: from,
    total: meant.length,
    ...(isNarrowed ? { only: { by, others: open.length - meant.length } } : {}),
    now: ports.clock.now(),
  };
}

export function openInvitations(
  { register, clock }: Ports,
  { person, zone }: Asking,
  { by, olderDays, period }: InvitationsNarrowed,
): readonly InvitationRecord[] {
  const now = clock.now();
  const time = period === undefined ? undefined : periodOf(period, now, zone);
  const isBy = (one: InvitationRecord): boolean =>
    by === undefined ||
    one.by.some((inviter) => (by === true ? inviter.person.id === person.id : isPersonCalled(inviter.person, by)));
  const isOld = (one: InvitationRecord): boolean => olderDays === undefined || daysSilent(one, now, zone) > olderDays;
  const isThen = (one: InvitationRecord): boolean =>
    time === undefined || (invitedAt(one) >= time.from && invitedAt(one) < time.to);
  return register.invitations
    .open()
    .filter((one) => isBy(one) && isOld(one) && isThen(one))
    .sort((a, b) => invitedAt(a) - invitedAt(b));
}

/** By the calendar of whoever invited, as it is said. */
function daysSilent(one: InvitationRecord, now: number, zone: TimeZone): number {
  const clock = inviterOf(one)?.timeZone ?? zone;
  return daysBetween(dateAt(invitedAt(one), clock), dateAt(now, clock));
}

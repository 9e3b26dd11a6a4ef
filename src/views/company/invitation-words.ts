import { dateAt, daysBetween, UTC } from '../../domain/calendar';
import { firstInviterOf, inviterOf } from '../../domain/invitation';
import type { InvitationLine, InvitedAnswer, Took } from '../../domain/invitation-answers';
import type { Instant } from '../../domain/time';
import { clean, shortName } from '../words/escape';
import { personName } from '../words/mapping-words';
import type { Speech } from '../words/speech';
import { saidDay } from '../words/times';

/** The company as it was said. */
export function invitedName({ invitation }: InvitationLine): string {
  return clean(invitation.company, 80);
}

/** The day on which it was last invited. */
export function invitedDay({ invitation }: InvitationLine, speech: Speech): string {
  const { at = 0, timeZone = UTC } = inviterOf(invitation) ?? {};
  return saidDay(at, timeZone, speech);
}

function invitedWho({ invitation }: InvitationLine, speech: Speech): string {
  const inviter = inviterOf(invitation);
  return inviter === undefined ? '' : personName(inviter.person, speech);
}

/** How many days there was no answer since the last invitation, by the calendar of whoever invited. */
function silentDays({ invitation }: InvitationLine, now: Instant): number {
  const { at = now, timeZone = UTC } = inviterOf(invitation) ?? {};
  return daysOf({ from: at, to: now, zone: timeZone });
}

/** "Invited on 12 May 2026 by Anna, no answer for 9 days. For Nordwind." */
export function unansweredWords(line: InvitationLine, now: Instant, speech: Speech): string {
  const days = silentDays(line, now);
  const values = { date: invitedDay(line, speech), who: invitedWho(line, speech) };
  const words =
    days === 0 ? speech.say('invited.waiting-new', values) : speech.say('invited.waiting', { ...values, days });
  const { provider, isLike } = line;
  return [
    ...(isLike === true ? [speech.say('invited.noted-as', { company: invitedName(line) })] : []),
    words,
    ...(provider === undefined ? [] : [speech.say('invited.for-provider', { provider: shortName(provider) })]),
  ].join(' ');
}

/** The same on one line of a list. */
export function waitingDetail(line: InvitationLine, now: Instant, speech: Speech): string {
  const days = silentDays(line, now);
  const words = speech.say('invited.row', { date: invitedDay(line, speech), who: invitedWho(line, speech), days });
  return line.provider === undefined ? words : `${words} · ${shortName(line.provider)}`;
}

/** "Invited on 12 May 2026, accepted after 9 days." */
export function tookWords(took: Took, speech: Speech): string {
  const date = saidDay(took.from, took.zone, speech);
  const days = daysOf(took);
  return days === 0 ? speech.say('invited.took-same-day', { date }) : speech.say('invited.took', { date, days });
}

/** How long the answer took, counted from the first invitation. */
export function tookOf({ invitation }: InvitationLine): Took {
  const { first: from = 0, timeZone: zone = UTC } = firstInviterOf(invitation) ?? {};
  return { from, to: invitation.accepted?.at ?? from, zone };
}

function daysOf({ from, to, zone }: Took): number {
  return Math.max(0, daysBetween(dateAt(from, zone), dateAt(to, zone)));
}

/** Somebody of a like name has accepted already: only the person knows whether that is the company. */
export function nearWords(answer: InvitedAnswer, speech: Speech): readonly string[] {
  if (answer.answer !== 'noted' || answer.near.length === 0) return [];
  const names = speech.list(answer.near.slice(0, 3).map(({ name }) => shortName(name)));
  return [speech.say('invite.near', { names, count: answer.near.length, company: invitedName(answer.line) })];
}

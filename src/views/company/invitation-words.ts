import { firstInvitedAt, inviterOf } from '../../domain/invitation';
import type { InvitationLine } from '../../domain/invitation-answers';
import { DAY } from '../../domain/time';
import type { Instant } from '../../domain/time';
import { clean, shortName } from '../words/escape';
import { personName } from '../words/mapping-words';
import type { Speech } from '../words/speech';
import { happenedOn } from '../words/times';

/** The company as it was said. */
export function invitedName({ invitation }: InvitationLine): string {
  return clean(invitation.company, 80);
}

/** The day on which it was last invited. */
export function invitedDay({ invitation }: InvitationLine, speech: Speech): string {
  return happenedOn(inviterOf(invitation)?.at ?? 0, speech);
}

function invitedWho({ invitation }: InvitationLine, speech: Speech): string {
  const inviter = inviterOf(invitation);
  return inviter === undefined ? '' : personName(inviter.person, speech);
}

/** How many days there was no answer since the last invitation. */
function silentDays({ invitation }: InvitationLine, now: Instant): number {
  return Math.max(0, Math.round((now - (inviterOf(invitation)?.at ?? now)) / DAY));
}

/** "Invited on 12 May 2026 by Anna, no answer for 9 days. For Nordwind." */
export function waitingWords(line: InvitationLine, now: Instant, speech: Speech): string {
  const days = silentDays(line, now);
  const values = { date: invitedDay(line, speech), who: invitedWho(line, speech) };
  const words =
    days === 0 ? speech.say('invited.waiting-new', values) : speech.say('invited.waiting', { ...values, days });
  const { provider } = line;
  if (provider === undefined) return words;
  return `${words} ${speech.say('invited.for-provider', { provider: shortName(provider) })}`;
}

/** The same on one line of a list. */
export function waitingDetail(line: InvitationLine, now: Instant, speech: Speech): string {
  const days = silentDays(line, now);
  const words = speech.say('invited.row', { date: invitedDay(line, speech), who: invitedWho(line, speech), days });
  return line.provider === undefined ? words : `${words} · ${shortName(line.provider)}`;
}

/** "Invited on 12 May 2026, accepted after 9 days." */
export function tookWords(invited: Instant, took: number, speech: Speech): string {
  const date = happenedOn(invited, speech);
  const days = Math.round(took / DAY);
  return days === 0 ? speech.say('invited.took-same-day', { date }) : speech.say('invited.took', { date, days });
}

/** How long the answer took, counted from the first invitation. */
export function tookOf({ invitation }: InvitationLine): { readonly from: Instant; readonly took: number } {
  const from = firstInvitedAt(invitation);
  return { from, took: Math.max(0, (invitation.accepted?.at ?? from) - from) };
}

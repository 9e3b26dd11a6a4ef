import type { AccountRecord } from '../domain/account';
import { endedInvitation, owing } from '../domain/invitation';
import type { InvitationRecord } from '../domain/invitation';
import type { Instant } from '../domain/time';
import type { InvitationSign } from './invitation-sign';

/** The invitation after an account said something of it, with the word that is owed to whoever invited. */
export function afterSign(
  invitation: InvitationRecord,
  { sign, account }: InvitationSign,
  now: Instant,
): InvitationRecord {
  const { id: accountId } = account;
  switch (sign) {
    case 'accepted':
      return owing(answeredBy(invitation, account, now), { word: 'accepted', accountId }, 'all');
    case 'asked':
      return owing({ ...invitation, notIt: [...invitation.notIt, accountId] }, { word: 'asked', accountId });
    case 'otherwise':
      return owing({ ...invitation, told: [...invitation.told, accountId] }, { word: 'otherwise', accountId }, 'all');
  }
}

/** This account is the answer; when it accepted is what the account says of it. */
export function answeredBy(
  invitation: InvitationRecord,
  { id: accountId, acceptance }: AccountRecord,
  now: Instant,
): InvitationRecord {
  const at = acceptance.reseller.state === 'accepted' ? Math.min(acceptance.reseller.since.at, now) : now;
  return { ...endedInvitation(invitation, 'accepted'), accepted: { accountId, at } };
}

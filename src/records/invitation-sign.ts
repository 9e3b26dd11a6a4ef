import type { Acceptance } from '../domain/acceptance';
import { isAccepted } from '../domain/acceptance';
import type { AccountRecord } from '../domain/account';
import { firstInvitedAt } from '../domain/invitation';
import type { InvitationRecord } from '../domain/invitation';
import type { Instant } from '../domain/time';
import type { Register } from '../register/register';
import { companyAccounts } from './company-accounts';

/** What an account says of an invitation: it is the answer, it may be, or the company is there in another way. */
export interface InvitationSign {
  readonly sign: 'accepted' | 'asked' | 'otherwise';
  readonly account: AccountRecord;
}

type Waited = Pick<InvitationRecord, 'company' | 'provider' | 'notIt' | 'told' | 'by'>;

/** The first account that says something new of an invitation; undefined while there is none. */
export function invitationSign(register: Register, invitation: Waited): InvitationSign | undefined {
  const { sure, unsure } = accountsMeant(register, invitation.company);
  const since = firstInvitedAt(invitation);
  const isNew = ({ id }: AccountRecord): boolean => !invitation.notIt.includes(id);
  const isFor = ({ providerId }: AccountRecord): boolean =>
    invitation.provider === undefined || invitation.provider === providerId;
  const answer = sure.find((one) => isFor(one) && isNew(one) && isAccepted(one.acceptance));
  if (answer !== undefined) return { sign: 'accepted', account: answer };
  const like = unsure.find((one) => isFor(one) && isNew(one) && acceptedAfter(one.acceptance, since));
  if (like !== undefined) return { sign: 'asked', account: like };
  const other = sure.find((one) => isNew(one) && !invitation.told.includes(one.id) && isOtherwise(one, since));
  return other === undefined ? undefined : { sign: 'otherwise', account: other };
}

/** The accounts that a name surely means, wherever the company is, or else those that it may mean. */
export function accountsMeant(
  register: Register,
  company: string,
): { readonly sure: readonly AccountRecord[]; readonly unsure: readonly AccountRecord[] } {
  const found = register.resolveAccount(company);
  const of = (matches: readonly { readonly id: string }[]): AccountRecord[] =>
    matches.flatMap(({ id }) => register.account(id) ?? []);
  switch (found.kind) {
    case 'one': {
      const one = of([found.match]);
      if (found.match.exactness === 'slip') return { sure: [], unsure: one };
      return { sure: companyAccounts(register, one) ?? one, unsure: [] };
    }
    case 'several': {
      const named = of(found.matches);
      const isWhole = found.matches.every(({ exactness }) => exactness === 'exact' || exactness === 'id');
      const whole = isWhole ? companyAccounts(register, named) : undefined;
      return whole === undefined ? { sure: [], unsure: named } : { sure: whole, unsure: [] };
    }
    case 'assumed':
      return { sure: [], unsure: of([found.match]) };
    case 'probably':
      return { sure: [], unsure: of([found.match, ...found.others]) };
    case 'none':
      return { sure: [], unsure: [] };
  }
}

/** Accepted at that moment or later, as far as anybody knows. */
export function acceptedAfter({ reseller }: Acceptance, since: Instant): boolean {
  return reseller.state === 'accepted' && reseller.since.at >= since && reseller.since.basis !== 'before-first-look';
}

/**
 * The company is there and what it was invited to is not: another relation, delegated admin alone, or an account that
 * has come since at another of the providers.
 */
function isOtherwise({ acceptance, firstSeenAt }: AccountRecord, since: Instant): boolean {
  const { reseller, admin } = acceptance;
  if (reseller.state === 'other-relation') return true;
  if (reseller.state === 'not-listed') return admin.state === 'active';
  if (reseller.state === 'not-ours') return firstSeenAt >= since;
  return acceptedAfter(acceptance, since);
}

import type { InviteAnswer } from '../domain/answers';
import { isAccepted } from '../domain/acceptance';
import type { Trouble } from '../domain/source';
import { accountLine } from '../records/draw-account';
import { findAccount } from '../records/find-account';
import { invitedAs } from '../records/invitation-line';
import type { Ports } from '../ports';
import { clearly, nearAccounts } from './which-company';

const PATIENCE_MS = 5_000;

/** The partner's reusable link, and a word when the company has accepted already. */
export async function giveInvitation(ports: Ports, company: string | undefined): Promise<InviteAnswer> {
  const named = company === undefined ? {} : { company };
  let trouble: Trouble = {
    source: 'partner-center',
    kind: 'misconfigured',
    detail: 'no provider is configured',
    remedy: 'Set PARTNER_CENTER_TENANT_ID and its client settings.',
  };
  for (const provider of ports.providers) {
    const look = await provider.invitationLink(AbortSignal.timeout(PATIENCE_MS));
    if (look.look === 'failed') trouble = look.trouble;
    if (look.look === 'seen') {
      const invited = company === undefined ? {} : invitedAs(ports, company);
      const now = ports.clock.now();
      return { answer: 'link', link: look.value, ...named, ...acceptedAlready(ports, company), ...invited, now };
    }
  }
  return { answer: 'no-link', trouble, ...named };
}

/** A company that has accepted needs no invitation; one that only may be among those that have is named. */
function acceptedAlready(
  ports: Ports,
  company: string | undefined,
): Pick<Extract<InviteAnswer, { readonly answer: 'link' }>, 'alreadyAccepted' | 'taken' | 'near'> {
  if (company === undefined) return {};
  const found = findAccount(ports.register, company);
  const known = clearly(found, company);
  if (known === undefined) {
    const near = nearAccounts(found).filter(({ acceptance }) => isAccepted(acceptance));
    return near.length === 0 ? {} : { near: near.map(({ id, tenant }) => ({ name: tenant.name, accountId: id })) };
  }
  if (!isAccepted(known.account.acceptance)) return {};
  return {
    alreadyAccepted: accountLine(ports, known.account),
    ...(known.taken === undefined ? {} : { taken: known.taken }),
  };
}

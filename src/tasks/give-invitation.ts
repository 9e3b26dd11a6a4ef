import type { InviteAnswer } from '../domain/answers';
import { isAccepted } from '../domain/acceptance';
import type { Trouble } from '../domain/source';
import { accountLine } from './draw-account';
import { findAccount } from './find-account';
import type { Ports } from './ports';

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
    if (look.look === 'seen') return { answer: 'link', link: look.value, ...named, ...acceptedAlready(ports, company) };
  }
  return { answer: 'no-link', trouble, ...named };
}

function acceptedAlready(
  ports: Ports,
  company: string | undefined,
): { alreadyAccepted?: ReturnType<typeof accountLine> } {
  if (company === undefined) return {};
  const found = findAccount(ports.register, company);
  return (found.found === 'one' || found.found === 'assumed') && isAccepted(found.account.acceptance)
    ? { alreadyAccepted: accountLine(found.account) }
    : {};
}

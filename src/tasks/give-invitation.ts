import { isAccepted } from '../domain/acceptance';
import type { AccountRecord } from '../domain/account';
import type { InviteAnswer } from '../domain/answers';
import type { InviteTo } from '../domain/invite-answer';
import type { Trouble } from '../domain/source';
import { providerNamed } from '../records/all-providers';
import { companyAccounts } from '../records/company-accounts';
import { accountLine } from '../records/draw-account';
import { findAccount } from '../records/find-account';
import { invitedAs } from '../records/invitation-line';
import { accountsMeant } from '../records/invitation-sign';
import type { Ports } from '../ports';
import type { Provider } from '../provider';
import { clearly, nearAccounts } from './which-company';

const PATIENCE_MS = 5_000;

const NO_PROVIDER: Trouble = {
  source: 'partner-center',
  kind: 'misconfigured',
  detail: 'no provider is configured',
  remedy: 'Set PARTNER_CENTER_TENANT_ID and its client settings.',
};

/** Who is to be invited, and for which provider: its id, or what it was called. */
export interface InviteAsked {
  readonly company?: string | undefined;
  readonly provider?: string | undefined;
}

/** The reusable link of one provider, and a word when the company has accepted there already. */
export async function giveInvitation(ports: Ports, { company, provider }: InviteAsked): Promise<InviteAnswer> {
  const named = company === undefined ? {} : { company };
  const chosen = provider === undefined ? ports.providers : providersCalled(ports, provider);
  const [only, another] = chosen;
  if (only === undefined && provider !== undefined) {
    const providers = ports.providers.map(({ name }) => name);
    return { answer: 'no-such-provider', words: provider, providers, ...named };
  }
  if (only === undefined) return { answer: 'no-link', trouble: NO_PROVIDER, ...named };
  if (another !== undefined)
    return { answer: 'which-provider', among: chosen.map(choiceFor(ports, company)), ...named };
  const look = await only.invitationLink(AbortSignal.timeout(PATIENCE_MS));
  if (look.look !== 'seen')
    return { answer: 'no-link', trouble: look.look === 'failed' ? look.trouble : NO_PROVIDER, ...named };
  const whose = ports.providers.length > 1 ? { provider: { id: only.id, name: only.name } } : {};
  const about = company === undefined ? {} : aboutCompany(ports, company, whose.provider?.id);
  return { answer: 'link', link: look.value, ...named, ...whose, ...about, now: ports.clock.now() };
}

function providersCalled(ports: Ports, words: string): readonly Provider[] {
  const id = ports.providers.find((one) => one.id === words)?.id ?? providerNamed(ports, words)?.id;
  return ports.providers.filter((one) => one.id === id);
}

function choiceFor({ register }: Ports, company: string | undefined): (provider: Provider) => InviteTo {
  const { sure } = company === undefined ? { sure: [] } : accountsMeant(register, company);
  return ({ id, name }) => ({ id, name, accepted: sure.some(acceptedAt(id)) });
}

function acceptedAt(providerId: string | undefined): (account: AccountRecord) => boolean {
  return (one) => isAccepted(one.acceptance) && (providerId === undefined || one.providerId === providerId);
}

type Known = Pick<Extract<InviteAnswer, { readonly answer: 'link' }>, 'alreadyAccepted' | 'taken' | 'near' | 'invited'>;

/** A company that has accepted there needs no invitation; one that only may be among those that have is named. */
function aboutCompany(ports: Ports, company: string, providerId: string | undefined): Known {
  const { register } = ports;
  const invited = invitedAs(ports, company, providerId);
  const found = findAccount(register, company);
  const known = clearly(found, company);
  const meant =
    known === undefined ? accountsMeant(register, company).sure : accountsOf(ports, known.account, providerId);
  const there = meant.find(acceptedAt(providerId));
  if (there !== undefined && (known !== undefined || providerId !== undefined)) {
    const taken = known?.taken === undefined ? {} : { taken: known.taken };
    return { alreadyAccepted: accountLine(ports, there), ...taken, ...invited };
  }
  const near = known === undefined ? nearAccounts(found).filter(acceptedAt(providerId)) : [];
  if (near.length === 0) return invited;
  return { near: near.map(({ id, tenant }) => ({ name: tenant.name, accountId: id })), ...invited };
}

function accountsOf(
  { register }: Ports,
  account: AccountRecord,
  providerId: string | undefined,
): readonly AccountRecord[] {
  return providerId === undefined ? [account] : (companyAccounts(register, [account]) ?? [account]);
}

import type { InvitationRecord } from '../domain/invitation';
import type { FollowUp, InvitationLine } from '../domain/invitation-answers';
import { languageOfCountry } from '../domain/language';
import { allProviders } from './all-providers';
import { findCustomer } from './find-account';
import type { Ports } from '../ports';

const PATIENCE_MS = 5_000;
/** So many that are only like it are named. */
const MOST_LIKE = 3;
/** Ends of domains that companies of all countries have. */
const ANYWHERE: ReadonlySet<string> = new Set(['CO', 'IO', 'AI', 'ME', 'TV', 'EU']);

/** An invitation with the name of the provider that it is for. */
export function invitationLineOf(
  ports: Pick<Ports, 'providers' | 'register'>,
  invitation: InvitationRecord,
): InvitationLine {
  const name = allProviders(ports).find(({ id }) => id === invitation.provider)?.name;
  return name === undefined ? { invitation } : { invitation, provider: name };
}

/** The open invitations of a company by its name, as an answer about it carries them; those that may be for one provider. */
export function invitedAs(
  ports: Pick<Ports, 'providers' | 'register'>,
  company: string,
  providerId?: string,
): { readonly invited?: readonly InvitationLine[] } {
  const isFor = ({ provider }: InvitationRecord): boolean =>
    providerId === undefined || provider === undefined || provider === providerId;
  const { sure, near } = ports.register.invitations.named(company);
  const lines = sure.filter(isFor).map((one) => invitationLineOf(ports, one));
  // A part of the name, or a slip in it: the answer says under which name it was noted.
  const like = near
    .filter(isFor)
    .slice(0, MOST_LIKE)
    .map((one) => ({ ...invitationLineOf(ports, one), isLike: true }) as const);
  const invited = lines.length > 0 ? lines : like;
  return invited.length === 0 ? {} : { invited };
}

/** A text that asks once more, in the language of the customer's country where we know it, else in the person's. */
export async function followUpText(ports: Ports, one: InvitationRecord, language: string): Promise<FollowUp> {
  const country = countryOf(ports, one.company);
  const theirs = country === undefined ? undefined : languageOfCountry(country);
  const base = {
    line: invitationLineOf(ports, one),
    ...(theirs === undefined || country === undefined ? { language } : { language: theirs, country }),
    now: ports.clock.now(),
  };
  const [provider, another] = ports.providers.filter(({ id }) => one.provider === undefined || one.provider === id);
  // The link of another one of ours would have them accept the wrong one.
  if (another !== undefined) return { ...base, whose: 'not-said' };
  if (provider === undefined) return base;
  const look = await provider.invitationLink(AbortSignal.timeout(PATIENCE_MS));
  if (look.look === 'seen') return { ...base, link: look.value };
  return look.look === 'failed' ? { ...base, trouble: look.trouble } : base;
}

/** By the customer of ours that bears the name, or the end of the domain. */
function countryOf({ register }: Ports, company: string): string | undefined {
  const found = findCustomer(register, company);
  if ((found.found === 'one' || found.found === 'assumed') && found.customer.country !== undefined)
    return found.customer.country;
  const end = /\.([a-z]{2})$/iu.exec(company.trim())?.[1]?.toUpperCase();
  return end === undefined || ANYWHERE.has(end) ? undefined : end;
}

import { isAccepted } from '../domain/acceptance';
import type { AccountRecord } from '../domain/account';
import type { NearName } from '../domain/answers';
import { dateAt, sameDate } from '../domain/calendar';
import type { TimeZone } from '../domain/calendar';
import { writtenDay } from '../domain/day-asked';
import { documentId } from '../domain/documents';
import {
  afterReminders,
  invitedAt,
  invitedBy,
  invitedEarlier,
  isOpen,
  MOST_INVITERS,
  settledInvitation,
} from '../domain/invitation';
import type { InvitationRecord, Inviter } from '../domain/invitation';
import type { InvitedAnswer } from '../domain/invitation-answers';
import type { Person } from '../domain/person';
import type { Instant } from '../domain/time';
import { presentFormat, UPGRADES } from '../domain/upgrades';
import { allProviders, providerNamed } from '../records/all-providers';
import { changeDocument } from '../records/change-document';
import { accountLine } from '../records/draw-account';
import { invitationLineOf } from '../records/invitation-line';
import { acceptedAfter, accountsMeant } from '../records/invitation-sign';
import type { Ports } from '../ports';

/** Every open invitation is kept in memory, and looked up whenever an account comes. */
export const INVITATION_LIMITS = { ofAll: 5_000, characters: 120 } as const;

/** Who says that a company was invited, and where. */
export interface Inviting {
  readonly person: Person;
  readonly conversationId: string;
  readonly language: string;
  readonly timeZone: TimeZone;
}

/** When it was invited, and for which provider, as far as that was said. */
export interface InvitedHow {
  readonly at: Instant;
  /** The provider's id, or what it was called. */
  readonly provider?: string;
  /** Also where the company has accepted before. */
  readonly anyway?: true;
}

/**
 * Remembers that a company was invited, whoever did it before. One that has accepted since then is not waited for; one
 * that had before needs no invitation, unless it is wanted `anyway`, or for another provider.
 */
export async function noteInvitation(
  ports: Ports,
  inviting: Inviting,
  company: string,
  how: InvitedHow,
): Promise<InvitedAnswer> {
  const for_ = how.provider === undefined ? undefined : providerFor(ports, how.provider);
  if (how.provider !== undefined && for_ === undefined) {
    const providers = allProviders(ports).map(({ name }) => name);
    return { answer: 'no-such-provider', words: how.provider, providers };
  }
  const { sure, unsure } = accountsMeant(ports.register, company);
  const there = sure.filter((one) => isAccepted(one.acceptance) && (for_ === undefined || one.providerId === for_.id));
  const since = there.find((one) => acceptedAfter(one.acceptance, how.at));
  if (since !== undefined) return answered(ports, since, how.at, inviting.timeZone);
  const [before] = there;
  if (before !== undefined && how.anyway !== true)
    return acceptedAlready(ports, company, before, { sure, ...dayOf(ports, how.at, inviting) });
  const refused = noRoom(ports, company);
  if (refused !== undefined) return refused;
  const near = unsure.filter((one) => isAccepted(one.acceptance) && !acceptedAfter(one.acceptance, how.at));
  const notIt = [...there, ...near].map(({ id }) => id);
  const begun = await remember(ports, fresh(ports, inviting, company, { ...how, for_: for_?.id, notIt }));
  return { answer: 'noted', ...begun, near: near.map(nearName), days: ports.invitationDays, now: ports.clock.now() };
}

function providerFor(ports: Ports, words: string): { readonly id: string; readonly name: string } | undefined {
  return allProviders(ports).find(({ id }) => id === words) ?? providerNamed(ports, words);
}

function answered(ports: Ports, account: AccountRecord, from: Instant, zone: TimeZone): InvitedAnswer {
  const { reseller } = account.acceptance;
  const to = reseller.state === 'accepted' ? Math.max(from, reseller.since.at) : from;
  return { answer: 'answered', account: accountLine(ports, account), took: { from, to, zone } };
}

/** The day by the calendar of whoever invited, as a button carries it; a click without one means today. */
function dayOf({ clock }: Ports, at: Instant, { timeZone }: Inviting): { readonly day?: string } {
  const date = dateAt(at, timeZone);
  const day = sameDate(date, dateAt(clock.now(), timeZone)) ? undefined : writtenDay(date);
  return day === undefined ? {} : { day };
}

/** It may have been invited for a provider at which it is not. */
function acceptedAlready(
  ports: Ports,
  company: string,
  account: AccountRecord,
  { sure, ...day }: { readonly sure: readonly AccountRecord[]; readonly day?: string },
): InvitedAnswer {
  const having = new Set(sure.filter((one) => isAccepted(one.acceptance)).map(({ providerId }) => providerId));
  const others = ports.providers.filter(({ id }) => !having.has(id)).map(({ id, name }) => ({ id, name }));
  return { answer: 'accepted-already', company, account: accountLine(ports, account), others, ...day };
}

function noRoom({ register }: Ports, company: string): InvitedAnswer | undefined {
  const { ofAll, characters } = INVITATION_LIMITS;
  if (Array.from(company).length > characters) return { answer: 'refused', company, why: 'too-long', most: characters };
  return register.invitations.open().length < ofAll
    ? undefined
    : { answer: 'refused', company, why: 'full', most: ofAll };
}

function fresh(
  ports: Ports,
  inviting: Inviting,
  company: string,
  { at, for_, notIt }: { readonly at: Instant; readonly for_?: string | undefined; readonly notIt: readonly string[] },
): InvitationRecord {
  const { person, conversationId, language, timeZone } = inviting;
  const inviter: Inviter = {
    person: { id: person.id, name: person.name },
    first: at,
    at,
    conversationId,
    language,
    timeZone,
  };
  return timed(ports, {
    kind: 'invitation',
    id: sameCompany(ports, company, for_)?.id ?? documentId('invitation', folded(company), for_ ?? ''),
    partnerId: ports.partnerId,
    format: presentFormat('invitation', UPGRADES),
    company,
    ...(for_ === undefined ? {} : { provider: for_ }),
    by: [inviter],
    state: 'waiting',
    notIt,
    told: [],
    reminded: 0,
  });
}

/** The open invitation of the same company, however its name was written, for the same provider. */
function sameCompany({ register }: Ports, company: string, provider: string | undefined): InvitationRecord | undefined {
  return register.invitations.named(company).sure.find((one) => one.provider === provider);
}

type Begun = Pick<Extract<InvitedAnswer, { readonly answer: 'noted' }>, 'line' | 'begun'>;

async function remember(ports: Ports, wanted: InvitationRecord): Promise<Begun> {
  const inserted = await ports.store.write({ write: 'insert', document: wanted });
  if (inserted.outcome === 'saved') {
    ports.register.apply(wanted);
    return { line: invitationLineOf(ports, wanted), begun: 'begun' };
  }
  const [inviter] = wanted.by;
  const changed = await changeDocument<'invitation', Begun['begun']>(ports, 'invitation', wanted.id, (known) => {
    if (!isOpen(known) || inviter === undefined) return { document: wanted, result: 'begun' };
    const own = known.by.find(({ person }) => person.id === inviter.person.id);
    if (own?.first === own?.at && own !== undefined && inviter.at < own.at - SAME_TIME)
      return { document: timed(ports, invitedEarlier(known, inviter)), result: 'corrected' };
    const begun = inviter.at > invitedAt(known) + SAME_TIME ? 'again' : 'already';
    if (begun === 'already' && own !== undefined) return { result: 'already' };
    const next =
      begun === 'again'
        ? invitedBy(known, inviter, ports.invitationDays)
        : { ...known, by: [...known.by, inviter].slice(0, MOST_INVITERS) };
    return { document: timed(ports, next), result: begun };
  });
  if (changed.changed === 'not-there') return { line: invitationLineOf(ports, wanted), begun: 'begun' };
  return { line: invitationLineOf(ports, changed.document), begun: changed.result };
}

/** Two who speak of the same day speak of the same invitation. */
const SAME_TIME = 12 * 60 * 60 * 1000;

/** Of what is said late, the reminders that are over by now are not made up for. */
function timed(ports: Ports, invitation: InvitationRecord): InvitationRecord {
  const now = ports.clock.now();
  const reminders = { ...invitation, reminded: 0 };
  return settledInvitation(afterReminders(reminders, now, ports.invitationDays, true), now);
}

function nearName({ id, tenant }: AccountRecord): NearName {
  return { name: tenant.name, accountId: id };
}

function folded(company: string): string {
  return company.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

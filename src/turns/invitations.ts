import type { Action } from '../actions/action';
import type { Intent } from '../commands/intent';
import { startOf } from '../domain/calendar';
import type { Instant } from '../domain/time';
import { startOfDayBefore } from '../domain/invited-on';
import { isOpen } from '../domain/invitation';
import type { InvitedAnswer, UninvitedAnswer } from '../domain/invitation-answers';
import type { InvitationsNarrowed } from '../domain/invitations-narrowed';
import type { Message } from '../courier';
import type { Told } from '../domain/told';
import { followUpText } from '../records/invitation-line';
import { giveWay } from '../runtime/own-turns';
import {
  invitationsMeant,
  replyToInvitation,
  restoreInvitation,
  withdraw,
  withdrawInvitation,
} from '../tasks/end-invitation';
import { listInvitations } from '../tasks/list-invitations';
import { watchInvitations } from '../tasks/watch-invitations';
import { noteInvitation } from '../tasks/note-invitation';
import type { Inviting } from '../tasks/note-invitation';
import type { Reply } from '../turn';
import { followUpView } from '../views/company/follow-up';
import { invitationsView, invitedManyView, uninvitedManyView } from '../views/company/invitations';
import type { InvitedOutcome, UninvitedOutcome } from '../views/company/invitations';
import { invitedView, uninvitedView } from '../views/company/invited';
import { invitationsWatchedView } from '../views/watch/watch-many';
import { inPlace, say, watcherOf, zoneOf } from './here';
import type { Here } from './here';
import { ofLine, toldAbout, toldOfWatches } from './told';

type Invited = Extract<Intent, { readonly name: 'invited' }>;
type Uninvite = Extract<Intent, { readonly name: 'uninvite' }>;
type Act<V extends Action['verb']> = Extract<Action, { readonly verb: V }>;

/** "We invited Contoso and Fabrikam on Monday." */
export async function noteInvited(here: Here, { companies, on, at: provider }: Invited): Promise<Reply> {
  const at = startOfDayBefore(on, here.ports.clock.now(), zoneOf(here));
  if (typeof at === 'string')
    return say(invitedView({ answer: 'no-day', why: at }, here.speech), toldAbout({ name: 'invited', companies }, []));
  const how = { at, ...(provider === undefined ? {} : { provider }) };
  const outcomes: InvitedOutcome[] = [];
  // One after the other, so that they are counted.
  for (const company of companies) {
    outcomes.push({ company, answer: await noteInvitation(here.ports, invitingOf(here), company, how) });
    await giveWay();
  }
  const told = toldOf('invited', outcomes);
  const [only, another] = outcomes;
  if (only !== undefined && another === undefined) return say(invitedView(only.answer, here.speech), told);
  return say(invitedManyView(outcomes, here.speech), told);
}

/** "Forget the invitation of Contoso." */
export async function endInvitations({ ports, speech }: Here, { companies }: Uninvite): Promise<Reply> {
  const outcomes: UninvitedOutcome[] = [];
  for (const company of companies) {
    outcomes.push({ company, answer: await withdrawInvitation(ports, company) });
    await giveWay();
  }
  const told = toldOf('uninvite', outcomes);
  const [only, another] = outcomes;
  if (only !== undefined && another === undefined) return say(uninvitedView(only.answer, speech), told);
  return say(uninvitedManyView(outcomes, speech), told);
}

/** Whoever wants to hear no more of a company that was invited may mean that: it is offered. Undefined where none was. */
export function offerToEnd({ ports, speech }: Here, company: string): Reply | undefined {
  const answer = invitationsMeant(ports, company);
  if (answer.near.length === 0) return undefined;
  return say(uninvitedView(answer, speech), toldOf('uninvite', [{ company, answer }]));
}

export function sayInvitations(
  here: Here,
  { name: _, watched, ...by }: Extract<Intent, { readonly name: 'invitations' }>,
): Reply | Promise<Reply> {
  if (watched === true) return watchInvited(here, by);
  const { message, told } = listed(here, by, 0);
  return say(message, told);
}

export function pageOfInvitations(here: Here, { verb: _, offset, ...by }: Act<'invitations'>): Reply {
  const { message, told } = listed(here, by, offset);
  return inPlace(message, told);
}

/** Where nobody is meant, the list says so. */
export async function watchInvited(here: Here, by: InvitationsNarrowed): Promise<Reply> {
  const { ports, speech } = here;
  const answer = await watchInvitations(ports, watcherOf(here), by, zoneOf(here));
  if (answer.answer === 'watched' && answer.outcomes.length === 0) {
    const { message, told } = listed(here, by, 0);
    return say(message, told);
  }
  const message = invitationsWatchedView(answer, speech);
  return answer.answer === 'watched' ? say(message, toldOfWatches(answer.outcomes, 'watch')) : say(message);
}

function listed(
  here: Here,
  by: InvitationsNarrowed,
  offset: number,
): { readonly message: Message; readonly told: Told } {
  const { ports, speech, person } = here;
  const answer = listInvitations(ports, { person, zone: zoneOf(here) }, by, offset);
  const names = answer.lines.map(({ invitation }) => ({ name: invitation.company }));
  return {
    message: invitationsView(answer, speech),
    told: { command: { name: 'invitations', ...by }, about: [], listed: names },
  };
}

/** A click says that it was done today, or on the day that was said before. The card with the text to send stays for whoever needs it. */
export async function noteByCard(here: Here, { company, provider, anyway, day }: Act<'invited'>): Promise<Reply> {
  const how = { at: clickedDay(here, day), ...(provider === undefined ? {} : { provider }) };
  const answer = await noteInvitation(
    here.ports,
    invitingOf(here),
    company,
    anyway === true ? { ...how, anyway } : how,
  );
  const told = toldOf('invited', [{ company, answer }]);
  const message = invitedView(answer, here.speech);
  return anyway === true ? inPlace(message, told) : say(message, told);
}

function clickedDay(here: Here, day: string | undefined): Instant {
  const now = here.ports.clock.now();
  const [year = 0, month = 1, date = 1] = day?.split('-').map(Number) ?? [];
  return day === undefined ? now : Math.min(now, startOf({ year, month, day: date }, zoneOf(here)));
}

export async function endByCard({ ports, speech }: Here, { invitationId, back }: Act<'uninvite'>): Promise<Reply> {
  const answer = await (back === true ? restoreInvitation(ports, invitationId) : withdraw(ports, invitationId));
  return inPlace(uninvitedView(answer, speech));
}

export async function replyByCard({ ports, speech }: Here, act: Act<'invited-reply'>): Promise<Reply> {
  return inPlace(uninvitedView(await replyToInvitation(ports, act.invitationId, act.accountId, act.yes), speech));
}

export async function giveFollowUp(here: Here, { invitationId }: Act<'follow-up'>): Promise<Reply> {
  const { ports, speech } = here;
  const known = ports.register.invitations.get(invitationId);
  if (known === undefined || !isOpen(known))
    return say(uninvitedView({ answer: 'not-invited', near: [], now: ports.clock.now() }, speech));
  const told = toldAbout({ name: 'invite_link', companies: [known.company] }, [{ name: known.company }]);
  return say(followUpView(await followUpText(ports, known, speech.language), speech), told);
}

function invitingOf(here: Here): Inviting {
  const { person, conversation, speech } = here;
  return { person, conversationId: conversation.conversationId, language: speech.language, timeZone: zoneOf(here) };
}

function toldOf(
  name: 'invited' | 'uninvite',
  outcomes: readonly { readonly company: string; readonly answer: InvitedAnswer | UninvitedAnswer }[],
): Told {
  const companies = outcomes.map(({ company }) => company);
  const about = outcomes.map(({ company, answer }) =>
    'account' in answer ? ofLine(answer.account) : { name: company },
  );
  return toldAbout({ name, companies }, about);
}

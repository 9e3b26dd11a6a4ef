import type { TimeZone } from './calendar';
import type { Person } from './person';
import { calm, postDue, UNTRIED } from './post';
import type { Post } from './post';
import type { Stored } from './stored';
import type { Instant } from './time';
import { afterWorkingDays } from './working-time';

/** A company was invited and its answer is waited for. Of each company there is one at each provider, whoever invited it. */
export interface InvitationRecord extends Stored {
  readonly kind: 'invitation';
  /** The name, domain or tenant id as it was said. */
  readonly company: string;
  /** Id of the provider that it was invited for; absent where that was not said: then any of ours. */
  readonly provider?: string;
  /** Who invited it, the last one first. */
  readonly by: readonly Inviter[];
  /** `lapsed`: nobody said anything of it for a year. */
  readonly state: 'waiting' | 'accepted' | 'withdrawn' | 'lapsed';
  /** Accounts that are not the answer: they had accepted before, or whoever invited was asked about them. */
  readonly notIt: readonly string[];
  /** Accounts of the company that something else was agreed with, of which it was told. */
  readonly told: readonly string[];
  readonly accepted?: { readonly accountId: string; readonly at: Instant };
  /** How many of the reminders are over since it was last invited. */
  readonly reminded: number;
  readonly remindAt?: Instant;
}

/** One person who invited, and the word that is owed to them. */
export interface Inviter {
  readonly person: Person;
  /** When they first and last invited. */
  readonly first: Instant;
  readonly at: Instant;
  /** Where they said so, their language and their clock. */
  readonly conversationId: string;
  readonly language: string;
  readonly timeZone: TimeZone;
  readonly owes?: InvitationWord;
  /** The message about it, once somebody has tried to send it. */
  readonly post?: Post;
}

/**
 * - `accepted`: it has accepted
 * - `asked`: an account of a like name has; is it the one?
 * - `otherwise`: its account is there, and no reseller relationship is
 * - `reminder`: no answer yet
 */
export interface InvitationWord {
  readonly word: 'accepted' | 'asked' | 'otherwise' | 'reminder';
  readonly accountId?: string;
}

/** So many days of work after the invitation whoever invited is reminded. */
export type ReminderDays = readonly number[];

/** So many people of one invitation are remembered. */
export const MOST_INVITERS = 5;
const DAY_S = 86_400;
/** How long what has ended is kept, in seconds. */
const ENDED = 90 * DAY_S;
/** A word is said once, and is never another one. */
const VERSION = 1;

/** Whether an answer is still waited for. */
export function isOpen({ state }: Pick<InvitationRecord, 'state'>): boolean {
  return state === 'waiting';
}

/** When the company was last invited. */
export function invitedAt({ by }: Pick<InvitationRecord, 'by'>): Instant {
  return Math.max(...by.map(({ at }) => at));
}

/** When it was first invited, as far as it is remembered: how long an answer took is counted from there. */
export function firstInvitedAt({ by }: Pick<InvitationRecord, 'by'>): Instant {
  return Math.min(...by.map(({ first }) => first));
}

/** Who invited it first. */
export function firstInviterOf({ by }: Pick<InvitationRecord, 'by'>): Inviter | undefined {
  const earliest = firstInvitedAt({ by });
  return by.find(({ first }) => first === earliest);
}

/** Who invited it last. */
export function inviterOf({ by }: Pick<InvitationRecord, 'by'>): Inviter | undefined {
  const last = invitedAt({ by });
  return by.find(({ at }) => at === last);
}

/** The same after somebody says that it was earlier than they had said. */
export function invitedEarlier(invitation: InvitationRecord, inviter: Inviter): InvitationRecord {
  const by = invitation.by.map((one) =>
    one.person.id === inviter.person.id ? { ...one, first: inviter.at, at: inviter.at } : one,
  );
  return { ...invitation, by: by.sort((a, b) => b.at - a.at) };
}

/** The same invitation after somebody invited once more; the reminders begin anew with the newest one. */
export function invitedBy(invitation: InvitationRecord, inviter: Inviter, days: ReminderDays): InvitationRecord {
  const own = invitation.by.find(({ person }) => person.id === inviter.person.id);
  const others = invitation.by.filter((one) => one !== own);
  const first = Math.min(own?.first ?? inviter.first, inviter.first);
  const mine = { ...inviter, first, at: Math.max(own?.at ?? inviter.at, inviter.at) };
  const by = [mine, ...others].sort((a, b) => b.at - a.at).slice(0, MOST_INVITERS);
  return remindedFrom({ ...invitation, by }, 0, days);
}

/** When it is time for the next reminder, the ones before `reminded` being over. */
function remindedFrom(
  { remindAt: _before, ...invitation }: InvitationRecord,
  reminded: number,
  days: ReminderDays,
): InvitationRecord {
  const next = reminderTimes(invitation, days)[reminded];
  return { ...invitation, reminded, ...(next === undefined ? {} : { remindAt: next }) };
}

function reminderTimes(invitation: Pick<InvitationRecord, 'by'>, days: ReminderDays): readonly Instant[] {
  const inviter = inviterOf(invitation);
  if (inviter === undefined) return [];
  return [...days].sort((a, b) => a - b).map((count) => afterWorkingDays(inviter.at, count, inviter.timeZone));
}

/** The reminders whose time has passed are over; one of them is said at most, and none when `quietly`. */
export function afterReminders(
  invitation: InvitationRecord,
  now: Instant,
  days: ReminderDays,
  quietly = false,
): InvitationRecord {
  const passed = reminderTimes(invitation, days).filter((at) => at <= now).length;
  const next = remindedFrom(invitation, Math.max(passed, invitation.reminded), days);
  return quietly || next.reminded === invitation.reminded ? next : owing(next, { word: 'reminder' });
}

/** The word is owed to whoever invited last, or to all who did. What they have not been told yet is told no more. */
export function owing(
  invitation: InvitationRecord,
  owes: InvitationWord,
  to: 'last' | 'all' = 'last',
): InvitationRecord {
  const last = inviterOf(invitation);
  const by = invitation.by.map(({ owes: before, post, ...one }): Inviter => {
    const isTold = to === 'all' || one.person.id === last?.person.id;
    if (isTold) return { ...one, owes };
    return { ...one, ...(before === undefined ? {} : { owes: before }), ...(post === undefined ? {} : { post }) };
  });
  return { ...invitation, by };
}

/** The message for one of them is now this; when it is there, or cannot be, nothing is owed to them any more. */
export function withWordPost(
  invitation: InvitationRecord,
  personId: string,
  post: Post,
  now: Instant,
): InvitationRecord {
  const isOver = postDue(post, VERSION, now) === undefined;
  const by = invitation.by.map((one): Inviter => {
    if (one.person.id !== personId) return one;
    if (!isOver) return { ...one, post };
    const { owes: _told, post: _over, ...rest } = one;
    return rest;
  });
  return settledInvitation({ ...invitation, by }, now);
}

/** The message about what is owed to one of them; of somebody who is owed nothing there is nothing to make. */
export function wordPost({ owes, post = UNTRIED }: Inviter): Post {
  return owes === undefined ? { ...post, state: 'dropped' } : post;
}

/** The same, due at once, where the messages of these people waited for a place that is there now. */
export function wokenInvitation(
  invitation: InvitationRecord,
  waits: (inviter: Inviter) => boolean,
  now: Instant,
): InvitationRecord {
  if (!invitation.by.some(waits)) return invitation;
  const by = invitation.by.map((one) =>
    waits(one) && one.post !== undefined ? { ...one, post: calm(one.post) } : one,
  );
  return settledInvitation({ ...invitation, by }, now);
}

/** An end: nothing is asked and nobody reminded any more. */
export function endedInvitation(
  { remindAt: _none, ...invitation }: InvitationRecord,
  state: Exclude<InvitationRecord['state'], 'waiting'>,
): InvitationRecord {
  const by = invitation.by.map(({ owes: _over, post: _too, ...one }): Inviter => one);
  return { ...invitation, state, by };
}

/** With the time at which it owes something next, and the expiry that its state asks for. */
export function settledInvitation(
  { dueAt: _due, ttl: _ttl, ...invitation }: InvitationRecord,
  now: Instant,
): InvitationRecord {
  const words = invitation.by.flatMap((one) =>
    one.owes === undefined ? [] : (postDue(one.post ?? UNTRIED, VERSION, now) ?? []),
  );
  const due = [...words, ...(isOpen(invitation) ? [invitation.remindAt ?? []].flat() : [])];
  return {
    ...invitation,
    ...(due.length === 0 ? {} : { dueAt: Math.min(...due) }),
    ...(isOpen(invitation) || words.length > 0 ? {} : { ttl: ENDED }),
  };
}

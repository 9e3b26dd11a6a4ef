import { backoff } from './backoff';
import type { AccountRecord } from './account';
import type { CardView, Notice } from './notice';
import { ASKED_KEPT, OVERRULED_KEPT } from './notice';
import type { Person } from './person';
import { claimEnds, noticeDue, settle } from './settle';
import type { Instant } from './time';

/** The last error of a card of which Teams says that it is not there. */
export const MESSAGE_MISSING = 'the message is not there';
/** So many times in a row Teams has to say so. */
export const MISSING_UNTIL_GONE = 3;

/** What is to be done about one notice now. */
export type NoticeWork =
  { readonly work: 'post'; readonly notice: Notice } | { readonly work: 'redraw'; readonly notice: Notice };

/** The notices of a record that may be worked on now, the longest waiting first. */
export function noticeWork(record: AccountRecord, now: Instant): NoticeWork[] {
  return record.notices
    .filter((notice) => (noticeDue(notice, record.version, now) ?? Infinity) <= now)
    .sort((a, b) => a.wantedAt - b.wantedAt)
    .map((notice) => ({ work: notice.state === 'posted' ? 'redraw' : 'post', notice }));
}

/**
 * Claims a post before it is made, so that nobody else makes it too. Undefined when the notice is not there to be
 * claimed: posted, dropped, or claimed by somebody whose claim has not lapsed.
 */
export function claimPost(record: AccountRecord, noticeId: string, now: Instant): AccountRecord | undefined {
  const notice = record.notices.find((n) => n.id === noticeId);
  if (notice === undefined || notice.state === 'posted' || notice.state === 'dropped') return undefined;
  if (notice.state === 'posting' && claimEnds(notice, now) > now) return undefined;
  return change(record, noticeId, now, (n) => ({ ...n, state: 'posting', claimedAt: now }));
}

/** Where the posted card is, and which version it shows. */
export function notePosted(
  record: AccountRecord,
  noticeId: string,
  place: { readonly messageId: string; readonly threadId?: string },
  shownVersion: number,
  now: Instant,
): AccountRecord {
  return change(record, noticeId, now, (n) => ({ ...calm(n), ...place, state: 'posted', shownVersion }));
}

export function noteShown(record: AccountRecord, noticeId: string, shownVersion: number, now: Instant): AccountRecord {
  return change(record, noticeId, now, (n) => ({
    ...calm(n),
    shownVersion: Math.max(n.shownVersion, shownVersion),
  }));
}

/** It did not work this time. Nothing was shown, so a claimed post goes back to `wanted`. */
export function noteRefused(
  record: AccountRecord,
  noticeId: string,
  trouble: { readonly reason: string; readonly retryAt?: Instant; readonly random: number },
  now: Instant,
): AccountRecord {
  return change(record, noticeId, now, (n) => {
    const { claimedAt: _claimEnds, ...rest } = n;
    const attempts = n.attempts + 1;
    const notBefore = Math.max(trouble.retryAt ?? 0, now + backoff(attempts, trouble.random));
    return {
      ...rest,
      state: n.state === 'posting' ? 'wanted' : n.state,
      attempts,
      failingSince: n.failingSince ?? now,
      notBefore,
      lastError: trouble.reason,
    };
  });
}

/**
 * A post may be there already, or not: the claim stays. What Teams never answers is tried more and more seldom, because
 * each attempt may be one more card.
 */
export function noteUnsure(
  record: AccountRecord,
  noticeId: string,
  trouble: { readonly reason: string; readonly random: number },
  now: Instant,
): AccountRecord {
  return change(record, noticeId, now, (n) => ({
    ...n,
    attempts: n.attempts + 1,
    failingSince: n.failingSince ?? now,
    notBefore: now + backoff(n.attempts + 1, trouble.random),
    lastError: trouble.reason,
  }));
}

/** Nobody can be told there before `until`: no failure of this notice, and no reason to try more seldom afterwards. */
export function noteWaits(
  record: AccountRecord,
  noticeId: string,
  wait: { readonly reason: string; readonly until: Instant },
  now: Instant,
): AccountRecord {
  return change(record, noticeId, now, (n) => ({
    ...calm(n),
    state: n.state === 'posting' ? 'wanted' : n.state,
    notBefore: wait.until,
    lastError: wait.reason,
  }));
}

/**
 * Teams says that the message is not there. Of messages in channels it says so now and then though they are there, so
 * it is believed only after it has been said again and again.
 */
export function noteMessageMissing(
  record: AccountRecord,
  noticeId: string,
  random: number,
  now: Instant,
): AccountRecord {
  const notice = record.notices.find((n) => n.id === noticeId);
  const confirmed = notice?.lastError === MESSAGE_MISSING && notice.attempts >= MISSING_UNTIL_GONE - 1;
  return confirmed
    ? noteMessageGone(record, noticeId, now)
    : noteRefused(record, noticeId, { reason: MESSAGE_MISSING, random }, now);
}

/** The message is not there any more: an announcement is made anew while somebody still has to decide; the rest is let be. */
export function noteMessageGone(record: AccountRecord, noticeId: string, now: Instant): AccountRecord {
  return change(record, noticeId, now, (n) => {
    const { messageId: _gone, threadId: _goneToo, ...rest } = calm(n);
    return {
      ...rest,
      state: record.mapping.state === 'open' && n.reason === 'announcement' ? 'wanted' : 'dropped',
      shownVersion: 0,
    };
  });
}

export function dropNotice(record: AccountRecord, noticeId: string, reason: string, now: Instant): AccountRecord {
  return change(record, noticeId, now, (n) => ({ ...calm(n), state: 'dropped', lastError: reason }));
}

/** Whether a notice is put off because its conversation was paused, and for no failure of its own. */
export function waitsForConversation({ attempts, notBefore }: Notice): boolean {
  return attempts === 0 && notBefore !== undefined;
}

/** We may speak in a conversation again: what waited for that is due at once. The same record when nothing did. */
export function wakeNotices(record: AccountRecord, conversationId: string, now: Instant): AccountRecord {
  const waits = (n: Notice): boolean => n.conversationId === conversationId && waitsForConversation(n);
  if (!record.notices.some(waits)) return record;
  return settle({ ...record, notices: record.notices.map((n) => (waits(n) ? calm(n) : n)) }, now);
}

/** A message that shows this account from now on: posted as an answer, or clicked on. */
export interface CardPlace {
  readonly conversationId: string;
  readonly messageId: string;
  readonly threadId?: string;
}

/**
 * Remembers such a message, so that it is redrawn with the others. `shownVersion` 0 asks for a redraw; `view` says what it
 * shows when it is not the account's own card.
 */
export function trackCard(
  record: AccountRecord,
  place: CardPlace,
  shownVersion: number,
  now: Instant,
  view?: CardView,
): AccountRecord {
  if (record.notices.some((n) => n.messageId === place.messageId)) return record;
  const notice: Notice = {
    ...place,
    id: place.messageId,
    state: 'posted',
    reason: 'asked',
    wantedAt: now,
    shownVersion,
    attempts: 0,
    ...(view === undefined ? {} : { view }),
  };
  const asked = record.notices.filter((n) => n.reason === 'asked');
  const forgotten = new Set(asked.slice(0, Math.max(0, asked.length + 1 - ASKED_KEPT)));
  return settle({ ...record, notices: [...record.notices.filter((n) => !forgotten.has(n)), notice] }, now);
}

/** Somebody's decision was taken back by another person: one message to them, which stays the account's card. */
export function tellOverruled(
  record: AccountRecord,
  told: { readonly decisionId: string; readonly conversationId: string; readonly mention?: Person },
  now: Instant,
): AccountRecord {
  const { decisionId, ...whom } = told;
  const id = `overruled ${decisionId}`;
  if (record.notices.some((n) => n.id === id)) return record;
  const notice: Notice = {
    ...whom,
    id,
    state: 'wanted',
    reason: 'overruled',
    wantedAt: now,
    shownVersion: 0,
    attempts: 0,
  };
  const settled = record.notices.filter(
    (n) => n.reason === 'overruled' && n.state !== 'wanted' && n.state !== 'posting',
  );
  const forgotten = new Set(settled.slice(0, Math.max(0, settled.length + 1 - OVERRULED_KEPT)));
  return settle({ ...record, notices: [...record.notices.filter((n) => !forgotten.has(n)), notice] }, now);
}

function calm(notice: Notice): Notice {
  const { claimedAt: _claim, notBefore: _wait, lastError: _error, failingSince: _over, ...rest } = notice;
  return { ...rest, attempts: 0 };
}

function change(record: AccountRecord, noticeId: string, now: Instant, how: (notice: Notice) => Notice): AccountRecord {
  const notices = record.notices.map((n) => (n.id === noticeId ? how(n) : n));
  return settle({ ...record, notices }, now);
}

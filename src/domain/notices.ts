import { backoff } from './backoff';
import type { AccountRecord } from './account';
import type { Notice } from './notice';
import { ASKED_KEPT, POST_CLAIM_LAPSES_AFTER } from './notice';
import { noticeDue, settle } from './settle';
import type { Instant } from './time';

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
  if (notice.state === 'posting' && (notice.claimedAt ?? 0) + POST_CLAIM_LAPSES_AFTER > now) return undefined;
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
      notBefore,
      lastError: trouble.reason,
    };
  });
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

/** We may speak in a conversation again: what waited there is due at once. */
export function wakeNotices(record: AccountRecord, conversationId: string, now: Instant): AccountRecord {
  const notices = record.notices.map((n) => {
    if (n.conversationId !== conversationId) return n;
    const { notBefore: _over, ...rest } = n;
    return rest;
  });
  return settle({ ...record, notices }, now);
}

/** A message that shows this account from now on: posted as an answer, or clicked on. */
export interface CardPlace {
  readonly conversationId: string;
  readonly messageId: string;
  readonly threadId?: string;
}

/** Remembers such a message, so that it is redrawn with the others. `shownVersion` 0 asks for a redraw. */
export function trackCard(record: AccountRecord, place: CardPlace, shownVersion: number, now: Instant): AccountRecord {
  if (record.notices.some((n) => n.messageId === place.messageId)) return record;
  const notice: Notice = {
    ...place,
    id: place.messageId,
    state: 'posted',
    reason: 'asked',
    wantedAt: now,
    shownVersion,
    attempts: 0,
  };
  const asked = record.notices.filter((n) => n.reason === 'asked');
  const forgotten = new Set(asked.slice(0, Math.max(0, asked.length + 1 - ASKED_KEPT)));
  return settle({ ...record, notices: [...record.notices.filter((n) => !forgotten.has(n)), notice] }, now);
}

function calm(notice: Notice): Notice {
  const { claimedAt: _claim, notBefore: _wait, lastError: _error, ...rest } = notice;
  return { ...rest, attempts: 0 };
}

function change(record: AccountRecord, noticeId: string, now: Instant, how: (notice: Notice) => Notice): AccountRecord {
  const notices = record.notices.map((n) => (n.id === noticeId ? how(n) : n));
  return settle({ ...record, notices }, now);
}

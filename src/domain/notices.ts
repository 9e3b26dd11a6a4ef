import { backoff } from './backoff';
import type { AccountRecord } from './account';
import type { Notice } from './notice';
import { POST_CLAIM_LAPSES_AFTER } from './notice';
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
export function claimPost(record: AccountRecord, conversationId: string, now: Instant): AccountRecord | undefined {
  const notice = record.notices.find((n) => n.conversationId === conversationId);
  if (notice === undefined || notice.state === 'posted' || notice.state === 'dropped') return undefined;
  if (notice.state === 'posting' && (notice.claimedAt ?? 0) + POST_CLAIM_LAPSES_AFTER > now) return undefined;
  return change(record, conversationId, now, (n) => ({ ...n, state: 'posting', claimedAt: now }));
}

/** Where the posted card is, and which version it shows. */
export function notePosted(
  record: AccountRecord,
  conversationId: string,
  place: { readonly messageId: string; readonly threadId?: string },
  shownVersion: number,
  now: Instant,
): AccountRecord {
  return change(record, conversationId, now, (n) => ({ ...calm(n), ...place, state: 'posted', shownVersion }));
}

export function noteShown(
  record: AccountRecord,
  conversationId: string,
  shownVersion: number,
  now: Instant,
): AccountRecord {
  return change(record, conversationId, now, (n) => ({
    ...calm(n),
    shownVersion: Math.max(n.shownVersion, shownVersion),
  }));
}

/** It did not work this time. Nothing was shown, so a claimed post goes back to `wanted`. */
export function noteRefused(
  record: AccountRecord,
  conversationId: string,
  trouble: { readonly reason: string; readonly retryAt?: Instant; readonly random: number },
  now: Instant,
): AccountRecord {
  return change(record, conversationId, now, (n) => {
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

/** The message is not there any more: post it anew while somebody still has to decide, else let it be. */
export function noteMessageGone(record: AccountRecord, conversationId: string, now: Instant): AccountRecord {
  return change(record, conversationId, now, (n) => {
    const { messageId: _gone, threadId: _goneToo, ...rest } = calm(n);
    return { ...rest, state: record.mapping.state === 'open' ? 'wanted' : 'dropped', shownVersion: 0 };
  });
}

export function dropNotice(record: AccountRecord, conversationId: string, reason: string, now: Instant): AccountRecord {
  return change(record, conversationId, now, (n) => ({ ...calm(n), state: 'dropped', lastError: reason }));
}

/** We may speak there again: what waited is due at once. */
export function wakeNotice(record: AccountRecord, conversationId: string, now: Instant): AccountRecord {
  return change(record, conversationId, now, (n) => {
    const { notBefore: _over, ...rest } = n;
    return rest;
  });
}

function calm(notice: Notice): Notice {
  const { claimedAt: _claim, notBefore: _wait, lastError: _error, ...rest } = notice;
  return { ...rest, attempts: 0 };
}

function change(
  record: AccountRecord,
  conversationId: string,
  now: Instant,
  how: (notice: Notice) => Notice,
): AccountRecord {
  const notices = record.notices.map((n) => (n.conversationId === conversationId ? how(n) : n));
  return settle({ ...record, notices }, now);
}

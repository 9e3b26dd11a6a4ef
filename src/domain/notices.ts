import type { AccountRecord } from './account';
import type { CardView, Notice } from './notice';
import { ASKED_KEPT, OVERRULED_KEPT } from './notice';
import type { Person } from './person';
import { calm, postWork, UNTRIED, waitsForConversation } from './post';
import type { PostWork, WhenGone } from './post';
import { settle } from './settle';
import type { Instant } from './time';

/** What is to be done about one notice now. */
export interface NoticeWork {
  readonly work: PostWork;
  readonly notice: Notice;
}

/** The notices of a record that may be worked on now, the longest waiting first. */
export function noticeWork(record: AccountRecord, now: Instant): NoticeWork[] {
  return record.notices
    .flatMap((notice) => {
      const work = postWork(notice, record.version, now);
      return work === undefined ? [] : [{ work, notice }];
    })
    .sort((a, b) => a.notice.wantedAt - b.notice.wantedAt);
}

/** One notice as `how` leaves it; undefined when that is how it is, or when it is not there. */
export function changeNotice(
  record: AccountRecord,
  noticeId: string,
  how: (notice: Notice) => Notice | undefined,
  now: Instant,
): AccountRecord | undefined {
  const notice = record.notices.find((n) => n.id === noticeId);
  const next = notice === undefined ? undefined : how(notice);
  if (next === undefined) return undefined;
  return settle({ ...record, notices: record.notices.map((n) => (n === notice ? next : n)) }, now);
}

/** When its message is gone, an announcement is made anew while somebody still has to decide; the rest is let be. */
export function whenNoticeGone({ mapping }: AccountRecord, { reason }: Notice): WhenGone {
  return mapping.state === 'open' && reason === 'announcement' ? 'remake' : 'drop';
}

/** What waited for a conversation that is open to us again is due at once. The same record when nothing did. */
export function wakeNotices(
  record: AccountRecord,
  isOpen: (conversationId: string) => boolean,
  now: Instant,
): AccountRecord {
  const waits = (n: Notice): boolean => waitsForConversation(n) && isOpen(n.conversationId);
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
  const notice: Notice = { ...UNTRIED, ...whom, id, reason: 'overruled', wantedAt: now };
  const settled = record.notices.filter(
    (n) => n.reason === 'overruled' && n.state !== 'wanted' && n.state !== 'posting',
  );
  const forgotten = new Set(settled.slice(0, Math.max(0, settled.length + 1 - OVERRULED_KEPT)));
  return settle({ ...record, notices: [...record.notices.filter((n) => !forgotten.has(n)), notice] }, now);
}

import type { Notice } from './notice';
import type { Post } from './post';
import { DAY, HOUR } from './time';
import type { Instant } from './time';

/** In one conversation, so many new accounts are announced within an hour by a card each. */
export const CARDS_AN_HOUR = 20;

/** One message that tells of several accounts, in place of a card each. It is kept true as cards are. */
export interface Gathering {
  /** The accounts that it tells of name it. */
  readonly key: string;
  /** They came in quiet hours, or within an hour beside those with a card each. */
  readonly of: 'quiet' | 'burst';
  readonly since: Instant;
  readonly post: Post;
  /** What it says, as far as that changes, and how many times that has changed. */
  readonly says: string;
  readonly version: number;
  /** A mark of what it was drawn from last: to draw it costs more than to see that it would be the same. */
  readonly from?: string;
  /** The versions of its accounts together, as they were when it was drawn; absent in what was written before that was kept. */
  readonly seen?: number;
  /** Of how many it tells; absent in the same way. */
  readonly tells?: number;
}

/** An announcement that counts when it is asked whether more have come than get a card each. */
export interface Announcement {
  readonly accountId: string;
  readonly wantedAt: Instant;
  /** Absent while it is owed. */
  readonly toldAt?: Instant;
}

/** What comes later than that after one was told has a new message, so that somebody notices it. */
const TAKES_MORE_FOR = { quiet: 0, burst: HOUR };
const KEPT_TRUE_FOR = 7 * DAY;
/** So many messages of a conversation are kept true, the latest ones. */
const KEPT_TRUE = 6;

/** An announcement as it counts; undefined when it does not: it is told in the morning, or never. */
export function counted(accountId: string, notice: Notice): Announcement | undefined {
  const { reason, state, wantedAt, postedAt, heldSince, heldFor, gathered } = notice;
  if (reason !== 'announcement' || (heldSince !== undefined && heldFor !== 'burst')) return undefined;
  switch (state) {
    case 'wanted':
    case 'posting':
      return { accountId, wantedAt };
    case 'posted':
      return { accountId, wantedAt, toldAt: postedAt ?? wantedAt };
    case 'dropped':
      return gathered === undefined ? undefined : { accountId, wantedAt, toldAt: gathered.at };
  }
}

/** Whether so many others were told within the hour, or are owed and came before it: whoever asks gets the same answer. */
export function isBeyond(
  own: Announcement,
  others: Iterable<Announcement>,
  { most, now }: { readonly most: number; readonly now: Instant },
): boolean {
  if (most === 0) return false;
  let before = 0;
  for (const other of others) {
    const counts = other.toldAt === undefined ? cameBefore(other, own) : !countsNoMore(other, now);
    if (counts) before += 1;
    if (before >= most) return true;
  }
  return false;
}

/** It was told so long ago that it does not count any more. */
export function countsNoMore({ toldAt }: Announcement, now: Instant): boolean {
  return toldAt !== undefined && toldAt <= now - HOUR;
}

function cameBefore(one: Announcement, other: Announcement): boolean {
  return one.wantedAt < other.wantedAt || (one.wantedAt === other.wantedAt && one.accountId < other.accountId);
}

/** The one that takes what comes now; undefined when there is none. */
export function openGathering(
  gatherings: readonly Gathering[] = [],
  of: Gathering['of'],
  now: Instant,
): Gathering | undefined {
  return gatherings.find(
    ({ of: what, post: { state, postedAt } }) =>
      what === of && (state === 'posted' ? now - (postedAt ?? 0) < TAKES_MORE_FOR[of] : state !== 'dropped'),
  );
}

/** Those that are still to be told, or of which the message is still kept true. */
export function keptTrue(gatherings: readonly Gathering[], now: Instant): readonly Gathering[] {
  const told = gatherings.filter(({ post }) => post.state === 'posted').slice(-KEPT_TRUE);
  return gatherings.filter(({ since, post, key }) =>
    post.state === 'posted'
      ? now - since < KEPT_TRUE_FOR && told.some((one) => one.key === key)
      : post.state !== 'dropped',
  );
}

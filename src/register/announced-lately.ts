import type { AccountRecord } from '../domain/account';
import { counted, countsNoMore } from '../domain/gathering';
import type { Announcement } from '../domain/gathering';
import type { Notice } from '../domain/notice';
import type { Instant } from '../domain/time';
import type { Parts } from '../matching/parts';

/** So many are kept before those that do not count any more are looked for. */
const LOOKED_FOR_FROM = 500;

interface Lately {
  readonly byAccount: Map<string, Announcement>;
  /** When the last one was told. */
  latest: Instant;
  lookedForFrom: number;
}

/** The announcements of each conversation that are owed, or were told within the last hour. */
export class AnnouncedLately {
  private readonly conversations = new Map<string, Lately>();

  apply({ id, notices }: AccountRecord): void {
    // A damaged record keeps nobody from the others.
    for (const notice of notices as readonly (Notice | null)[]) {
      if (notice?.reason !== 'announcement') continue;
      const lately = this.of(notice.conversationId);
      const announcement = counted(id, notice);
      if (announcement?.toldAt !== undefined) lately.latest = Math.max(lately.latest, announcement.toldAt);
      if (announcement === undefined || countsNoMore(announcement, lately.latest)) lately.byAccount.delete(id);
      else lately.byAccount.set(id, announcement);
      forgetOver(lately);
    }
  }

  remove(accountId: string): void {
    for (const { byAccount } of this.conversations.values()) byAccount.delete(accountId);
  }

  in(conversationId: string): Iterable<Announcement> {
    return this.conversations.get(conversationId)?.byAccount.values() ?? [];
  }

  pass(parts: Parts): void {
    const now = [...this.conversations].map(([conversationId, { byAccount, latest }]) => ({
      conversationId,
      announcements: [...byAccount.values()],
      latest: latest === -Infinity ? null : latest,
    }));
    const kept = parts.plain(now);
    if (kept === now) return;
    for (const { conversationId, announcements, latest } of kept) {
      const lately = this.of(conversationId);
      lately.latest = latest ?? -Infinity;
      for (const one of announcements) lately.byAccount.set(one.accountId, one);
    }
  }

  private of(conversationId: string): Lately {
    const known = this.conversations.get(conversationId);
    if (known !== undefined) return known;
    const lately: Lately = { byAccount: new Map(), latest: -Infinity, lookedForFrom: LOOKED_FOR_FROM };
    this.conversations.set(conversationId, lately);
    return lately;
  }
}

function forgetOver(lately: Lately): void {
  const { byAccount, latest, lookedForFrom } = lately;
  if (byAccount.size < lookedForFrom) return;
  for (const [id, announcement] of byAccount) if (countsNoMore(announcement, latest)) byAccount.delete(id);
  lately.lookedForFrom = Math.max(LOOKED_FOR_FROM, 2 * byAccount.size);
}

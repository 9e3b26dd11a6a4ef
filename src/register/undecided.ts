import { isAccepted } from '../domain/acceptance';
import { needsCustomer, waitingSince } from '../domain/account';
import type { AccountRecord } from '../domain/account';

/** The accounts that nobody has decided: those that wait for a customer, and those that need none. */
export class Undecided {
  private readonly waiting = new Map<string, AccountRecord>();
  private readonly others = new Map<string, AccountRecord>();
  private readonly unread = new Set<string>();
  /** Kept until one of them changes: every question about a company that is not there asks for it. */
  private inOrder: readonly AccountRecord[] | undefined;

  get count(): number {
    return this.waiting.size;
  }

  /** How many of those that wait have accepted and were never looked at one by one. */
  get unreadCount(): number {
    return this.unread.size;
  }

  remove(id: string): void {
    if (this.waiting.delete(id)) this.inOrder = undefined;
    this.others.delete(id);
    this.unread.delete(id);
  }

  apply(record: AccountRecord): void {
    const { id } = record;
    this.remove(id);
    if (record.mapping.state !== 'open') return;
    if (!needsCustomer(record)) {
      this.others.set(id, record);
      return;
    }
    this.waiting.set(id, record);
    this.inOrder = undefined;
    if (record.lookedAt === undefined && isAccepted(record.acceptance)) this.unread.add(id);
  }

  /** The longest known first. */
  whoWait(): readonly AccountRecord[] {
    return (this.inOrder ??= [...this.waiting.values()]
      .map((record) => ({ record, since: waitingSince(record) }))
      .sort((a, b) => a.since - b.since || (a.record.id < b.record.id ? -1 : 1))
      .map(({ record }) => record));
  }

  whoNeedNone(): AccountRecord[] {
    return [...this.others.values()];
  }
}

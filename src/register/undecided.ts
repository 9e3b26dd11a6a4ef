import { isAccepted } from '../domain/acceptance';
import { needsCustomer, waitingSince } from '../domain/account';
import type { AccountRecord } from '../domain/account';

/** `unread` waits as well, has accepted, and was never looked at one by one. */
export type WaitState = 'decided' | 'needless' | 'waiting' | 'unread';

export function waitStateOf(record: AccountRecord): WaitState {
  if (record.mapping.state !== 'open') return 'decided';
  if (!needsCustomer(record)) return 'needless';
  return record.lookedAt === undefined && isAccepted(record.acceptance) ? 'unread' : 'waiting';
}

/** The accounts that nobody has decided: those that wait for a customer, and those that need none. */
export class Undecided {
  private readonly waiting = new Set<string>();
  private readonly others = new Set<string>();
  private readonly unread = new Set<string>();
  /** Kept until one of them changes: every question about a company that is not there asks for it. */
  private inOrder: readonly AccountRecord[] | undefined;

  constructor(private readonly account: (id: string) => AccountRecord | undefined) {}

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

  put(id: string, state: WaitState): void {
    this.remove(id);
    if (state === 'decided') return;
    if (state === 'needless') {
      this.others.add(id);
      return;
    }
    this.waiting.add(id);
    this.inOrder = undefined;
    if (state === 'unread') this.unread.add(id);
  }

  ids(): Iterable<string> {
    return this.waiting;
  }

  /** The longest known first. */
  whoWait(): readonly AccountRecord[] {
    return (this.inOrder ??= this.recordsOf(this.waiting)
      .map((record) => ({ record, since: waitingSince(record) }))
      .sort((a, b) => a.since - b.since || (a.record.id < b.record.id ? -1 : 1))
      .map(({ record }) => record));
  }

  whoNeedNone(): AccountRecord[] {
    return this.recordsOf(this.others);
  }

  private recordsOf(ids: Iterable<string>): AccountRecord[] {
    return [...ids].flatMap((id) => this.account(id) ?? []);
  }
}

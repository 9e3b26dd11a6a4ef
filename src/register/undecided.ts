import { needsCustomer, waitingSince } from '../domain/account';
import type { AccountRecord } from '../domain/account';

/** The accounts that nobody has decided: those that wait for a customer, and those that need none. */
export class Undecided {
  private readonly waiting = new Map<string, AccountRecord>();
  private readonly others = new Map<string, AccountRecord>();

  get count(): number {
    return this.waiting.size;
  }

  apply(record: AccountRecord): void {
    this.waiting.delete(record.id);
    this.others.delete(record.id);
    if (record.mapping.state !== 'open') return;
    (needsCustomer(record) ? this.waiting : this.others).set(record.id, record);
  }

  /** The longest known first. */
  whoWait(): AccountRecord[] {
    return [...this.waiting.values()].sort((a, b) => waitingSince(a) - waitingSince(b) || (a.id < b.id ? -1 : 1));
  }

  whoNeedNone(): AccountRecord[] {
    return [...this.others.values()];
  }
}

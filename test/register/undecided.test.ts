import type { AccountRecord } from '../../src/domain/account';
import { waitStateOf, Undecided } from '../../src/register/undecided';
import { acceptance, account, T0 } from '../builders';

const since = (at: number) =>
  acceptance({
    reseller: { state: 'accepted', since: { at, basis: 'event' }, checkedAt: T0, source: 'partner-center' },
  });
const open = (n: number, news: Partial<AccountRecord> = {}): AccountRecord => ({
  ...account({ tenantId: `33333333-3333-4333-8333-${String(n).padStart(12, '0')}`, acceptance: since(T0 - n) }),
  ...news,
});
const ids = (undecided: Undecided): readonly string[] => undecided.whoWait().map(({ id }) => id);

/** As the register has them: each of its accounts is put here as it stands. */
class Applied extends Undecided {
  constructor(private readonly records = new Map<string, AccountRecord>()) {
    super((id) => records.get(id));
  }

  apply(record: AccountRecord): void {
    this.records.set(record.id, record);
    this.put(record.id, waitStateOf(record));
  }
}

describe('the accounts that wait', () => {
  it('are in the order in which they wait, also after one came, changed or was decided', () => {
    const undecided = new Applied();
    const [one, two, three] = [open(1), open(2), open(3)];
    for (const record of [one, three]) undecided.apply(record);
    expect(ids(undecided)).toEqual([three.id, one.id]);

    undecided.apply(two);
    expect(ids(undecided)).toEqual([three.id, two.id, one.id]);

    undecided.apply({ ...one, acceptance: since(T0 - 10) });
    expect(ids(undecided)).toEqual([one.id, three.id, two.id]);

    undecided.apply({ ...three, mapping: { state: 'ignored' } as AccountRecord['mapping'] });
    expect(ids(undecided)).toEqual([one.id, two.id]);
  });

  it('are put in order once, however often they are asked for', () => {
    const undecided = new Applied();
    undecided.apply(open(1));

    expect(undecided.whoWait()).toBe(undecided.whoWait());
  });

  it('are counted while nobody has looked at them', () => {
    const undecided = new Applied();
    undecided.apply(open(1));
    undecided.apply(open(2));
    expect(undecided.unreadCount).toBe(2);

    undecided.apply(open(1, { lookedAt: T0 }));
    expect(undecided.unreadCount).toBe(1);
  });
});

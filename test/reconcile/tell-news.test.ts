import { MINUTE, SECOND } from '../../src/domain/time';
import { pickCustomer } from '../../src/domain/mapping';
import { tellNews } from '../../src/reconcile/tell-news';
import type { Acceptance, SinceBasis } from '../../src/domain/acceptance';
import type { AccountRecord } from '../../src/domain/account';
import { T0, acceptance, account, stamp } from '../builders';
import { conversation, put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
});
afterEach(() => stand.close());

function accepted(at: number, basis: SinceBasis = 'first-seen'): Acceptance {
  return acceptance({
    reseller: { state: 'accepted', since: { at, basis }, checkedAt: at, source: 'partner-center' },
  });
}

async function toldOf(record: AccountRecord): Promise<readonly string[]> {
  await put(stand.ports, record);
  await tellNews(stand.ports);
  const stored = await stand.ports.store.read('account', record.id);
  return (stored?.document.notices ?? []).map((notice) => `${notice.conversationId} ${notice.state}`);
}

describe('news that a conversation was not told of', () => {
  beforeEach(async () => {
    await put(stand.ports, conversation({ since: T0 }), conversation({ conversationId: 'channel-b', since: T0 }));
    stand.clock.move(MINUTE);
  });

  it('is announced wherever it is missing, and only there', async () => {
    const record = account({ tell: ['channel-a'], at: T0 + SECOND, acceptance: accepted(T0 + SECOND) });

    expect(await toldOf(record)).toEqual(['channel-a wanted', 'channel-b wanted']);
  });

  it('is announced when a known account is accepted only now', async () => {
    const record = account({ at: T0 - MINUTE, acceptance: accepted(T0 + SECOND) });

    expect(await toldOf(record)).toHaveLength(2);
  });

  it.each([
    ['was there before the bot came', account({ at: T0 - SECOND, acceptance: accepted(T0 - SECOND) })],
    ['was there before we first looked', account({ at: T0 + 1, acceptance: accepted(T0 + 1, 'before-first-look') })],
    [
      'is not accepted',
      account({
        at: T0 + 1,
        acceptance: acceptance({ reseller: { state: 'not-listed', checkedAt: T0, source: 'partner-center' } }),
      }),
    ],
  ])('is none when the account %s', async (_why, record) => {
    expect(await toldOf(record)).toEqual([]);
  });

  it('is none any more when the account is decided', async () => {
    const record = account({ at: T0 + SECOND, acceptance: accepted(T0 + SECOND) });
    const ruling = pickCustomer(record, { customer: { id: 'c', name: 'C' }, evidence: [] }, stamp());

    expect(await toldOf(ruling.record)).toEqual([]);
  });

  it('is left to the board after ten minutes', async () => {
    stand.clock.move(10 * MINUTE);

    expect(await toldOf(account({ at: T0 + SECOND, acceptance: accepted(T0 + SECOND) }))).toEqual([]);
  });

  it('is not announced again where its card was deleted', async () => {
    const record = account({ tell: ['channel-a', 'channel-b'], at: T0 + SECOND, acceptance: accepted(T0 + SECOND) });
    const [first, second] = record.notices;

    expect(await toldOf({ ...record, notices: [{ ...first!, state: 'dropped' }, second!] })).toEqual([
      'channel-a dropped',
      'channel-b wanted',
    ]);
  });
});

it('goes to no conversation that wants none or is gone', async () => {
  await put(
    stand.ports,
    conversation({ settings: { notifications: false } }),
    conversation({ conversationId: 'channel-b', state: 'removed' }),
  );

  expect(await toldOf(account({ at: T0, acceptance: accepted(T0) }))).toEqual([]);
});

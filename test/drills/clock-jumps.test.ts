import { HOUR } from '../../src/domain/time';
import { ignoreAccount } from '../../src/domain/mapping';
import { POST_CLAIM_LAPSES_AFTER } from '../../src/domain/post';
import { changeAccount } from '../../src/records/change-document';
import { LEASE_LASTS, holdLease } from '../../src/records/hold-lease';
import { reconcile } from '../../src/reconcile/reconcile';
import { account, stamp } from '../builders';
import { plainDrawings } from '../tasks/drawings';
import { conversation, put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

const plain = plainDrawings({
  account: ({ record }) => ({ text: record.mapping.state, summary: 'account' }),
});

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
});
afterEach(() => stand.close());

/** Works off what is due, as often as it takes. */
async function workOff(): Promise<void> {
  for (let round = 0; round < 5; round++) await reconcile(stand.ports, plain, { aborted: false });
}

function decide(id: string): Promise<unknown> {
  return changeAccount(stand.ports, id, (record) => {
    const ruling = ignoreAccount(record, stamp(undefined, { at: stand.clock.now() }));
    return ruling.ruling === 'decided' ? ruling.record : undefined;
  });
}

function said(): readonly string[] {
  return stand.ports.courier.said.map(({ message }) => message.text);
}

describe('when the clock is set forward by a day', () => {
  it('nothing is shown twice, and what is owed is shown at once', async () => {
    const record = account({ tell: ['channel-a'], writesBack: false });
    await put(stand.ports, conversation(), record);
    await workOff();
    stand.clock.move(24 * HOUR);
    await workOff();
    await decide(record.id);
    await workOff();

    expect(said()).toEqual(['open', 'ignored']);
  });

  it('a lease is over, and its holder begins a new term or finds another holder', async () => {
    const first = await holdLease(stand.ports, 'sync', 'one');
    stand.clock.move(24 * HOUR);

    expect((await holdLease(stand.ports, 'sync', 'two'))?.term).toBe(first!.term + 1);
    expect(await holdLease(stand.ports, 'sync', 'one')).toBeUndefined();
  });
});

describe('when the clock is set back by an hour', () => {
  it('the holder of a lease goes on, and from its next renewal the lease ends by the new time', async () => {
    await holdLease(stand.ports, 'sync', 'one');
    stand.clock.move(-HOUR);

    const renewed = await holdLease(stand.ports, 'sync', 'one');
    expect(renewed?.until).toBe(stand.clock.now() + LEASE_LASTS);
    expect(await holdLease(stand.ports, 'sync', 'two')).toBeUndefined();
    stand.clock.move(LEASE_LASTS);
    expect(await holdLease(stand.ports, 'sync', 'two')).toBeDefined();
  });

  it('what happens from then on is shown at once', async () => {
    await put(stand.ports, conversation());
    stand.clock.move(-HOUR);
    const record = account({ tell: ['channel-a'], writesBack: false, at: stand.clock.now() });
    await put(stand.ports, record);
    await workOff();
    await decide(record.id);
    await workOff();

    expect(said()).toEqual(['open', 'ignored']);
  });

  it('what was owed before waits for its old time at the longest, and not beyond', async () => {
    const record = account({ tell: ['channel-a'], writesBack: false });
    await put(stand.ports, conversation(), record);
    await workOff();
    await decide(record.id);
    stand.clock.move(-HOUR);
    await workOff();
    stand.clock.move(HOUR);
    await workOff();

    expect(said()).toEqual(['open', 'ignored']);
  });
});

describe('when two replicas disagree about the time', () => {
  it.each([[LEASE_LASTS / 2], [POST_CLAIM_LAPSES_AFTER * 2]])(
    'by %d ms, the one that is ahead keeps the lease and the other one respects it',
    async (skew) => {
      const ahead = { ...stand.ports, clock: { now: () => stand.clock.now() + skew } };
      await holdLease(stand.ports, 'sync', 'behind');
      stand.clock.move(LEASE_LASTS);
      const taken = await holdLease(ahead, 'sync', 'ahead');

      expect(taken).toBeDefined();
      for (let renewals = 0; renewals < 5; renewals++) {
        expect(await holdLease(stand.ports, 'sync', 'behind')).toBeUndefined();
        expect((await holdLease(ahead, 'sync', 'ahead'))?.term).toBe(taken?.term);
        stand.clock.move(LEASE_LASTS / 3);
      }
    },
  );
});

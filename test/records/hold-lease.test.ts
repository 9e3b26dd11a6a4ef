import { LEASE_LASTS, holdLease, releaseLease } from '../../src/records/hold-lease';
import { taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
});
afterEach(() => stand.close());

describe('a lease', () => {
  it('is held by one at a time, and renewed by its holder', async () => {
    const first = await holdLease(stand.ports, 'sync', 'replica-1');

    expect(await holdLease(stand.ports, 'sync', 'replica-2')).toBeUndefined();
    stand.clock.move(LEASE_LASTS / 2);
    const renewed = await holdLease(stand.ports, 'sync', 'replica-1');

    expect(renewed?.term).toBe(first?.term);
    expect(renewed?.until).toBe(stand.clock.now() + LEASE_LASTS);
  });

  it('lapses when its holder dies, and begins a new term', async () => {
    const first = await holdLease(stand.ports, 'sync', 'replica-1');
    stand.clock.move(LEASE_LASTS);

    const second = await holdLease(stand.ports, 'sync', 'replica-2');

    expect(second).toMatchObject({ holder: 'replica-2', term: (first?.term ?? 0) + 1 });
    expect(await holdLease(stand.ports, 'sync', 'replica-1')).toBeUndefined();
  });

  it('gives a holder that slept through its end a new term, even when nobody took it meanwhile', async () => {
    const first = await holdLease(stand.ports, 'sync', 'replica-1');
    stand.clock.move(LEASE_LASTS * 3);

    expect((await holdLease(stand.ports, 'sync', 'replica-1'))?.term).toBe((first?.term ?? 0) + 1);
  });

  it('can be taken at once when it was given back', async () => {
    const lease = await holdLease(stand.ports, 'sync', 'replica-1');
    await releaseLease(stand.ports, lease!);

    expect(await holdLease(stand.ports, 'sync', 'replica-2')).toMatchObject({ holder: 'replica-2' });
  });

  it('is not given back by one that lost it', async () => {
    const lost = await holdLease(stand.ports, 'sync', 'replica-1');
    stand.clock.move(LEASE_LASTS);
    await holdLease(stand.ports, 'sync', 'replica-2');

    await releaseLease(stand.ports, lost!);

    expect(await holdLease(stand.ports, 'sync', 'replica-3')).toBeUndefined();
  });

  it('goes to exactly one of many that ask at the same moment', async () => {
    const asked = await Promise.all(
      Array.from({ length: 12 }, (_, i) => holdLease(stand.ports, 'sync', `replica-${i}`)),
    );

    expect(asked.filter((lease) => lease !== undefined)).toHaveLength(1);
  });
});

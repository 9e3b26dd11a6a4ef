import type { AccountRecord } from '../../src/domain/account';
import { DAY, HOUR } from '../../src/domain/time';
import { mostUrgent } from '../../src/domain/waiting-order';
import { acceptance, account, T0 } from '../builders';

const NOW = T0 + 30 * DAY;

interface Waiting {
  readonly name: string;
  readonly since: number;
  readonly active?: number;
  readonly seats?: number;
  readonly endsAt?: number;
  readonly basis?: 'event' | 'before-first-look';
}

function waiting({ name, since, active, basis = 'event', ...more }: Waiting): AccountRecord {
  const reseller = {
    state: 'accepted',
    since: { at: since, basis },
    checkedAt: since,
    source: 'partner-center',
  } as const;
  const record = account({ tenantId: name, acceptance: acceptance({ reseller }), at: since });
  const counted = {
    state: 'counted',
    total: 5,
    active: active ?? 0,
    ...more,
    checkedAt: NOW,
    source: 'partner-center',
  } as const;
  return active === undefined ? record : { ...record, subscriptions: counted };
}

function order(count: number, ...all: readonly Waiting[]): readonly string[] {
  return mostUrgent(all.map(waiting), count, NOW).map(({ tenantId }) => tenantId);
}

it('puts what is new on top, then what costs most, then what waits longest', () => {
  const found = order(
    9,
    { name: 'old', since: NOW - 20 * DAY },
    { name: 'older', since: NOW - 25 * DAY },
    { name: 'billed', since: NOW - 3 * DAY, active: 2 },
    { name: 'billed most', since: NOW - 2 * DAY, active: 7 },
    { name: 'new', since: NOW - HOUR },
    { name: 'nothing active', since: NOW - 22 * DAY, active: 0 },
  );
  expect(found).toEqual(['new', 'billed most', 'billed', 'older', 'nothing active', 'old']);
});

it('counts seats and days, and puts first whose subscription ends soon', () => {
  const found = order(
    9,
    { name: 'many seats', since: NOW - 2 * DAY, active: 1, seats: 300 },
    { name: 'long', since: NOW - 40 * DAY, active: 1, seats: 20 },
    { name: 'ends soon', since: NOW - 2 * DAY, active: 1, seats: 1, endsAt: NOW + 3 * DAY },
    { name: 'ends later', since: NOW - 2 * DAY, active: 1, seats: 1, endsAt: NOW + 90 * DAY },
  );
  expect(found).toEqual(['ends soon', 'long', 'many seats', 'ends later']);
});

it('gives the first ones of many, the same ones in whatever order they come', () => {
  const all = Array.from({ length: 50 }, (_, n) => ({ name: `n${n}`, since: NOW - (n + 2) * DAY, active: n % 5 }));
  const expected = order(8, ...all);
  expect(expected).toHaveLength(8);
  expect(order(8, ...all.toReversed())).toEqual(expected);
});

it('calls nothing new that was there before anybody looked', () => {
  const found = order(
    2,
    { name: 'there before', since: NOW - HOUR, basis: 'before-first-look' },
    { name: 'waits', since: NOW - 9 * DAY },
  );
  expect(found).toEqual(['waits', 'there before']);
});

import { counted, isBeyond, keptTrue, openGathering } from '../../src/domain/gathering';
import type { Announcement, Gathering } from '../../src/domain/gathering';
import { holdPost, UNTRIED } from '../../src/domain/post';
import type { Notice } from '../../src/domain/notice';
import { DAY, HOUR } from '../../src/domain/time';
import { T0 } from '../builders';

const owed = (accountId: string, wantedAt = T0): Announcement => ({ accountId, wantedAt });
const told = (accountId: string, toldAt: number): Announcement => ({ accountId, wantedAt: T0, toldAt });
const notice: Notice = { ...UNTRIED, id: 'c', conversationId: 'c', reason: 'announcement', wantedAt: T0 };
const burst = (news: Partial<Gathering> = {}): Gathering => ({
  ...{ key: 'k', of: 'burst' as const, since: T0, says: '', version: 1 },
  post: { ...UNTRIED, state: 'posted', postedAt: T0, messageId: 'm' },
  ...news,
});

it.each<[string, readonly Announcement[], number, boolean]>([
  ['nobody else', [], 1, false],
  ['itself', [owed('b')], 1, false],
  ['one that came before', [owed('a')], 1, true],
  ['one that came later', [owed('c'), owed('a', T0 + 1)], 1, false],
  ['one that was told, whenever it came', [told('c', T0 - HOUR + 1)], 1, true],
  ['one that was told an hour ago', [told('a', T0 - HOUR)], 1, false],
  ['fewer than get a card each', [owed('a'), told('c', T0)], 3, false],
  ['as many as get a card each', [owed('a'), told('c', T0), owed('a', T0 - 1)], 3, true],
  ['no limit', [owed('a'), told('c', T0)], 0, false],
])('counts who is told or came before: %s', (_, others, most, beyond) => {
  expect(isBeyond(owed('b'), others, { most, now: T0 })).toBe(beyond);
});

it('does not count what is told in the morning, to others, or not at all', () => {
  expect(counted('a', notice)).toEqual(owed('a'));
  expect(counted('a', holdPost(notice, T0, 'burst'))).toEqual(owed('a'));
  expect(counted('a', holdPost(notice, T0))).toBeUndefined();
  expect(counted('a', { ...notice, reason: 'watch' })).toBeUndefined();
  expect(counted('a', { ...notice, state: 'dropped' })).toBeUndefined();
  expect(counted('a', { ...notice, state: 'posted', postedAt: T0 + 5 })).toEqual(told('a', T0 + 5));
  const held = { ...holdPost(notice, T0, 'burst'), state: 'dropped', gathered: { in: 'k', at: T0 + 9 } } as const;
  expect(counted('a', held)).toEqual(told('a', T0 + 9));
  expect(counted('a', { ...held, heldFor: undefined as never })).toBeUndefined();
});

it('takes more until an hour after it was told, of quiet hours until it is told, and is kept true for a week', () => {
  const owing = burst({ key: 'owing', post: UNTRIED });
  expect(openGathering([burst()], 'burst', T0 + HOUR - 1)?.key).toBe('k');
  expect(openGathering([burst()], 'burst', T0 + HOUR)).toBeUndefined();
  expect(openGathering([owing], 'burst', T0 + DAY)?.key).toBe('owing');
  expect(openGathering([burst({ post: { ...UNTRIED, state: 'dropped' } })], 'burst', T0)).toBeUndefined();
  expect(openGathering([owing], 'quiet', T0)).toBeUndefined();
  expect(openGathering([burst({ of: 'quiet' })], 'quiet', T0)).toBeUndefined();
  expect(openGathering([burst({ of: 'quiet', post: UNTRIED })], 'quiet', T0 + DAY)?.key).toBe('k');
  expect(keptTrue([owing, burst()], T0 + 7 * DAY - 1)).toHaveLength(2);
  expect(keptTrue([owing, burst()], T0 + 7 * DAY)).toEqual([owing]);
  const many = Array.from({ length: 9 }, (_, n) => burst({ key: `k${n}` }));
  expect(keptTrue([owing, ...many], T0).map(({ key }) => key)).toEqual(['owing', 'k3', 'k4', 'k5', 'k6', 'k7', 'k8']);
});

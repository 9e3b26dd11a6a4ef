import type { AccountRecord } from '../../src/domain/account';
import { digestNews } from '../../src/domain/digest-news';
import { DAY, HOUR } from '../../src/domain/time';
import { createSpeech } from '../../src/views/words/speech';
import { digestLines } from '../../src/views/lists/digest';
import { account, T0 } from '../builders';

const since = T0;
const now = T0 + DAY;
const person = (name: string) => ({ kind: 'person' as const, person: { id: name, name } });
const mapped = (name: string, at: number): Partial<AccountRecord> => ({
  mapping: { state: 'ignored', by: person(name), at, decisionId: 'd' } as never,
});
const one = (news: Partial<AccountRecord> = {}, at = T0 - DAY): AccountRecord => ({
  ...account({ at, writesBack: false }),
  ...news,
});

const REPORT = { weeks: [], mappers: [], proposals: { first: 0, of: 0 }, decided: 0, undone: 0, now };

it('counts what came, what was decided and by whom, what is stuck and what ends soon', () => {
  const admin = { state: 'active', until: now + 5 * DAY, checkedAt: now, source: 'graph' } as never;
  const ending = one({}, T0 - DAY);
  const news = digestNews(
    [
      one(),
      one({}, T0 + HOUR),
      one(mapped('Ana', T0 + HOUR)),
      one(mapped('Ana', T0 + 2 * HOUR)),
      one(mapped('Tom', T0 + HOUR)),
      one(mapped('Tom', T0 - HOUR)),
      one({ stuckToldAt: T0 }),
      { ...ending, acceptance: { ...ending.acceptance, admin } },
    ],
    since,
    now,
  );
  expect(news).toMatchObject({ fresh: 1, stuck: 1, decided: [{ count: 2 }, { count: 1 }], ending: { count: 1 } });
  const lines = digestLines({ report: REPORT, news }, createSpeech('en', { timeZone: 'UTC' })).join('\n');
  expect(lines).toContain('1 of them is new since');
  expect(lines).toMatch(/Decided since .*: 3 \(Ana 2, Tom 1\)\./);
  expect(lines).toContain('1 account has been stuck for days');
  expect(lines).toContain('has something that ends within 30 days');
});

it('says nothing of what has not happened', () => {
  const news = digestNews([one()], since, now);
  expect(digestLines({ report: REPORT, news }, createSpeech('en', { timeZone: 'UTC' }))).toEqual([]);
});

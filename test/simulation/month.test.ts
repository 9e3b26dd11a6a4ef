import { causedIn, endingsTooOften, isAtNight, isOnHoliday, planOfMonth, REAL_CARDS, toldTooOften } from './month';
import type { Caused } from './month';
import { prepare, run } from './run';
import { storyOf } from './story';
import { shownAt } from './wall-clock';

beforeAll(prepare);

const line = ({ at, conversationId, shows, rule }: Caused): string =>
  `${shownAt(at, 'Europe/Berlin')} ${conversationId} ${shows}: ${rule ?? 'NOBODY KNOWS WHY'}`;

it('says nothing in a month of a team without a rule for it, twice, at night, or without a way to act', async () => {
  let caused: readonly Caused[] = [];
  let tooOften: readonly string[] = ['nobody counted'];
  let accounts = 0;

  const outcome = await run(planOfMonth('1'), REAL_CARDS, (stage) => {
    caused = causedIn(stage);
    tooOften = [...toldTooOften(stage), ...endingsTooOften(stage)];
    accounts = stage.ground.database.all('account').length;
  });

  if (outcome.broken.length > 0) throw new Error(storyOf(outcome));
  expect(accounts).toBe(300);
  const kinds = ['account', 'gathered', 'board', 'digest', 'reminder', 'endings', 'watch', 'invitation', 'answer'];
  expect([...new Set(caused.map(({ shows }) => shows))]).toEqual(expect.arrayContaining(kinds));
  expect(caused.filter(({ rule }) => rule === undefined).map(line)).toEqual([]);
  const together = caused.filter(({ shows }) => shows === 'gathered').map(({ rule }) => rule);
  expect([...new Set(together)].sort()).toEqual([
    'accounts came in quiet hours, which are over',
    'more accounts came within an hour than get a card each',
  ]);
  const unasked = caused.filter(({ isAnswer }) => !isAnswer);
  const waiting = unasked.filter(({ isUrgent }) => !isUrgent);
  expect(waiting.filter(({ at }) => isAtNight(at)).map(line)).toEqual([]);
  expect(waiting.filter(isOnHoliday).map(line)).toEqual([]);
  // The rules that break the quiet are seen at work: what is urgent came at night, and a channel without holidays spoke.
  expect(unasked.some(({ at, isUrgent }) => isUrgent && isAtNight(at))).toBe(true);
  expect(waiting.some(({ at }) => shownAt(at, 'Europe/Berlin').startsWith('2026-10-26'))).toBe(true);
  expect(caused.filter(({ canAct, isAnswer }) => !isAnswer && !canAct).map(line)).toEqual([]);
  expect(tooOften).toEqual([]);
}, 600_000);

import type { AccountRecord } from '../../src/domain/account';
import { listEndings } from '../../src/records/list-endings';
import { endingsView } from '../../src/views/lists/endings';
import { createSpeech } from '../../src/views/words/speech';
import { DAY } from '../../src/domain/time';
import { account } from '../builders';
import { handClock, put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

/** That nothing ends is said only of what was looked at. */

const NOW = Date.UTC(2026, 10, 30, 9, 0);
let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand({ clock: handClock(NOW) });
});
afterEach(() => stand.close());

const tenant = (n: number, changes: Partial<AccountRecord> = {}) => {
  const tenantId = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  return { ...account({ tenantId, tenant: { tenantId, name: `Company ${n}` } }), ...changes };
};
const counted = (endsAt: number) =>
  ({ state: 'counted', total: 1, active: 1, endsAt, checkedAt: NOW, source: 'partner-center' }) as const;
const titleOf = () =>
  endingsView(listEndings(stand.ports, { of: 'subscription' }, 'UTC'), createSpeech('en')).text.split('\n')[0];

it('says of how many accounts it is not known', async () => {
  await put(stand.ports, tenant(1), tenant(2));
  expect(listEndings(stand.ports, {}, 'UTC')).toMatchObject({ total: 0, unknown: { 'not-looked-up': 2 } });
  expect(titleOf()).toBe('Nothing is known to end; for 2 accounts we do not know yet');
});

it('says that nothing ends where all were looked at', async () => {
  await put(stand.ports, tenant(1, { subscriptions: counted(NOW + 300 * DAY) }));
  expect(titleOf()).toBe('Nothing ends, as far as we know');
});

it('lists what was asked for alone', async () => {
  await put(stand.ports, tenant(1, { subscriptions: counted(NOW + 20 * DAY) }), tenant(2));
  const answer = listEndings(stand.ports, { of: 'subscription' }, 'UTC');
  expect(answer).toMatchObject({ total: 1, unknown: { 'not-looked-up': 1 } });
  expect(endingsView(answer, createSpeech('en')).text).toContain('1 has not been looked up yet');
});

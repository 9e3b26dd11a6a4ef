import type { AccountRecord } from '../../src/domain/account';
import { requestAccount } from '../../src/tasks/ask-colleague';
import { takeAccount } from '../../src/tasks/assign-account';
import { account } from '../builders';
import { conversation, handClock, put, taskStand } from './stand';
import type { TaskStand } from './stand';

/** What is a day off where a team works is no working time of a claim or a request. */

/** A Thursday, an hour before work ends; Friday is Christmas Day. */
const CHRISTMAS_EVE = Date.UTC(2026, 11, 24, 17, 0);
const ANA = { id: 'ana', name: 'Ana' };
const BEN = { id: 'ben', name: 'Ben' };
const quiet = { on: true, from: '18:00', to: '08:00', holidays: 'DE' } as const;

let stand: TaskStand;
let record: AccountRecord;
const chat = conversation({ conversationId: 'a:ben', type: 'personal', personId: BEN.id });
beforeEach(async () => {
  stand = await taskStand({ clock: handClock(CHRISTMAS_EVE) });
  const bare = account({ tenantId: 't1', writesBack: false });
  const notice = { id: 'n', conversationId: 'channel-de', reason: 'announcement', wantedAt: 0 } as const;
  record = { ...bare, notices: [{ ...notice, state: 'posted', messageId: 'm', shownVersion: 1, attempts: 0 }] };
  await put(
    stand.ports,
    conversation({ conversationId: 'channel-de', settings: { notifications: true, quiet } }),
    conversation({ conversationId: 'channel-b' }),
    conversation({ conversationId: 'a:ana', type: 'personal', personId: ANA.id }),
    chat,
    record,
  );
});
afterEach(() => stand.close());

const MONDAY = '2026-12-28T09:00:00.000Z';
const time = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString());

it.each([
  ['in the channel whose holidays these are', 'channel-de', MONDAY],
  ['in a chat of one’s own, of an account of that channel', 'a:ana', MONDAY],
  ['where nobody keeps quiet, of the same account', 'channel-b', MONDAY],
])('a claim lapses after working hours, %s', async (_, where, until) => {
  await takeAccount(stand.ports, ANA, record.id, { zone: 'UTC', where });
  expect(time(stand.ports.register.account(record.id)?.assignment?.until)).toBe(until);
});

it('of an account that is in a channel without holidays the next weekday counts', async () => {
  const other = account({ tenantId: 't2', writesBack: false });
  await put(stand.ports, other);
  await takeAccount(stand.ports, ANA, other.id, { zone: 'UTC', where: 'channel-b' });
  expect(time(stand.ports.register.account(other.id)?.assignment?.until)).toBe('2026-12-25T09:00:00.000Z');
});

it('a request waits over the holidays of where it was asked', async () => {
  const asking = { person: ANA, conversationId: 'channel-de', zone: 'UTC' };
  await requestAccount(stand.ports, asking, record.id, { person: BEN, chat });
  expect(time(stand.ports.register.account(record.id)?.request?.until)).toBe(MONDAY);
});

import type { AccountRecord } from '../../src/domain/account';
import type { QuietSetting } from '../../src/domain/quiet';
import { DAY, HOUR } from '../../src/domain/time';
import { tellEndings } from '../../src/reconcile/tell-endings';
import { drawEndings } from '../../src/turns/drawings';
import { account, acceptance } from '../builders';
import { conversation, handClock, put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

/** What ends is told once for each step, one message a conversation and day, and never at night. */

/** A Monday, eight in the evening. */
const MONDAY = Date.UTC(2026, 4, 4, 20, 0);
const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

let stand: TaskStand;
let ports: TaskStand['ports'];
beforeEach(async () => {
  stand = await taskStand({ clock: handClock(MONDAY) });
  ({ ports } = stand);
  await put(ports, conversation(), conversation({ conversationId: 'channel-b', settings: { notifications: false } }));
});
afterEach(() => stand.close());

const named = (name: string, n: number, changes: Parameters<typeof acceptance>[0]): AccountRecord =>
  account({ tenantId: idOf(n), tenant: { tenantId: idOf(n), name }, acceptance: acceptance(changes) });
const checked = { checkedAt: MONDAY, source: 'graph' } as const;
const adminUntil = (until: number, renews: { readonly renews?: true } = {}) =>
  ({ admin: { state: 'active', until, ...renews, ...checked } }) as const;

const run = () => tellEndings(ports, drawEndings);

/** So many days, a look every hour, each by three replicas. */
async function pass(days: number): Promise<void> {
  for (let hour = 0; hour < 24 * days; hour += 1) {
    stand.clock.move(HOUR);
    await Promise.all([run(), run(), run()]);
  }
}

const titles = () =>
  ports.courier.said.map(({ conversationId, message }) => [conversationId, message.text.split('\n')[0]]);

it('tells admin access at 60, 30 and 7 days and on the last morning, once each, where news is told', async () => {
  await put(
    ports,
    named('Contoso', 1, adminUntil(MONDAY + 70 * DAY)),
    named('Renews', 2, adminUntil(MONDAY + 20 * DAY, { renews: true })),
  );
  await pass(75);
  expect(titles()).toEqual(Array.from({ length: 4 }, () => ['channel-a', '1 thing ends or is missing']));
  expect(ports.courier.said[0]?.message.text).toContain('Contoso (Admin access (GDAP) ends on');
});

it('gathers all of a day in one message, says what lacks once, and nothing at night or on a weekend', async () => {
  const lacking: AccountRecord = {
    ...named('Fabrikam', 2, { agreement: { state: 'not-signed', ...checked } }),
    subscriptions: { state: 'counted', total: 2, active: 2, checkedAt: MONDAY, source: 'partner-center' },
  };
  await put(ports, named('Contoso', 1, adminUntil(MONDAY + 6 * DAY)), lacking);
  await run();
  expect(titles()).toEqual([]);
  await pass(1);
  await pass(2);
  expect(titles()).toEqual([['channel-a', '2 things end or are missing']]);
});

it('tells a later end anew, and of what was told only what is still to end is kept', async () => {
  const record = named('Contoso', 1, adminUntil(MONDAY + 6 * DAY));
  await put(ports, record);
  await pass(2);
  ports.register.apply({ ...record, version: 2, acceptance: acceptance(adminUntil(MONDAY + 300 * DAY)) });
  await pass(2);
  const { items } = await ports.store.list('endings', { limit: 5 });
  expect([titles().length, items.map(({ document }) => document.told)]).toEqual([1, [{}]]);
});

const nights = { on: true, from: '18:00', to: '08:00', days: ['saturday', 'sunday'] } as const;

/** What is said in a channel that keeps quiet at night and at weekends: when, as "Tue 09:00", and of whom. */
async function quietChannel(quiet: QuietSetting): Promise<readonly string[]> {
  const told: string[] = [];
  await put(ports, conversation({ conversationId: 'channel-q', settings: { notifications: true, quiet } }));
  ports.courier.answer = (conversationId) => {
    const { text = '' } = ports.courier.said.at(-1)?.message ?? {};
    const names = ['Contoso', 'Later'].filter((name) => text.includes(name));
    if (conversationId === 'channel-q') told.push([when(stand.clock.now()), ...names].join(' '));
    return { sent: 'sent', messageId: `m${ports.courier.said.length}` };
  };
  return told;
}

const when = (at: number): string =>
  `${new Date(at).toUTCString().slice(0, 3)} ${new Date(at).toISOString().slice(11, 16)}`;

describe('what is found out at night, and ends before the morning leaves time to mend it', () => {
  const found = named('Contoso', 1, adminUntil(MONDAY + 20 * HOUR));

  it('comes at once where urgent things may; the morning says the rest, once', async () => {
    const told = await quietChannel({ ...nights, urgent: true });
    await put(ports, found, named('Later', 2, adminUntil(MONDAY + 6 * DAY)));
    await Promise.all([run(), run()]);
    await pass(1);
    expect(told).toEqual(['Mon 20:00 Contoso', 'Tue 09:00 Later']);
  });

  it('waits for the morning where they may not', async () => {
    const told = await quietChannel(nights);
    await put(ports, found);
    await run();
    await pass(1);
    expect(told).toEqual(['Tue 09:00 Contoso']);
  });

  it('comes later that night where Teams was not there, once', async () => {
    const told = await quietChannel({ ...nights, urgent: true });
    const { answer } = ports.courier;
    ports.courier.answer = () => ({ sent: 'later', reason: 'busy' });
    await put(ports, found);
    await run();
    ports.courier.answer = answer;
    await pass(1);
    expect(told).toEqual(['Mon 21:00 Contoso']);
  });
});

it('comes at once, too, where Teams has not taken the message of that day, which does not say it again', async () => {
  const told = await quietChannel({ ...nights, urgent: true });
  const { answer } = ports.courier;
  ports.courier.answer = () => ({ sent: 'rejected', reason: 'no' });
  await put(ports, named('Later', 2, adminUntil(MONDAY + 6 * DAY)));
  stand.clock.move(13 * HOUR);
  await run();
  stand.clock.move(12 * HOUR);
  await put(ports, named('Contoso', 1, adminUntil(MONDAY + 44 * HOUR)));
  ports.courier.answer = (id, what) =>
    ports.courier.said.at(-1)?.message.text.includes('Later') === true
      ? { sent: 'rejected', reason: 'no' }
      : answer(id, what);
  await Promise.all([run(), run()]);
  await run();
  expect(told).toEqual(['Tue 21:00 Contoso']);
  ports.courier.answer = answer;
  await pass(2);
  expect(told).toEqual(['Tue 21:00 Contoso', 'Wed 08:00 Later']);
});

it('wakes nobody for what the morning tells in time', async () => {
  const told = await quietChannel({ ...nights, urgent: true });
  await put(ports, named('Contoso', 1, adminUntil(MONDAY + 23.5 * HOUR)));
  await run();
  await pass(1);
  expect(told).toEqual(['Tue 09:00 Contoso']);
});

it('says on Friday what ends before Monday is over, and nothing on the weekend', async () => {
  const told = await quietChannel({ ...nights, urgent: true });
  await put(ports, named('Contoso', 1, adminUntil(MONDAY + 6.8 * DAY)));
  await pass(8);
  expect(told).toEqual(['Tue 09:00 Contoso', 'Fri 09:00 Contoso']);
});

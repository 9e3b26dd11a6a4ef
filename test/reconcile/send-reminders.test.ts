import type { ConversationRecord } from '../../src/domain/documents';
import { POST_CLAIM_LAPSES_AFTER } from '../../src/domain/post';
import { endSnooze, snoozeAccount } from '../../src/domain/snoozes';
import { DAY, HOUR, MINUTE } from '../../src/domain/time';
import { sendReminders } from '../../src/reconcile/send-reminders';
import type { DrawReminder } from '../../src/reconcile/send-reminders';
import { changeAccount } from '../../src/records/change-document';
import { account } from '../builders';
import { conversation, put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

/** A Monday, before work. */
const MONDAY = Date.UTC(2026, 9, 5, 7);
const draw: DrawReminder = ({ open, back }) => ({
  text: [...open.map(({ days, accounts }) => `${accounts.length} for ${days}`), ...back.map(() => 'one back')].join(),
  summary: 'reminder',
});

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
  stand.clock.move(MONDAY - stand.clock.now());
});
afterEach(() => stand.close());

const run = () => sendReminders(stand.ports, draw);
const said = () => stand.ports.courier.said.map(({ conversationId, message }) => `${conversationId}: ${message.text}`);
const seen = (tenantId: string, firstSeenAt: number) => account({ tenantId, at: firstSeenAt, writesBack: false });
const since = MONDAY - 30 * DAY;

async function stored(): Promise<ConversationRecord | undefined> {
  return (await stand.ports.store.read('conversation', 'conversation:channel-a'))?.document;
}

/** Every ten minutes for so many days. */
async function live(days: number): Promise<void> {
  for (let at = 0; at < days * DAY; at += 10 * MINUTE) {
    await run();
    stand.clock.move(10 * MINUTE);
  }
}

it('says what is open once for each step, on mornings of working days, in one message, and then never again', async () => {
  await put(stand.ports, conversation({ since }), seen('a', MONDAY), seen('b', MONDAY));
  const times: string[] = [];
  await live(1);
  await put(stand.ports, seen('c', MONDAY + DAY + 2 * HOUR));
  stand.ports.courier.answer = () => {
    times.push(new Date(stand.clock.now()).toISOString());
    return { sent: 'sent', messageId: `m${times.length}` };
  };
  await live(40);
  expect(said()).toEqual([
    'channel-a: 2 for 1',
    'channel-a: 1 for 1',
    'channel-a: 2 for 3',
    'channel-a: 1 for 3',
    'channel-a: 2 for 7',
    'channel-a: 1 for 7',
  ]);
  expect(times).toEqual(['06', '07', '08', '09', '12', '13'].map((day) => `2026-10-${day}T09:00:00.000Z`));
});

it('leaves out what is snoozed, and says that it is back', async () => {
  const sleeper = seen('a', MONDAY);
  await put(stand.ports, conversation({ since }), sleeper);
  const by = { id: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'Ana Silva' };
  const wish = { by, at: MONDAY + HOUR, until: MONDAY + 7 * DAY + HOUR };
  await changeAccount(stand.ports, sleeper.id, (r) => snoozeAccount(r, wish, undefined).record);
  await live(5);
  expect(said()).toEqual([]);
  stand.clock.move(2 * DAY + HOUR);
  await changeAccount(stand.ports, sleeper.id, (r) => endSnooze(r, stand.clock.now()));
  await live(2);
  expect(said()).toEqual(['channel-a: one back', 'channel-a: 1 for 1']);
});

it('is silent where it is switched off, where nothing is announced, and in one’s own chat unless it was asked for', async () => {
  const settings = (more: object) => ({ settings: { notifications: true, ...more }, since });
  await put(
    stand.ports,
    conversation({ conversationId: 'channel-off', ...settings({ reminders: { on: false } }) }),
    conversation({ conversationId: 'channel-mute', since, settings: { notifications: false } }),
    conversation({ conversationId: 'own-a', type: 'personal', ...settings({}) }),
    conversation({ conversationId: 'own-b', type: 'personal', ...settings({ reminders: { on: true } }) }),
    conversation({ conversationId: 'channel-5', ...settings({ reminders: { on: true, days: [5] } }) }),
    seen('a', MONDAY - 2 * DAY),
  );
  await live(4);
  expect(said()).toEqual(['own-b: 1 for 1', 'own-b: 1 for 3', 'channel-5: 1 for 5']);
});

it('is made once by two replicas, and again only where whoever made it died before noting that', async () => {
  await put(stand.ports, conversation({ since }), seen('a', MONDAY - DAY));
  stand.clock.move(2 * HOUR + MINUTE);
  stand.ports.courier.answer = () => Promise.reject(new Error('killed'));
  await Promise.all([run(), run()]);
  stand.ports.courier.answer = () => ({ sent: 'sent', messageId: 'm' });
  await run();
  expect(said()).toEqual(['channel-a: 1 for 1']);
  stand.clock.move(POST_CLAIM_LAPSES_AFTER);
  await Promise.all([run(), run()]);
  await run();
  expect(said()).toEqual(['channel-a: 1 for 1', 'channel-a: 1 for 1']);
  expect(await stored()).toMatchObject({ remindedAt: MONDAY + 2 * HOUR });
  expect((await stored())?.reminderPost).toBeUndefined();
});

it('is said on the next working morning when nobody was there on this one', async () => {
  await put(stand.ports, conversation({ since }), seen('a', MONDAY + 3 * DAY));
  stand.clock.move(4 * DAY + 5 * HOUR);
  await live(1);
  expect(said()).toEqual([]);
  await live(2);
  expect(said()).toEqual(['channel-a: 1 for 3']);
});

import type { ConversationRecord } from '../../src/domain/documents';
import { POST_CLAIM_LAPSES_AFTER } from '../../src/domain/post';
import type { QuietSetting } from '../../src/domain/quiet';
import { HOUR, MINUTE } from '../../src/domain/time';
import { changeAccount, changeDocument } from '../../src/records/change-document';
import { reconcile } from '../../src/reconcile/reconcile';
import { Register } from '../../src/register/register';
import { tellGathered } from '../../src/reconcile/tell-gathered';
import type { DrawGathered } from '../../src/reconcile/gathered-news';
import { wakeWaiting } from '../../src/reconcile/wake-waiting';
import { account } from '../builders';
import { plainDrawings } from '../tasks/drawings';
import { conversation, put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

/** A Monday evening. */
const EVENING = Date.UTC(2026, 9, 5, 20);
const MORNING = EVENING + 12 * HOUR;
const quiet: QuietSetting = { on: true, from: '18:00', to: '08:00' };

const drawings = plainDrawings({ account: ({ record }) => ({ text: `card ${record.tenantId}`, summary: 'card' }) });
const draw: DrawGathered = ({ open, done }) => ({ text: `${open.length} came, ${done} done`, summary: 'gathered' });

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
  stand.clock.move(EVENING - stand.clock.now());
});
afterEach(() => stand.close());

const said = () => stand.ports.courier.said.map(({ conversationId, message }) => `${conversationId}: ${message.text}`);
const came = (tenantId: string, tell = ['channel-a'], at = stand.clock.now()) =>
  account({ tenantId, tell, at, writesBack: false });
const place = (news: Partial<ConversationRecord> = {}) =>
  conversation({ settings: { notifications: true, quiet }, since: EVENING - HOUR, ...news });

async function round(): Promise<void> {
  await wakeWaiting(stand.ports);
  await tellGathered(stand.ports, draw);
  for (let n = 0; n < 3; n += 1) await reconcile(stand.ports, drawings, { aborted: false });
}

/** Every ten minutes up to that moment. */
async function liveUntil(end: number): Promise<void> {
  while (stand.clock.now() < end) {
    await round();
    stand.clock.move(10 * MINUTE);
  }
  await round();
}

const setQuiet = (next: QuietSetting) =>
  changeDocument(stand.ports, 'conversation', 'conversation:channel-a', (c) => ({
    document: { ...c, settings: { ...c.settings, quiet: next } },
    result: undefined,
  }));

it('keeps what comes at night for the morning, says it once, in one message, and then speaks as ever', async () => {
  await put(stand.ports, place(), conversation({ conversationId: 'channel-b' }), came('a', ['channel-a', 'channel-b']));
  await round();
  await put(stand.ports, came('b'), came('c'));
  await liveUntil(MORNING - 10 * MINUTE);
  expect(said()).toEqual(['channel-b: card a']);
  stand.ports.courier.said.length = 0;
  await liveUntil(MORNING + 2 * HOUR);
  expect(said()).toEqual(['channel-a: 3 came, 0 done']);
  stand.ports.courier.said.length = 0;
  await put(stand.ports, came('d'));
  await liveUntil(stand.clock.now() + HOUR);
  expect(said()).toEqual(['channel-a: card d']);
});

it('shows a single one by its own card', async () => {
  await put(stand.ports, place(), came('a'));
  await liveUntil(MORNING + HOUR);
  expect(said()).toEqual(['channel-a: card a']);
});

it('counts what was decided meanwhile, and says nothing where nothing is left', async () => {
  const decided = (tenantId: string, tell = ['channel-a']) => ({
    ...came(tenantId, tell),
    mapping: { state: 'ignored', decisionId: 'd', by: { kind: 'work365' }, at: EVENING } as never,
  });
  await put(stand.ports, place(), place({ conversationId: 'channel-b', id: 'conversation:channel-b' }));
  await put(stand.ports, came('a'), came('b'), decided('c'), decided('d', ['channel-b']), decided('e', ['channel-b']));
  await liveUntil(MORNING + HOUR);
  expect(said()).toEqual(['channel-a: 2 came, 1 done']);
});

it('tells it at once when the quiet hours are taken back, and not before others end', async () => {
  await put(stand.ports, place(), came('a'), came('b'));
  await liveUntil(EVENING + HOUR);
  await setQuiet({ ...quiet, to: '11:00' });
  await liveUntil(MORNING + 2 * HOUR);
  expect(said()).toEqual([]);
  await setQuiet({ ...quiet, on: false });
  await round();
  expect(said()).toEqual(['channel-a: 2 came, 0 done']);
});

it('says nothing of what was held where nothing is announced any more', async () => {
  await put(stand.ports, place(), came('a'), came('b'));
  await round();
  await changeDocument(stand.ports, 'conversation', 'conversation:channel-a', (c) => ({
    document: { ...c, settings: { ...c.settings, notifications: false } },
    result: undefined,
  }));
  await liveUntil(MORNING + HOUR);
  expect(said()).toEqual([]);
});

it('is made once by two replicas, and again only where whoever made it died before noting that', async () => {
  await put(stand.ports, place(), came('a'), came('b'));
  await liveUntil(MORNING - 10 * MINUTE);
  stand.clock.move(10 * MINUTE);
  stand.ports.courier.answer = () => Promise.reject(new Error('killed'));
  const both = () => Promise.all([tellGathered(stand.ports, draw), tellGathered(stand.ports, draw)]);
  await both();
  stand.ports.courier.answer = () => ({ sent: 'sent', messageId: 'm' });
  await put(stand.ports, came('c', ['channel-a'], MORNING));
  await both();
  expect(said()).toEqual(['channel-a: 2 came, 0 done']);
  stand.clock.move(POST_CLAIM_LAPSES_AFTER);
  await both();
  await both();
  expect(said()).toEqual(['channel-a: 2 came, 0 done', 'channel-a: 2 came, 0 done']);
  const stored = await stand.ports.store.read('conversation', 'conversation:channel-a');
  expect(stored?.document.gatherings).toMatchObject([{ of: 'quiet', post: { state: 'posted' } }]);
});

it('waits for Teams without losing anybody: what is still to be told comes with the next one', async () => {
  await put(stand.ports, place(), came('a'), came('b'));
  await liveUntil(MORNING - 10 * MINUTE);
  stand.ports.courier.answer = () => ({ sent: 'later', reason: 'busy' });
  await liveUntil(MORNING + HOUR);
  await setQuiet({ ...quiet, from: '09:00', to: '10:00' });
  stand.ports.courier.said.length = 0;
  await put(stand.ports, came('c'), came('d'));
  await liveUntil(MORNING + HOUR + 30 * MINUTE);
  expect(said()).toEqual([]);
  stand.ports.courier.answer = () => ({ sent: 'sent', messageId: 'm' });
  await liveUntil(MORNING + 4 * HOUR);
  expect(said()).toEqual(['channel-a: 4 came, 0 done']);
});

it('leaves a conversation alone that is gone, and goes on where it comes back', async () => {
  await put(stand.ports, place(), came('a'), came('b'));
  await liveUntil(MORNING - 10 * MINUTE);
  stand.ports.courier.answer = () => ({ sent: 'conversation-gone', reason: 'gone' });
  await liveUntil(MORNING + 10 * MINUTE);
  const read = () => stand.ports.store.read('conversation', 'conversation:channel-a');
  const gone = await read();
  expect(gone?.document.state).toBe('removed');
  await liveUntil(MORNING + 2 * HOUR);
  expect((await read())?.etag).toBe(gone?.etag);
  stand.ports.courier.said.length = 0;
  stand.ports.courier.answer = () => ({ sent: 'sent', messageId: 'm' });
  await changeDocument(stand.ports, 'conversation', 'conversation:channel-a', (c) => ({
    document: { ...c, state: 'active' },
    result: undefined,
  }));
  await liveUntil(MORNING + 3 * HOUR);
  expect(said()).toEqual(['channel-a: 2 came, 0 done']);
});

it('tells of all of them where the replica that makes the message has not seen the last one', async () => {
  await put(stand.ports, place(), came('a'), came('b'));
  await liveUntil(MORNING - 20 * MINUTE);
  const register = new Register();
  for (const kind of ['conversation', 'account'] as const)
    for (const { document } of (await stand.ports.store.list(kind, { limit: 9 })).items) register.apply(document);
  await put(stand.ports, came('c'));
  await liveUntil(MORNING - 10 * MINUTE);
  stand.clock.move(10 * MINUTE);
  const dies = (): never => {
    throw new Error('killed');
  };
  await tellGathered(stand.ports, dies);
  await tellGathered({ ...stand.ports, register }, draw);
  await round();
  await tellGathered({ ...stand.ports, register }, draw);
  expect(said()).toEqual(['channel-a: 2 came, 0 done', 'channel-a: 3 came, 0 done']);
});

it('keeps the message true, which disturbs nobody', async () => {
  await put(stand.ports, place(), came('a'), came('b'));
  await liveUntil(MORNING + HOUR);
  const updates: string[] = [];
  stand.ports.courier.answer = (_, what) => {
    updates.push(what);
    return { sent: 'sent', messageId: 'm' };
  };
  for (const tenantId of ['a', 'b'])
    await changeAccount(stand.ports, came(tenantId).id, (record) => ({
      ...record,
      version: record.version + 1,
      mapping: { state: 'ignored', decisionId: 'd', by: { kind: 'work365' }, at: MORNING } as never,
    }));
  await liveUntil(MORNING + 2 * HOUR);
  expect(said()).toEqual(['channel-a: 2 came, 0 done', 'channel-a: 0 came, 2 done']);
  expect(updates).toEqual(['update']);
});

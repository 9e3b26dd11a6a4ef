import type { ConversationRecord } from '../../src/domain/documents';
import { trackCard } from '../../src/domain/notices';
import { POST_CLAIM_LAPSES_AFTER } from '../../src/domain/post';
import { raised } from '../../src/domain/settle';
import { HOUR, MINUTE, SECOND } from '../../src/domain/time';
import type { Ports } from '../../src/ports';
import { changeAccount, changeDocument } from '../../src/records/change-document';
import type { DrawGathered } from '../../src/reconcile/gathered-news';
import { reconcile } from '../../src/reconcile/reconcile';
import { tellGathered } from '../../src/reconcile/tell-gathered';
import { wakeWaiting } from '../../src/reconcile/wake-waiting';
import { Register } from '../../src/register/register';
import { account } from '../builders';
import { plainDrawings } from '../tasks/drawings';
import { conversation, put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

const MOST = 3;
const drawings = plainDrawings({ account: ({ record }) => ({ text: `card ${record.tenantId}`, summary: 'card' }) });
const draw: DrawGathered = ({ of, open, done }) => ({ text: `${of} ${open.length} open, ${done} done`, summary: '' });

let stand: TaskStand;
let ports: Ports;
beforeEach(async () => {
  stand = await taskStand();
  ports = { ...stand.ports, cardsAnHour: MOST };
});
afterEach(() => stand.close());

const said = (): string[] =>
  stand.ports.courier.said.map(({ messageId, message }) =>
    messageId === undefined ? message.text : `${messageId}: ${message.text}`,
  );
const come = async (from: number, to: number, tell = ['channel-a']): Promise<void> => {
  for (let n = from; n <= to; n += 1)
    await put(stand.ports, account({ tenantId: `t${n}`, tell, at: stand.clock.now(), writesBack: false }));
};
const map = (n: number) =>
  changeAccount(ports, account({ tenantId: `t${n}` }).id, (record) => ({
    ...record,
    version: record.version + 1,
    mapping: { state: 'ignored', decisionId: 'd', by: { kind: 'work365' }, at: 1 },
  }));

async function round(who = ports): Promise<void> {
  await wakeWaiting(who);
  for (let n = 0; n < 2; n += 1) await reconcile(who, drawings, { aborted: false });
  await tellGathered(who, draw);
  stand.clock.move(10 * SECOND);
}

/** Another replica, or the next process, which has read what is stored. */
async function another(unreadable?: string): Promise<Ports> {
  const register = new Register();
  for (const kind of ['conversation', 'board', 'account'] as const)
    for (const { document } of (await ports.store.list(kind, { limit: 1_000 })).items)
      if (document.id !== unreadable) register.apply(document);
  return { ...ports, register };
}

it('gives the first ones of an hour a card each, and tells of the others on one, which counts along', async () => {
  await put(stand.ports, conversation(), conversation({ conversationId: 'channel-b' }));
  await come(1, 5);
  await round();
  expect(said().sort()).toEqual(['burst 2 open, 0 done', 'card t1', 'card t2', 'card t3']);
  stand.ports.courier.said.length = 0;
  await come(6, 7);
  await round();
  await map(6);
  await round();
  await round();
  expect(said()).toEqual(['m4: burst 4 open, 0 done', 'm4: burst 3 open, 1 done']);
});

it('leaves the message as it is where somebody who has slept knows less than it says', async () => {
  await put(stand.ports, conversation());
  await come(1, 5);
  await round();
  const asleep = await another();
  await come(6, 7);
  await round();
  const behind = await another();
  await map(6);
  await round();
  await round();
  stand.ports.courier.said.length = 0;
  for (const who of [asleep, behind, await another()]) await tellGathered(who, draw);
  expect(said()).toEqual([]);
  await come(8, 8);
  await round();
  expect(said()).toEqual(['m4: burst 4 open, 1 done']);
});

it('leaves nobody out where somebody cannot read some of them, however much the others have changed', async () => {
  await put(stand.ports, conversation());
  await come(1, 6);
  await round();
  const changed = account({ tenantId: 't5' }).id;
  await changeAccount(ports, changed, (record) => ({ ...record, version: 90 }));
  const cannotRead = await another(account({ tenantId: 't6' }).id);
  stand.ports.courier.said.length = 0;
  await tellGathered(cannotRead, draw);
  expect(said()).toEqual([]);
});

it('goes back to single cards when less than that came within an hour, and begins a new one after that', async () => {
  await put(stand.ports, conversation());
  await come(1, 5);
  await round();
  stand.clock.move(HOUR);
  stand.ports.courier.said.length = 0;
  await come(6, 7);
  await round();
  await come(8, 9);
  await round();
  await round();
  expect(said()).toEqual(['card t6', 'card t7', 'card t8', 'burst 1 open, 0 done']);
});

it('makes a new message in each hour of a long burst, so that somebody notices it', async () => {
  await put(stand.ports, conversation());
  for (let n = 1; n <= 20; n += 1) {
    await come(n, n);
    await round();
    stand.clock.move(10 * MINUTE);
  }
  const fresh = said().filter((one) => one.startsWith('burst'));
  expect(fresh).toEqual(['burst 1 open, 0 done', 'burst 1 open, 0 done', 'burst 1 open, 0 done']);
  expect(said().filter((one) => one.startsWith('card'))).toHaveLength(3);
});

it('announces each by its card where that is set', async () => {
  ports = { ...ports, cardsAnHour: 0 };
  await put(stand.ports, conversation());
  await come(1, 9);
  await round();
  expect(said()).toHaveLength(9);
});

it('is made once by two replicas, and again only where whoever made it died before noting that', async () => {
  await put(stand.ports, conversation());
  await come(1, 5);
  await reconcile(ports, drawings, { aborted: false });
  stand.ports.courier.said.length = 0;
  stand.ports.courier.answer = () => Promise.reject(new Error('killed'));
  const other = await another();
  await Promise.all([tellGathered(ports, draw), tellGathered(other, draw)]);
  expect(said()).toEqual(['burst 2 open, 0 done']);
  stand.ports.courier.answer = () => ({ sent: 'sent', messageId: 'm' });
  await come(6, 6);
  await reconcile(ports, drawings, { aborted: false });
  const next = await another();
  await tellGathered(next, draw);
  expect(said()).toEqual(['burst 2 open, 0 done']);
  stand.clock.move(POST_CLAIM_LAPSES_AFTER);
  await Promise.all([tellGathered(next, draw), tellGathered(await another(), draw)]);
  await tellGathered(await another(), draw);
  expect(said()).toEqual(['burst 2 open, 0 done', 'burst 3 open, 0 done']);
});

it('is told by whoever comes after somebody who died with accounts noted and nothing sent', async () => {
  await put(stand.ports, conversation());
  await come(1, 6);
  await reconcile(ports, drawings, { aborted: false });
  stand.ports.courier.said.length = 0;
  const dies = (): never => {
    throw new Error('killed');
  };
  await tellGathered(ports, dies);
  expect(said()).toEqual([]);
  await round(await another());
  expect(said()).toEqual(['burst 3 open, 0 done']);
});

it('waits for Teams without losing anybody: what comes meanwhile is on the same one', async () => {
  await put(stand.ports, conversation());
  await come(1, 5);
  await round();
  stand.ports.courier.answer = () => ({ sent: 'later', reason: 'busy' });
  await come(6, 8);
  for (let n = 0; n < 10; n += 1) await round();
  stand.ports.courier.answer = () => ({ sent: 'sent', messageId: 'm4' });
  stand.ports.courier.said.length = 0;
  await come(9, 9);
  for (let n = 0; n < 60; n += 1) await round();
  expect(said()).toEqual(['m4: burst 6 open, 0 done']);
});

it('gives what waited for a conversation a card each and one for the rest, however slowly it came', async () => {
  await put(stand.ports, conversation({ state: 'paused' }));
  for (let n = 1; n <= 6; n += 1) {
    await come(n, n);
    await round();
    stand.clock.move(HOUR);
  }
  await changeDocument(ports, 'conversation', 'conversation:channel-a', (c) => ({
    document: { ...c, state: 'active' },
    result: undefined,
  }));
  await round();
  expect(said().sort()).toEqual(['burst 3 open, 0 done', 'card t1', 'card t2', 'card t3']);
});

const quietFrom = (from: number): Partial<ConversationRecord> => {
  const time = (at: number): string => new Date(at).toISOString().slice(11, 16);
  const quiet = { on: true, from: time(from), to: time(from + 2 * HOUR) };
  return { settings: { notifications: true, quiet } };
};

it('leaves what comes in quiet hours to the one message of the morning, and counts on in silence', async () => {
  const begins = stand.clock.now() + 10 * MINUTE;
  await put(stand.ports, conversation(quietFrom(begins)));
  await come(1, 5);
  await round();
  stand.clock.move(10 * MINUTE);
  stand.ports.courier.said.length = 0;
  await come(6, 12);
  await map(5);
  await round();
  expect(said()).toEqual(['m4: burst 1 open, 1 done']);
  stand.clock.move(2 * HOUR);
  stand.ports.courier.said.length = 0;
  await round();
  await come(13, 13);
  await round();
  expect(said()).toEqual(['quiet 7 open, 0 done', 'card t13']);
});

it('is made anew when somebody deleted it and accounts are open, and is forgotten when none is', async () => {
  await put(stand.ports, conversation());
  await come(1, 5);
  await round();
  stand.ports.courier.answer = (_, what) =>
    what === 'update' ? { sent: 'message-gone', reason: 'gone' } : { sent: 'sent', messageId: 'm9' };
  await map(5);
  for (let n = 0; n < 120; n += 1) await round();
  expect(said().filter((one) => one === 'burst 1 open, 1 done')).toHaveLength(1);
  await map(4);
  for (let n = 0; n < 120; n += 1) await round();
  const stored = await ports.store.read('conversation', 'conversation:channel-a');
  expect(stored?.document.gatherings).toBeUndefined();
});

it('keeps the card true that somebody opens of one of them', async () => {
  await put(stand.ports, conversation());
  await come(1, 5);
  await round();
  const place = { conversationId: 'channel-a', messageId: 'opened' };
  await changeAccount(ports, account({ tenantId: 't5' }).id, (r) => trackCard(r, place, r.version, stand.clock.now()));
  stand.ports.courier.said.length = 0;
  await changeAccount(ports, account({ tenantId: 't5' }).id, (r) => raised(r, stand.clock.now()));
  await round();
  expect(said()).toEqual(['opened: card t5']);
});

import type { Sent } from '../../src/courier';
import type { AccountRecord } from '../../src/domain/account';
import { pickCustomer, undoDecision } from '../../src/domain/mapping';
import { settle } from '../../src/domain/settle';
import type { Store } from '../../src/store';
import { changeAccount } from '../../src/records/change-document';
import type { Ports } from '../../src/ports';
import { reconcile } from '../../src/reconcile/reconcile';
import { account, stamp } from '../builders';
import { plainDrawings } from '../tasks/drawings';
import { conversation, put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

const plain = plainDrawings({
  account: ({ record }) => ({ text: `${record.mapping.state} v${record.version}`, summary: 'account' }),
});

/** How much of one conversation is under way at a time. */
const ROOM = 16;

let stand: TaskStand;
let ports: Ports;
/** Pages of accounts that were asked for. */
let pages: number;
/** Tells the running job that something may have become due. */
let news: () => void;
const stop = { aborted: false, onNews: (listener: () => void) => (news = listener) };

beforeEach(async () => {
  stand = await taskStand();
  pages = 0;
  news = () => undefined;
  ports = { ...stand.ports, store: counting(stand.ports.store) };
});
afterEach(() => stand.close());

function counting(store: Store): Store {
  return {
    ...store,
    due: (kind, now, page) => {
      if (kind === 'account') pages += 1;
      return store.due(kind, now, page);
    },
  };
}

function tenantNumber(n: number): string {
  return `33333333-3333-4333-8333-${String(n).padStart(12, '0')}`;
}

async function owe(count: number, conversationId: string): Promise<void> {
  const owed = Array.from({ length: count }, (_, n) =>
    account({ tell: [conversationId], writesBack: false, tenantId: tenantNumber(n) }),
  );
  await ports.store.writeAll(owed.map((document) => ({ write: 'insert', document })));
  for (const document of owed) ports.register.apply(document);
}

/** A conversation that stands at its limit: what is sent there waits until it is let go, one by one. */
function full(conversationId: string): { readonly waiting: () => number; letGo(count: number): void } {
  const held: (() => void)[] = [];
  let messages = 0;
  stand.ports.courier.answer = (id): Sent | Promise<Sent> => {
    const sent: Sent = { sent: 'sent', messageId: `m${(messages += 1)}` };
    if (id !== conversationId) return sent;
    return new Promise((resolve) => {
      held.push(() => {
        resolve(sent);
      });
    });
  };
  return {
    waiting: () => held.length,
    letGo: (count) => {
      for (const go of held.splice(0, count)) go();
    },
  };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

/** Long enough for whatever is going to be done without anything further happening. */
async function quiet(): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

async function decide(record: AccountRecord): Promise<void> {
  await changeAccount(ports, record.id, (r) => {
    const ruling = pickCustomer(r, { customer: { id: 'c1', name: 'C' }, evidence: [] }, stamp());
    return ruling.ruling === 'decided' ? ruling.record : undefined;
  });
  news();
}

async function reopen(record: AccountRecord): Promise<void> {
  await changeAccount(ports, record.id, (r) => {
    const seen = r.mapping.state === 'open' ? '' : r.mapping.decisionId;
    const ruling = undoDecision(r, seen, stamp());
    return ruling.ruling === 'decided' ? ruling.record : undefined;
  });
  news();
}

function shown(conversationId: string): string[] {
  return stand.ports.courier.said.filter((s) => s.conversationId === conversationId).map((s) => s.message.text);
}

/** An account with a card in each of the conversations. */
async function announced(...tell: string[]): Promise<AccountRecord> {
  const record = account({ tell, writesBack: false, tenantId: tenantNumber(9_999) });
  await put(ports, ...tell.map((conversationId) => conversation({ conversationId })), record);
  await reconcile(ports, plain, stop);
  expect(tell.map(shown)).toEqual(tell.map(() => ['open v1']));
  return record;
}

/** Ends a run that still waits for the full conversation. */
async function end(running: Promise<void>, channel: ReturnType<typeof full>): Promise<void> {
  const state = { over: false };
  void running.finally(() => (state.over = true));
  await until(() => {
    channel.letGo(100);
    return state.over;
  });
}

describe('while a conversation is at its limit and much is owed to it', () => {
  it('a decision elsewhere is shown at once, although nothing has ended', async () => {
    const record = await announced('channel-b');
    await put(ports, conversation());
    await owe(500, 'channel-a');
    const channel = full('channel-a');
    stand.clock.move(60_000);
    const running = reconcile(ports, plain, stop);
    await until(() => channel.waiting() === ROOM);
    await quiet();

    await decide(record);
    await until(() => shown('channel-b').length === 2);

    expect(shown('channel-b')).toEqual(['open v1', 'mapped v2']);
    expect(channel.waiting()).toBe(ROOM);
    await end(running, channel);
  });

  it('a decision is shown in the other conversations, and there when it has room', async () => {
    const record = await announced('channel-a', 'channel-b');
    await owe(300, 'channel-a');
    const channel = full('channel-a');
    stand.clock.move(60_000);
    const running = reconcile(ports, plain, stop);
    await until(() => channel.waiting() === ROOM);
    await quiet();

    await decide(record);
    await until(() => shown('channel-b').length === 2);

    expect(shown('channel-a')).not.toContain('mapped v2');
    await end(running, channel);
    expect(shown('channel-a').filter((text) => text === 'mapped v2')).toHaveLength(1);
    expect((await ports.store.due('account', Number.MAX_SAFE_INTEGER, { limit: 1 })).items).toEqual([]);
  });

  it('a decision is shown in the other conversations at once, although there is room in the full one', async () => {
    const record = await announced('channel-a', 'channel-b');
    const channel = full('channel-a');
    stand.clock.move(60_000);
    await decide(record);
    const running = reconcile(ports, plain, stop);
    await until(() => shown('channel-b').length === 2);

    expect([shown('channel-b')[1], channel.waiting()]).toEqual(['mapped v2', 1]);
    await end(running, channel);
    expect((await ports.store.due('account', Number.MAX_SAFE_INTEGER, { limit: 1 })).items).toEqual([]);
  });

  it('the next decision is shown in the others although the one before it still waits there', async () => {
    const record = await announced('channel-a', 'channel-b');
    const channel = full('channel-a');
    stand.clock.move(60_000);
    await decide(record);
    const running = reconcile(ports, plain, stop);
    await until(() => shown('channel-b').length === 2);
    stand.clock.move(1_000);
    await reopen(record);
    await until(() => shown('channel-b').length === 3);

    expect([shown('channel-b')[2], channel.waiting()]).toEqual(['open v3', 1]);
    await end(running, channel);
    // The one that waited shows what it was drawn from; the truth follows it.
    expect(shown('channel-a').at(-1)).toBe('open v3');
    expect((await ports.store.due('account', Number.MAX_SAFE_INTEGER, { limit: 1 })).items).toEqual([]);
  });

  it('a card that shows a decision already is not drawn from a page that was read before it', async () => {
    const record = await announced('channel-b');
    await put(ports, conversation());
    await changeAccount(ports, record.id, (r) => settle({ ...r, version: 2 }, stand.clock.now() + 1));
    await owe(1, 'channel-a');
    stand.clock.move(60_000);
    // The page holds version 2; somebody decides while it is on its way, and the card is drawn.
    const { store } = ports;
    let isFirst = true;
    const late: Ports['store']['due'] = async (kind, now, page) => {
      const read = await store.due(kind, now, page);
      if (kind !== 'account' || !isFirst) return read;
      isFirst = false;
      await decide(record);
      await reconcile(ports, plain, { aborted: false });
      return read;
    };
    await reconcile({ ...ports, store: { ...store, due: late } }, plain, stop);

    expect(shown('channel-b')).toEqual(['open v1', 'mapped v3']);
  });

  it('what is due is not read again and again, and all of it is brought about', async () => {
    await put(ports, conversation());
    await owe(1_500, 'channel-a');
    const channel = full('channel-a');
    stand.clock.move(60_000);
    const running = reconcile(ports, plain, stop);
    await until(() => channel.waiting() === ROOM);
    pages = 0;
    for (let ended = 0; ended < 40; ended += 1) {
      channel.letGo(1);
      // Two a second.
      stand.clock.move(500);
      await until(() => channel.waiting() === ROOM);
    }

    // Four a second. Eight pages are due; once around for each of them that ended would be three hundred.
    expect(pages).toBeLessThanOrEqual(80);
    await end(running, channel);
    expect(new Set(shown('channel-a'))).toEqual(new Set(['open v1']));
    expect(shown('channel-a')).toHaveLength(1_500);
  });

  it('others that became due after all of it are found with the next look, seconds later', async () => {
    await put(ports, conversation(), conversation({ conversationId: 'channel-b' }));
    await owe(1_500, 'channel-a');
    const channel = full('channel-a');
    stand.clock.move(60_000);
    const running = reconcile(ports, plain, stop);
    // All of what is due has been looked at.
    await until(() => pages === 8);
    stand.clock.move(1);
    const at = stand.clock.now();
    await put(ports, account({ tell: ['channel-b'], writesBack: false, tenantId: tenantNumber(9_999), at }));
    stand.clock.move(4_000);
    news();
    await until(() => shown('channel-b').length > 0);

    expect(shown('channel-b')).toEqual(['open v1']);
    expect(channel.waiting()).toBe(ROOM);
    await end(running, channel);
  });
});

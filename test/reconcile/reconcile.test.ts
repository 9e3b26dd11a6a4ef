import { pickCustomer } from '../../src/domain/mapping';
import { POST_CLAIM_LAPSES_AFTER } from '../../src/domain/post';
import type { AccountRecord } from '../../src/domain/account';
import type { ConversationRecord } from '../../src/domain/documents';
import type { Sent } from '../../src/courier';
import type { Store } from '../../src/store';
import { changeAccount } from '../../src/records/change-document';
import { reconcile } from '../../src/reconcile/reconcile';
import type { Drawings } from '../../src/reconcile/reconcile';
import { account, stamp, T0 } from '../builders';
import { plainDrawings } from '../tasks/drawings';
import { conversation, put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

const plain = plainDrawings({
  account: ({ record }) => ({ text: `${record.mapping.state} v${record.version}`, summary: 'account' }),
});
const go = { aborted: false };

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
});
afterEach(() => stand.close());

async function stored(id: string): Promise<AccountRecord> {
  const found = await stand.ports.store.read('account', id);
  if (found === undefined) throw new Error('the account is gone');
  return found.document;
}

async function settle(rounds = 5): Promise<void> {
  for (let round = 0; round < rounds; round++) await reconcile(stand.ports, plain, go);
}

describe('reconcile', () => {
  it('posts what is wanted, once, and owes nothing after it', async () => {
    const record = account({ tell: ['channel-a', 'channel-b'], writesBack: false });
    await put(stand.ports, conversation(), conversation({ conversationId: 'channel-b' }), record);

    await settle();

    expect(stand.ports.courier.said.map((s) => s.conversationId)).toEqual(['channel-a', 'channel-b']);
    expect((await stored(record.id)).dueAt).toBeUndefined();
  });

  it('redraws every copy after a decision, with the newest version', async () => {
    const record = account({ tell: ['channel-a', 'channel-b'], writesBack: false });
    await put(stand.ports, conversation(), conversation({ conversationId: 'channel-b' }), record);
    await settle();
    stand.ports.courier.said.length = 0;
    await changeAccount(stand.ports, record.id, (r) => {
      const ruling = pickCustomer(r, { customer: { id: 'c1', name: 'C' }, evidence: [] }, stamp());
      return ruling.ruling === 'decided' ? ruling.record : undefined;
    });
    stand.clock.move(60_000);

    await settle();

    expect(stand.ports.courier.said.map((s) => [s.conversationId, s.messageId, s.message.text])).toEqual([
      ['channel-a', 'm1', 'mapped v2'],
      ['channel-b', 'm2', 'mapped v2'],
    ]);
    expect((await stored(record.id)).dueAt).toBeUndefined();
  });

  it('asks the store for one replace for each card, and for nothing else than what is due', async () => {
    const record = account({ tell: ['channel-a', 'channel-b'], writesBack: false });
    await put(stand.ports, conversation(), conversation({ conversationId: 'channel-b' }), record);
    await settle();
    await changeAccount(stand.ports, record.id, (r) => {
      const ruling = pickCustomer(r, { customer: { id: 'c1', name: 'C' }, evidence: [] }, stamp());
      return ruling.ruling === 'decided' ? ruling.record : undefined;
    });
    stand.clock.move(60_000);
    const asked: string[] = [];
    const { store } = stand.ports;
    const listening: Store = {
      ...store,
      read: (kind, id) => (asked.push('read'), store.read(kind, id)),
      write: (write) => (asked.push(write.write), store.write(write)),
      due: (kind, now, page) => (asked.push(`due ${kind}`), store.due(kind, now, page)),
    };

    await reconcile({ ...stand.ports, store: listening }, plain, go);

    expect(asked).toEqual(['due board', 'due watch', 'due invitation', 'due account', 'replace', 'replace']);
  });

  it('makes a post again when nobody can say whether it arrived, but only after its claim has lapsed', async () => {
    const record = account({ tell: ['channel-a'], writesBack: false });
    await put(stand.ports, conversation(), record);
    const answers: Sent[] = [
      { sent: 'unsure', reason: 'no answer' },
      { sent: 'sent', messageId: 'late' },
    ];
    stand.ports.courier.answer = () => answers.shift() ?? { sent: 'sent', messageId: 'more' };

    await settle();

    expect(stand.ports.courier.said).toHaveLength(1);
    stand.clock.move(POST_CLAIM_LAPSES_AFTER);
    await settle();

    expect(stand.ports.courier.said).toHaveLength(2);
    expect((await stored(record.id)).notices[0]).toMatchObject({ state: 'posted', messageId: 'late' });
  });

  it('waits as long as Teams asks, and says the last error', async () => {
    const record = account({ tell: ['channel-a'], writesBack: false });
    await put(stand.ports, conversation(), record);
    const retryAt = stand.clock.now() + 30_000;
    stand.ports.courier.answer = () => ({ sent: 'later', reason: 'throttled', retryAt });

    await settle();

    expect(stand.ports.courier.said).toHaveLength(1);
    expect((await stored(record.id)).notices[0]).toMatchObject({ lastError: 'throttled', notBefore: retryAt });
  });

  it('forgets a conversation that is gone, and pauses one that will not have us', async () => {
    const record = account({ tell: ['channel-a', 'channel-b'], writesBack: false });
    await put(stand.ports, conversation(), conversation({ conversationId: 'channel-b' }), record);
    stand.ports.courier.answer = (id): Sent =>
      id === 'channel-a' ? { sent: 'conversation-gone', reason: 'deleted' } : { sent: 'paused', reason: 'blocked' };

    await settle();

    expect((await stored(record.id)).notices).toMatchObject([
      { state: 'dropped' },
      { state: 'wanted', lastError: 'blocked' },
    ]);
    expect(stand.ports.register.conversation('channel-a')?.state).toBe('removed');
    expect(stand.ports.register.conversation('channel-b')?.state).toBe('paused');
  });

  it('does not let one record that makes us fail hold up the others', async () => {
    const poisoned = account({ tell: ['channel-a'], writesBack: false });
    const fine = account({ tell: ['channel-a'], writesBack: false, tenantId: '33333333-3333-4333-8333-333333333333' });
    await put(stand.ports, conversation(), poisoned, fine);
    const drawings: Drawings = {
      ...plain,
      account: (picture, to, as) => {
        if (picture.record.id === poisoned.id) throw new Error('poison');
        return plain.account(picture, to, as);
      },
    };

    for (let round = 0; round < 5; round++) await reconcile(stand.ports, drawings, go);

    expect((await stored(fine.id)).notices[0]).toMatchObject({ state: 'posted' });
    const left = (await stored(poisoned.id)).notices[0];
    expect(left).toMatchObject({ state: 'wanted', attempts: 1 });
    expect(left?.notBefore).toBeGreaterThan(stand.clock.now());
  });

  it('does not let a record hold up the others from which nobody can tell what it owes', async () => {
    const broken = account({ tell: ['channel-a'], writesBack: false });
    const fine = account({ tell: ['channel-a'], writesBack: false, tenantId: tenantNumber(1), at: T0 + 1 });
    await put(stand.ports, conversation(), { ...broken, notices: [null as never] }, fine);
    stand.clock.move(60_000);

    await settle(2);

    expect((await stored(fine.id)).notices[0]).toMatchObject({ state: 'posted' });
  });

  it('stops before the next record when it is told to', async () => {
    await put(stand.ports, conversation(), account({ tell: ['channel-a'], writesBack: false }));

    await reconcile(stand.ports, plain, { aborted: true });

    expect(stand.ports.courier.said).toHaveLength(0);
  });

  it('two replicas at the same time post once', async () => {
    const record = account({ tell: ['channel-a'], writesBack: false });
    await put(stand.ports, conversation(), record);

    await Promise.all([reconcile(stand.ports, plain, go), reconcile(stand.ports, plain, go)]);

    expect(stand.ports.courier.said).toHaveLength(1);
  });

  it('moves a long story into documents of its own and keeps all of it', async () => {
    const record = account({ writesBack: false });
    await put(stand.ports, record);
    for (let n = 0; n < 20; n++) {
      await changeAccount(stand.ports, record.id, (r) => {
        const replaces = r.mapping.state === 'open' ? {} : { replaces: r.mapping.decisionId };
        const pick = { customer: { id: `c${n}`, name: `C${n}` }, evidence: [], ...replaces };
        const ruling = pickCustomer(r, pick, stamp());
        return ruling.ruling === 'decided' ? ruling.record : undefined;
      });
    }
    stand.clock.move(60_000);

    await settle();

    const kept = await stored(record.id);
    expect(kept.decisionsArchived + kept.decisions.length).toBe(20);
    expect(kept.decisions.length).toBeLessThanOrEqual(12);
    const { tellHistory } = await import('../../src/tasks/tell-history');
    const story = await tellHistory(stand.ports, kept);
    expect(story.entries.at(-1)?.decision.customer?.id).toBe('c19');
    expect(story.more + story.entries.length).toBe(20);
  });

  it('has no more under way after an outage than Teams takes before a send gives up, and brings all about', async () => {
    const accounts = Array.from({ length: 250 }, (_, n) =>
      account({ tell: [`chat-${n}`], writesBack: false, tenantId: tenantNumber(n) }),
    );
    const chats = accounts.map((_, n) => conversation({ conversationId: `chat-${n}`, type: 'personal' }));
    await putAll([...chats, ...accounts]);
    let [underWay, most] = [0, 0];
    stand.ports.courier.answer = async (id) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      return { sent: 'sent', messageId: `message in ${id}` };
    };

    await settle();

    // Four seconds' worth at fifty a second: a send gives up after twenty.
    expect(most).toBeLessThanOrEqual(200);
    expect(stand.ports.courier.said.map((s) => s.conversationId).sort()).toEqual(
      accounts.map((_, n) => `chat-${n}`).sort(),
    );
    const left = await stand.ports.store.due('account', Number.MAX_SAFE_INTEGER, { limit: 1 });
    expect(left.items).toEqual([]);
  });

  it('serves others although those that wait longest are all for one conversation that takes nothing', async () => {
    const waiting = Array.from({ length: 300 }, (_, n) =>
      account({ tell: ['channel-a'], writesBack: false, tenantId: tenantNumber(n) }),
    );
    const other = account({ tell: ['channel-b'], writesBack: false, tenantId: tenantNumber(999), at: T0 + 1 });
    await putAll([conversation(), conversation({ conversationId: 'channel-b' }), ...waiting, other]);
    stand.clock.move(60_000);
    let letGo = (_sent: Sent): void => undefined;
    const silence = new Promise<Sent>((resolve) => {
      letGo = resolve;
    });
    const heard = new Promise<void>((resolve) => {
      stand.ports.courier.answer = (id) => {
        if (id === 'channel-a') return silence;
        resolve();
        return { sent: 'sent', messageId: 'm' };
      };
    });

    const running = reconcile(stand.ports, plain, go);
    await heard;

    letGo({ sent: 'later', reason: 'throttled', retryAt: stand.clock.now() + 30_000 });
    await running;
    expect((await stored(other.id)).notices[0]).toMatchObject({ state: 'posted' });
  });
});

/** Together, which is many times quicker than one after another. */
async function putAll(documents: readonly (AccountRecord | ConversationRecord)[]): Promise<void> {
  await stand.ports.store.writeAll(documents.map((document) => ({ write: 'insert', document })));
  for (const document of documents) stand.ports.register.apply(document);
}

function tenantNumber(n: number): string {
  return `33333333-3333-4333-8333-${String(n).padStart(12, '0')}`;
}

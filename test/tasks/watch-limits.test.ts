import { documentId } from '../../src/domain/documents';
import type { WatchRecord } from '../../src/domain/documents';
import { changeDocument } from '../../src/records/change-document';
import { createWatchChecker } from '../../src/reconcile/check-watches';
import { readShared } from '../../src/reconcile/shared-record';
import { showPost } from '../../src/reconcile/show-post';
import { owedNote } from '../../src/reconcile/tell-watcher';
import { watchAgain } from '../../src/tasks/watch-again';
import { startWatch, stopWatch, stopWatches, watchesOf, watchIdOf } from '../../src/tasks/watch-company';
import { WATCH_LIMITS } from '../../src/tasks/watch-limits';
import { T0, account } from '../builders';
import { conversation, put, taskStand } from './stand';
import type { TaskStand } from './stand';

const MIA = { id: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'Mia' };
const watcher = (person = MIA) => ({ person, conversationId: 'channel-a', language: 'en' });
const DAY_S = 86_400;

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
});
afterEach(() => stand.close());

function running(n: number, person = MIA): WatchRecord {
  return {
    kind: 'watch',
    id: watchIdOf(person, `company ${n}`),
    partnerId: 'partner',
    format: 1,
    person,
    conversationId: 'channel-a',
    query: `company ${n}`,
    language: 'en',
    since: T0,
    state: 'waiting',
    asked: [],
  };
}
const stored = async (id: string): Promise<WatchRecord | undefined> =>
  (await stand.ports.store.read('watch', id))?.document;

describe('limits', () => {
  it('are fifty of one person; one that runs already is no new one', async () => {
    for (let n = 0; n < WATCH_LIMITS.ofOne; n += 1) stand.ports.register.apply(running(n));
    await stand.ports.store.write({ write: 'insert', document: running(7) });

    expect(await startWatch(stand.ports, watcher(), 'Zyxwv Industries')).toEqual({
      answer: 'refused',
      query: 'Zyxwv Industries',
      why: 'full',
      most: 50,
    });
    expect(await stored(watchIdOf(MIA, 'Zyxwv Industries'))).toBeUndefined();
    expect(await startWatch(stand.ports, watcher(), 'Company 7')).toMatchObject({
      answer: 'watching',
      begun: 'already',
    });
    expect(await startWatch(stand.ports, watcher({ id: 'other', name: 'Ada' }), 'Zyxwv')).toMatchObject({
      answer: 'watching',
    });
  });

  it('are five thousand of everybody', async () => {
    for (let n = 0; n < WATCH_LIMITS.ofAll; n += 1)
      stand.ports.register.apply(running(n, { id: `person-${n}`, name: 'x' }));

    expect(await startWatch(stand.ports, watcher(), 'Zyxwv')).toMatchObject({ answer: 'refused', why: 'full-for-all' });
  });

  it('hold for watches that are taken up again', async () => {
    await startWatch(stand.ports, watcher(), 'Zyxwv');
    await stopWatches(stand.ports, MIA, 'Zyxwv');
    for (let n = 1; n < WATCH_LIMITS.ofOne; n += 1) stand.ports.register.apply(running(n));
    expect(await watchAgain(stand.ports, MIA, ['Zyxwv'])).toEqual(['Zyxwv']);
    await stopWatches(stand.ports, MIA, 'Zyxwv');
    stand.ports.register.apply(running(0));

    expect(await watchAgain(stand.ports, MIA, ['Zyxwv'])).toEqual([]);
  });

  it('are 120 characters of a name', async () => {
    expect(await startWatch(stand.ports, watcher(), '漢'.repeat(121))).toMatchObject({
      answer: 'refused',
      why: 'too-long',
    });
    expect(await startWatch(stand.ports, watcher(), '漢'.repeat(120))).toMatchObject({ answer: 'watching' });
  });
});

describe('ids', () => {
  it.each([
    ['long', 'Zyxwv '.repeat(20).trim()],
    ['not Latin', '株式会社'.repeat(25)],
    ['half of a pair', 'Zyxwv \ud83d Industries'],
  ])('of a name that is %s are stored, and found again', async (_what, name) => {
    const id = watchIdOf(MIA, name);
    expect(Buffer.byteLength(id)).toBeLessThanOrEqual(255);
    expect(await startWatch(stand.ports, watcher(), name)).toMatchObject({ answer: 'watching', begun: 'begun' });
    expect((await stored(id))?.query).toBe(name);
    expect(await stopWatches(stand.ports, MIA, name)).toMatchObject({ answer: 'stopped' });
    expect(await watchAgain(stand.ports, MIA, [name])).toEqual([name]);
  });

  it('differ where the names differ, and stay what they were where they are short', () => {
    expect(watchIdOf(MIA, 'a'.repeat(400))).not.toBe(watchIdOf(MIA, `${'a'.repeat(399)}b`));
    expect(documentId('watch', 'p', 'a b')).toBe('watch:p:a~20b');
  });

  it('that were stored when they were longer still stop', async () => {
    const name = '株'.repeat(30);
    const old = { ...running(0), query: name, id: `watch:${MIA.id}:${encodeURIComponent(name).replaceAll('%', '~')}` };
    await put(stand.ports, old);

    expect(await startWatch(stand.ports, watcher(), name)).toMatchObject({ begun: 'already', watch: { id: old.id } });
    expect(await stopWatch(stand.ports, MIA, old.id)).toMatchObject({ answer: 'stopped' });
    expect((await stored(old.id))?.state).toBe('stopped');
  });
});

describe('watches that have ended', () => {
  it('expire after thirty days when they were stopped, and not when they run again', async () => {
    await startWatch(stand.ports, watcher(), 'Zyxwv');
    const id = watchIdOf(MIA, 'Zyxwv');
    await stopWatches(stand.ports, MIA, 'Zyxwv');
    expect((await stored(id))?.ttl).toBe(30 * DAY_S);
    await watchAgain(stand.ports, MIA, ['Zyxwv']);
    expect(await stored(id)).toMatchObject({ state: 'waiting' });
    expect((await stored(id))?.ttl).toBeUndefined();
  });

  it('expire once they have told their person', async () => {
    await put(stand.ports, conversation(), { ...running(1), owes: 'fired', state: 'waiting', dueAt: T0 });
    const found = account();
    await put(stand.ports, found);
    const { id } = running(1);
    await changeDocument(stand.ports, 'watch', id, (w) => ({
      document: { ...w, state: 'fired', firedFor: found.id },
      result: undefined,
    }));
    expect((await stored(id))?.ttl).toBeUndefined();
    const shared = await readShared(stand.ports, 'watch', id);
    await showPost(
      stand.ports,
      owedNote(stand.ports, shared!, () => ({ text: 'x', summary: 'x' })),
    );

    expect(await stored(id)).toMatchObject({ state: 'fired', ttl: 30 * DAY_S });
    expect(watchesOf(stand.ports, MIA.id)).toEqual([]);
  });

  it('expire also when they ended before there was an expiry', async () => {
    await put(stand.ports, { ...running(1), state: 'stopped' });
    await createWatchChecker(stand.ports).check();

    expect(await stored(running(1).id)).toMatchObject({ state: 'stopped', ttl: 30 * DAY_S });
    expect([...stand.ports.register.allWatches()]).toEqual([]);
  });
});

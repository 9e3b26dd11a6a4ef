import type { WatchRecord } from '../../src/domain/documents';
import type { AccountRecord } from '../../src/domain/account';
import { DAY, MINUTE } from '../../src/domain/time';
import { Register } from '../../src/register/register';
import { updateDocument } from '../../src/records/change-document';
import { createWatchChecker } from '../../src/reconcile/check-watches';
import { startWatch, stopWatches } from '../../src/tasks/watch-company';
import { T0, acceptance, account } from '../builders';
import { put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

/** Counts what is looked up among all accounts. */
class CountingRegister extends Register {
  readonly looks: string[] = [];
  override resolveAccount(query: string, limit?: number): ReturnType<Register['resolveAccount']> {
    this.looks.push(query);
    return super.resolveAccount(query, limit);
  }
}

const NOT_LISTED = acceptance({
  reseller: { state: 'not-listed', checkedAt: T0, source: 'partner-center' },
});
const watcher = (n = 1) => ({
  person: { id: `person-${n}`, name: 'Mia' },
  conversationId: 'chat',
  language: 'en',
});
const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const tenant = (name: string, n: number): AccountRecord =>
  account({
    tenantId: idOf(n),
    tenant: { tenantId: idOf(n), name },
    acceptance: acceptance({
      reseller: {
        state: 'accepted',
        since: { at: T0 + MINUTE, basis: 'first-seen' },
        checkedAt: T0,
        source: 'partner-center',
      },
    }),
  });

let stand: TaskStand;
let register: CountingRegister;
let ports: TaskStand['ports'];
beforeEach(async () => {
  stand = await taskStand();
  register = new CountingRegister();
  ports = { ...stand.ports, register };
});
afterEach(() => stand.close());

const watch = async (name: string, n = 1): Promise<WatchRecord> => {
  const answer = await startWatch(ports, watcher(n), name);
  if (answer.answer !== 'watching') throw new Error(answer.answer);
  return answer.watch;
};
const stored = async (watchId: string): Promise<WatchRecord> => {
  const found = await ports.store.read('watch', watchId);
  if (found === undefined) throw new Error(`no ${watchId}`);
  return found.document;
};
const looksOf = async (run: () => Promise<void>): Promise<readonly string[]> => {
  const before = register.looks.length;
  await run();
  return register.looks.slice(before).sort();
};

describe('what a run looks up', () => {
  it('is every watch the first time, and nothing while nothing changes', async () => {
    await put(ports, tenant('Contoso Ltd', 1));
    await watch('Zyxwv Industries');
    await watch('Fabrikam');
    const checker = createWatchChecker(ports);

    expect(await looksOf(() => checker.check())).toEqual(['Fabrikam', 'Zyxwv Industries']);
    expect(await looksOf(() => checker.check())).toEqual([]);
    register.apply({ ...tenant('Contoso Ltd', 1), version: 9 });
    expect(await looksOf(() => checker.check())).toEqual([]);
  });

  it('is a new watch alone', async () => {
    await watch('Fabrikam');
    const checker = createWatchChecker(ports);
    await checker.check();
    await watch('Northwind Traders');

    expect(await looksOf(() => checker.check())).toEqual(['Northwind Traders']);
  });

  it('is what may mean an account that came, was renamed or accepted, and no other', async () => {
    const known = { ...tenant('Old Name GmbH', 1), acceptance: NOT_LISTED };
    await put(ports, known);
    for (const name of ['Fabrikam', 'Northwind Traders', 'Old Name', 'Zyxwv Industries']) await watch(name);
    const checker = createWatchChecker(ports);
    await checker.check();

    await put(ports, { ...tenant('Unheard Bakery', 2), acceptance: NOT_LISTED });
    expect(await looksOf(() => checker.check())).toEqual([]);
    register.apply({ ...known, version: 2, acceptance: tenant('x', 1).acceptance });
    expect(await looksOf(() => checker.check())).toEqual(['Old Name']);
    register.apply({ ...tenant('Northwind Traders Ltd', 1), version: 3 });
    expect(await looksOf(() => checker.check())).toContain('Northwind Traders');
  });

  it('is no watch that has ended or still owes a word', async () => {
    const checker = createWatchChecker(ports);
    await watch('Fabrikam');
    const owing = await watch('Northwind Traders');
    await stopWatches(ports, watcher().person, 'Fabrikam');
    register.apply({ ...owing, state: 'asked', owes: 'asked' });

    expect(await looksOf(() => checker.check())).toEqual([]);
  });

  it('is everything again for a checker that has just begun', async () => {
    await watch('Fabrikam');
    await createWatchChecker(ports).check();

    expect(await looksOf(() => createWatchChecker(ports).check())).toEqual(['Fabrikam']);
  });
});

describe('what a run finds', () => {
  it('is asked once by two replicas of which one has heard nothing of the other', async () => {
    const seen = await watch('Fabrikam');
    const near = { ...tenant('Fabrikan Ltd', 1) };
    await put(ports, near);
    const other = new Register();
    for (const document of [seen, near]) other.apply(document);
    await createWatchChecker(ports).check();
    expect(await stored(seen.id)).toMatchObject({ state: 'asked', asked: [near.id], owes: 'asked' });
    const told = await updateDocument(ports, 'watch', seen.id, ({ owes: _told, dueAt: _due, ...rest }) => rest);
    expect(told.changed).toBe('saved');

    await createWatchChecker({ ...ports, register: other }).check();
    const after = await stored(seen.id);
    expect([after.asked, after.owes]).toEqual([[near.id], undefined]);
  });

  it('fires for the company that has accepted since', async () => {
    const { id } = await watch('Fabrikam');
    const checker = createWatchChecker(ports);
    await checker.check();
    const fabrikam = tenant('Fabrikam Ltd', 1);
    await put(ports, fabrikam);
    await checker.check();

    expect(await stored(id)).toMatchObject({ state: 'fired', firedFor: fabrikam.id, owes: 'fired', dueAt: T0 });
  });

  it.each([
    ['Fabrikam', 'Fabrikan Ltd'],
    ['Fabrikam', 'Fabrikam Holding GmbH'],
    ['Northwind Traders', 'Northwind'],
    ['Unheard Bakery', 'Unherd Bakery Ltd'],
    ['IBM', 'International Business Machines'],
    ['contoso.com', 'Contoso Ltd'],
  ])('does not pass by a near name: %s, %s', async (query, name) => {
    for (const [n, other] of OTHERS.entries()) await put(ports, { ...tenant(other, 100 + n), acceptance: NOT_LISTED });
    const { id } = await watch(query);
    const checker = createWatchChecker(ports);
    await checker.check();
    const found = tenant(name, 1);
    await put(ports, found);
    await checker.check();
    const now = await stored(id);
    const anew = new Register();
    for (const record of register.allAccounts()) anew.apply(record);
    const fromNothing = await verdictAnew(anew, query);

    expect([now.state, now.asked]).toEqual([fromNothing.state, fromNothing.asked]);
  });

  it('says once that nothing has come for a week', async () => {
    const { id } = await watch('Fabrikam');
    const checker = createWatchChecker(ports);
    await checker.check();
    stand.clock.move(7 * DAY);

    expect(await looksOf(() => checker.check())).toEqual([]);
    expect(await stored(id)).toMatchObject({ state: 'waiting', owes: 'silence' });
  });

  it('is not lost when the store cannot be reached meanwhile', async () => {
    const { id } = await watch('Fabrikam');
    let down = true;
    const store: typeof ports.store = {
      ...ports.store,
      read: (...args) => (down ? Promise.reject(new Error('down')) : ports.store.read(...args)),
    };
    const checker = createWatchChecker({ ...ports, store });
    await put(ports, tenant('Fabrikam Ltd', 1));
    await expect(checker.check()).rejects.toThrow('down');
    down = false;
    await checker.check();

    expect(await stored(id)).toMatchObject({ state: 'fired' });
  });
});

const OTHERS = ['Adventure Works', 'Litware Inc', 'Tailspin Toys', 'Wingtip Bakery', 'Southridge Traders'];

/** What a checker that looks at everything makes of it. */
async function verdictAnew(anew: Register, query: string): Promise<WatchRecord> {
  const other = await taskStand();
  try {
    const fresh = { ...other.ports, register: anew };
    const empty = { ...other.ports, register: new Register() };
    const answer = await startWatch(empty, watcher(), query);
    if (answer.answer !== 'watching') throw new Error(answer.answer);
    anew.apply(answer.watch);
    await createWatchChecker(fresh).check();
    const found = await other.ports.store.read('watch', answer.watch.id);
    if (found === undefined) throw new Error('gone');
    return found.document;
  } finally {
    await other.close();
  }
}

import { pickCustomer } from '../../src/domain/mapping';
import { forgetPerson, keptOfPerson } from '../../src/tasks/forget-person';
import { account, stamp } from '../builders';
import { conversation, taskStand } from './stand';
import type { TaskStand } from './stand';

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
});
afterEach(() => stand.close());

const GONE = { id: 'AAAAAAAA-0000-4000-8000-000000000001', name: 'Ana Kovač' };
const STAYS = { id: 'aaaaaaaa-0000-4000-8000-000000000002', name: 'Bo Berg' };

async function given(): Promise<void> {
  const by = (person: typeof GONE) => stamp({ kind: 'person', person });
  const mapped = (news: object, person: typeof GONE) => {
    const ruling = pickCustomer(account(news), { customer: { id: 'c', name: 'C' }, evidence: [] }, by(person));
    return ruling.record;
  };
  const watch = {
    kind: 'watch' as const,
    partnerId: 'partner',
    format: 1,
    conversationId: 'a:ana',
    query: 'Contoso',
    language: 'en',
    since: 1,
    state: 'waiting' as const,
    asked: [],
    attempts: 0,
  };
  const documents = [
    mapped({}, GONE),
    mapped({ tenantId: '33333333-3333-4333-8333-333333333333' }, STAYS),
    conversation({ conversationId: 'a:ana', type: 'personal', personId: GONE.id, personName: GONE.name }),
    { ...watch, id: 'watch:1', person: GONE },
    { ...watch, id: 'watch:2', person: STAYS },
  ];
  for (const document of documents) {
    expect((await stand.ports.store.write({ write: 'insert', document })).outcome).toBe('saved');
  }
}

async function everything(): Promise<string> {
  const { items } = await stand.ports.store.changes(undefined, 100);
  return JSON.stringify(items.map(({ document }) => document));
}

it('counts what is kept of somebody, and changes nothing', async () => {
  await given();
  const before = await everything();

  expect(await keptOfPerson(stand.ports, GONE.id.toLowerCase())).toEqual({
    accounts: 1,
    archives: 0,
    watches: 1,
    invitations: 0,
    conversations: 1,
    teams: 0,
    reviews: 0,
    talks: 0,
    signIns: 0,
  });
  expect(await everything()).toBe(before);
});

it('leaves no trace of the person, keeps the decision, owes every card a redraw, and nobody else is touched', async () => {
  await given();
  const [first] = (await stand.ports.store.list('account', { limit: 1 })).items;

  await forgetPerson(stand.ports, GONE.id.toLowerCase());

  const text = await everything();
  expect(text.toLowerCase()).not.toContain(GONE.id.toLowerCase());
  expect(text).not.toContain('Kovač');
  expect(text).toContain(STAYS.name);
  const after = await stand.ports.store.read('account', first!.document.id);
  expect(after?.document.mapping).toMatchObject({ state: 'mapped', by: { person: { name: '' } } });
  expect(after?.document.decisions).toHaveLength(1);
  expect(after!.document.version).toBe(first!.document.version + 1);
  expect((await stand.ports.store.read('watch', 'watch:1'))?.document).toMatchObject({ state: 'stopped', query: '-' });
  expect((await stand.ports.store.read('watch', 'watch:2'))?.document).toMatchObject({ state: 'waiting' });
});

it('finds nothing the second time', async () => {
  await given();
  await forgetPerson(stand.ports, GONE.id);

  expect(await forgetPerson(stand.ports, GONE.id)).toMatchObject({ accounts: 0, watches: 0, conversations: 0 });
});

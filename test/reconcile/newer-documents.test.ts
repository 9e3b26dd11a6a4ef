import type { DocumentKind } from '../../src/domain/documents';
import { DAY, SECOND } from '../../src/domain/time';
import { unreadDocuments } from '../../src/records/unread-documents';
import { createInvitationChecker } from '../../src/reconcile/check-invitations';
import { keepBoards } from '../../src/reconcile/keep-board';
import { reconcile } from '../../src/reconcile/reconcile';
import { sendDigests } from '../../src/reconcile/send-digests';
import { tellAdministrators } from '../../src/reconcile/tell-administrators';
import { tellNews } from '../../src/reconcile/tell-news';
import { endRehearsal } from '../../src/reconcile/tell-rehearsal';
import { wakeWaiting } from '../../src/reconcile/wake-waiting';
import { noteInvitation } from '../../src/tasks/note-invitation';
import { account, acceptance } from '../builders';
import { plainDrawings } from '../tasks/drawings';
import { conversation, put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

/** A roll-out is under way, and a replica of a later version has written what this one remembers and cannot read any more. */

const drawings = plainDrawings({
  account: ({ record }) => ({ text: `card ${record.tenantId}`, summary: 'card' }),
  board: (board) => ({ text: `board of ${board.open}`, summary: 'board' }),
});
const CHANNELS = ['channel-a', 'channel-b', 'channel-c'];

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
  for (const conversationId of CHANNELS)
    await put(stand.ports, conversation({ conversationId, id: `conversation:${conversationId}` }));
});
afterEach(() => stand.close());

/** The later version's write; memory here keeps what it knew. */
async function writeNewer(kind: DocumentKind, id: string): Promise<void> {
  const { store } = stand.ports;
  const found = (await store.read(kind, id))!;
  const document = { ...found.document, format: 99, dueAt: stand.clock.now() };
  await store.write({ write: 'replace', document, etag: found.etag });
}

const come = (tenantId: string) => put(stand.ports, account({ tenantId, at: stand.clock.now(), writesBack: false }));

async function round(): Promise<void> {
  const { ports } = stand;
  await wakeWaiting(ports);
  await tellNews(ports);
  await keepBoards(ports);
  await reconcile(ports, drawings, { aborted: false });
  stand.clock.move(10 * SECOND);
}

const said = (): readonly string[] =>
  stand.ports.courier.said.map(({ conversationId, message: { text } }) => `${conversationId}: ${text}`);

it('leaves such a board alone, keeps the others, and names it', async () => {
  await come('t1');
  await round();
  stand.ports.courier.said.length = 0;
  await writeNewer('board', 'board:channel-a');
  await come('t2');
  await round();
  expect(said().filter((one) => one.includes('board'))).toEqual(['channel-b: board of 2', 'channel-c: board of 2']);
  await stand.ports.store.list('board', { limit: 10 });
  const unread = await unreadDocuments(stand.ports);
  expect(unread.map(({ id, reason }) => [id, /format 99/.test(reason)])).toEqual([['board:channel-a', true]]);
});

it('leaves such an account alone, though it is news by what is remembered of it, and goes on with the others', async () => {
  await come('t1');
  await come('t2');
  await writeNewer('account', account({ tenantId: 't1' }).id);
  await round();
  const cards = said().filter((one) => one.includes('card'));
  expect(cards.sort()).toEqual(CHANNELS.map((channel) => `${channel}: card t2`));
});

it('leaves such an invitation alone, and closes the others', async () => {
  const { ports, clock } = stand;
  const inviter = { person: { id: 'ana', name: 'Ana' }, conversationId: 'channel-a', language: 'en', timeZone: 'UTC' };
  for (const company of ['Contoso', 'Fabrikam']) await noteInvitation(ports, inviter, company, { at: clock.now() });
  const [first] = (await ports.store.list('invitation', { limit: 5 })).items.filter(
    ({ document }) => document.company === 'Contoso',
  );
  clock.move(DAY);
  const since = { at: clock.now(), basis: 'first-seen' } as const;
  const reseller = { state: 'accepted', since, checkedAt: clock.now(), source: 'partner-center' } as const;
  for (const name of ['Contoso', 'Fabrikam'])
    await put(
      ports,
      account({
        tenantId: name,
        tenant: { tenantId: name, name },
        at: clock.now(),
        acceptance: acceptance({ reseller }),
      }),
    );
  await writeNewer('invitation', first!.document.id);
  await createInvitationChecker(ports).check();
  const { items } = await ports.store.list('invitation', { limit: 5 });
  expect(items.map(({ document: { company, state } }) => [company, state])).toEqual([['Fabrikam', 'accepted']]);
});

it('leaves such an alarm alone, and tells the other administrator', async () => {
  const { ports } = stand;
  const ids = ['aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000002'];
  for (const personId of ids) await put(ports, conversation({ conversationId: personId, type: 'personal', personId }));
  const administrators = {
    everyone: false,
    team: false,
    people: new Set(ids),
    groups: new Set<string>(),
    teams: new Set<string>(),
  };
  const trouble = { source: 'work365', kind: 'denied', detail: 'HTTP 403' } as const;
  const source = { kind: 'source', id: 'source:rows', partnerId: 'partner', format: 1, part: 'rows' } as const;
  ports.register.apply({ ...source, trouble, troubleSince: stand.clock.now() - DAY });
  const tell = () =>
    tellAdministrators({ ...ports, circles: { ...ports.circles, administrators } }, ({ key }) => ({
      text: key,
      summary: key,
    }));
  ports.courier.answer = () => ({ sent: 'later', reason: 'busy' });
  await tell();
  const [first] = [...ports.register.operators.alarms.values()].filter(
    ({ conversationId }) => conversationId === ids[0],
  );
  await writeNewer('alarm', first!.id);
  ports.courier.said.length = 0;
  ports.courier.answer = () => ({ sent: 'sent', messageId: 'm' });
  stand.clock.move(DAY);
  await tell();
  expect(said()).toEqual([`${ids[1]}: source work365`]);
});

it('leaves the digest of such a conversation alone, and sends the others', async () => {
  const { ports, clock } = stand;
  await come('t1');
  const digest = { on: true, when: 'daily', time: '09:00', setAt: clock.now() };
  for (const one of [...ports.register.allConversations()]) {
    const { document, etag } = (await ports.store.read('conversation', one.id))!;
    const set = { ...document, settings: { ...document.settings, digest } };
    await ports.store.write({ write: 'replace', document: set, etag });
    ports.register.apply(set);
  }
  await writeNewer('conversation', 'conversation:channel-a');
  clock.move(DAY);
  await sendDigests(ports, () => ({ text: 'digest', summary: 'digest' }));
  expect(said()).toEqual(['channel-b: digest', 'channel-c: digest']);
});

it('writes what was decided in a rehearsal, though one of its accounts cannot be read', async () => {
  const { ports } = stand;
  const writeBack = { state: 'rehearsed', writtenVersion: 0, attempts: 0 } as const;
  for (const tenantId of ['t1', 't2']) await put(ports, { ...account({ tenantId }), writeBack });
  await writeNewer('account', account({ tenantId: 't1' }).id);
  await endRehearsal(ports);
  expect([...ports.register.allAccounts()].map((one) => one.writeBack.state)).toEqual(['rehearsed', 'idle']);
});

import type { AccountRecord } from '../../src/domain/account';
import type { InvitationRecord } from '../../src/domain/invitation';
import { DAY, HOUR, MINUTE } from '../../src/domain/time';
import { createInvitationChecker } from '../../src/reconcile/check-invitations';
import { reconcile } from '../../src/reconcile/reconcile';
import { wakeWaiting } from '../../src/reconcile/wake-waiting';
import type { Register } from '../../src/register/register';
import { noteInvitation } from '../../src/tasks/note-invitation';
import type { InvitedHow } from '../../src/tasks/note-invitation';
import { drawings } from '../../src/turns/drawings';
import { account, acceptance, PROVIDER } from '../builders';
import { conversation, handClock, put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

/** Invitations are followed: an answer is told once to whoever invited, and silence once after each of the set times. */

/** A Monday morning in Berlin; the clocks there change on the Sunday before 30 March. */
const MONDAY = Date.UTC(2026, 2, 16, 9, 0);
const BERLIN = 'Europe/Berlin';
const ANA = { id: 'ana', name: 'Ana Silva' };
const BEN = { id: 'ben', name: 'Ben Ito' };
const chatOf = (person: { readonly id: string }) =>
  conversation({ conversationId: `a:${person.id}`, type: 'personal', personId: person.id });
const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

let stand: TaskStand;
let ports: TaskStand['ports'];
beforeEach(async () => {
  stand = await taskStand({ clock: handClock(MONDAY) });
  ({ ports } = stand);
  await put(ports, conversation(), chatOf(ANA), chatOf(BEN));
});
afterEach(() => stand.close());

const tenant = (name: string, n: number, at: number, changes: Parameters<typeof account>[0] = {}): AccountRecord =>
  account({
    tenantId: idOf(n),
    tenant: { tenantId: idOf(n), name },
    acceptance: acceptance({
      reseller: { state: 'accepted', since: { at, basis: 'first-seen' }, checkedAt: at, source: 'partner-center' },
    }),
    at,
    ...changes,
  });
const inviting = (person = ANA) => ({ person, conversationId: 'channel-a', language: 'en', timeZone: BERLIN });
const invite = (company: string, how: Partial<InvitedHow> = {}, person = ANA) =>
  noteInvitation(ports, inviting(person), company, { at: ports.clock.now(), ...how });
const titleOf = (text: string | undefined) => text?.split('\n')[0];
const said = () => ports.courier.said.map(({ conversationId, message }) => [conversationId, titleOf(message.text)]);
const only = async (): Promise<InvitationRecord> =>
  (await ports.store.list('invitation', { limit: 10 })).items[0]!.document;

/** All that runs by itself, on a replica that has looked at nothing before. */
async function run(replica = ports): Promise<void> {
  await createInvitationChecker(replica).check();
  for (let round = 0; round < 4; round += 1) await reconcile(replica, drawings, { aborted: false });
}

/** So many days, a look every hour. */
async function pass(days: number): Promise<void> {
  for (let hour = 0; hour < 24 * days; hour += 1) {
    stand.clock.move(HOUR);
    await run();
  }
}

describe('an answer', () => {
  it('closes the invitation and is told once to all who invited, with how long it took', async () => {
    await invite('Contoso');
    stand.clock.move(DAY);
    expect(await invite('contoso', {}, BEN)).toMatchObject({ answer: 'noted', begun: 'again' });
    stand.clock.move(DAY);
    await put(ports, tenant('Contoso Ltd', 1, ports.clock.now()));
    await run();
    await run();

    expect(said().sort()).toEqual([
      ['a:ana', 'Contoso has accepted'],
      ['a:ben', 'Contoso has accepted'],
    ]);
    expect(ports.courier.said[0]?.message.text).toContain('accepted after 2 days');
    expect(await only()).toMatchObject({ state: 'accepted', ttl: 90 * 86_400 });
    expect(ports.register.invitations.open()).toEqual([]);
  });

  it('that came while nobody ran is found when it runs again', async () => {
    await invite('Contoso');
    stand.clock.move(30 * DAY);
    await put(ports, tenant('Contoso', 1, ports.clock.now() - 20 * DAY));
    await run();
    expect(said()).toEqual([['a:ana', 'Contoso has accepted']]);
  });

  it('of a like name asks, once', async () => {
    await invite('Tailspin Toy Works');
    stand.clock.move(DAY);
    await put(ports, tenant('Tailspin Toys', 1, ports.clock.now()));
    await run();
    await run();
    expect(said()).toEqual([['a:ana', 'Is Tailspin Toys the Tailspin Toy Works that was invited?']]);
    expect(await only()).toMatchObject({ state: 'waiting' });
  });

  it('at another provider, or to something else, is said as that and closes nothing', async () => {
    await invite('Contoso', { provider: PROVIDER });
    await invite('Fabrikam');
    stand.clock.move(DAY);
    const now = ports.clock.now();
    const advisor = { state: 'other-relation', relation: 'advisor', checkedAt: now, source: 'partner-center' } as const;
    await put(ports, tenant('Fabrikam', 2, now, { acceptance: acceptance({ reseller: advisor }) }));
    await run();
    await run();
    expect(said()).toEqual([['a:ana', 'Fabrikam is there, but not as invited']]);
    expect(ports.courier.said[0]?.message.text).toContain('another relation (advisor)');
    expect(ports.register.invitations.open()).toHaveLength(1);
  });

  it('waits for somebody who cannot be told now', async () => {
    await invite('Contoso', {}, { id: 'gone', name: 'Gone Person' });
    await put(ports, tenant('Contoso', 1, ports.clock.now() + MINUTE));
    stand.clock.move(HOUR);
    ports.register.apply({ ...conversation(), state: 'removed' });
    await run();
    expect(said()).toEqual([]);
    await put(ports, chatOf({ id: 'gone' }));
    await wakeWaiting(ports);
    await run();
    expect(said()).toEqual([['a:gone', 'Contoso has accepted']]);
  });

  it('is told once by two replicas', async () => {
    await invite('Contoso');
    await put(ports, tenant('Contoso', 1, ports.clock.now()));
    stand.clock.move(HOUR);
    await Promise.all([run(), run(), run()]);
    expect(said()).toHaveLength(1);
  });
});

describe('silence', () => {
  it('is said once after 3 and once after 10 working days, in the morning of the person’s clock', async () => {
    await invite('contoso.de');
    await pass(30);
    const told = ports.courier.said.map(({ message }) => message.text);
    expect(said()).toEqual([
      ['a:ana', 'No answer from contoso.de yet'],
      ['a:ana', 'No answer from contoso.de yet'],
    ]);
    expect(told[0]).toContain('no answer for 3 days');
    expect(told[1]).toContain('no answer for 14 days');
    expect(told[0]).toContain('haben wir Ihnen eine Einladung geschickt');
    expect(await only()).toMatchObject({ state: 'waiting', reminded: 2 });
    expect(await only()).not.toHaveProperty('dueAt');
  });

  it('begins anew with whoever invites again', async () => {
    await invite('Contoso');
    await pass(2);
    await invite('Contoso', {}, BEN);
    await pass(7);
    expect(said()).toEqual([['a:ben', 'No answer from Contoso yet']]);
  });

  it('is said once when nobody ran for a month, and only at work', async () => {
    await invite('Contoso');
    // A Saturday.
    stand.clock.move(33 * DAY);
    await run();
    expect(said()).toEqual([]);
    await pass(3);
    expect(said()).toEqual([['a:ana', 'No answer from Contoso yet']]);
  });

  it('is none while nobody could look, and none when the answer is there', async () => {
    const [provider] = [{ id: PROVIDER, name: 'Ours' }];
    const deaf = { ...ports, providers: [{ ...provider, ...NO_LINK }] as unknown as typeof ports.providers };
    await invite('Contoso');
    stand.clock.move(4 * DAY);
    await run(deaf);
    expect(said()).toEqual([]);
    await put(ports, tenant('Contoso', 1, ports.clock.now()));
    for (let round = 0; round < 3; round += 1) await reconcile(ports, drawings, { aborted: false });
    stand.clock.move(HOUR);
    await run();
    expect(said()).toEqual([['a:ana', 'Contoso has accepted']]);
  });

  it('of somebody who left is told to nobody', async () => {
    await invite('Contoso', {}, { id: 'gone', name: 'Gone Person' });
    ports.register.apply({ ...conversation(), state: 'removed' });
    await pass(5);
    expect(said()).toEqual([]);
    expect(await only()).toMatchObject({ state: 'waiting', reminded: 1 });
  });
});

const NO_LINK = { invitationLink: () => Promise.resolve({ look: 'absent' as const }) };

describe('what is noted', () => {
  it('is nothing for who has accepted already, unless it is wanted, or for another provider', async () => {
    await put(ports, tenant('Contoso', 1, MONDAY - 30 * DAY));
    expect(await invite('Contoso')).toMatchObject({ answer: 'accepted-already' });
    expect(ports.register.invitations.open()).toEqual([]);
    expect(await invite('Contoso', { anyway: true })).toMatchObject({ answer: 'noted' });
    stand.clock.move(HOUR);
    await run();
    expect(said()).toEqual([]);
  });

  it('is answered at once where it accepted since', async () => {
    await put(ports, tenant('Contoso', 1, MONDAY - 2 * DAY));
    const from = MONDAY - 5 * DAY;
    const took = { from, to: MONDAY - 2 * DAY, zone: BERLIN };
    expect(await invite('Contoso', { at: from })).toMatchObject({ answer: 'answered', took });
  });

  it('late reminds only of what is still ahead', async () => {
    await invite('Contoso', { at: MONDAY - 5 * DAY });
    await run();
    expect(said()).toEqual([]);
    await pass(14);
    expect(said()).toEqual([['a:ana', 'No answer from Contoso yet']]);
  });

  it('is one for a company, however its name is written and whoever says it', async () => {
    const first = await invite('Contoso GmbH');
    const second = await invite('contoso', {}, BEN);
    expect([first, second]).toMatchObject([{ begun: 'begun' }, { begun: 'already' }]);
    expect(ports.register.invitations.open().map(({ by }) => by.map(({ person }) => person.id))).toEqual([
      ['ana', 'ben'],
    ]);
    const memory: Register['invitations'] = ports.register.invitations;
    expect(memory.named('Contoso Ltd').sure).toHaveLength(1);
  });

  it('is corrected by whoever said a later day, once', async () => {
    await invite('Contoso');
    expect(await invite('Contoso', { at: MONDAY - 5 * DAY }, BEN)).toMatchObject({ begun: 'already' });
    expect(await invite('Contoso', { at: MONDAY - 14 * DAY })).toMatchObject({ begun: 'corrected' });
    const { by } = await only();
    expect(by.find(({ person }) => person.id === 'ana')).toMatchObject({
      first: MONDAY - 14 * DAY,
      at: MONDAY - 14 * DAY,
    });
    expect(await invite('Contoso')).toMatchObject({ begun: 'again' });
    // Now there were two: the first one is no slip.
    expect(await invite('Contoso', { at: MONDAY - 7 * DAY })).toMatchObject({ begun: 'already' });
  });

  it('keeps the day for the button that notes it all the same', async () => {
    await put(ports, tenant('Contoso', 1, MONDAY - 30 * DAY));
    expect(await invite('Contoso', { at: MONDAY - 3 * DAY - 9 * HOUR })).toMatchObject({ day: '2026-03-13' });
    expect(await invite('Contoso')).not.toHaveProperty('day');
  });

  it('is refused when it is too long', async () => {
    expect(await invite('x'.repeat(121))).toMatchObject({ answer: 'refused', why: 'too-long' });
  });
});

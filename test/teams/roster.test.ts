import { ALICE, CHANNEL, conversation, startStand, TEAM, TENANT, type Stand } from './stand';
import { createVirtualTimer, finish, type VirtualTimer } from './virtual-timer';

let stand: Stand;
let timer: VirtualTimer;
beforeEach(async () => {
  timer = createVirtualTimer();
  stand = await startStand({ timer });
});
afterEach(async () => {
  const stopped = stand.stop();
  await timer.advance(60_000);
  await stopped;
});

const status = (code: number, body?: unknown, headers: Record<string, string> = {}) =>
  ({ do: 'status', status: code, body, headers }) as const;
const coded = (code: number, name: string) => status(code, { error: { code: name, message: 'no' } });
const board = () => conversation(stand.connector, { conversationId: CHANNEL, type: 'channel', teamId: TEAM });
const settle = <T>(work: Promise<T>): Promise<T> => finish(work, timer, stand.outbound);

describe('who is a member', () => {
  const members = [
    { id: '29:alice', aadObjectId: ALICE, tenantId: TENANT },
    { id: '29:bob', aadObjectId: 'bob', userRole: 'guest' },
    { id: '29:carol', aadObjectId: 'carol', userPrincipalName: 'carol_x.com#EXT#@partner.example' },
    { id: '29:dave', aadObjectId: 'dave', tenantId: 'another-tenant' },
    { id: '29:erin', aadObjectId: 'erin' },
  ];
  const isMember = (id: string) => settle(stand.outbound.courier.isMember(board(), { id }));

  it('asks for one person, leaves guests and other tenants out', async () => {
    stand.connector.members(TEAM, members);
    const answers: (boolean | undefined)[] = [];
    for (const id of [ALICE.toUpperCase(), 'bob', 'carol', 'dave', 'erin', 'nobody']) answers.push(await isMember(id));

    expect(answers).toEqual([true, false, false, false, true, false]);
    expect(stand.connector.requests.map((one) => one.path.split('/members/')[1])).toEqual([
      ALICE.toUpperCase(),
      ...['bob', 'carol', 'dave', 'erin', 'nobody'],
    ]);
  });

  it('asks by the id that Teams gave the person, where it is known', async () => {
    stand.connector.members(TEAM, members);

    expect(await settle(stand.outbound.courier.isMember(board(), { id: ALICE, memberId: '29:erin' }))).toBe(true);
    expect(stand.connector.requests[0]?.activityId).toBe('29:erin');
  });

  it('remembers a yes for three minutes and a no for one', async () => {
    stand.connector.members(TEAM, []);
    const before = await isMember(ALICE);
    stand.connector.members(TEAM, members);
    await timer.advance(59_000);
    const still = await isMember(ALICE);
    await timer.advance(2_000);
    const joined = await isMember(ALICE);
    stand.connector.members(TEAM, []);
    await timer.advance(179_000);
    const kept = await isMember(ALICE);
    await timer.advance(2_000);

    expect([before, still, joined, kept, await isMember(ALICE)]).toEqual([false, false, true, true, false]);
    expect(stand.connector.requests).toHaveLength(3);
  });

  it.each([
    ['a refusal', coded(403, 'BotNotInConversationRoster')],
    ['an error', status(400)],
    ['an answer that is no member', status(200, { members: 'none' })],
    ['a conversation that is not found', coded(404, 'ConversationNotFound')],
    ['something that is not found', status(404, {})],
    ['HTML', status(200, '<html>')],
  ])('says that it could not look after %s', async (_what, step) => {
    stand.connector.script(TEAM, step);

    expect(await isMember(ALICE)).toBeUndefined();
  });
});

describe('a shared channel', () => {
  const direct = { id: '29:frank', aadObjectId: 'frank', tenantId: TENANT };
  const ask = (news: object) =>
    settle(stand.outbound.courier.isMember({ ...board(), ...news }, { id: 'frank', memberId: '29:frank' }));

  it('has members of its own, who are looked up there when the team does not know them (T7)', async () => {
    stand.connector.members(TEAM, []);
    stand.connector.members(CHANNEL, [direct]);

    expect([await ask({}), await ask({ channel: 'shared' })]).toEqual([false, true]);
  });
});

describe('somebody whom Teams does not name by an Entra object id', () => {
  const identify = (memberId: string) => settle(stand.outbound.courier.identify(board(), memberId));

  it('is looked up by Teams\u2019 own id, once (T6)', async () => {
    stand.connector.members(CHANNEL, [
      { id: '29:alice', aadObjectId: ALICE, tenantId: TENANT },
      { id: '29:gus', aadObjectId: 'gus', userRole: 'guest' },
      { id: '29:olga', aadObjectId: 'olga', tenantId: 'another-tenant' },
      { id: '29:anonymous' },
    ]);
    const found = [];
    for (const id of ['29:alice', '29:alice', '29:gus', '29:olga', '29:anonymous', '29:nobody'])
      found.push(await identify(id));

    expect(found).toEqual([
      { id: ALICE, standing: 'member' },
      { id: ALICE, standing: 'member' },
      { id: 'gus', standing: 'guest' },
      { id: 'olga', standing: 'outsider' },
      undefined,
      undefined,
    ]);
    expect(stand.connector.requests).toHaveLength(5);
  });
});

import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEntraGroups } from '../../src/groups/entra-groups';
import type { Groups } from '../../src/groups';
import { createLog } from '../../src/runtime/log';

/** A local server that speaks Graph's `checkMemberGroups` and `owners`. */

const PERSON = 'aaaaaaaa-0000-4000-8000-000000000001';
const group = (n: number): string => `bbbbbbbb-0000-4000-8000-${String(n).padStart(12, '0')}`;

const LATE = { source: 'graph', kind: 'unreachable', detail: 'no answer in time' } as const;

let asked: { readonly url: string; readonly groupIds: readonly string[] }[];
let answer: (groupIds: readonly string[]) => { readonly status: number; readonly body: unknown };
let lines: string[];
let now: number;
let server: http.Server;
let groups: Groups;

beforeEach(async () => {
  asked = [];
  lines = [];
  now = 1_000_000;
  answer = () => ({ status: 200, body: { value: [] } });
  server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const sent = Buffer.concat(chunks).toString('utf8');
      const { groupIds } = JSON.parse(sent === '' ? '{"groupIds":[]}' : sent) as { groupIds: string[] };
      asked.push({ url: request.url ?? '', groupIds });
      const { status, body } = answer(groupIds);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const token = () => Promise.resolve({ ok: true as const, token: 'token', cached: true });
  groups = createEntraGroups(
    { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, http: { retries: 0 } },
    { forApp: token, forUser: token, late: () => LATE },
    { clock: { now: () => now }, log: createLog('warn', { write: (line) => void lines.push(line) }) },
  );
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

it('asks for the person, twenty groups at a time, until one has them', async () => {
  answer = (ids) => ({ status: 200, body: { value: ids.filter((id) => id === group(25)) } });
  const ids = Array.from({ length: 45 }, (_, n) => group(n));

  expect(await groups.hasMember(ids, PERSON)).toBe(true);
  expect(asked.map(({ url, groupIds }) => [url, groupIds.length])).toEqual([
    [`/v1.0/users/${PERSON}/checkMemberGroups`, 20],
    [`/v1.0/users/${PERSON}/checkMemberGroups`, 20],
  ]);
});

it('remembers a yes for three minutes and a no for one', async () => {
  expect(await groups.hasMember([group(1)], PERSON)).toBe(false);
  answer = (ids) => ({ status: 200, body: { value: ids } });
  now += 59_000;
  expect(await groups.hasMember([group(1)], PERSON)).toBe(false);
  now += 2_000;
  expect(await groups.hasMember([group(1)], PERSON)).toBe(true);
  answer = () => ({ status: 200, body: { value: [] } });
  now += 179_000;
  expect(await groups.hasMember([group(1)], PERSON)).toBe(true);
  now += 2_000;
  expect(await groups.hasMember([group(1)], PERSON)).toBe(false);
});

it('says that a person whom Entra does not know is in none', async () => {
  answer = () => ({ status: 404, body: { error: { code: 'Request_ResourceNotFound' } } });

  expect(await groups.hasMember([group(1)], PERSON)).toBe(false);
});

it('counts ids as people only while it may not read groups, and says once what to grant', async () => {
  answer = () => ({ status: 403, body: { error: { code: 'Authorization_RequestDenied' } } });

  expect(await groups.hasMember([group(1)], PERSON)).toBe(false);
  expect(await groups.hasMember([group(2)], PERSON)).toBe(false);
  expect(lines.filter((line) => line.includes('GroupMember.Read.All'))).toHaveLength(1);
});

it.each([
  ['is not well', { status: 503, body: {} }],
  ['says something else', { status: 200, body: { value: 'all' } }],
])('could not look when Graph %s', async (_what, wrong) => {
  answer = () => wrong;

  expect(await groups.hasMember([group(1)], PERSON)).toBeUndefined();
});

describe('owners of a group', () => {
  const app = { '@odata.type': '#microsoft.graph.servicePrincipal', 'id': group(9) };
  const user = { '@odata.type': '#microsoft.graph.user', 'id': PERSON.toUpperCase(), 'displayName': null };

  it('are its people, in lower case, without the apps that own it', async () => {
    answer = () => ({ status: 200, body: { value: [app, user] } });

    expect(await groups.ownersOf(group(1))).toEqual([PERSON]);
    expect(asked.map(({ url }) => url)).toEqual([`/v1.0/groups/${group(1)}/owners?$select=id&$top=100`]);
  });

  it('are none when Entra does not know the group', async () => {
    answer = () => ({ status: 404, body: { error: { code: 'Request_ResourceNotFound' } } });

    expect(await groups.ownersOf(group(1))).toEqual([]);
  });

  it.each([403, 500, 200])('are not known when it answers %i without a list, which is said once', async (status) => {
    answer = () => ({ status, body: { error: { code: 'Authorization_RequestDenied' } } });

    expect(await groups.ownersOf(group(1))).toBeUndefined();
    expect(await groups.ownersOf(group(1))).toBeUndefined();
    expect(lines.filter((line) => line.includes('GroupMember.Read.All'))).toHaveLength(status === 403 ? 1 : 0);
  });
});

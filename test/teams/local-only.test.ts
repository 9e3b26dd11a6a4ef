import http from 'node:http';
import { activity, startStand, type Stand } from './stand';

/** Local mode asks nobody for a password: a page in a browser of this machine, or a tunnel to it, must get nothing. */

let stand: Stand;
beforeAll(async () => {
  stand = await startStand();
});
afterAll(() => stand.stop());

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** `fetch` does not let its caller name the host. */
function ask(method: string, path: string, headers: Record<string, string>): Promise<Answer> {
  const { hostname, port } = new URL(stand.url);
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() });
      });
    });
    request.on('error', reject);
    request.end(
      method === 'POST' ? JSON.stringify(activity({ serviceUrl: stand.connector.serviceUrl, text: 'users' })) : '',
    );
  });
}

const json = { 'content-type': 'application/json' };

describe.each([
  ['the name of another host', { host: 'rebind.attacker.example' }],
  ['such a name with our port', { host: 'rebind.attacker.example:3978' }],
  ['a name that only begins like ours', { host: 'localhost.attacker.example' }],
  ['a name that only begins like our address', { host: '127.0.0.1.attacker.example' }],
  ['an address of the network', { host: '192.168.0.10' }],
  ['no proper name', { host: '[' }],
  ['the origin of a page', { origin: 'https://attacker.example' }],
  ['the origin of a page of this machine', { origin: 'http://localhost:8080' }],
  ['the origin of a sandboxed page', { origin: 'null' }],
  ['whom a tunnel forwards for', { 'x-forwarded-for': '203.0.113.9' }],
  ['the host of a tunnel', { 'x-forwarded-host': 'abc.tunnel.example' }],
  ['the scheme of a tunnel', { 'x-forwarded-proto': 'https' }],
  ['the original host', { 'x-original-host': 'abc.tunnel.example' }],
  ['the address behind a proxy', { 'x-real-ip': '203.0.113.9' }],
  ['the address that another proxy writes', { 'cf-connecting-ip': '203.0.113.9' }],
  ['a standard proxy', { forwarded: 'for=203.0.113.9' }],
  ['the name of a proxy', { via: '1.1 proxy' }],
])('whoever sends %s', (_what, headers) => {
  it.each([
    ['POST', '/api/messages'],
    ['GET', '/metrics'],
    ['GET', '/readyz'],
    ['GET', '/healthz'],
  ])('is refused without a word: %s %s', async (method, path) => {
    const before = stand.desk.turns.length;
    const answer = await ask(method, path, { ...json, ...headers });

    expect(answer).toEqual({ status: 403, body: '' });
    expect(stand.desk.turns).toHaveLength(before);
  });
});

it.each(['localhost', 'LOCALHOST', 'localhost:3978', '127.0.0.1:3978', '127.0.0.2', '[::1]:3978'])(
  'serves who asks for %s',
  async (host) => {
    const before = stand.desk.turns.length;
    const answer = await ask('POST', '/api/messages', { ...json, host });

    expect(answer).toEqual({ status: 200, body: '' });
    expect(stand.desk.turns).toHaveLength(before + 1);
  },
);

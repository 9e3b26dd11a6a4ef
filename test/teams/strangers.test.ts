import http from 'node:http';
import { startStand, type Stand } from './stand';

/** Everything that somebody without a token gets, whatever the path and the method: statuses, and hardly a word. */

let stand: Stand;
beforeAll(async () => {
  stand = await startStand({
    auth: true,
    server: {
      webhooks: { partnerCenter: { secret: 'a-long-secret-of-the-webhook', handle: () => Promise.resolve(200) } },
      readiness: () => ({ ready: false, missing: ['the store of handshake.example'] }),
    },
  });
});
afterAll(() => stand.stop());

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'];
const PATHS = [
  '/',
  '/api/messages',
  '/api/messages/',
  '/api//messages',
  '/api/webhooks/partner-center/guessed',
  '/api/webhooks/dataverse/guessed',
  '/api/webhooks/partner-center/a-long-secret-of-the-webhoo%6b%00',
  '/api/webhooks',
  '/healthz',
  '/readyz',
  '/metrics',
  '/favicon.ico',
  '/.env',
  '/%2e%2e/package.json',
  '/%',
  '/__proto__',
  '/?a[]=1&a[__proto__]=2',
];

interface Answer {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: string;
}

function ask(method: string, path: string): Promise<Answer> {
  const { hostname, port } = new URL(stand.url);
  const headers = { 'x-forwarded-for': '203.0.113.9', 'origin': 'https://attacker.example' };
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.keys(response.headers).sort(),
          body: Buffer.concat(chunks).toString(),
        });
      });
    });
    request.on('error', reject);
    request.end();
  });
}

/** Whether we live, and whether we are ready, is for everybody: load balancers ask without a token. */
const TOLD: Readonly<Record<string, Pick<Answer, 'status' | 'body'>>> = {
  'GET /healthz': { status: 200, body: '{"alive":true}' },
  'HEAD /healthz': { status: 200, body: '' },
  'GET /readyz': { status: 503, body: '{"ready":false}' },
  'HEAD /readyz': { status: 503, body: '' },
};

const HARMLESS = [
  'allow',
  'cache-control',
  'connection',
  'content-length',
  'content-type',
  'date',
  'keep-alive',
  'transfer-encoding',
];

it.each(METHODS.flatMap((method) => PATHS.map((path) => [method, path] as const)))('%s %s', async (method, path) => {
  const { status, headers, body } = await ask(method, path);
  const told = TOLD[`${method} ${path}`];

  if (told === undefined) {
    expect([400, 401, 403, 404, 405, 429]).toContain(status);
    expect(body).toBe('');
  } else expect({ status, body }).toEqual(told);
  expect(headers.filter((name) => !HARMLESS.includes(name))).toEqual([]);
});

it('gives no sign by which the address of a webhook could be told from one that is not there', async () => {
  const fresh = await startStand({
    auth: true,
    server: {
      webhooks: { partnerCenter: { secret: 'a-long-secret-of-the-webhook', handle: () => Promise.resolve(200) } },
    },
  });
  const statusOf = async (path: string, method = 'POST') => {
    const response = await fetch(fresh.url + path, { method });
    return [response.status, await response.text()];
  };
  const there = [
    await statusOf('/api/webhooks/partner-center/guessed'),
    await statusOf('/api/webhooks/partner-center/guessed', 'GET'),
  ];
  const notThere = [
    await statusOf('/api/webhooks/dataverse/guessed'),
    await statusOf('/api/webhooks/dataverse/guessed', 'GET'),
  ];
  await fresh.stop();

  expect(there).toEqual(notThere);
});

import http from 'node:http';
import net from 'node:net';
import { activity, startStand, type Stand } from './stand';
import { createVirtualTimer } from './virtual-timer';

const now = Math.floor(Date.now() / 1000);

describe('a stranger at the door', () => {
  let stand: Stand;
  beforeEach(async () => {
    stand = await startStand({ auth: true });
  });
  afterEach(() => stand.stop());

  const unsigned = (claims: Record<string, unknown> = {}) => {
    const token = stand.openId?.token({ serviceurl: stand.connector.serviceUrl, ...claims }, { key: 'other' });
    return { authorization: `Bearer ${token ?? ''}` };
  };

  it('is refused before a byte of the body is read', async () => {
    const { hostname, port } = new URL(stand.url);
    const status = await new Promise<number | undefined>((resolve) => {
      const headers = { ...unsigned(), 'content-type': 'application/json', 'content-length': 100_000 };
      const request = http.request({ hostname, port, path: '/api/messages', method: 'POST', headers });
      request.on('response', (response) => {
        resolve(response.statusCode);
        request.destroy();
      });
      request.on('error', () => undefined);
      request.flushHeaders();
    });

    expect(status).toBe(401);
  });

  it('is turned away after many tries, with a likely token or without, but nobody who has a good one is', async () => {
    const statuses = new Set<number>();
    for (let attempt = 0; attempt < 70; attempt += 1) statuses.add((await stand.post({}, unsigned())).status);
    const without = await stand.post({});
    const genuine = await stand.send(activity());

    expect([[...statuses], without.status, genuine.status]).toEqual([[401, 429], 429, 200]);
  });

  it('counts what genuine senders are refused as well', async () => {
    const token = stand.openId?.token({ serviceurl: stand.connector.serviceUrl }) ?? '';
    for (let attempt = 0; attempt < 70; attempt += 1) {
      const response = await stand.post({}, { authorization: `Bearer ${token}` });
      expect(response.status).toBe(400);
    }

    expect((await stand.post({})).status).toBe(429);
  });

  it.each([
    ['token for another application: see BOT_ID', { aud: '33333333-3333-4333-8333-333333333333' }],
    ['wrong issuer: see BOT_TOKEN_ISSUER', { iss: 'https://issuer.example' }],
    ['expired', { exp: now - 600 }],
    ['not valid yet: see the clock of this machine', { nbf: now + 3_000 }],
    ['wrong signature', {}],
  ])('leaves one line that says why, however often it comes: %s (O2)', async (why, claims) => {
    for (let attempt = 0; attempt < 5; attempt += 1) await stand.post({}, unsigned(claims));
    const lines = stand.lines.filter((line) => line['msg'] === 'A request was refused.');

    expect(lines).toEqual([
      { level: 'warn', time: expect.any(String), why, alsoSinceLastTold: 0, msg: 'A request was refused.' },
    ]);
  });
});

it('tells again after a minute, and how many there were meanwhile', async () => {
  const timer = createVirtualTimer();
  const stand = await startStand({ auth: true, timer });
  for (let attempt = 0; attempt < 4; attempt += 1) await stand.post({});
  await timer.advance(61_000);
  await stand.post({});
  const lines = stand.lines.filter((line) => line['msg'] === 'A request was refused.');
  await stand.stop();

  expect(lines.map((line) => [line['why'], line['alsoSinceLastTold']])).toEqual([
    ['no token', 0],
    ['no token', 3],
  ]);
});

describe('whoever is slow', () => {
  it('has 15 seconds for a body', async () => {
    const timer = createVirtualTimer();
    const stand = await startStand({ timer });
    const { port } = new URL(stand.url);
    const head = ['POST /api/messages HTTP/1.1', 'host: 127.0.0.1', 'expect: 100-continue'];
    const about = ['content-type: application/json', 'content-length: 100', '', '{"type"'];
    const socket = net.connect(Number(port), '127.0.0.1', () => socket.write([...head, ...about].join('\r\n')));
    let text = '';
    const begun = new Promise<void>((resolve) => {
      socket.on('data', (data) => {
        text += data.toString();
        resolve();
      });
    });
    const heard = new Promise<string>((resolve) => {
      socket.on('close', () => {
        resolve(text);
      });
    });
    // "Continue" says that the body is being read.
    await begun;
    await timer.advance(15_000);
    const answer = await heard;
    await stand.stop();

    expect(answer).toContain('HTTP/1.1 408 Request Timeout');
  });

  it('has 10 seconds for its headers', async () => {
    const timer = createVirtualTimer();
    const stand = await startStand({ timer });
    const { port } = new URL(stand.url);
    const closed = new Promise<string>((resolve) => {
      const socket = net.connect(Number(port), '127.0.0.1', () =>
        socket.write('POST /api/messages HTTP/1.1\r\nhost: 1'),
      );
      socket.on('error', () => undefined);
      socket.on('close', () => {
        resolve('closed');
      });
    });
    while (timer.pending() === 0) await timer.settle();
    await timer.advance(10_000);
    const outcome = await closed;
    await stand.stop();

    expect(outcome).toBe('closed');
  });
});

it('gives newcomers the place of the oldest connection that asks for nothing', async () => {
  const stand = await startStand();
  const { port } = new URL(stand.url);
  const sockets = await Promise.all(
    Array.from(
      { length: 520 },
      () =>
        new Promise<net.Socket>((resolve) => {
          const socket = net.connect(Number(port), '127.0.0.1', () => {
            resolve(socket);
          });
          socket.on('error', () => undefined);
        }),
    ),
  );
  const response = await stand.send(activity());
  for (const socket of sockets) socket.destroy();
  await stand.stop();

  expect(response.status).toBe(200);
});

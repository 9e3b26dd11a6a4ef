import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A request on its way through. */
export interface Passing {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly body: string;
}

/**
 * Stands between the bot and one service, on the wire. At a tripwire it does something in the very moment in which a
 * request arrives (`before`: the service never sees it) or was carried out (`after`: the bot never hears of it).
 */
export interface Tap {
  readonly url: string;
  readonly passed: readonly Passing[];
  /** Once, for the first request that matches. Resolves when it happened. */
  trip(when: 'before' | 'after', matches: (request: Passing) => boolean, act: () => unknown): Promise<Passing>;
  /** From now on every request is answered like this, without the service. */
  answer(status: number, headers?: Readonly<Record<string, string>>): void;
  /** From now on what matches is carried out at once and answered so many milliseconds later. */
  slow(matches: (request: Passing) => boolean, ms: number): void;
  /** Requests are taken and never answered. */
  hang(): void;
  /** Nobody listens any more; connections that are open break. */
  refuse(): Promise<void>;
  /** Everything as usual again. */
  heal(): Promise<void>;
  close(): Promise<void>;
}

interface Tripwire {
  readonly when: 'before' | 'after';
  readonly matches: (request: Passing) => boolean;
  readonly act: () => unknown;
  readonly tripped: (request: Passing) => void;
}

type Conduct =
  | { readonly conduct: 'pass' }
  | { readonly conduct: 'hang' }
  | { readonly conduct: 'answer'; readonly status: number; readonly headers: Readonly<Record<string, string>> };

export async function startTap(target: string): Promise<Tap> {
  const passed: Passing[] = [];
  const agent = new http.Agent({ keepAlive: true });
  let wires: readonly Tripwire[] = [];
  let conduct: Conduct = { conduct: 'pass' };
  let held: { readonly matches: (request: Passing) => boolean; readonly ms: number } | undefined;

  function trips(when: Tripwire['when'], request: Passing): boolean {
    const wire = wires.find((one) => one.when === when && one.matches(request));
    if (wire === undefined) return false;
    wires = wires.filter((other) => other !== wire);
    wire.act();
    wire.tripped(request);
    return true;
  }

  async function handle(incoming: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const body = await textOf(incoming);
    const request: Passing = { method: incoming.method ?? 'GET', path: incoming.url ?? '/', body };
    passed.push(request);
    if (trips('before', request)) {
      incoming.socket.destroy();
      return;
    }
    if (conduct.conduct === 'hang') return;
    if (conduct.conduct === 'answer') {
      response.writeHead(conduct.status, { 'content-type': 'application/json', ...conduct.headers });
      response.end('{}');
      return;
    }
    const answer = await forward(target, agent, incoming, body);
    // A request that the service refused (412 where two saves met) was not carried out: the bot hears of it and goes on.
    if (answer.status < 300 && trips('after', request)) {
      incoming.socket.destroy();
      return;
    }
    if (held?.matches(request) === true) await pause(held.ms);
    response.writeHead(answer.status, answer.headers);
    response.end(answer.body);
  }

  let server = create();
  function create(): http.Server {
    const made = http.createServer((incoming, response) => {
      handle(incoming, response).catch(() => incoming.socket.destroy());
    });
    made.keepAliveTimeout = 60_000;
    return made;
  }

  const port = await listen(server, 0);
  return {
    url: `http://127.0.0.1:${port}`,
    passed,
    trip: (when, matches, act) =>
      new Promise((tripped) => {
        wires = [...wires, { when, matches, act, tripped }];
      }),
    answer(status, headers = {}) {
      conduct = { conduct: 'answer', status, headers };
    },
    slow(matches, ms) {
      held = { matches, ms };
    },
    hang() {
      conduct = { conduct: 'hang' };
    },
    refuse: () => stop(server),
    async heal() {
      // Whoever was left hanging would otherwise wait for its own deadline.
      if (conduct.conduct === 'hang') server.closeAllConnections();
      conduct = { conduct: 'pass' };
      held = undefined;
      if (server.listening) return;
      server = create();
      await listen(server, port);
    },
    async close() {
      agent.destroy();
      await stop(server);
    },
  };
}

interface Answer {
  readonly status: number;
  readonly headers: http.OutgoingHttpHeaders;
  readonly body: Buffer;
}

/** The host that the bot asked for goes along: links in the answers then lead back through here. */
function forward(target: string, agent: http.Agent, incoming: http.IncomingMessage, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { method: incoming.method ?? 'GET', headers: incoming.headers, agent };
    const outgoing = http.request(new URL(incoming.url ?? '/', target), options, (response) => {
      const chunks: Uint8Array[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(new Uint8Array(chunk)));
      response.on('error', reject);
      response.on('end', () => {
        const headers = { ...response.headers };
        // These two are about one connection, and this answer goes out on another.
        delete headers['transfer-encoding'];
        delete headers.connection;
        resolve({ status: response.statusCode ?? 500, headers, body: Buffer.concat(chunks) });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

async function textOf(incoming: http.IncomingMessage): Promise<string> {
  let text = '';
  incoming.setEncoding('utf8');
  for await (const chunk of incoming) text += String(chunk);
  return text;
}

async function listen(server: http.Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

async function stop(server: http.Server): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}

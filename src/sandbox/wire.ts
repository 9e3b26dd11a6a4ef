import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock, Instant } from '../domain/time';
import type { Faults, ServiceName } from './faults';

/** A request as a sandbox service sees it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Of this service's address, as the caller wrote it: `http://127.0.0.1:1234`. */
  readonly origin: string;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; absent for an empty body. */
  readonly body?: unknown;
  /** Sent as it is, instead of `body`. */
  readonly raw?: string;
  /** Begins with a byte order mark, as Partner Center's answers sometimes do. */
  readonly mark?: boolean;
}

/** One request that came in: for the control API, and for tests that look at headers or count. */
export interface Visit {
  readonly service: ServiceName | 'control';
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly at: Instant;
}

export interface Visits {
  readonly count: Readonly<Partial<Record<ServiceName | 'control', number>>>;
  readonly last: readonly Visit[];
  add(visit: Visit): void;
  clear(): void;
}

const KEPT_VISITS = 1000;

export function createVisits(): Visits {
  let count: Partial<Record<ServiceName | 'control', number>> = {};
  let last: Visit[] = [];
  return {
    get count() {
      return count;
    },
    get last() {
      return last;
    },
    add(visit) {
      count[visit.service] = (count[visit.service] ?? 0) + 1;
      last.push(visit);
      if (last.length > KEPT_VISITS) last = last.slice(-KEPT_VISITS / 2);
    },
    clear() {
      count = {};
      last = [];
    },
  };
}

export interface SandboxService {
  readonly url: string;
  close(): Promise<void>;
}

export interface ServiceOptions {
  /** Nothing can be made to go wrong with the control API. */
  readonly name: ServiceName | 'control';
  readonly port: number;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly visits: Visits;
  readonly answer: (asked: Asked) => Answer | Promise<Answer>;
}

const MAX_BODY = 1024 * 1024;

/** Serves one service on the loopback address, with whatever fault is ordered for it. */
export async function serve(options: ServiceOptions): Promise<SandboxService> {
  const server = createServer((request, response) => {
    handle(options, request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(error instanceof Error ? error.message : 'the sandbox failed');
    });
  });
  server.keepAliveTimeout = 30_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${portOf(server)}`, close: () => close(server) };
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}

async function handle(options: ServiceOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const text = await readText(request);
  if (text === undefined) {
    response.writeHead(413);
    response.end();
    return;
  }
  const origin = `http://${request.headers.host ?? '127.0.0.1'}`;
  const url = new URL(request.url ?? '/', origin);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  );
  const method = request.method ?? 'GET';
  const path = url.pathname;
  options.visits.add({ service: options.name, method, path, query: url.search, headers, at: options.clock.now() });
  const line = `${method} ${path}${url.search}`;
  const fault = options.name === 'control' ? undefined : options.faults.take(options.name, line);
  if (fault?.kind === 'drop') {
    request.socket.destroy();
    return;
  }
  // Nothing is ever said on this connection; the caller's time-out or the end of the sandbox ends it.
  if (fault?.kind === 'hang') return;
  if (fault?.kind === 'slow') await fault.until;
  const answer =
    fault?.kind === 'answer'
      ? fault.answer
      : await options.answer({ method, path, query: url.searchParams, headers, text, origin });
  send(response, answer);
}

function send(response: ServerResponse, answer: Answer): void {
  const content = answer.raw ?? (answer.body === undefined ? '' : JSON.stringify(answer.body));
  const type = answer.raw === undefined ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8';
  const bytes = Buffer.from((answer.mark === true ? '\uFEFF' : '') + content, 'utf8');
  response.writeHead(answer.status, {
    ...(bytes.length === 0 ? {} : { 'content-type': type }),
    ...(answer.status === 204 ? {} : { 'content-length': String(bytes.length) }),
    ...answer.headers,
  });
  response.end(bytes);
}

async function readText(request: IncomingMessage): Promise<string | undefined> {
  let text = '';
  request.setEncoding('utf8');
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > MAX_BODY) return undefined;
  }
  return text;
}

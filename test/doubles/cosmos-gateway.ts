import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpServer } from '@vercel/cosmosdb-server';
import { forward, listen, read, reply, stop } from './cosmos-wire';
import type { Answer } from './cosmos-wire';

/**
 * Azure Cosmos DB as it looks on the wire. The emulator behind it stores and queries; this gateway in front does right
 * what the emulator does not (partitions of queries, time to live, session tokens), answers with any fault on demand,
 * and notes every request.
 */
export interface CosmosGateway {
  readonly endpoint: string;
  /** Every request so far, in order. */
  readonly requests: readonly SeenRequest[];
  /** Queries that did not name their partition, or held a literal. */
  readonly complaints: readonly string[];
  /** The next `times` requests that match get this fault. */
  fault(fault: Fault, matches?: (request: SeenRequest) => boolean, times?: number): void;
  /** What others do after the next fault, before the answer or its loss reaches the one who asked. */
  meanwhile(work: () => Promise<unknown>): void;
  /** The largest number of requests that were under way at one time. */
  mostAtOnce(): number;
  /** Pages of queries hold at most so many documents, whatever was asked for. */
  limitPages(size: number): void;
  /** Moves the clock that time to live goes by. */
  passTime(seconds: number): void;
  /** Requests made while `work` ran. */
  during(work: () => Promise<unknown>): Promise<readonly SeenRequest[]>;
  close(): Promise<void>;
}

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  /** On documents; `other` for account, database and container. */
  readonly operation: 'read' | 'create' | 'replace' | 'delete' | 'query' | 'plan' | 'other';
  readonly query?: string;
  readonly headers: IncomingHttpHeaders;
}

/**
 * - `answer`: this status instead of the real answer; with `done` the request is carried out all the same
 * - `cut`: the connection is closed without an answer
 * - `silence`: no answer at all
 */
export type Fault =
  | {
      readonly fault: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
      readonly done?: boolean;
    }
  | { readonly fault: 'cut'; readonly done?: boolean }
  | { readonly fault: 'silence'; readonly done?: boolean };

interface PlannedFault {
  readonly fault: Fault;
  readonly matches: (request: SeenRequest) => boolean;
  left: number;
}

interface Expiry {
  readonly at: number;
  readonly path: string;
  readonly partition: string;
}

const PARTITION = 'x-ms-documentdb-partitionkey';
const DOCUMENT = /^\/dbs\/[^/]+\/colls\/[^/]+\/docs(\/[^/]+)?$/;

export async function startCosmosGateway(): Promise<CosmosGateway> {
  const emulator = await listen(createHttpServer({ keepAlive: true }));
  const emulatorPort = (emulator.address() as AddressInfo).port;
  const requests: SeenRequest[] = [];
  const complaints: string[] = [];
  let planned: PlannedFault[] = [];
  const expiries = new Map<string, Expiry>();
  let pageSize = Number.POSITIVE_INFINITY;
  let elapsed = 0;
  let lsn = 0;
  let meanwhile: (() => Promise<unknown>) | undefined;
  let underWay = 0;
  let mostAtOnce = 0;

  function takeFault(request: SeenRequest): Fault | undefined {
    const found = planned.find((each) => each.matches(request));
    if (found === undefined) return undefined;
    found.left -= 1;
    planned = planned.filter(({ left }) => left > 0);
    return found.fault;
  }

  /** The emulator keeps what has expired; Cosmos shows it to nobody. */
  async function expire(): Promise<void> {
    for (const [key, expiry] of expiries) {
      if (expiry.at > elapsed) continue;
      expiries.delete(key);
      await forward(
        emulatorPort,
        { method: 'DELETE', path: expiry.path, headers: { [PARTITION]: expiry.partition } },
        '',
      );
    }
  }

  function noteWrite(seen: SeenRequest, body: string): void {
    lsn += 1;
    if (seen.operation === 'delete') return;
    const document = JSON.parse(body) as { id: string; ttl?: number };
    const collection = seen.path.slice(0, seen.path.indexOf('/docs') + '/docs'.length);
    const path = `${collection}/${document.id}`;
    const partition = String(seen.headers[PARTITION]);
    const key = `${partition} ${path}`;
    if (document.ttl === undefined) expiries.delete(key);
    else expiries.set(key, { at: elapsed + document.ttl, path, partition });
  }

  async function carryOut(seen: SeenRequest, body: string): Promise<Answer> {
    await expire();
    if (seen.operation === 'query') {
      const complaint = complaintAbout(seen, body);
      if (complaint !== undefined) {
        complaints.push(complaint);
        return { status: 400, headers: {}, body: JSON.stringify({ code: 'BadRequest', message: complaint }) };
      }
    }
    const headers = { ...seen.headers };
    const asked = Number(headers['x-ms-max-item-count'] ?? 100);
    if (seen.operation === 'query') headers['x-ms-max-item-count'] = String(Math.min(asked, pageSize));
    const answer = await forward(emulatorPort, { method: seen.method, path: seen.path, headers }, body);
    const isWrite = ['create', 'replace', 'delete'].includes(seen.operation);
    if (isWrite && answer.status < 300) noteWrite(seen, body);
    if (seen.operation === 'other') return answer;
    const session = { 'x-ms-session-token': `0:-1#${lsn}`, 'x-ms-content-path': 'AAAAAAAAAAA=' };
    return { ...answer, headers: { ...answer.headers, ...session } };
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await read(request);
    const seen = see(request, body);
    requests.push(seen);
    const fault = takeFault(seen);
    underWay += 1;
    mostAtOnce = Math.max(mostAtOnce, underWay);
    const answer = fault === undefined || fault.done === true ? await carryOut(seen, body) : undefined;
    underWay -= 1;
    if (fault !== undefined && meanwhile !== undefined) {
      const work = meanwhile;
      meanwhile = undefined;
      await work();
    }
    if (fault === undefined) reply(response, answer!);
    else if (fault.fault === 'cut') request.socket.destroy();
    else if (fault.fault === 'answer') {
      const body = fault.body ?? JSON.stringify({ code: String(fault.status), message: 'as ordered' });
      reply(response, {
        status: fault.status,
        headers: { 'content-type': 'application/json', ...fault.headers },
        body,
      });
    }
  }

  const gateway = await listen(
    createServer((request, response) => {
      handle(request, response).catch((error: unknown) => {
        response.destroy(error instanceof Error ? error : undefined);
      });
    }),
  );

  return {
    endpoint: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`,
    requests,
    complaints,
    fault: (fault, matches = ({ operation }) => operation !== 'other', times = 1) => {
      planned.push({ fault, matches, left: times });
    },
    meanwhile: (work) => {
      meanwhile = work;
    },
    mostAtOnce: () => mostAtOnce,
    limitPages: (size) => {
      pageSize = size;
    },
    passTime: (seconds) => {
      elapsed += seconds;
    },
    during: async (work) => {
      const before = requests.length;
      await work();
      return requests.slice(before);
    },
    close: async () => {
      await Promise.all([gateway, emulator].map(stop));
    },
  };
}

function see(request: IncomingMessage, body: string): SeenRequest {
  const { method = 'GET', headers } = request;
  const path = `/${(request.url ?? '/').split('/').filter(Boolean).join('/')}`;
  const operation = operationOf(method, path, headers);
  const query = operation === 'query' ? { query: (JSON.parse(body) as { query: string }).query } : {};
  return { method, path, operation, headers, ...query };
}

function operationOf(method: string, path: string, headers: IncomingHttpHeaders): SeenRequest['operation'] {
  if (!DOCUMENT.test(path)) return 'other';
  if (headers['x-ms-documentdb-isquery'] !== undefined) return 'query';
  if (headers['x-ms-cosmos-is-query-plan-request'] !== undefined) return 'plan';
  const operations: Readonly<Record<string, SeenRequest['operation']>> = {
    GET: 'read',
    POST: 'create',
    PUT: 'replace',
    DELETE: 'delete',
  };
  return operations[method] ?? 'other';
}

/** Cosmos keeps to the partition of the header; the emulator does not, so the text must name the same one. */
function complaintAbout(seen: SeenRequest, body: string): string | undefined {
  const { query, parameters } = JSON.parse(body) as { query: string; parameters: { name: string; value: unknown }[] };
  const named = parameters.find(({ name }) => name === '@partnerId')?.value;
  const [header] = JSON.parse(String(seen.headers[PARTITION] ?? '[]')) as unknown[];
  if (!/WHERE c\.partnerId = @partnerId AND /.test(query)) return `the query does not name its partition: ${query}`;
  if (named === undefined || named !== header) return `the query names another partition than the request: ${query}`;
  if (/['"\d]/.test(query)) return `the query holds a literal: ${query}`;
  return undefined;
}

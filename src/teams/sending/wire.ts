import http from 'node:http';
import https from 'node:https';
import { retryAfter } from '../../runtime/retry-after';
import type { Clock, Instant } from '../../domain/time';
import type { Timer } from '../timer';
import type { BotToken } from './token';

export interface WireRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly body?: object;
  /** By the wall clock: from this moment on it must not leave any more. */
  readonly notAfter?: Instant;
}

/**
 * - `answered`: a complete answer came; `readable` when its body is JSON or empty
 * - `not-sent`: the request surely never reached Teams
 * - `too-late`: the same, because its time was over before it could leave
 * - `none`: it may have reached Teams, but no (complete) answer came
 */
export type WireAnswer =
  | {
      readonly answer: 'answered';
      readonly status: number;
      readonly body: unknown;
      readonly readable: boolean;
      readonly retryAfterMs?: number;
    }
  | { readonly answer: 'not-sent'; readonly reason: string }
  | { readonly answer: 'too-late' }
  | { readonly answer: 'none'; readonly reason: string };

/** One request to the connector: no retries, one timeout. Never throws. */
export interface Wire {
  request(request: WireRequest): Promise<WireAnswer>;
  /** How many requests wait for their answer. */
  underWay(): number;
  close(): void;
}

const TIMEOUT_MS = 10_000;
const MAX_ANSWER_LENGTH = 4 * 1024 * 1024;

/**
 * Written on Node's own client rather than on the SDK's: only here can be told apart whether a request left before it
 * failed, which is what makes a retry safe; the SDK's pipeline repeats posts by itself and knows no timeout.
 */
export function createWire(deps: {
  readonly token: BotToken | undefined;
  readonly timer: Timer;
  readonly clock: Clock;
  readonly timeoutMs?: number;
}): Wire {
  const timeoutMs = deps.timeoutMs ?? TIMEOUT_MS;
  const agents = {
    'http:': new http.Agent({ keepAlive: true, maxSockets: 256 }),
    'https:': new https.Agent({ keepAlive: true, maxSockets: 256 }),
  };

  let underWay = 0;

  async function send(what: WireRequest): Promise<WireAnswer> {
    const url = new URL(what.url);
    const headers: Record<string, string> = { 'accept': 'application/json', 'user-agent': 'Handshake' };
    if (deps.token !== undefined) {
      try {
        headers['authorization'] = `Bearer ${await deps.token.get()}`;
      } catch {
        return { answer: 'not-sent', reason: 'no-token' };
      }
    }
    const body = what.body === undefined ? undefined : Buffer.from(JSON.stringify(what.body));
    if (body !== undefined) {
      headers['content-type'] = 'application/json; charset=utf-8';
      headers['content-length'] = String(body.length);
    }
    const secure = url.protocol === 'https:';
    const options = { method: what.method, headers, agent: agents[secure ? 'https:' : 'http:'] };
    const outgoing = secure ? https.request(url, options) : http.request(url, options);
    const late = (): boolean => what.notAfter !== undefined && deps.clock.now() >= what.notAfter;
    const answer = await follow(outgoing, body, { ...deps, timeoutMs, late });
    if (answer.answer === 'answered' && answer.status === 401) deps.token?.forget();
    return answer;
  }

  return {
    async request(what) {
      underWay += 1;
      try {
        return await send(what);
      } finally {
        underWay -= 1;
      }
    },
    underWay: () => underWay,
    close() {
      agents['http:'].destroy();
      agents['https:'].destroy();
    },
  };
}

function follow(
  outgoing: http.ClientRequest,
  body: Buffer | undefined,
  deps: { readonly timer: Timer; readonly clock: Clock; readonly timeoutMs: number; readonly late: () => boolean },
): Promise<WireAnswer> {
  return new Promise((resolve) => {
    let left = false;
    const settle = (answer: WireAnswer): void => {
      cancelTimeout();
      resolve(answer);
    };
    const fail = (reason: string): void => {
      settle(left ? { answer: 'none', reason } : { answer: 'not-sent', reason });
      outgoing.destroy();
    };
    const cancelTimeout = deps.timer.after(deps.timeoutMs, () => {
      fail('timeout');
    });
    // Nothing is written before there is a connection, so this is the last moment: a process may have been suspended
    // while it waited for the limits, a token or the connection, and its own timers know nothing of that.
    const leave = (): void => {
      if (outgoing.destroyed) return;
      if (deps.late()) {
        settle({ answer: 'too-late' });
        outgoing.destroy();
        return;
      }
      left = true;
      outgoing.end(body);
    };
    outgoing.on('socket', (socket) => {
      const ready = 'encrypted' in socket ? 'secureConnect' : 'connect';
      if (!socket.connecting) leave();
      else socket.once(ready, leave);
    });
    outgoing.on('error', (error) => {
      fail(codeOf(error));
    });
    outgoing.on('response', (incoming) => {
      let text = '';
      incoming.setEncoding('utf8');
      incoming.on('data', (chunk: string) => {
        text += chunk;
        if (text.length > MAX_ANSWER_LENGTH) fail('answer-too-big');
      });
      incoming.on('error', (error) => {
        fail(codeOf(error));
      });
      incoming.on('end', () => {
        settle(read(incoming, text, deps.clock));
      });
    });
  });
}

function read(incoming: http.IncomingMessage, text: string, clock: Clock): WireAnswer {
  const retryAfterMs = retryAfter(incoming.headers, clock);
  const status = incoming.statusCode ?? 0;
  const common = { answer: 'answered', status, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) } as const;
  if (text.trim() === '') return { ...common, body: undefined, readable: true };
  try {
    const body: unknown = JSON.parse(text);
    return { ...common, body, readable: true };
  } catch {
    return { ...common, body: undefined, readable: false };
  }
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : 'connection-failed';
}

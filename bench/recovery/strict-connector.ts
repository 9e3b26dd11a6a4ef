import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { forkBench } from '../fork-bench';

/** Teams' limits for one conversation, as its documentation gives them. */
const CONVERSATION = [
  { count: 7, ms: 1_000 },
  { count: 8, ms: 2_000 },
  { count: 60, ms: 30_000 },
  { count: 1_800, ms: 3_600_000 },
] as const;

export interface Figures {
  readonly taken: number;
  /** Requests that came when a limit was used up. */
  readonly refused: number;
  /** Cards posted, and cards redrawn, each message counted once. */
  readonly posted: number;
  readonly redrawn: number;
}

/** A Teams connector in a process of its own. It refuses what breaks a limit, by its own clock. */
export interface StrictConnector {
  readonly url: string;
  figures(): Promise<Figures>;
  close(): void;
}

/** `arguments_` are those with which this program runs `serveStrictly`. */
export async function startStrictConnector(arguments_: readonly string[]): Promise<StrictConnector> {
  const child = forkBench(arguments_);
  const heard = <T>(): Promise<T> =>
    new Promise((resolve) => {
      child.once('message', (message) => {
        resolve(message as T);
      });
    });
  const { url } = await heard<{ readonly url: string }>();
  return {
    url,
    figures: () => {
      const answer = heard<Figures>();
      child.send('figures');
      return answer;
    },
    close: () => {
      child.kill();
    },
  };
}

/** Answers after 20 to 60 ms, as a network does. */
export function serveStrictly(perTenantPerSecond: number): void {
  const tenant = createWindows([{ count: perTenantPerSecond, ms: 1_000 }]);
  const conversations = new Map<string, ReturnType<typeof createWindows>>();
  const redrawn = new Set<string>();
  let [taken, refused, posted] = [0, 0, 0];

  function take(asked: Asked): boolean {
    const at = performance.now();
    let own = conversations.get(asked.conversationId);
    if (own === undefined) conversations.set(asked.conversationId, (own = createWindows(CONVERSATION)));
    if (tenant.isFull(at) || own.isFull(at)) {
      refused += 1;
      return false;
    }
    tenant.count(at);
    own.count(at);
    taken += 1;
    if (asked.messageId === undefined) posted += 1;
    else redrawn.add(`${asked.conversationId} ${asked.messageId}`);
    return true;
  }

  const server = http.createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const asked = read(request, body);
      const taken = take(asked);
      const id = asked.messageId ?? `m${posted}`;
      setTimeout(
        () => {
          response.writeHead(taken ? 201 : 429, { 'content-type': 'application/json' });
          response.end(
            taken ? JSON.stringify({ id: asked.isThread ? `${asked.conversationId};messageid=${id}` : id }) : '',
          );
        },
        20 + Math.random() * 40,
      );
    });
  });
  process.on('message', () => {
    const figures: Figures = { taken, refused, posted, redrawn: redrawn.size };
    process.send?.(figures);
  });
  process.on('disconnect', () => process.exit());
  server.listen(0, '127.0.0.1', () => {
    process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
  });
}

interface Asked {
  readonly conversationId: string;
  readonly messageId?: string;
  readonly isThread: boolean;
}

/** A new thread names its channel in the body; everything else names the conversation in the path. */
function read(request: http.IncomingMessage, body: string): Asked {
  const [conversation, , messageId] = (request.url ?? '').split('/v3/conversations/')[1]?.split('/') ?? [];
  if (conversation === undefined || conversation === '') {
    const channel = (JSON.parse(body) as { channelData: { channel: { id: string } } }).channelData.channel.id;
    return { conversationId: channel, isThread: true };
  }
  const conversationId = decodeURIComponent(conversation).split(';')[0] ?? '';
  return { conversationId, isThread: false, ...(request.method === 'PUT' ? { messageId: messageId ?? '' } : {}) };
}

/** Times of what was counted, as many as the largest window can hold. */
function createWindows(windows: readonly { readonly count: number; readonly ms: number }[]) {
  const keep = Math.max(...windows.map((window) => window.count));
  let times: number[] = [];
  return {
    isFull: (at: number) => windows.some(({ count, ms }) => (times[times.length - count] ?? -Infinity) > at - ms),
    count(at: number): void {
      times.push(at);
      if (times.length > 2 * keep) times = times.slice(-keep);
    },
  };
}

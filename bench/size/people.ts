import http from 'node:http';
import type { AddressInfo } from 'node:net';

const TENANT = '11111111-1111-4111-8111-111111111111';

/** Teams with people in it, who ask in chats of their own and see what comes back. */
export interface People {
  /** Milliseconds until the first message in answer that holds `wanted`. */
  ask(bot: string, text: string, wanted?: string): Promise<number>;
  /** Asks one thing after the other, every two seconds; to be stopped, which gives how long each answer took, the shortest first. */
  keepAsking(bot: string, texts: readonly string[]): () => Promise<readonly number[]>;
  close(): void;
}

export async function startPeople(): Promise<People> {
  const waiting = new Map<string, (text: string) => void>();
  const server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end('{"id":"1"}');
      const chat = /\/conversations\/([^/]+)/.exec(request.url ?? '')?.[1] ?? '';
      if (body.includes('"type":"message"')) waiting.get(decodeURIComponent(chat))?.(body);
    });
  });
  // Longer than any pause between two messages: a connection closed in the very moment of its use breaks a turn.
  server.keepAliveTimeout = 300_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  let asked = 0;

  async function ask(bot: string, text: string, wanted = ''): Promise<number> {
    asked += 1;
    // Each in a chat of their own, and with a share of their own of what people may ask Partner Center.
    const chat = `a:${String(asked % 100).padStart(12, '0')}`;
    const started = performance.now();
    const answered = new Promise<number>((resolve) => {
      waiting.set(chat, (message) => {
        if (message.includes(wanted)) resolve(performance.now() - started);
      });
    });
    // Who is not heard says it again, as Teams does.
    for (let again = 0; ; again += 1) {
      const body = JSON.stringify(message(serviceUrl, chat, `${asked}-${again}`, text));
      const headers = { 'content-type': 'application/json' };
      const { ok } = await fetch(`${bot}/api/messages`, { method: 'POST', headers, body });
      if (ok) break;
    }
    const took = await answered;
    waiting.delete(chat);
    return took;
  }

  return {
    ask,
    keepAsking(bot, texts) {
      const all: Promise<number>[] = [];
      const timer = setInterval(() => all.push(ask(bot, texts[all.length % texts.length] ?? '')), 2_000);
      return async () => {
        clearInterval(timer);
        return (await Promise.all(all)).sort((a, b) => a - b);
      };
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function message(serviceUrl: string, chat: string, id: string, text: string): object {
  return {
    type: 'message',
    id: `${Date.now()}-${id}`,
    channelId: 'msteams',
    serviceUrl,
    timestamp: new Date().toISOString(),
    from: { id: `29:${chat}`, name: 'Alice', aadObjectId: `aaaaaaaa-0000-4000-8000-${chat.slice(-12)}` },
    recipient: { id: '28:bot', name: 'Handshake' },
    conversation: { id: chat, conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    text,
  };
}

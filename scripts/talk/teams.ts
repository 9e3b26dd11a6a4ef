import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message of the bot, as Teams took it. */
export interface Shown {
  readonly id: string;
  /** Teams' id of the message that it answers; absent for what the bot posts by itself. */
  readonly answers?: string;
  readonly activity: { readonly text?: string; readonly attachments?: readonly { readonly content?: unknown }[] };
}

/** As much of Teams as a talk needs: it takes what the bot says, and gives it an id. */
export interface Teams {
  readonly serviceUrl: string;
  readonly shown: readonly Shown[];
  close(): Promise<void>;
}

const POST = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/;

export async function startTeams(): Promise<Teams> {
  const shown: Shown[] = [];
  let last = 1_000;

  function take(method: string, path: string, body: Said): { status: number; body: object } {
    const id = String((last += 1));
    if (method === 'PUT') return { status: 200, body: { id } };
    if (method === 'GET') return { status: 404, body: { error: { code: 'NotFound' } } };
    const answers = body.replyToId ?? POST.exec(path)?.[2];
    if (body.type !== 'typing')
      shown.push({ id, activity: body.activity ?? body, ...(answers === undefined ? {} : { answers }) });
    return { status: 201, body: { id, activityId: id } };
  }

  const server = createServer((request, response) => {
    void serve(request, response, take);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    serviceUrl: `http://127.0.0.1:${port}`,
    shown,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

interface Said {
  readonly type?: string;
  readonly replyToId?: string;
  readonly text?: string;
  /** Of a new thread. */
  readonly activity?: Shown['activity'];
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  take: (method: string, path: string, body: Said) => { readonly status: number; readonly body: object },
): Promise<void> {
  const chunks: string[] = [];
  request.setEncoding('utf8');
  for await (const chunk of request) chunks.push(chunk as string);
  const text = chunks.join('');
  const path = new URL(request.url ?? '/', 'http://teams').pathname;
  const answer = take(request.method ?? 'GET', path, text === '' ? {} : (JSON.parse(text) as Said));
  response.writeHead(answer.status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answer.body));
}

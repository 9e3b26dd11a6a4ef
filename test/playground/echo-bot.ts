import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The least bot that the Playground can talk to; it lets the harness be tested without ours. */
export interface EchoBot {
  readonly port: number;
  /** Types of the activities that came, in order. */
  readonly seen: readonly string[];
  /**
   * Keeps answers back until the function that it gives is called. The Playground never shows an answer that comes
   * before its own page has the thread that is answered.
   */
  readonly hold: () => () => void;
  readonly close: () => Promise<void>;
}

interface Incoming {
  readonly type: string;
  readonly id: string;
  readonly text?: string;
  readonly name?: string;
  readonly serviceUrl: string;
  readonly conversation: { readonly id: string };
  readonly from: object;
  readonly recipient: object;
}

export async function startEchoBot(): Promise<EchoBot> {
  const seen: string[] = [];
  let open = Promise.resolve();
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      if (request.method !== 'POST') {
        response.writeHead(405);
        response.end();
        return;
      }
      const activity = JSON.parse(body) as Incoming;
      seen.push(activity.type);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(activity.type === 'invoke' ? cardAnswer('The bell rang') : {}));
      if (activity.type === 'message') void open.then(() => answer(activity));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    seen,
    hold() {
      let release = (): void => undefined;
      open = new Promise((resolve) => (release = resolve));
      return release;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function answer(activity: Incoming): Promise<void> {
  const path = `v3/conversations/${encodeURIComponent(activity.conversation.id)}/activities/${activity.id}`;
  await fetch(new URL(path, `${activity.serviceUrl.replace(/\/$/, '')}/`), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      from: activity.recipient,
      recipient: activity.from,
      conversation: activity.conversation,
      replyToId: activity.id,
      attachments: [attachment(`You said ${activity.text ?? ''}`)],
    }),
  });
}

function attachment(text: string): object {
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [{ type: 'TextBlock', text, wrap: true }],
      actions: [{ type: 'Action.Execute', title: 'Ring', verb: 'ring', data: {} }],
    },
  };
}

function cardAnswer(text: string): object {
  const { contentType, content } = attachment(text) as { contentType: string; content: object };
  return { statusCode: 200, type: contentType, value: content };
}

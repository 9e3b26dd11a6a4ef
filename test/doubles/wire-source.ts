import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Sent } from './damage';

export interface Visit {
  readonly method: string;
  /** With its query, decoded. */
  readonly path: string;
  readonly continuation: string | undefined;
}

export interface WireSource {
  readonly url: string;
  close(): Promise<void>;
}

const TOKEN = JSON.stringify({ token_type: 'Bearer', expires_in: 86_400, access_token: 'invented' });

/** A service and its sign-in on one local port; what it answers is the caller's. */
export async function startWireSource(answer: (visit: Visit) => Sent): Promise<WireSource> {
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      const isSignIn = request.url?.includes('/oauth2/') === true;
      send(response, isSignIn ? { status: 200, text: TOKEN } : answer(visitOf(request)));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function visitOf({ method = 'GET', url = '/', headers }: IncomingMessage): Visit {
  const continuation = headers['ms-continuationtoken'];
  return { method, path: decodeURIComponent(url), continuation: continuation?.toString() };
}

function send(response: ServerResponse, { status, text, type = 'application/json', cut = 0 }: Sent): void {
  const bytes = Buffer.from(text);
  response.writeHead(status, { 'content-type': type, 'content-length': status === 204 ? 0 : bytes.length });
  if (status === 204) response.end();
  else if (cut === 0) response.end(bytes);
  else response.write(bytes.subarray(0, Math.max(0, bytes.length - cut)), () => response.destroy());
}

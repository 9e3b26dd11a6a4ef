import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Timer } from '../timer';

/** From the connection to the end of the first request's headers. */
export const HEADERS_WITHIN_MS = 10_000;
const MAX_CONNECTIONS = 2_000;
/** Connections on which nothing was asked yet; the oldest of more than so many gives way, so that newcomers get in. */
const MAX_SILENT = 500;

/** Bounds how many connections there are, and how long they may take before they ask for something. */
export function boundConnections(server: Server, timer: Timer): void {
  server.maxConnections = MAX_CONNECTIONS;
  server.headersTimeout = HEADERS_WITHIN_MS;
  // Bodies have a limit of their own, which begins when they are read; this one ends what slips by it.
  server.requestTimeout = 30_000;
  // How often Node looks at the two; it is not among the types.
  Object.assign(server, { connectionsCheckingInterval: 1_000 });
  const silent = new Map<Socket, () => void>();
  function speaks(socket: Socket): void {
    silent.get(socket)?.();
    silent.delete(socket);
  }
  server.on('connection', (socket: Socket) => {
    const cancel = timer.after(HEADERS_WITHIN_MS, () => {
      silent.delete(socket);
      socket.destroy();
    });
    silent.set(socket, cancel);
    socket.on('close', () => {
      speaks(socket);
    });
    const [oldest] = silent.keys();
    if (silent.size > MAX_SILENT && oldest !== undefined) {
      speaks(oldest);
      oldest.destroy();
    }
  });
  for (const asked of ['request', 'checkContinue'] as const) {
    server.on(asked, ({ socket }: { readonly socket: Socket }) => {
      speaks(socket);
    });
  }
}

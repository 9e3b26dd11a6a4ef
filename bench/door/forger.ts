import net from 'node:net';

/** What is sent: the address of the bot, the bytes of one request, and how many of them a second. */
export interface Forgery {
  readonly port: number;
  readonly request: string;
  readonly perSecond: number;
}

const TICK_MS = 10;

export interface Forged {
  readonly sent: number;
  readonly seconds: number;
  readonly statuses: Readonly<Record<string, number>>;
}

/** Sends the same request again and again, each on a connection of its own, and tells what came back when it is asked to. */
export function runForger({ port, request, perSecond }: Forgery): void {
  const statuses: Record<string, number> = {};
  const started = performance.now();
  let sent = 0;
  const ticks = setInterval(() => {
    for (; sent < ((performance.now() - started) * perSecond) / 1000; sent += 1) send(port, request, statuses);
  }, TICK_MS);
  process.on('message', () => {
    clearInterval(ticks);
    process.send?.({ sent, statuses, seconds: (performance.now() - started) / 1000 });
  });
  process.on('disconnect', () => process.exit());
  process.send?.('started');
}

/** A request that is refused before its body was read may find its connection closed: that is an answer, too. */
function send(port: number, request: string, statuses: Record<string, number>): void {
  const socket = net.connect(port, '127.0.0.1');
  let status = 'closed';
  socket.setEncoding('latin1');
  socket.on('data', (text: string) => {
    status = /^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? status;
    socket.end();
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    statuses[status] = (statuses[status] ?? 0) + 1;
  });
  socket.end(request);
}

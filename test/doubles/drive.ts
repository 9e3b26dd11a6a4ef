import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** An upload session as OneDrive has it: takes a file in ranges, says what it lacks, and is over when all is there. */
export interface DriveDouble {
  readonly uploadUrl: string;
  /** Every request: its method, its range, and whether a token came with it. */
  readonly requests: { readonly method: string; readonly range: string; readonly authorization?: string }[];
  /** The file so far. */
  content(): Buffer;
  /** The next requests are answered with these statuses instead. `lost`: the bytes are taken and the answer is not given. */
  script(...steps: (number | 'lost')[]): void;
  close(): Promise<void>;
}

export async function startDrive(): Promise<DriveDouble> {
  const requests: { method: string; range: string; authorization?: string }[] = [];
  const steps: (number | 'lost')[] = [];
  let content = Buffer.alloc(0);
  let isOver = false;

  async function serve(incoming: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const { authorization } = incoming.headers;
    const range = incoming.headers['content-range'] ?? '';
    requests.push({ method: incoming.method ?? '', range, ...(authorization === undefined ? {} : { authorization }) });
    const answer = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json', 'location': 'http://127.0.0.1:9/elsewhere' });
      response.end(JSON.stringify(body));
    };
    const step = incoming.method === 'PUT' ? steps.shift() : undefined;
    if (typeof step === 'number') {
      answer(step, { error: { code: 'scripted' } });
      return;
    }
    const lacks = { expirationDateTime: '2099-01-01T00:00:00Z', nextExpectedRanges: [`${content.length}-`] };
    if (incoming.method === 'GET') {
      answer(200, lacks);
      return;
    }
    const [, from, end, size] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(range) ?? [];
    const bytes = Buffer.concat(chunks);
    // Each file has a session of its own.
    if (isOver && Number(from) === 0) content = Buffer.alloc(0);
    isOver = false;
    if (Number(from) !== content.length || bytes.length !== Number(end) - Number(from) + 1) {
      answer(416, { error: { code: 'invalidRange' } });
      return;
    }
    content = Buffer.concat([content, bytes]);
    isOver = content.length === Number(size);
    if (step === 'lost') incoming.socket.resetAndDestroy();
    else if (isOver) answer(201, { id: 'item-1', name: 'file' });
    else answer(202, { ...lacks, nextExpectedRanges: [`${content.length}-`] });
  }

  const server = http.createServer((incoming, response) => {
    serve(incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    uploadUrl: `http://127.0.0.1:${port}/upload?tempauth=of-this-session`,
    requests,
    content: () => content,
    script: (...more) => void steps.push(...more),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

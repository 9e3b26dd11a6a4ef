import type { IncomingMessage } from 'node:http';

export type Body = { readonly body: 'read'; readonly bytes: Buffer } | { readonly body: 'too-big' | 'broken-off' };

/**
 * The bytes of a request, at most `limit` of them. Restify's own parser counts compressed bytes only and unpacks
 * without a limit, and it keeps no bytes to check a signature against.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Body> {
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    if (Number(request.headers['content-length'] ?? 0) > limit) {
      resolve({ body: 'too-big' });
      return;
    }
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) {
        request.pause();
        resolve({ body: 'too-big' });
        return;
      }
      chunks.push(new Uint8Array(chunk));
    });
    request.on('end', () => {
      resolve({ body: 'read', bytes: Buffer.concat(chunks) });
    });
    for (const event of ['aborted', 'error', 'close'] as const) {
      request.on(event, () => {
        resolve({ body: 'broken-off' });
      });
    }
  });
}

import type { IncomingMessage } from 'node:http';
import { parseJson } from '../../runtime/json';
import type { Timer } from '../timer';

export type RequestBody =
  { readonly body: 'read'; readonly bytes: Buffer } | { readonly body: 'too-big' | 'too-slow' | 'broken-off' };

/** Whoever drips a body must not keep its connection, and what was read of it, for minutes. */
export const BODY_WITHIN_MS = 15_000;

/**
 * The bytes of a request, at most `limit` of them, within `BODY_WITHIN_MS`. Restify's own parser counts compressed bytes
 * only and unpacks without a limit, and it keeps no bytes to check a signature against.
 */
export function readRequestBody(request: IncomingMessage, limit: number, timer: Timer): Promise<RequestBody> {
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    if (Number(request.headers['content-length'] ?? 0) > limit) {
      resolve({ body: 'too-big' });
      return;
    }
    const cancel = timer.after(BODY_WITHIN_MS, () => {
      settle({ body: 'too-slow' });
    });
    function settle(body: RequestBody): void {
      cancel();
      if (body.body !== 'read') request.pause();
      resolve(body);
    }
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) settle({ body: 'too-big' });
      else chunks.push(new Uint8Array(chunk));
    });
    request.on('end', () => {
      settle({ body: 'read', bytes: Buffer.concat(chunks) });
    });
    for (const event of ['aborted', 'error', 'close'] as const) {
      request.on(event, () => {
        settle({ body: 'broken-off' });
      });
    }
  });
}

/** The JSON of a request; `undefined` when it is something else, or packed. */
export function jsonOf(request: IncomingMessage, bytes: Buffer): unknown {
  const type = request.headers['content-type'] ?? '';
  const isJson = /^application\/([\w.-]+\+)?json\b/i.test(type) && request.headers['content-encoding'] === undefined;
  return isJson ? parseJson(bytes.toString('utf8')) : undefined;
}

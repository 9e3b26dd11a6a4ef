import { TextDecoder } from 'node:util';

/** What a body turned out to be. `other` is anything that is not JSON: a gateway's HTML, plain text. */
export type Body =
  | { readonly kind: 'empty' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'other' }
  | { readonly kind: 'too-large' };

/** Reads a body, but never more than `maxBytes` of it. A byte order mark is real in Microsoft's answers. */
export async function readBody(response: Response, maxBytes: number): Promise<Body> {
  const bytes = await readBytes(response, maxBytes);
  if (bytes === undefined) return { kind: 'too-large' };
  const text = decode(bytes, response.headers.get('content-type') ?? '');
  if (text.trim() === '') return { kind: 'empty' };
  try {
    const value: unknown = JSON.parse(text);
    return { kind: 'json', value };
  } catch {
    return { kind: 'other' };
  }
}

/** The whole body, or undefined when it is larger than `maxBytes`. */
export async function readBytes(response: Response, maxBytes: number): Promise<Buffer | undefined> {
  if (response.body === null) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (;;) {
    const part = await reader.read();
    const chunk: unknown = part.value;
    if (part.done || !(chunk instanceof Uint8Array)) return Buffer.concat(chunks);
    size += chunk.byteLength;
    if (size > maxBytes) {
      // Not awaited: the connection may take its time to end, and nobody needs what is left.
      reader.cancel().catch(() => undefined);
      return undefined;
    }
    chunks.push(chunk);
  }
}

/**
 * JSON is UTF-8, whatever the answer calls itself: proxies name others by habit. Partner Center has been seen to send
 * UTF-16. Only what is none of these is read as it is called.
 */
function decode(bytes: Buffer, type: string): string {
  const wide = wideIn(bytes);
  if (wide !== undefined) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decoderFor(/charset="?([\w-]+)/i.exec(type)?.[1]).decode(bytes);
  }
}

/** By its mark; or by the zero beside the first character, which is one of ASCII. */
function wideIn([first, second]: Buffer): string | undefined {
  if ((first === 0xff && second === 0xfe) || second === 0) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== undefined) ? 'utf-16be' : undefined;
}

function decoderFor(name = 'utf-8'): TextDecoder {
  try {
    return new TextDecoder(name);
  } catch {
    // A name that nobody knows says nothing.
    return new TextDecoder();
  }
}

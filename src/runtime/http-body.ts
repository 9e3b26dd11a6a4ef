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
  const text = decode(bytes);
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

/** UTF-8 unless a mark says UTF-16, which Partner Center has been seen to send. */
function decode(bytes: Buffer): string {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe;
  return bytes.toString(little ? 'utf16le' : 'utf8').replace(/^\uFEFF/, '');
}

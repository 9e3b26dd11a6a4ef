import type { Random } from '../../src/sandbox/random';

/** Stands in a body for a value that is nested too deeply to be written by `JSON.stringify`. */
const DEEP = '@@deep@@';
const NESTED = '['.repeat(20_000) + ']'.repeat(20_000);

/** None of them is a text, so a field of text that holds one says nothing. */
const OF_ANOTHER_TYPE: readonly unknown[] = [true, false, [], {}, [null], { value: 'x' }, [['x']], DEEP];
const EMPTY: readonly unknown[] = ['', ' ', null];

type Path = readonly string[];

/** A copy in which one value, anywhere in it or itself, is missing, null, empty or of another type. */
export function damaged(random: Random, item: unknown): unknown {
  const path = random.pick([[], ...pathsIn(item)]);
  const isMissing = random.below(3) === 0;
  if (path.length > 0 && isMissing) return changed(item, path, undefined);
  return changed(item, path, random.pick(random.below(2) === 0 ? EMPTY : OF_ANOTHER_TYPE));
}

function pathsIn(item: unknown): readonly Path[] {
  if (typeof item !== 'object' || item === null) return [];
  return Object.entries(item).flatMap(([key, inner]) => [[key], ...pathsIn(inner).map((path) => [key, ...path])]);
}

function changed(item: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(item)) return item.map((inner, at) => (String(at) === key ? changed(inner, rest, value) : inner));
  const copy: Record<string, unknown> = { ...(item as Record<string, unknown>) };
  copy[key] = changed(copy[key], rest, value);
  return copy;
}

/** The body as it goes over the wire. */
export function written(body: unknown): string {
  return JSON.stringify(body ?? null).replaceAll(`"${DEEP}"`, NESTED);
}

/** What a server sends; `cut` bytes of what it promises do not come, and the connection ends. */
export interface Sent {
  readonly status: number;
  readonly text: string;
  readonly type?: string;
  readonly cut?: number;
}

/** An answer that is none: cut off, empty, a gateway's page, an error. */
export function spoilt(random: Random, text: string): Sent {
  const part = text.slice(0, random.below(text.length));
  return random.pick<Sent>([
    { status: 200, text: part },
    { status: 200, text, cut: 1 + random.below(text.length) },
    { status: 200, text: '' },
    { status: 200, text: '<html><body>Sign in</body></html>', type: 'text/html' },
    { status: 200, text: 'null' },
    { status: 200, text: NESTED },
    { status: 204, text: '' },
    { status: 500, text: '{"code":"2000"}' },
    { status: 503, text: 'Service Unavailable', type: 'text/plain' },
    { status: 404, text: '<html></html>', type: 'text/html' },
    { status: 403, text: '{"code":"20002","error":{"code":"0x80040217"}}' },
    { status: 302, text: '' },
  ]);
}

/** What was sent, short enough to be read. */
export function told(sent: unknown): string {
  return JSON.stringify(sent)
    .replaceAll(/\[{9,}/g, '[…')
    .replaceAll(/\]{9,}/g, '…]')
    .slice(0, 4_000);
}

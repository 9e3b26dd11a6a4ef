import { readBody } from '../runtime/http-body';

/** One request of the guide: an answer whatever its status, or why there was none. A body that is no JSON is undefined. */
export type Probed =
  | { readonly answered: true; readonly status: number; readonly body: unknown }
  | { readonly answered: false; readonly problem: string };

export interface ProbeRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly form?: Readonly<Record<string, string>>;
  /** Goes where the answer sends it. */
  readonly follows?: true;
}

const WITHIN_MS = 15_000;
/** The metadata of an environment with many tables is the largest of these answers. */
const LARGEST_BODY = 8 * 1024 * 1024;

export async function probe(url: string, request: ProbeRequest = {}): Promise<Probed> {
  const { method = 'GET', token, headers = {}, body, form, follows } = request;
  try {
    const response = await fetch(url, {
      method,
      redirect: follows === true ? 'follow' : 'manual',
      signal: AbortSignal.timeout(WITHIN_MS),
      headers: {
        accept: 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
    });
    const read = await readBody(response, LARGEST_BODY);
    if (read.kind === 'too-large') return { answered: false, problem: `${new URL(url).host} answers with too much` };
    return { answered: true, status: response.status, body: read.kind === 'json' ? read.value : undefined };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    return { answered: false, problem: `${new URL(url).host} does not answer (${cause})` };
  }
}

/** A field of an answer, whatever casing it comes in; undefined where it is not a text. */
export function field(body: unknown, ...path: readonly string[]): string | undefined {
  let at: unknown = body;
  for (const name of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Object.entries(at).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
  }
  return typeof at === 'string' || typeof at === 'number' ? String(at) : undefined;
}

export function items(body: unknown, name: string): readonly unknown[] {
  if (typeof body !== 'object' || body === null) return [];
  const found: unknown = Object.entries(body).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
  return Array.isArray(found) ? found : [];
}

/** What a service says of a refusal, on one line. */
export function probedWords({ status, body }: Extract<Probed, { answered: true }>): string {
  const code = field(body, 'code') ?? field(body, 'error', 'code') ?? field(body, 'error');
  const words = field(body, 'description') ?? field(body, 'error', 'message') ?? field(body, 'message');
  const said = [code, words].filter((part) => part !== undefined && part !== '').join(', ');
  return `HTTP ${status}${said === '' ? '' : ` (${said.replace(/\s+/g, ' ').slice(0, 160)})`}`;
}

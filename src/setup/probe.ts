/** One request of the guide: an answer whatever its status, or why there was none. */
export type Probed =
  | { readonly answered: true; readonly status: number; readonly body: unknown; readonly text: string }
  | { readonly answered: false; readonly problem: string };

export interface ProbeRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly form?: Readonly<Record<string, string>>;
}

const WITHIN_MS = 15_000;

export async function probe(url: string, request: ProbeRequest = {}): Promise<Probed> {
  const { method = 'GET', token, headers = {}, body, form } = request;
  try {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
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
    const text = (await response.text()).replace(/^\uFEFF/, '');
    return { answered: true, status: response.status, body: parsed(text), text };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    return { answered: false, problem: `${new URL(url).host} does not answer (${cause})` };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
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

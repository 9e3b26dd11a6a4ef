import { TaskCancelledError, TimeoutStrategy, timeout } from 'cockatiel';
import type { Trouble } from '../domain/source';
import { SECOND } from '../domain/time';
import type { HttpAnswer, HttpDeps, HttpRequest, HttpSettings, LastTry } from './http';
import { TryFailed, judgeAnswer } from './http-answer';
import { readBody } from './http-body';
import type { Body } from './http-body';

/** Sends a request once. Throws `TryFailed` when that gave no answer of the service. */
export async function tryOnce(
  request: HttpRequest,
  last: LastTry,
  settings: HttpSettings,
  deps: HttpDeps,
  signal: AbortSignal,
): Promise<Extract<HttpAnswer, { answered: true }>> {
  const limit = timeout(settings.attemptMs, TimeoutStrategy.Aggressive);
  let status: number, headers: Headers, body: Body;
  try {
    [status, headers, body] = await limit.execute(async (context) => {
      const response = await (deps.fetch ?? fetch)(request.url, {
        method: request.method,
        headers: {
          accept: 'application/json',
          ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...request.headers(last),
        },
        ...contentOf(request),
        // A redirect would carry our token or secret to an address that nobody configured.
        redirect: 'manual',
        signal: context.signal,
      });
      return [response.status, response.headers, await readBody(response, settings.maxBodyBytes)] as const;
    }, signal);
  } catch (error) {
    if (signal.aborted) throw new TaskCancelledError();
    throw new TryFailed(noConnection(error, request, settings), true, true);
  }
  return judgeAnswer(request, settings, deps.clock, status, headers, body);
}

function contentOf(request: HttpRequest): { body?: string } {
  if (request.text !== undefined) return { body: request.text };
  return request.body === undefined ? {} : { body: JSON.stringify(request.body) };
}

function noConnection(error: unknown, request: HttpRequest, settings: HttpSettings): Trouble {
  const host = new URL(request.url).host;
  const timedOut = error instanceof TaskCancelledError;
  const why = timedOut ? `no answer within ${settings.attemptMs / SECOND} s` : `no connection (${codeOf(error)})`;
  const remedy = `Check ${settings.addressSetting}, and that this machine may reach ${host}.`;
  return { source: settings.source, kind: 'unreachable', detail: `${request.what}: ${why}`, remedy };
}

/** Node hangs the reason, for example ECONNREFUSED, on the cause; its text may hold the address with its query. */
function codeOf(error: unknown): string {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ('code' in e && typeof e.code === 'string') return e.code;
  }
  return error instanceof Error ? error.name : 'unknown';
}

import { createHttp, HTTP_DEFAULTS } from '../../src/runtime/http';
import type { HttpAnswer, HttpRequest, HttpSettings } from '../../src/runtime/http';
import { quietLog, turnedClock, turning } from '../sandbox/stand';

export type Reply = Response | Error | 'silence';

/** A service that gives these replies in turn, and the last one again and again. */
export function service(...replies: Reply[]) {
  const asked: { url: string; init: RequestInit }[] = [];
  const fetch = (async (url: string, init: RequestInit) => {
    const reply = replies[Math.min(asked.length, replies.length - 1)];
    asked.push({ url, init });
    if (reply instanceof Error) throw reply;
    if (reply === 'silence' || reply === undefined) return new Promise<never>(() => undefined);
    return reply.clone();
  }) as unknown as typeof globalThis.fetch;
  return { fetch, asked };
}

export const json = (body: unknown, init: { status?: number; headers?: Record<string, string> } = {}) =>
  new Response(JSON.stringify(body), init);
export const lost = () => Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } });

/** A client of such a service; its waits are over at once, and turn its clock. */
export function client(replies: Reply[], settings: Partial<HttpSettings> = {}) {
  const clock = turnedClock();
  const { fetch, asked } = service(...replies);
  const waits: number[] = [];
  const wait = (ms: number) => {
    waits.push(ms);
    return turning(clock)(ms);
  };
  const http = createHttp(
    { ...HTTP_DEFAULTS, source: 'partner-center', addressSetting: 'THE_SETTING', firstBackoffMs: 1, ...settings },
    { clock, log: quietLog, fetch, wait },
  );
  const request: HttpRequest = {
    what: 'thing',
    method: 'GET',
    url: 'https://service.example/v1/x',
    headers: () => ({}),
  };
  return { clock, asked, waits, send: (more: Partial<HttpRequest> = {}) => http.send({ ...request, ...more }), http };
}

export function troubleOf(answer: HttpAnswer) {
  if (answer.answered) throw new Error(`answered ${answer.status}`);
  return answer.trouble;
}

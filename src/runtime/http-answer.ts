import type { Trouble } from '../domain/source';
import type { Clock } from '../domain/time';
import type { HttpAnswer, HttpRequest, HttpSettings } from './http';
import type { Body } from './http-body';
import { retryAfter } from './retry-after';

/** One try that gave no answer of the service. Never leaves the client: outside there are answers and troubles. */
export class TryFailed extends Error {
  constructor(
    readonly trouble: Trouble,
    readonly unanswered: boolean,
    readonly again: boolean,
  ) {
    super(trouble.detail);
    this.name = 'TryFailed';
  }
}

/** What an answer means before anybody looks at what it says. */
export function judgeAnswer(
  request: HttpRequest,
  settings: HttpSettings,
  clock: Clock,
  status: number,
  headers: Headers,
  body: Body,
): Extract<HttpAnswer, { answered: true }> {
  const { source, addressSetting } = settings;
  const says = `${request.what}: HTTP ${status}`;
  if (status === 429) {
    const remedy = 'Nothing to do; the bot waits. If it stays so, look for other tools that use the same tenant.';
    const retryAt = clock.now() + (retryAfter(Object.fromEntries(headers), clock) ?? settings.breakMs);
    throw new TryFailed({ source, kind: 'throttled', detail: says, remedy, retryAt }, false, true);
  }
  if (status >= 500 && body.kind === 'json' && request.isRefusal?.(body.value) === true)
    return { answered: true, status, headers, body: body.value };
  if (status >= 500 || status === 408) {
    const remedy = `Look at the service's own health page, and check that ${addressSetting} is the right address.`;
    const pause = retryAfter(Object.fromEntries(headers), clock);
    const retryAt = pause === undefined ? {} : { retryAt: clock.now() + pause };
    throw new TryFailed({ source, kind: 'unreachable', detail: says, remedy, ...retryAt }, false, true);
  }
  const remedy = `Check ${addressSetting}, and any proxy between this machine and the service.`;
  const bad = (detail: string) => new TryFailed({ source, kind: 'bad-answer', detail, remedy }, false, false);
  if (status >= 300 && status < 400 && status !== 304) throw bad(`${says}: a redirect, which is not followed`);
  if (body.kind === 'too-large') throw bad(`${says}: more than ${settings.maxBodyBytes} bytes`);
  if (body.kind === 'other' && status !== 401) throw bad(`${says}: not JSON`);
  return { answered: true, status, headers, body: body.kind === 'json' ? body.value : undefined };
}

import type { Log } from '../../runtime/log';
import type { Uploaded, Uploads } from '../../uploads';
import { within, type Timer } from '../timer';

/** Each range but the last is a multiple of 320 KiB, as upload sessions of OneDrive ask for. */
const RANGE_BYTES = 10 * 320 * 1024;
const TRIES = 4;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
const RANGE_WITHIN_MS = 30_000;

/**
 * Sends a file to an upload session, range by range. The address itself is the permission: no token of ours goes with it,
 * no redirect is followed, and only hosts that are set up for it are sent anything.
 */
export function createUploads(deps: {
  readonly allows: (url: string) => boolean;
  readonly timer: Timer;
  readonly log: Log;
  readonly fetch?: typeof fetch;
}): Uploads {
  const ask = deps.fetch ?? fetch;

  async function send(url: string, init: RequestInit): Promise<Response | undefined> {
    const stopped = new AbortController();
    const answer = ask(url, { ...init, redirect: 'manual', signal: stopped.signal }).catch(() => undefined);
    return within(deps.timer, RANGE_WITHIN_MS, answer, () => {
      stopped.abort();
      return undefined;
    });
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      deps.timer.after(ms, resolve);
    });
  }

  /** What the session lacks next; undefined when it cannot say. */
  async function missingFrom(url: string): Promise<number | undefined> {
    const answer = await send(url, { method: 'GET' });
    return answer?.status === 200 ? nextExpected(await bodyOf(answer)) : undefined;
  }

  return {
    async put(url, content) {
      if (!deps.allows(url)) {
        const host = URL.canParse(url) ? new URL(url).host : '';
        deps.log.error({ host }, 'A file was not sent: the host is not one of ALLOWED_UPLOAD_HOSTS.');
        return { uploaded: 'not-allowed' };
      }
      let from = 0;
      let reason = '';
      for (let failed = 0; failed < TRIES;) {
        const end = Math.min(from + RANGE_BYTES, content.length);
        const answer = await send(url, rangeRequest(content, from, end));
        const status = answer?.status ?? 0;
        if (status === 200 || status === 201) return { uploaded: 'there' };
        if (status === 202 && answer !== undefined) {
          const next = nextExpected(await bodyOf(answer)) ?? end;
          if (next > from && next < content.length) {
            from = next;
            failed = 0;
            continue;
          }
        }
        reason = answer === undefined ? 'no answer' : `HTTP ${status}`;
        if (answer !== undefined && !isPassing(status)) break;
        failed += 1;
        if (failed < TRIES) {
          await pause(waitOf(answer, failed));
          from = (await missingFrom(url)) ?? from;
        }
      }
      deps.log.warn({ reason }, 'A file could not be sent.');
      return { uploaded: 'failed', reason } satisfies Uploaded;
    },
  };
}

function rangeRequest(content: Uint8Array, from: number, end: number): RequestInit {
  return {
    method: 'PUT',
    headers: {
      'content-type': 'application/octet-stream',
      'content-range': `bytes ${from}-${end - 1}/${content.length}`,
    },
    body: Buffer.from(content.subarray(from, end)),
  };
}

/** 416: the session has that range already, and says which it lacks. */
function isPassing(status: number): boolean {
  return status === 202 || status === 408 || status === 409 || status === 416 || status === 429 || status >= 500;
}

function waitOf(answer: Response | undefined, failed: number): number {
  const asked = Number(answer?.headers.get('retry-after') ?? NaN) * 1000;
  return Math.min(asked > 0 ? asked : FIRST_WAIT_MS * 2 ** (failed - 1), LONGEST_WAIT_MS);
}

async function bodyOf(answer: Response): Promise<unknown> {
  return answer.json().catch(() => undefined);
}

/** `{"nextExpectedRanges": ["26-"]}`: the first byte that is lacking. */
function nextExpected(body: unknown): number | undefined {
  if (typeof body !== 'object' || body === null || !('nextExpectedRanges' in body)) return undefined;
  const { nextExpectedRanges: ranges } = body;
  const first: unknown = Array.isArray(ranges) ? ranges[0] : undefined;
  const from = typeof first === 'string' ? /^(\d{1,12})-/.exec(first)?.[1] : undefined;
  return from === undefined ? undefined : Number(from);
}

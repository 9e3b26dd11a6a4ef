import type { WireAnswer } from './wire';

/** What one request came to, before anybody decides whether to try again. */
export type SendVerdict =
  | { readonly verdict: 'done'; readonly body: unknown }
  /** Refused for the moment, and surely not shown: may be tried again. */
  | { readonly verdict: 'retry'; readonly reason: string; readonly waitMs?: number; readonly throttled: boolean }
  /** Refused without a word that we know; after several of them it counts as `paused`. */
  | { readonly verdict: 'refused'; readonly reason: string }
  /** Not found, without a word of what; after several of them over some time it counts as `conversation-gone`. */
  | { readonly verdict: 'not-found'; readonly reason: string }
  | { readonly verdict: 'credentials'; readonly reason: string }
  /** `over`: Teams has answered, so the request is not under way any more. */
  | { readonly verdict: 'unsure'; readonly reason: string; readonly over?: true }
  | { readonly verdict: 'too-late' }
  | { readonly verdict: 'message-gone' }
  | { readonly verdict: 'conversation-gone'; readonly reason: string }
  | { readonly verdict: 'paused'; readonly reason: string }
  | { readonly verdict: 'rejected'; readonly reason: string };

export type Purpose = 'post' | 'update' | 'read';

type Meaning = 'paused' | 'rejected' | 'conversation-gone' | 'message-gone' | 'retry' | 'credentials';

/**
 * What Teams' sub-codes mean for us ("Status codes from bot conversational APIs", Teams documentation).
 * Keys are in lower case; they are the same whichever status they come with.
 */
const SUB_CODES: Readonly<Record<string, Meaning>> = {
  badargument: 'rejected',
  badsyntax: 'rejected',
  messagesizetoobig: 'rejected',
  invalidbotapihost: 'rejected',
  notenoughpermissions: 'rejected',
  botnotregistered: 'credentials',
  botdisabledbyadmin: 'paused',
  botnotinconversationroster: 'paused',
  conversationblockedbyuser: 'paused',
  forbiddenoperationexception: 'paused',
  messagewritesblocked: 'paused',
  conversationnotfound: 'conversation-gone',
  activitynotfoundinconversation: 'message-gone',
  preconditionfailed: 'retry',
  throttled: 'retry',
};

/** Statuses that the documentation says to try again; with any of them the message was not shown. */
const RETRY_STATUS: ReadonlySet<number> = new Set([408, 412, 429, 502, 503, 504]);

export function judgeSend(answer: WireAnswer, purpose: Purpose): SendVerdict {
  switch (answer.answer) {
    case 'not-sent':
      return { verdict: 'retry', reason: answer.reason, throttled: false };
    case 'too-late':
      return { verdict: 'too-late' };
    case 'none':
      // An update or a read may simply be made again; a post may have been shown.
      return purpose === 'post'
        ? { verdict: 'unsure', reason: answer.reason }
        : { verdict: 'retry', reason: answer.reason, throttled: false };
    case 'answered':
      return judgeStatus(answer, purpose);
  }
}

function judgeStatus(answer: WireAnswer & { readonly answer: 'answered' }, purpose: Purpose): SendVerdict {
  const { status } = answer;
  if (status >= 200 && status < 300) return { verdict: 'done', body: answer.body };
  if (RETRY_STATUS.has(status)) {
    const wait = answer.retryAfterMs === undefined ? {} : { waitMs: answer.retryAfterMs };
    return { verdict: 'retry', reason: `status-${status}`, throttled: status === 429, ...wait };
  }
  const code = subCode(answer.body);
  const meaning = code === undefined ? undefined : SUB_CODES[code.toLowerCase()];
  if (meaning !== undefined) return expand(meaning, code ?? '', purpose);
  return judgeBareStatus(answer, code === undefined ? `status-${status}` : code, purpose);
}

function expand(meaning: Meaning, code: string, purpose: Purpose): SendVerdict {
  switch (meaning) {
    case 'retry':
      return { verdict: 'retry', reason: code, throttled: code.toLowerCase() === 'throttled' };
    case 'message-gone':
      // Only an update names a message; for a post it is the thread that is gone.
      return purpose === 'update' ? { verdict: 'message-gone' } : { verdict: 'conversation-gone', reason: code };
    default:
      return { verdict: meaning, reason: code };
  }
}

function judgeBareStatus(
  answer: WireAnswer & { readonly answer: 'answered' },
  reason: string,
  purpose: Purpose,
): SendVerdict {
  const { status } = answer;
  if (status === 401) return { verdict: 'credentials', reason };
  if (status === 403) return { verdict: 'refused', reason };
  if (status === 404) {
    // A page in HTML comes from something between us and Teams and says nothing about the conversation.
    if (!answer.readable) return { verdict: 'retry', reason: 'status-404-unreadable', throttled: false };
    return purpose === 'update' ? { verdict: 'message-gone' } : { verdict: 'not-found', reason };
  }
  if (status >= 500) {
    return purpose === 'post'
      ? { verdict: 'unsure', reason, over: true }
      : { verdict: 'retry', reason, throttled: false };
  }
  return { verdict: 'rejected', reason };
}

/** `error.code`, or `subCode` in the JSON that some answers carry inside of `message`, or a code at the top. */
function subCode(body: unknown): string | undefined {
  const outer = fields(body);
  const inner = fields(outer['error']);
  for (const holder of [inner, outer]) {
    const nested = fields(parse(holder['message']));
    const found = text(nested['subCode']) ?? text(nested['code']) ?? text(holder['subCode']) ?? text(holder['code']);
    if (found !== undefined) return found;
  }
  return undefined;
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function parse(value: unknown): unknown {
  if (typeof value !== 'string' || !value.trimStart().startsWith('{')) return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

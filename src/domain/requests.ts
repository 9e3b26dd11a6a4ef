import type { AccountRecord } from './account';
import { assignmentOf } from './assignment';
import type { Assignment } from './assignment';
import { assignAccount } from './assignments';
import type { Notice } from './notice';
import { REQUESTS_KEPT } from './notice';
import type { Person } from './person';
import { UNTRIED } from './post';
import { askingId, ended, isAsking, requestOf } from './request';
import type { Request } from './request';
import { raised, settle } from './settle';
import type { Instant } from './time';

/**
 * The outcome of asking a colleague, and of the answer.
 * - `asked`, `taken`, `passed`, `withdrawn`: the record has changed; save it
 * - `already`: the same person is asked already, or has given this answer
 * - `on-it`: they are on it already
 * - `not-yours`: somebody else was asked, or asked
 * - `over`: it is not waited for any more
 * - `decided`: nobody need be on it any more
 */
export type RequestRuling =
  | { readonly ruling: 'asked' | 'taken' | 'passed' | 'withdrawn'; readonly record: AccountRecord }
  | { readonly ruling: 'already' | 'on-it' | 'not-yours' | 'over' | 'decided'; readonly record: AccountRecord };

/** `chat` is where the colleague is asked. Whoever was asked before is asked no more. */
export function askColleague(record: AccountRecord, request: Request, chat: string): RequestRuling {
  if (record.mapping.state !== 'open') return { ruling: 'decided', record };
  if (assignmentOf(record)?.by.id === request.to.id) return { ruling: 'on-it', record };
  if (requestOf(record)?.to.id === request.to.id) return { ruling: 'already', record };
  const asking: Notice = {
    ...UNTRIED,
    id: askingId(request),
    conversationId: chat,
    reason: 'request',
    wantedAt: request.at,
  };
  return { ruling: 'asked', record: raised({ ...withNotice(record, asking), request }, request.at) };
}

/** Only whoever was asked answers. To take it is the same as saying so in words. */
export function answerRequest(
  record: AccountRecord,
  requestId: string,
  answer: Pick<Assignment, 'by' | 'at' | 'until'> & { readonly yes: boolean },
): RequestRuling {
  const { yes, ...assignment } = answer;
  const { request } = record;
  if (record.mapping.state !== 'open') return { ruling: 'decided', record };
  if (request?.id !== requestId) return { ruling: 'over', record };
  if (request.to.id !== answer.by.id) return { ruling: 'not-yours', record };
  const { end } = request;
  if (end?.how === (yes ? 'taken' : 'passed')) return { ruling: 'already', record };
  if (end !== undefined && end.how !== 'lapsed') return { ruling: 'over', record };
  if (!yes) return { ruling: 'passed', record: raised(ended(record, 'passed', answer.at), answer.at) };
  const taken = assignAccount(record, assignment, assignmentOf(record)?.by.id);
  if (taken.ruling !== 'assigned') return { ruling: 'already', record };
  // Whoever takes it after all, though it had lapsed.
  return { ruling: 'taken', record: settle(ended(taken.record, 'taken', answer.at), answer.at) };
}

/** Only whoever asked takes it back. */
export function withdrawRequest(record: AccountRecord, requestId: string, by: Person, now: Instant): RequestRuling {
  if (record.mapping.state !== 'open') return { ruling: 'decided', record };
  const request = requestOf(record);
  if (request?.id !== requestId) return { ruling: 'over', record };
  if (request.by.id !== by.id) return { ruling: 'not-yours', record };
  return { ruling: 'withdrawn', record: raised(ended(record, 'withdrawn', now), now) };
}

/** No answer came in time, or the question could not be put; undefined while an answer may come. */
export function endRequest(record: AccountRecord, isReachable: boolean, now: Instant): AccountRecord | undefined {
  const request = requestOf(record);
  if (request === undefined) return undefined;
  const how = isReachable ? (request.until <= now ? 'lapsed' : undefined) : 'unreachable';
  return how === undefined ? undefined : raised(ended(record, how, now), now);
}

/** One message to whoever asked, which stays the account's card. Undefined place: there is nowhere to tell them. */
export function tellAsker(
  record: AccountRecord,
  place: Pick<Notice, 'conversationId' | 'mention'> | undefined,
  now: Instant,
): AccountRecord {
  const { request } = record;
  if (request === undefined || place === undefined) return record;
  const telling: Notice = { ...UNTRIED, ...place, id: answerId(request), reason: 'request', wantedAt: now };
  return settle(withNotice(record, telling), now);
}

/** The notice that puts the question. */
export function askingNotice({ notices, request }: AccountRecord): Notice | undefined {
  return request === undefined ? undefined : notices.find((notice) => isAsking(notice, request));
}

/** What a notice is in the matter of a request: the question, or the answer. */
export function roleOf({ id }: Pick<Notice, 'id'>, { request }: AccountRecord): 'asking' | 'answer' | undefined {
  if (request === undefined) return undefined;
  return isAsking({ id }, request) ? 'asking' : id === answerId(request) ? 'answer' : undefined;
}

function answerId({ id }: Request): string {
  return `answer ${id}`;
}

function withNotice(record: AccountRecord, notice: Notice): AccountRecord {
  if (record.notices.some(({ id }) => id === notice.id)) return record;
  const settled = record.notices.filter((n) => n.reason === 'request' && n.state !== 'posting');
  const forgotten = new Set(settled.slice(0, Math.max(0, settled.length + 1 - REQUESTS_KEPT)));
  return { ...record, notices: [...record.notices.filter((n) => !forgotten.has(n)), notice] };
}

import type { Mapping } from './decision';
import type { Notice } from './notice';
import type { Person } from './person';
import type { Instant } from './time';

/** Somebody asked a colleague to take an open account. It keeps nobody from deciding, and ends with any decision. */
export interface Request {
  /** A click on an older card is known by it. */
  readonly id: string;
  readonly by: Person;
  readonly to: Person;
  readonly at: Instant;
  /** Then it lapses, if nobody answered. */
  readonly until: Instant;
  /** Where it was asked: without a chat of their own whoever asked is told there. */
  readonly where: string;
  /** Absent while an answer is waited for. */
  readonly end?: RequestEnd;
}

/**
 * - `taken`, `passed`: the answers
 * - `snoozed`: the account waits until another day instead
 * - `overtaken`: somebody else is on it
 * - `lapsed`: no answer came in time
 * - `unreachable`: the question could not be put to them
 * - `withdrawn`: whoever asked took it back
 */
export interface RequestEnd {
  readonly how: 'taken' | 'passed' | 'snoozed' | 'overtaken' | 'lapsed' | 'unreachable' | 'withdrawn';
  readonly at: Instant;
}

/** Whose answer is waited for. */
export function requestOf({
  request,
  mapping,
}: {
  readonly request?: Request;
  readonly mapping: Mapping;
}): Request | undefined {
  return mapping.state !== 'open' || request?.end !== undefined ? undefined : request;
}

/** The notice that puts this question. */
export function isAsking({ id }: Pick<Notice, 'id'>, request: Pick<Request, 'id'>): boolean {
  return id === askingId(request);
}

export function askingId({ id }: Pick<Request, 'id'>): string {
  return `request ${id}`;
}

/** The question could not be put, and whoever asked does not know it yet. */
export function isUnreachable(record: {
  readonly request?: Request;
  readonly mapping: Mapping;
  readonly notices: readonly Notice[];
}): boolean {
  const request = requestOf(record);
  return (
    request !== undefined && record.notices.some((notice) => isAsking(notice, request) && notice.state === 'dropped')
  );
}

/** The record with its request over; the version is the caller's to raise. */
export function ended<R extends { readonly request?: Request }>(record: R, how: RequestEnd['how'], at: Instant): R {
  return record.request === undefined ? record : { ...record, request: { ...record.request, end: { how, at } } };
}

import type { AccountRecord } from '../domain/account';
import { requestOf } from '../domain/request';
import { askingNotice, endRequest } from '../domain/requests';
import { withAskerTold } from '../records/tell-asker';
import type { Ports } from '../ports';
import type { SharedRecord } from './shared-record';

/** Whether nobody need wait for an answer any more: none came in time, or the question cannot be put. */
export function isRequestOver(ports: Ports, record: AccountRecord): boolean {
  return endRequest(record, isReachable(ports, record), ports.clock.now()) !== undefined;
}

/** Whoever asked is told, once. */
export async function endUnanswered(ports: Ports, shared: SharedRecord): Promise<void> {
  const now = ports.clock.now();
  await shared.change((record) => {
    const next = endRequest(record, isReachable(ports, record), now);
    return next === undefined ? undefined : withAskerTold(ports, record, next, { now });
  });
}

/** The question is there, or may still come to be. */
function isReachable({ register }: Ports, record: AccountRecord): boolean {
  const notice = requestOf(record) === undefined ? undefined : askingNotice(record);
  if (notice === undefined || notice.state === 'posted') return true;
  return notice.state !== 'dropped' && register.conversation(notice.conversationId)?.state === 'active';
}

import type { AccountRecord } from '../domain/account';
import type { TimeZone } from '../domain/calendar';
import type { ConversationRecord } from '../domain/documents';
import type { Person } from '../domain/person';
import { outOfQuiet } from '../domain/quiet';
import type { Request } from '../domain/request';
import type { RequestAnswer } from '../domain/request-answer';
import { answerRequest, askColleague, withdrawRequest } from '../domain/requests';
import type { RequestRuling } from '../domain/requests';
import { afterWorkingHours } from '../domain/working-time';
import type { Ports } from '../ports';
import { changeDocument } from '../records/change-document';
import type { Change } from '../records/change-document';
import { drawAccount } from '../records/draw-account';
import { withAskerTold } from '../records/tell-asker';

/** Who asks, where, and on which clock they live. */
export interface Asking {
  readonly person: Person;
  readonly conversationId: string;
  readonly zone: TimeZone;
}

/** A colleague who can be asked: their chat with us. */
export interface Colleague {
  readonly person: Person;
  readonly chat: ConversationRecord;
}

/** Asks a colleague to take an account. The hours are those of their clock, and begin when they can be told. */
export function requestAccount(
  ports: Ports,
  { person, conversationId: where, zone }: Asking,
  accountId: string,
  { person: to, chat }: Colleague,
): Promise<RequestAnswer> {
  const at = ports.clock.now();
  const from = outOfQuiet(chat.settings, at);
  const until = afterWorkingHours(from, ports.assignHours, chat.settings.timeZone ?? zone);
  const by = { id: person.id, name: person.name };
  const request: Request = { id: ports.ids.next(), by, to, at, until, where };
  return ruled(ports, accountId, by, (record) => askColleague(record, request, chat.conversationId));
}

/** The colleague takes it, or does not. */
export function replyToRequest(
  ports: Ports,
  { person, zone }: Pick<Asking, 'person' | 'zone'>,
  { accountId, requestId, yes }: { readonly accountId: string; readonly requestId: string; readonly yes: boolean },
): Promise<RequestAnswer> {
  const at = ports.clock.now();
  const by = { id: person.id, name: person.name };
  const answer = { by, at, until: afterWorkingHours(at, ports.assignHours, zone), yes };
  return ruled(ports, accountId, by, (record) => answerRequest(record, requestId, answer));
}

export function takeRequestBack(
  ports: Ports,
  person: Person,
  accountId: string,
  requestId: string,
): Promise<RequestAnswer> {
  return ruled(ports, accountId, person, (record) => withdrawRequest(record, requestId, person, ports.clock.now()));
}

async function ruled(
  ports: Ports,
  accountId: string,
  { id: actor }: Person,
  rule: (record: AccountRecord) => RequestRuling,
): Promise<RequestAnswer> {
  const changed = await changeDocument(
    ports,
    'account',
    accountId,
    (record): Change<AccountRecord, RequestRuling['ruling']> => {
      const { ruling, record: next } = rule(record);
      if (next === record) return { result: ruling };
      return { document: withAskerTold(ports, record, next, { actor, now: ports.clock.now() }), result: ruling };
    },
  );
  if (changed.changed === 'not-there') return { answer: 'account-gone' };
  if (changed.changed === 'saved') ports.nudge('reconcile');
  return { answer: changed.result, picture: drawAccount(ports, changed.document) };
}

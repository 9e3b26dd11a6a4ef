import type { CalendarDate, TimeZone } from '../domain/calendar';
import type { ConversationRecord } from '../domain/documents';
import type { Person } from '../domain/person';
import { isFreeDay, outOfQuiet } from '../domain/quiet';
import type { Request } from '../domain/request';
import type { RequestAnswer } from '../domain/request-answer';
import { answerRequest, askColleague, withdrawRequest } from '../domain/requests';
import { afterWorkingHours } from '../domain/working-time';
import type { Ports } from '../ports';
import { freeDaysOf } from '../records/free-days';
import { ruleAccount } from './rule-account';

/** Who asks, where, and on which clock they live. */
export interface ColleagueAsked {
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
  { person, conversationId: where, zone }: ColleagueAsked,
  accountId: string,
  { person: to, chat }: Colleague,
): Promise<RequestAnswer> {
  const at = ports.clock.now();
  const from = outOfQuiet(chat.settings, at);
  const isFreeThere = freeDaysOf(ports, accountId, where);
  const isFree = (day: CalendarDate): boolean => isFreeThere(day) || isFreeDay(chat.settings, day);
  const until = afterWorkingHours(from, ports.assignHours, chat.settings.timeZone ?? zone, isFree);
  const by = { id: person.id, name: person.name };
  const request: Request = { id: ports.ids.next(), by, to, at, until, where };
  return ruleAccount(ports, accountId, by, (record) => askColleague(record, request, chat.conversationId));
}

/** The colleague takes it, or does not. */
export function replyToRequest(
  ports: Ports,
  { person, zone, conversationId }: ColleagueAsked,
  { accountId, requestId, yes }: { readonly accountId: string; readonly requestId: string; readonly yes: boolean },
): Promise<RequestAnswer> {
  const at = ports.clock.now();
  const by = { id: person.id, name: person.name };
  const isFree = freeDaysOf(ports, accountId, conversationId);
  const answer = { by, at, until: afterWorkingHours(at, ports.assignHours, zone, isFree), yes };
  return ruleAccount(ports, accountId, by, (record) => answerRequest(record, requestId, answer));
}

export function takeRequestBack(
  ports: Ports,
  person: Person,
  accountId: string,
  requestId: string,
): Promise<RequestAnswer> {
  return ruleAccount(ports, accountId, person, (record) =>
    withdrawRequest(record, requestId, person, ports.clock.now()),
  );
}

import type { Action } from '../actions/action';
import type { AccountRecord } from '../domain/account';
import type { NobodyAsked, RequestAnswer } from '../domain/request-answer';
import { mayDo } from '../policy/policy';
import { colleaguesOf, findColleague } from '../records/find-colleague';
import type { ColleagueSaid } from '../records/find-colleague';
import { senderKind } from '../records/sender-kind';
import { replyToRequest, requestAccount, takeRequestBack } from '../tasks/ask-colleague';
import type { Colleague } from '../tasks/ask-colleague';
import type { Reply } from '../turn';
import { accountView } from '../views/account/account';
import { decisionView } from '../views/account/decision';
import { nobodyAskedView, whomToAskView } from '../views/account/nobody-asked';
import { requestBanner } from '../views/account/request';
import { keeping } from '../views/words/times';
import { assignInWords } from './assign';
import { accountById, inPlace, readingIn, say, sayAccount, zoneOf } from './here';
import type { Here } from './here';
import { subjectOf, toldAbout, undoneBy } from './told';

type Of<V extends Action['verb']> = Extract<Action, { readonly verb: V }>;

/** "Ask Bob to take it". */
export async function requestInWords(here: Here, record: AccountRecord, who: string): Promise<Reply> {
  const found = await colleague(here, saidBy(here, who));
  const told = toldAbout({ name: 'request', companies: [record.tenant.name], who }, [subjectOf(record)]);
  if ('nobody' in found) return say(nobodyAskedView({ why: found, record }, here.speech), undoneBy(told, undefined));
  if (found.person.id === here.person.id) return assignInWords(here, record, 'assign');
  const answer = await requestAccount(here.ports, askingOf(here), record.id, found);
  if (answer.answer === 'account-gone') return say(decisionView(answer, here.speech));
  // What stands above a card stays with it.
  const speech = keeping(here.speech);
  return sayAccount(
    { ...here, speech },
    answer.picture.record,
    requestBanner(answer, 'asker', speech),
    undoneBy(told, withdrawal(answer)),
  );
}

function withdrawal({
  answer,
  picture: { record },
}: Exclude<RequestAnswer, { readonly answer: 'account-gone' }>): Action | undefined {
  const requestId = answer === 'asked' ? record.request?.id : undefined;
  return requestId === undefined ? undefined : { verb: 'request-back', accountId: record.id, requestId };
}

/** The same by a button: whom is asked first. */
export async function requestByCard(here: Here, { accountId, to }: Of<'request'>): Promise<Reply> {
  const record = await accountById(here, accountId);
  if (record === undefined) return inPlace(decisionView({ answer: 'account-gone' }, here.speech));
  if (to === undefined)
    return say(whomToAskView({ record, people: colleaguesOf(here.ports, here.person.id) }, here.speech));
  const found = await colleague(here, { said: to, id: to });
  if ('nobody' in found) return inPlace(nobodyAskedView({ why: found, record }, here.speech));
  return byCard(here, await requestAccount(here.ports, askingOf(here), accountId, found), 'asker');
}

/** "Take it" or "not me", of the one who was asked. */
export async function answerByCard(here: Here, act: Of<'request-reply'>): Promise<Reply> {
  return byCard(here, await replyToRequest(here.ports, askingOf(here), act), 'asked');
}

export async function takeBackByCard(here: Here, { accountId, requestId }: Of<'request-back'>): Promise<Reply> {
  return byCard(here, await takeRequestBack(here.ports, here.person, accountId, requestId), 'asker');
}

function byCard(here: Here, answer: RequestAnswer, as: 'asker' | 'asked'): Reply {
  const speech = keeping(here.speech);
  if (answer.answer === 'account-gone') return inPlace(decisionView(answer, speech));
  const { record } = answer.picture;
  const message = accountView(answer.picture, speech, {
    banner: requestBanner(answer, as, speech),
    ...readingIn(here),
  });
  const keep = { accountId: record.id, shownVersion: record.version };
  const command = { name: 'show', companies: [record.tenant.name], what: 'overview' } as const;
  return { reply: 'card', message, keep, told: toldAbout(command, [subjectOf(record)]) };
}

/** A colleague who can be asked and may answer. */
async function colleague(here: Here, wanted: ColleagueSaid): Promise<Colleague | NobodyAsked> {
  const { ports, conversation } = here;
  const found = await findColleague(ports, wanted, conversation);
  if ('nobody' in found) return found;
  const { person, chat } = found;
  if (chat === undefined) return { nobody: 'no-chat', person };
  const { memberId, conversationId } = chat;
  const speaker = { ...person, standing: 'member' as const, ...(memberId === undefined ? {} : { memberId }) };
  const { kind, unsure } = await senderKind(ports, { person: speaker, conversationId });
  if (mayDo(kind, 'click request-reply')) return { person, chat };
  return unsure ? { nobody: 'could-not-look', said: person.name } : { nobody: 'may-not', person };
}

/** As it was typed, or by the mention that stands for it. */
function saidBy({ turn, person }: Here, who: string): ColleagueSaid {
  if (/^(?:me|myself|mir|mich|moi|mí|mij)$/iu.test(who)) return { said: who, id: person.id };
  const mentions = turn.input.kind === 'text' ? (turn.input.mentions ?? []) : [];
  const mention = mentions.find(({ name }) => plainName(name) === who);
  return mention === undefined ? { said: who } : { said: mention.name, memberId: mention.memberId };
}

/** Commas and brackets in a name would end it in a sentence. */
export function plainName(name: string): string {
  return name
    .replaceAll(/[,;?"()[\]]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

function askingOf(here: Here) {
  const { person, conversation } = here;
  return { person, conversationId: conversation.conversationId, zone: zoneOf(here) };
}

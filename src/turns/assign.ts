import type { Action } from '../actions/action';
import type { AccountRecord } from '../domain/account';
import { letAccountGo, takeAccount } from '../tasks/assign-account';
import type { AssignAnswer } from '../tasks/assign-account';
import type { Reply } from '../turn';
import { assignBanner } from '../views/account/assignment';
import { decisionView } from '../views/account/decision';
import { accountView } from '../views/account/account';
import { keeping } from '../views/words/times';
import { readingIn, sayAccount, zoneOf } from './here';
import type { Here } from './here';
import { subjectOf, toldAbout, undoneBy } from './told';

type Of<V extends 'assign' | 'unassign'> = Extract<Action, { readonly verb: V }>;

/** "I'll take it" and "let it go" on the card: answered by the card as it is now. */
export async function assignByCard(here: Here, action: Of<'assign'> | Of<'unassign'>): Promise<Reply> {
  const answer = await ruled(here, action);
  const speech = keeping(here.speech);
  if (answer.answer === 'account-gone') return { reply: 'card', message: decisionView(answer, speech) };
  const { record } = answer.picture;
  const message = accountView(answer.picture, speech, { banner: assignBanner(answer, speech), ...readingIn(here) });
  const keep = { accountId: record.id, shownVersion: record.version };
  return { reply: 'card', message, keep, told: toldOf(action.verb, answer) };
}

/** The same in words: the account's card, with what became of it above. */
export async function assignInWords(here: Here, record: AccountRecord, verb: 'assign' | 'unassign'): Promise<Reply> {
  const answer = await ruled(here, { verb, accountId: record.id });
  if (answer.answer === 'account-gone') return { reply: 'message', message: decisionView(answer, here.speech) };
  const { picture } = answer;
  // What stands above a card stays with it.
  const speech = keeping(here.speech);
  return sayAccount({ ...here, speech }, picture.record, assignBanner(answer, speech), toldOf(verb, answer));
}

function ruled(
  { ports, person, turn, conversation }: Here,
  action: Of<'assign'> | Of<'unassign'>,
): Promise<AssignAnswer> {
  if (action.verb === 'unassign') return letAccountGo(ports, person, action.accountId);
  const over = action.over === undefined ? {} : { over: action.over };
  return takeAccount(ports, person, action.accountId, {
    zone: zoneOf({ turn, conversation }),
    where: conversation.conversationId,
    ...over,
  });
}

type Answered = Exclude<AssignAnswer, { readonly answer: 'account-gone' }>;

function toldOf(name: 'assign' | 'unassign', { answer, picture: { record } }: Answered) {
  const told = toldAbout({ name, companies: [record.tenant.name] }, [subjectOf(record)]);
  const isDone = answer === 'assigned' || answer === 'left';
  return undoneBy(
    told,
    isDone ? { verb: answer === 'assigned' ? 'unassign' : 'assign', accountId: record.id } : undefined,
  );
}

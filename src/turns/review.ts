import type { Action, Verb } from '../actions/action';
import type { ReviewChoice } from '../domain/review';
import { beginReview, saveReview, undoReview } from '../tasks/review-accounts';
import type { ReviewClick } from '../tasks/review-accounts';
import type { Message } from '../courier';
import { reviewUndoneView, reviewView } from '../views/lists/review';
import type { Here } from './here';

type Of<V extends Verb> = Extract<Action, { readonly verb: V }>;

export async function startReview(here: Here, { only }: Pick<Of<'review'>, 'only'>): Promise<Message> {
  const options = only === undefined ? {} : { only };
  return reviewView(await beginReview(here.ports, here.person, reviewClick(here), options), here.speech);
}

export async function savePage(here: Here, { rows, only, since, done }: Of<'review-save'>): Promise<Message> {
  const options = { ...(only === undefined ? {} : { only }), progress: { since, done } };
  const choices = rows.map(choiceOf);
  return reviewView(await saveReview(here.ports, here.person, choices, reviewClick(here), options), here.speech);
}

export async function undoPage(here: Here, { rows, click }: Of<'review-undo'>): Promise<Message> {
  return reviewUndoneView(await undoReview(here.ports, here.person, rows, click, reviewClick(here)), here.speech);
}

function choiceOf({ accountId, asOf, choice }: Of<'review-save'>['rows'][number]): ReviewChoice {
  if (choice === undefined) return { accountId, asOf };
  if (choice === 'ignore') return { accountId, asOf, choice: { verb: 'ignore' } };
  return { accountId, asOf, choice: { verb: 'pick', customerId: choice.slice('map:'.length) } };
}

/** The activity's id names the click, within its conversation: delivered twice, it is the same page. */
function reviewClick({ turn }: Here): ReviewClick {
  const { conversationId } = turn.place;
  return { page: `${conversationId}|${turn.id}`, where: conversationId };
}

import type { Action } from '../actions/action';
import { chooseAccountRow } from '../tasks/choose-row';
import type { Reply } from '../turn';
import { rowChosenView } from '../views/account/row-chosen';
import { clickOf } from './clicked';
import type { Here } from './here';
import { subjectOf, toldAbout } from './told';

/** Which of several rows of Work 365 is the account's. */
export async function answerRowChoice(
  here: Here,
  action: Extract<Action, { readonly verb: 'choose-row' }>,
): Promise<Reply> {
  const { accountId } = action;
  const { card } = await clickOf(here, accountId);
  const answer = await chooseAccountRow(here.ports, here.person, action, card);
  const message = rowChosenView(answer, here.speech);
  if (answer.answer === 'account-gone') return { reply: 'card', message };
  const { record } = answer.picture;
  const told = toldAbout(undefined, [subjectOf(record)]);
  return { reply: 'card', message, keep: { accountId, shownVersion: record.version }, told };
}

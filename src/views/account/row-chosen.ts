import type { RowChoiceAnswer } from '../../domain/row-choice-answer';
import { chosenRow } from '../../domain/row-choice';
import type { Message } from '../../courier';
import { shortName } from '../words/escape';
import { personName } from '../words/mapping-words';
import type { Speech } from '../words/speech';
import { keeping } from '../words/times';
import { accountView } from './account';
import { decisionView } from './decision';

/** After the click: the card as it is now, with what became of it. */
export function rowChosenView(answer: RowChoiceAnswer, spoken: Speech): Message {
  const speech = keeping(spoken);
  if (answer.answer === 'account-gone') return decisionView(answer, speech);
  const { picture } = answer;
  const { rowChoice } = picture.record;
  const row = rowChoice === undefined ? undefined : chosenRow(rowChoice);
  const chosen = rowChoice?.chosen;
  if (answer.answer === 'chosen' && row !== undefined) {
    const text = speech.say('rows.done', { name: shortName(row.name) });
    return accountView(picture, speech, { banner: { text, style: 'good' } });
  }
  const text =
    chosen === undefined
      ? speech.say('decided.stale')
      : speech.say('rows.taken', { who: personName(chosen.by, speech) });
  return accountView(picture, speech, { banner: { text, style: 'attention' } });
}

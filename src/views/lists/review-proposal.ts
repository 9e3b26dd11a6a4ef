import type { Action } from '../../actions/action';
import type { Message } from '../../courier';
import type { ReviewChoice } from '../../domain/review';
import type { SaidPage, SaidRow } from '../../domain/review-said';
import { noteView } from '../parts/message-card';
import { button } from '../parts/parts';
import { shortName } from '../words/escape';
import type { Speech } from '../words/speech';

/** Several rows that were named by their numbers, with what becomes of each; nothing is saved before a yes. */
export function reviewProposalView(
  { rows }: SaidPage,
  chosen: readonly ReviewChoice[],
  save: Action,
  speech: Speech,
): Message {
  const lines = rows.flatMap((row, at) => {
    const becomes = chosenWords(row, chosen[at]?.choice, speech);
    return becomes === undefined
      ? []
      : [speech.say('review.words.becomes', { number: at + 1, name: shortName(row.name), becomes })];
  });
  return noteView(
    {
      kicker: speech.say('review.kicker'),
      title: speech.say('review.words.propose', { count: lines.length }),
      lines,
      actions: [button(speech.say('proposal.yes'), save, { style: 'positive' })],
    },
    speech,
  );
}

function chosenWords({ customers }: SaidRow, choice: ReviewChoice['choice'], speech: Speech): string | undefined {
  if (choice === undefined) return undefined;
  if (choice.verb === 'ignore') return speech.say('conflict.ours-ignored');
  return shortName(customers.find(({ id }) => id === choice.customerId)?.name ?? '');
}

import type { Message } from '../../courier';
import type { SnoozeAnswer } from '../../domain/snooze-answer';
import type { Speech } from '../words/speech';
import { keeping } from '../words/times';
import { accountView } from './account';
import type { AccountOptions } from './account';
import { decisionView } from './decision';
import { snoozeBanner } from './snooze';

/** What came of letting an account wait, or of waking it: its card as it is now, with that above. */
export function snoozedView(answer: SnoozeAnswer, spoken: Speech): Message {
  // What stands above a card stays with it.
  const speech = keeping(spoken);
  if (answer.answer === 'account-gone') return decisionView(answer, speech);
  return accountView(answer.picture, speech, { banner: snoozeBanner(answer, speech), ...snoozeFormIn(answer) });
}

/** Until when is asked by the form itself, with what was typed already. */
export function snoozeFormIn(answer: SnoozeAnswer): Pick<AccountOptions, 'snoozing'> {
  if (answer.answer === 'theirs') return { snoozing: {} };
  if (answer.answer !== 'until-when') return {};
  return { snoozing: answer.reason === undefined ? {} : { reason: answer.reason } };
}

import boardCard from '../../../cards/board.json';
import type { Message } from '../../courier';
import type { AccountRecord } from '../../domain/account';
import type { Reminder } from '../../domain/reminders';
import type { Instant } from '../../domain/time';
import { mostUrgent } from '../../domain/waiting-order';
import { button, maybe, toMessage } from '../parts/parts';
import { rowText } from '../parts/rows';
import { cardTemplate } from '../parts/template';
import { costWords, openRow } from './open-rows';
import type { Speech } from '../words/speech';
import { keeping } from '../words/times';

const draw = cardTemplate(boardCard);

/** How many accounts a reminder names; the rest is a number and the review. */
const NAMED = 8;

export interface ReminderShown extends Reminder {
  /** How many accounts a review would go through. */
  readonly toReview: number;
  readonly now: Instant;
}

/** One message for all that is open so long that it is said once more, by what waiting costs, with the way to go on. */
export function reminderView(reminder: ReminderShown, spoken: Speech): Message {
  const speech = keeping(spoken);
  const { open, back, toReview, now } = reminder;
  const daysOf = new Map(open.flatMap(({ days, accounts }) => accounts.map(({ id }) => [id, days] as const)));
  const all = [...back, ...open.flatMap(({ accounts }) => accounts)];
  const title = speech.say('remind.title', { count: all.length });
  const body = [
    ...open.map(({ days, accounts }) => speech.say('remind.step', { count: accounts.length, days })),
    ...costWords(all, speech),
  ].join(' ');
  const rows = mostUrgent(all, NAMED, now).map((record) =>
    openRow(record, daysOf.has(record.id) ? [] : backWords(record, speech), speech),
  );
  const more = all.length - rows.length;
  const below = more > 0 ? speech.say('remind.more', { count: more }) : undefined;
  const hint = speech.say('remind.hint', { line: speech.say('type.reminders-off') });
  return toMessage(
    {
      draw,
      data: {
        kicker: speech.say('remind.kicker'),
        title,
        body,
        rows,
        more: maybe(below === undefined ? undefined : { text: below }),
        hint,
        actions: [
          button(speech.say('remind.review', { count: toReview }), { verb: 'review' }, { style: 'positive' }),
          button(speech.say('remind.off'), { verb: 'settings', topic: 'reminders', value: 'off' }),
        ],
      },
      summary: title,
      text: [title, body, ...rows.map((line, index) => rowText(line, index)), below, hint],
    },
    speech,
  );
}

function backWords({ snooze }: AccountRecord, speech: Speech): readonly string[] {
  const back = speech.say('snooze.row-back');
  return snooze?.reason === undefined ? [back] : [back, `“${snooze.reason}”`];
}

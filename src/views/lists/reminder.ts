import boardCard from '../../../cards/board.json';
import type { Message } from '../../courier';
import type { AccountRecord } from '../../domain/account';
import type { Reminder } from '../../domain/reminders';
import type { Instant } from '../../domain/time';
import { atStake, mostUrgent } from '../../domain/waiting-order';
import { button, maybe, toMessage } from '../parts/parts';
import { row, rowText } from '../parts/rows';
import { cardTemplate } from '../parts/template';
import { waitingWords } from '../words/since-words';
import { stakeWords } from '../words/stake-words';
import type { Speech } from '../words/speech';
import { happenedOn, keeping } from '../words/times';

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
    ...cost(all, speech),
  ].join(' ');
  const cue = speech.say('which.choose');
  const rows = mostUrgent(all, NAMED, now).map((record) =>
    row(record.tenant.name, detail(record, daysOf.get(record.id), speech), cue, {
      verb: 'account',
      accountId: record.id,
    }),
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

/** What waits with all of them together, as far as it was looked up. */
function cost(accounts: readonly AccountRecord[], speech: Speech): readonly string[] {
  const stakes = accounts.flatMap((account) => atStake(account) ?? []);
  const count = stakes.reduce((sum, { subscriptions }) => sum + subscriptions, 0);
  if (count === 0) return [];
  const seats = stakes.reduce((sum, stake) => sum + (stake.seats ?? stake.subscriptions), 0);
  const endsAt = Math.min(...stakes.map((stake) => stake.endsAt ?? Infinity));
  const together = speech.say('remind.cost', { count, seats });
  return endsAt === Infinity ? [together] : [together, speech.say('remind.ends', { date: happenedOn(endsAt, speech) })];
}

function detail(record: AccountRecord, days: number | undefined, speech: Speech): string {
  const { acceptance, firstSeenAt, directoryRow, snooze } = record;
  const stake = atStake(record);
  const accepted = acceptance.reseller.state === 'accepted' ? { accepted: acceptance.reseller.since } : {};
  const created = directoryRow?.createdAt === undefined ? {} : { rowCreatedAt: directoryRow.createdAt };
  return [
    ...(days === undefined ? [speech.say('snooze.row-back')] : []),
    ...(days === undefined && snooze?.reason !== undefined ? [`“${snooze.reason}”`] : []),
    ...(stake === undefined || stake.subscriptions === 0 ? [] : [stakeWords(stake, speech)]),
    waitingWords({ firstSeenAt, ...accepted, ...created }, speech),
  ].join(' · ');
}

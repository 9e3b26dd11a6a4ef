import type { AtStake } from '../../domain/waiting-order';
import type { Speech } from './speech';
import { happenedOn } from './times';

/** What waits with an account: "3 active subscriptions, 40 seats, one ends on 3 May 2026". */
export function stakeWords({ subscriptions: count, seats, endsAt }: AtStake, speech: Speech): string {
  if (count === 0) return speech.say('waits.none');
  const counted =
    seats === undefined ? speech.say('waits.subscriptions', { count }) : speech.say('waits.seats', { count, seats });
  return endsAt === undefined
    ? counted
    : `${counted}, ${speech.say('waits.ends', { date: happenedOn(endsAt, speech) })}`;
}

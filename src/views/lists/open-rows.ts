import type { AccountRecord } from '../../domain/account';
import { atStake } from '../../domain/waiting-order';
import { row } from '../parts/rows';
import { waitingWords } from '../words/since-words';
import { stakeWords } from '../words/stake-words';
import type { Speech } from '../words/speech';
import { happenedOn } from '../words/times';

/** An open account as a row that leads to its card: what else is to be said, what waits with it, and since when. */
export function openRow(record: AccountRecord, before: readonly string[], speech: Speech) {
  const { acceptance, firstSeenAt, directoryRow } = record;
  const stake = atStake(record);
  const accepted = acceptance.reseller.state === 'accepted' ? { accepted: acceptance.reseller.since } : {};
  const created = directoryRow?.createdAt === undefined ? {} : { rowCreatedAt: directoryRow.createdAt };
  const detail = [
    ...before,
    ...(stake === undefined || stake.subscriptions === 0 ? [] : [stakeWords(stake, speech)]),
    waitingWords({ firstSeenAt, ...accepted, ...created }, speech),
  ].join(' · ');
  return row(record.tenant.name, detail, speech.say('which.choose'), { verb: 'account', accountId: record.id });
}

/** What waits with all of them together, as far as it was looked up. */
export function costWords(accounts: readonly AccountRecord[], speech: Speech): readonly string[] {
  const stakes = accounts.flatMap((account) => atStake(account) ?? []);
  const count = stakes.reduce((sum, { subscriptions }) => sum + subscriptions, 0);
  if (count === 0) return [];
  const seats = stakes.reduce((sum, stake) => sum + (stake.seats ?? stake.subscriptions), 0);
  const endsAt = Math.min(...stakes.map((stake) => stake.endsAt ?? Infinity));
  const together = speech.say('remind.cost', { count, seats });
  return endsAt === Infinity ? [together] : [together, speech.say('remind.ends', { date: happenedOn(endsAt, speech) })];
}

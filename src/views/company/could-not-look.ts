import type { AccountPicture, Freshness, StatusAnswer } from '../../domain/answers';
import type { Instant } from '../../domain/time';
import { clean } from '../words/escape';
import { troubleClause } from '../words/source-words';
import type { Speech } from '../words/speech';
import { age } from '../words/times';

type CannotTell = Extract<StatusAnswer, { readonly answer: 'cannot-tell' }>;

/** The headline about a company at which nobody could look: why, and since when our own list is, which has no such one. */
export function cannotTellTitle(answer: CannotTell, speech: Speech): string {
  const query = clean(answer.query, 80);
  const { trouble, listFrom, now } = answer;
  const why = trouble === undefined ? speech.say('cannot-tell.why') : troubleClause(trouble, speech);
  if (listFrom === undefined) return speech.say('cannot-tell.title', { query, why });
  return speech.say('cannot-tell.title-copy', { query, why, ago: age(listFrom, now, speech) });
}

export function cannotTellBody({ listFrom }: CannotTell, speech: Speech): string {
  return speech.say(listFrom === undefined ? 'cannot-tell.body' : 'cannot-tell.body-copy');
}

/**
 * What a look that could not be made leaves to say about an account. That somebody is not in the list is no answer
 * then: they may have accepted since.
 */
export function asFarAsKnown(picture: AccountPicture): AccountPicture {
  const { record } = picture;
  const { missed, acceptance } = record;
  if (missed?.of !== 'tenant' || acceptance.reseller.state !== 'not-listed') return picture;
  const reseller = { state: 'could-not-look', trouble: missed.trouble, at: missed.at } as const;
  return { ...picture, record: { ...record, acceptance: { ...acceptance, reseller } } };
}

/** A headline, and that it could not be looked up anew, with the age of what it rests on. */
export function withMissedLook(headline: string, { record, freshness, now }: AccountPicture, speech: Speech): string {
  if (record.missed?.of !== 'tenant') return headline;
  const why = troubleClause(record.missed.trouble, speech);
  const from = knownSince(record.acceptance.reseller, freshness);
  const words =
    from === undefined
      ? speech.say('status.missed', { why })
      : speech.say('status.missed-from', { why, ago: age(from, now, speech) });
  return `${headline} ${words}`;
}

/** A line for facts that are still those from before, because only they could not be looked up. */
export function missedDetails({ record }: AccountPicture, speech: Speech): readonly string[] {
  if (record.missed?.of !== 'details') return [];
  return [speech.say('status.missed-details', { why: troubleClause(record.missed.trouble, speech) })];
}

function knownSince(
  reseller: AccountPicture['record']['acceptance']['reseller'],
  freshness: readonly Freshness[],
): Instant | undefined {
  if ('checkedAt' in reseller) return reseller.checkedAt;
  const lists = freshness.filter(({ part }) => part === 'accounts').map(({ asOf }) => asOf);
  const known = lists.filter((at) => at !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

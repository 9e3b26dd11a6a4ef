import type { Since } from '../../domain/acceptance';
import type { Instant } from '../../domain/time';
import type { Speech } from './speech';
import { happenedOn, seenOn, sinceDay } from './times';

/** What is known of when a company came: a line of a list or a board. */
export interface Arrival {
  /** When it accepted; absent when it has not, or nobody could tell. */
  readonly accepted?: Since;
  readonly firstSeenAt: Instant;
  /** When Work 365 made its row of it. */
  readonly rowCreatedAt?: Instant;
}

/** "waiting since 3 May 2026", or what we know instead; with Work 365's own date of what was there before us. */
export function waitingWords({ accepted, firstSeenAt, rowCreatedAt }: Arrival, speech: Speech): string {
  const since = accepted ?? { at: firstSeenAt, basis: 'first-seen' as const };
  // Where Work 365 has a date, that says more than when we first looked.
  if (since.basis === 'before-first-look' && rowCreatedAt !== undefined) return rowSince(rowCreatedAt, speech);
  return speech.say(`list.waiting.${since.basis}`, { date: sinceDay(since, speech) });
}

/** "accepted 3 May 2026", or what we know instead. */
export function acceptedSince({ accepted, firstSeenAt, rowCreatedAt }: Arrival, speech: Speech): string {
  if (accepted === undefined) return speech.say('list.waiting.first-seen', { date: seenOn(firstSeenAt, speech) });
  const words = speech.say(`list.accepted.${accepted.basis}`, { date: sinceDay(accepted, speech) });
  return accepted.basis === 'before-first-look' ? withRow(words, rowCreatedAt, speech) : words;
}

/** "In Work 365 since 3 May 2026": their date, and named as such. */
export function rowSince(rowCreatedAt: Instant, speech: Speech): string {
  return speech.say('row.since', { date: happenedOn(rowCreatedAt, speech) });
}

function withRow(words: string, rowCreatedAt: Instant | undefined, speech: Speech): string {
  return rowCreatedAt === undefined ? words : `${words} · ${rowSince(rowCreatedAt, speech)}`;
}

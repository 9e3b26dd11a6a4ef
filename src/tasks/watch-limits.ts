import type { WatchRefused } from '../domain/watch-answers';
import type { WatchRecord } from '../domain/documents';

/** How much is watched: every watch is kept in memory, and looked up whenever an account comes. */
export const WATCH_LIMITS = {
  /** Live watches of one person. */
  ofOne: 50,
  /** Live watches of everybody. */
  ofAll: 5_000,
  /** Characters of what is watched. */
  characters: 120,
} as const;

/** Why one more watch does not fit beside those that run, or undefined: it does. */
export function noRoomFor(
  query: string,
  personId: string,
  running: readonly Pick<WatchRecord, 'person'>[],
): WatchRefused | undefined {
  if (Array.from(query).length > WATCH_LIMITS.characters) return refused(query, 'too-long', WATCH_LIMITS.characters);
  const own = running.filter(({ person }) => person.id === personId).length;
  if (own >= WATCH_LIMITS.ofOne) return refused(query, 'full', WATCH_LIMITS.ofOne);
  if (running.length >= WATCH_LIMITS.ofAll) return refused(query, 'full-for-all', WATCH_LIMITS.ofAll);
  return undefined;
}

function refused(query: string, why: WatchRefused['why'], most: number): WatchRefused {
  return { answer: 'refused', query, why, most };
}

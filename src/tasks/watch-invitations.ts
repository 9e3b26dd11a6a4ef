import type { InvitationsNarrowed } from '../domain/invitations-narrowed';
import type { TimeZone } from '../domain/calendar';
import { isLive } from '../domain/retention';
import type { InvitationsWatched, WatchOutcome } from '../domain/watch-answers';
import { giveWay } from '../runtime/own-turns';
import type { Ports } from '../ports';
import { openInvitations } from './list-invitations';
import { startWatch, watchIdOf } from './watch-company';
import type { Watcher } from './watch-company';
import { WATCH_LIMITS } from './watch-limits';

/** Watches each company that was invited and has not answered, of those that are meant; all of them, or none where they are too many. */
export async function watchInvitations(
  ports: Ports,
  watcher: Watcher,
  by: InvitationsNarrowed,
  zone: TimeZone,
): Promise<InvitationsWatched> {
  const meant = openInvitations(ports, { person: watcher.person, zone }, by);
  const named = new Map(meant.map(({ company }) => [watchIdOf(watcher.person, company), company]));
  const live = [...ports.register.allWatches()].filter(isLive);
  const own = live.filter(({ person }) => person.id === watcher.person.id);
  const fresh = [...named.keys()].filter((id) => !own.some((watch) => watch.id === id)).length;
  if (own.length + fresh > WATCH_LIMITS.ofOne)
    return { answer: 'too-many', wanted: fresh, running: own.length, most: WATCH_LIMITS.ofOne };
  const outcomes: WatchOutcome[] = [];
  for (const query of named.values()) {
    outcomes.push({ query, answer: await startWatch(ports, watcher, query) });
    await giveWay();
  }
  return { answer: 'watched', outcomes };
}

import { isAccepted } from '../domain/acceptance';
import type { AccountRecord } from '../domain/account';
import type { WatchRecord } from '../domain/documents';
import { DAY } from '../domain/time';
import type { NameMatch, Resolution } from '../matching/name-index';
import { changeDocument } from './change-document';
import type { Ports } from './ports';
import { isLive } from './watch-company';

const SILENCE = 7 * DAY;

/**
 * Looks at every live watch: has the company turned up? A clear match fires; an unclear one asks "is this the one?",
 * once per account; a week without either is said once. What is owed is written into the watch; reconcile tells it.
 */
export async function checkWatches(ports: Ports): Promise<void> {
  for (const watch of ports.register.allWatches()) {
    if (!isLive(watch) || watch.owes !== undefined) continue;
    const next = verdict(ports, watch);
    if (next === undefined) continue;
    await changeDocument(ports, 'watch', watch.id, (w) =>
      isLive(w) && w.owes === undefined
        ? { document: { ...w, ...next, dueAt: ports.clock.now() }, result: undefined }
        : { result: undefined },
    );
    ports.nudge('reconcile');
  }
}

function verdict(ports: Ports, watch: WatchRecord): Partial<WatchRecord> | undefined {
  const found = ports.register.resolveAccount(watch.query);
  if (found.kind === 'one' || found.kind === 'assumed') {
    const account = ports.register.account(found.match.id);
    if (account !== undefined && isNews(account, watch)) {
      return found.match.exactness === 'id' || found.match.exactness === 'exact'
        ? { state: 'fired', firedFor: account.id, owes: 'fired' }
        : { state: 'asked', asked: [...watch.asked, account.id], owes: 'asked' };
    }
  }
  const candidate = candidatesOf(found)
    .map((m) => ports.register.account(m.id))
    .find((a) => a !== undefined && isNews(a, watch) && acceptedSince(a, watch));
  if (candidate !== undefined) return { state: 'asked', asked: [...watch.asked, candidate.id], owes: 'asked' };
  const silent = watch.silenceToldAt === undefined && ports.clock.now() - watch.since >= SILENCE;
  return silent ? { silenceToldAt: ports.clock.now(), owes: 'silence' } : undefined;
}

/** Those of which a person may be asked whether they are meant. */
function candidatesOf(found: Resolution): readonly NameMatch[] {
  switch (found.kind) {
    case 'one':
    case 'assumed':
      return [];
    case 'probably':
      return [found.match, ...found.others];
    case 'several':
      return found.matches;
    case 'none':
      return found.near;
  }
}

function isNews(account: AccountRecord, watch: WatchRecord): boolean {
  return isAccepted(account.acceptance) && !watch.asked.includes(account.id);
}

/** A near name that was there before the person began to watch is not what they wait for. */
function acceptedSince(account: AccountRecord, watch: WatchRecord): boolean {
  const { reseller } = account.acceptance;
  return (
    reseller.state === 'accepted' && reseller.since.at >= watch.since && reseller.since.basis !== 'before-first-look'
  );
}

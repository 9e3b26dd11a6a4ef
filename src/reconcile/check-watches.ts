import { hasArrived } from '../domain/acceptance';
import type { AccountRecord } from '../domain/account';
import type { WatchRecord } from '../domain/documents';
import { isLive, keptWatch } from '../domain/retention';
import { sameFields } from '../domain/same-fields';
import { DAY } from '../domain/time';
import type { NameMatch, Resolution } from '../matching/name-index';
import { nextSlice, inSlices } from '../matching/slices';
import { createAccountNews } from './account-news';
import { updateDocument } from '../records/change-document';
import { ifReadable } from '../records/leave-out';
import type { Ports } from '../ports';

const SILENCE = 7 * DAY;
export interface WatchChecker {
  /**
   * Looks whether a watched company has turned up. A clear match fires; an unclear one asks "is this the one?", once per
   * account; a week without either is said once. What is owed is written into the watch; reconcile tells it.
   */
  check(): Promise<void>;
}

/**
 * Remembers what it has looked at, so that a run costs only what is new: a watch whose document is new here is looked up
 * among all accounts, the others only when an account that changed since then may be theirs. A new checker has looked at
 * nothing, so after a restart, or on another replica, everything is looked at once.
 */
export function createWatchChecker(ports: Ports): WatchChecker {
  const looked = new WeakSet<WatchRecord>();
  const accounts = createAccountNews(ports.register);
  let last: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    const news = await accounts.since();
    const found: { readonly watch: WatchRecord; readonly next: Partial<WatchRecord> }[] = [];
    const waiting = [...ports.register.allWatches()].filter((w) => isLive(w) && w.owes === undefined);
    await inSlices(waiting, (watch) => {
      const reminder = reminderDue(ports, watch);
      if (reminder !== undefined) found.push({ watch, next: reminder });
      if (watch.reminder !== undefined) return;
      const lookUp = !looked.has(watch) || news.mayBe(watch.query);
      const next = (lookUp ? verdict(ports, watch) : undefined) ?? silence(watch, ports.clock.now());
      if (next === undefined) looked.add(watch);
      else found.push({ watch, next });
    });
    for (const { watch, next } of found) {
      await owe(ports, watch, next);
      // A store in this process may answer without a turn of the event loop.
      await nextSlice();
    }
    for (const watch of ports.register.allWatches()) await letExpire(ports, watch);
    // Only now: when this run breaks off, the next one has the same news.
    news.done();
  }

  return {
    check() {
      // Two runs at a time would both write what one found; the second has little left to look at.
      last = last.then(run, run);
      return last;
    },
  };
}

/** Only while the watch is as it was looked at: another replica may have found the same, and its person may know it. */
async function owe(ports: Ports, watch: WatchRecord, next: Partial<WatchRecord>): Promise<void> {
  await ifReadable(() =>
    updateDocument(ports, 'watch', watch.id, (w) =>
      isLive(w) && w.owes === undefined && sameFields(w, watch)
        ? keptWatch({ ...w, ...next, ...(next.owes === undefined ? {} : { dueAt: ports.clock.now() }) })
        : undefined,
    ),
  );
  ports.nudge('reconcile');
}

/** Watches that ended before ended ones had an expiry. */
async function letExpire(ports: Ports, watch: WatchRecord): Promise<void> {
  if (keptWatch(watch).ttl === watch.ttl) return;
  await ifReadable(() => updateDocument(ports, 'watch', watch.id, keptWatch));
}

/** It is time; or what it was about is decided, and there is nothing to remind anybody of. */
function reminderDue({ register, clock }: Ports, { reminder }: WatchRecord): Partial<WatchRecord> | undefined {
  if (reminder === undefined) return undefined;
  const account = reminder.accountId === undefined ? undefined : register.account(reminder.accountId);
  if (reminder.whileOpen === true && account !== undefined && account.mapping.state !== 'open')
    return { state: 'stopped' };
  return reminder.at <= clock.now() ? { state: 'fired', owes: 'reminder' } : undefined;
}

function silence(watch: WatchRecord, now: number): Partial<WatchRecord> | undefined {
  const silent = watch.silenceToldAt === undefined && now - watch.since >= SILENCE;
  return silent ? { silenceToldAt: now, owes: 'silence' } : undefined;
}

function verdict({ register }: Ports, watch: WatchRecord): Partial<WatchRecord> | undefined {
  const found = register.resolveAccount(watch.query);
  if (found.kind === 'one' || found.kind === 'assumed') {
    const account = register.account(found.match.id);
    if (account !== undefined && isNews(account, watch)) {
      return found.match.exactness === 'id' || found.match.exactness === 'exact'
        ? { state: 'fired', firedFor: account.id, owes: 'fired' }
        : { state: 'asked', asked: [...watch.asked, account.id], owes: 'asked' };
    }
  }
  const candidate = candidatesOf(found)
    .map((m) => register.account(m.id))
    .find((a) => a !== undefined && isNews(a, watch) && acceptedSince(a, watch));
  return candidate === undefined ? undefined : { state: 'asked', asked: [...watch.asked, candidate.id], owes: 'asked' };
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
      // Merely like it: a word that many names have in common would ask people about strangers.
      return [];
  }
}

function isNews(account: AccountRecord, watch: WatchRecord): boolean {
  return hasArrived(account.acceptance) && !watch.asked.includes(account.id);
}

/** A near name that was there before the person began to watch is not what they wait for. */
function acceptedSince(account: AccountRecord, watch: WatchRecord): boolean {
  const { reseller } = account.acceptance;
  if (reseller.state === 'not-ours') return account.firstSeenAt >= watch.since;
  return (
    reseller.state === 'accepted' && reseller.since.at >= watch.since && reseller.since.basis !== 'before-first-look'
  );
}

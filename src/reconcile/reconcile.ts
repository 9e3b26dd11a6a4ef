import { SECOND } from '../domain/time';
import type { Instant } from '../domain/time';
import { nextSlice } from '../matching/slices';
import { ifReadable } from '../records/leave-out';
import { debtorOf } from './errands';
import type { Debtor, DebtorKind, Drawings } from './errands';
import type { Ports } from '../ports';
import { createQueues } from './queues';
import type { Queues } from './queues';

export type { Drawings } from './errands';

/** Whether to stop before the next record: asked to, or not the holder of the lease any more. */
export interface Stop {
  readonly aborted: boolean;
  /** Whom to call, during this run, whenever something may have become due. */
  onNews?(listener: () => void): void;
}

/** Boards, watches and invitations are few and are looked at first. */
const KINDS: readonly DebtorKind[] = ['board', 'watch', 'invitation', 'account'];
const PAGE = 200;
/** While there is no room for anything, the next page is read after so long, in milliseconds: it takes longer to send. */
const PAGE_WHEN_FULL = 2 * SECOND;
/** How long after a look before looking from the beginning again, and how much longer for each page of it. */
const LOOK_AGAIN_AFTER = SECOND;
const FOR_EACH_PAGE = 250;
/** Of so many accounts it is remembered in which version they were begun with; more than were decided lately. */
const BEGUN_KEPT = 1_000;

/** A look through everything that is due, the longest overdue of each kind first. */
interface Look {
  from: Instant;
  /** The kinds that it has not come to the end of, and where to go on. */
  readonly left: Map<DebtorKind, string | undefined>;
  pages: number;
  readAt: Instant;
}

interface Waiting {
  readonly kind: DebtorKind;
  readonly id: string;
}

interface Run {
  readonly ports: Ports;
  readonly drawings: Drawings;
  readonly stop: Stop;
  readonly queues: Queues<Waiting>;
  readonly look: Look;
  /** Documents that may owe more after something of them was done. */
  readonly changed: Set<Debtor>;
  /** The versions in which accounts were begun with, the last ones only. */
  readonly begun: Map<string, number>;
}

/**
 * Makes true what the documents owe: posts, redraws, write-backs, notes to people. Everything is read from the
 * documents; it may die anywhere and be run again by anyone. It goes on until nothing is due that could be worked on.
 *
 * 1. Whoever we talk to has a queue of their own and a share of what may be under way, so nobody holds up another.
 * 2. What is due is read from the store page by page, the longest overdue first; what finds no room waits in its queue.
 * 3. When its turn comes the document is read again, and when something of it was done it is looked at once more.
 * 4. What somebody has just decided, here or at another replica, is first wherever it has to wait.
 */
export async function reconcile(ports: Ports, drawings: Drawings, stop: Stop): Promise<void> {
  const queues = createQueues<Waiting>();
  const look: Look = { from: 0, left: new Map(), pages: 0, readAt: -Infinity };
  lookAnew(look, ports.clock.now());
  const run: Run = { ports, drawings, stop, queues, look, changed: new Set(), begun: new Map() };
  stop.onNews?.(queues.wake);
  try {
    while (!stop.aborted) {
      const isMore = await readOn(run);
      await fillRoom(run);
      if (isMore) continue;
      if (!queues.isBusy()) break;
      await queues.changed();
      // What waits goes before what is not even found yet.
      await fillRoom(run);
    }
  } finally {
    // Also when the store is away: the next run must not find this one still at work.
    await queues.drain();
  }
}

function lookAnew(look: Look, now: Instant): void {
  Object.assign(look, { from: now, pages: 0 });
  for (const kind of KINDS) look.left.set(kind, undefined);
}

/**
 * Reads on in what is due, if it is time, and begins with it. Returns whether there is more to read at once. Looking
 * costs the store something, so it is not done more often than it can bring something.
 */
async function readOn(run: Run): Promise<boolean> {
  const { ports, queues, look, stop } = run;
  const now = ports.clock.now();
  const rest =
    look.left.size === 0 ? LOOK_AGAIN_AFTER + look.pages * FOR_EACH_PAGE : queues.isFull() ? PAGE_WHEN_FULL : 0;
  // The clock may have been set back.
  if (Math.abs(now - look.readAt) < rest) return false;
  if (look.left.size === 0) {
    if (!queues.isBusy()) return false;
    lookAnew(look, now);
  }
  look.readAt = now;
  for (const [kind, next] of [...look.left]) {
    look.pages += 1;
    const readAt = ports.clock.now();
    const page = await ports.store.due(kind, look.from, { limit: PAGE, ...(next === undefined ? {} : { next }) });
    if (page.next === undefined) look.left.delete(kind);
    else look.left.set(kind, page.next);
    // Of what another replica took in memory may not have heard yet, and how many have come is counted there.
    for (const { document } of page.items) if (document.kind === 'account') ports.register.apply(document);
    for (const stored of page.items) {
      if (stop.aborted) return false;
      // To drawing a card belongs no waiting, so many of them in a row would hold up everything else.
      if (await goOn(run, debtorOf(ports, run.drawings, stored, readAt))) await nextSlice();
    }
  }
  return look.left.size > 0;
}

/** Begins with all that need not be looked for and has room. */
async function fillRoom(run: Run): Promise<void> {
  const { stop, queues, changed } = run;
  while (!stop.aborted) {
    for (const debtor of changed) await goOn(run, debtor);
    await beginDecided(run);
    const next = queues.take();
    if (next === undefined) return;
    if (await readAndBegin(run, next)) await nextSlice();
  }
}

/** People look at the cards of what they have just decided, here or at another replica. */
async function beginDecided(run: Run): Promise<void> {
  const { register, clock } = run.ports;
  for (const id of register.decidedLately()) {
    const { dueAt = Infinity, version } = register.account(id) ?? {};
    if (dueAt > clock.now() || run.begun.get(id) === version) continue;
    await readAndBegin(run, { kind: 'account', id }, 'urgent');
  }
}

async function readAndBegin(run: Run, { kind, id }: Waiting, urgency?: 'urgent'): Promise<boolean> {
  const readAt = run.ports.clock.now();
  const stored = await ifReadable(() => run.ports.store.read(kind, id));
  return stored !== undefined && begin(run, debtorOf(run.ports, run.drawings, stored, readAt), urgency);
}

/** A document that was changed after we read it is read again: a card may show that already, and an older one must not take its place. */
async function goOn(run: Run, debtor: Debtor): Promise<boolean> {
  run.changed.delete(debtor);
  const { document } = debtor.latest();
  const { kind, id } = document;
  const known = kind === 'account' ? run.ports.register.account(id) : undefined;
  const isOutdated = kind === 'account' && known !== undefined && known.version > document.version;
  return isOutdated ? readAndBegin(run, { kind, id }) : begin(run, debtor);
}

/** Starts what a document owes to those who have room; the rest waits. Returns whether anything was started. */
function begin(run: Run, debtor: Debtor, urgency?: 'urgent'): boolean {
  const { queues, stop } = run;
  const { kind, id, version } = { version: 0, ...debtor.latest().document };
  // Asked for at the last moment: this process may have been suspended while the document was read.
  if (stop.aborted) return false;
  if (kind === 'account') noteBegun(run.begun, id, version);
  let isAnyStarted = false;
  for (const { key, party, run: work } of debtor.errands()) {
    if (!queues.hasRoom(party)) {
      queues.add(party, id, { kind, id }, urgency);
      continue;
    }
    const { etag } = debtor.latest();
    const start = async (): Promise<void> => {
      await work();
      // In the very same state it would fare the same again.
      if (debtor.latest().etag !== etag) run.changed.add(debtor);
    };
    // If something of the key is under way, whoever is at it sees at its end what is due by then.
    isAnyStarted = queues.start(key, party, start) || isAnyStarted;
  }
  return isAnyStarted;
}

function noteBegun(begun: Map<string, number>, id: string, version: number): void {
  begun.delete(id);
  begun.set(id, version);
  const [oldest] = begun.keys();
  if (begun.size > BEGUN_KEPT && oldest !== undefined) begun.delete(oldest);
}

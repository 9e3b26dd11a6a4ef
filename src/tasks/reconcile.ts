import type { AccountRecord } from '../domain/account';
import type { DocumentOf } from '../domain/documents';
import { noticeWork } from '../domain/notices';
import { postpone } from '../domain/postpone';
import { writeBackDue } from '../domain/settle';
import type { Instant } from '../domain/time';
import { StoreUnavailable } from '../store';
import type { Versioned } from '../store';
import { archiveDecisions } from './archive-decisions';
import { changeAccount } from './change-document';
import { postponeBoard, showBoard } from './keep-board';
import type { DrawBoard } from './keep-board';
import { createLanes } from './lanes';
import type { Lanes } from './lanes';
import type { Ports } from './ports';
import { showAccount } from './show-account';
import type { DrawCard } from './show-account';
import { postponeWatch, tellWatcher } from './tell-watcher';
import type { DrawWatchNote } from './tell-watcher';
import { writeBack } from './write-back';

export interface Drawings {
  readonly account: DrawCard;
  readonly board: DrawBoard;
  readonly watch: DrawWatchNote;
}

/** Whether to stop before the next record: asked to, or not the holder of the lease any more. */
export interface Stop {
  readonly aborted: boolean;
}

const PAGE = 200;
const WORK365 = 'work365';

/** What can owe something, and how it is worked on. Boards and watches are few and are looked at first. */
type Owing = 'board' | 'watch' | 'account';
const OWING: readonly Owing[] = ['board', 'watch', 'account'];

interface Run {
  readonly ports: Ports;
  readonly drawings: Drawings;
  readonly stop: Stop;
  readonly lanes: Lanes;
  /** The state in which each document was worked on; one that is due again in the very same state must wait. */
  readonly worked: Map<string, string>;
}

/**
 * Makes true what the documents owe: posts, redraws, write-backs, notes to watchers. Everything is read from the
 * documents, the longest overdue first; it may die anywhere and be run again by anyone. It goes on until nothing is due
 * that could be worked on. A conversation that is at Teams' limit has its share of work under way and no more, so that
 * it never holds up another. Returns how many documents were worked on.
 */
export async function reconcile(ports: Ports, drawings: Drawings, stop: Stop): Promise<number> {
  const run: Run = { ports, drawings, stop, lanes: createLanes(), worked: new Map() };
  do {
    let isMore = false;
    for (const kind of OWING) isMore = (await sweep(run, kind)) || isMore;
    if (!isMore) await run.lanes.drain(stop.aborted ? 'all' : 'half');
  } while (!stop.aborted && (run.lanes.busy() || run.lanes.turnedAway()));
  await run.lanes.drain('all');
  return run.worked.size;
}

/**
 * Goes once through what is due of a kind, and starts what there is room for. While there is none for anything it
 * waits, so that work starts as steadily as it ends: many cards drawn at once would keep Teams' answers waiting. After
 * a page for which it had to wait it says that there is more; something else may be more urgent by then.
 */
async function sweep(run: Run, kind: Owing): Promise<boolean> {
  const { ports, lanes, stop } = run;
  const now = ports.clock.now();
  let next: string | undefined;
  let waited = false;
  do {
    const page = await ports.store.due(kind, now, { limit: PAGE, ...(next === undefined ? {} : { next }) });
    for (const stored of page.items) {
      while (lanes.full() && !stop.aborted) {
        await lanes.drain('one');
        waited = true;
      }
      if (stop.aborted) return false;
      if (begin(run, stored, now)) await giveWay();
    }
    next = page.next;
  } while (next !== undefined && !waited);
  return waited;
}

function begin(run: Run, stored: Versioned<DocumentOf[Owing]>, now: Instant): boolean {
  const { id } = stored.document;
  if (run.worked.get(id) === stored.etag) return false;
  const started = run.lanes.start(id, lanesOf(stored.document, now), () => work(run, stored));
  if (started) run.worked.set(id, stored.etag);
  return started;
}

/** To drawing a card belongs no waiting, so many of them in a row would hold up everything else. */
function giveWay(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Whom the work on a document makes us talk to. */
function lanesOf(document: DocumentOf[Owing], now: Instant): string[] {
  if (document.kind !== 'account') return [document.conversationId];
  const conversations = noticeWork(document, now).map(({ notice }) => notice.conversationId);
  const writes = (writeBackDue(document.writeBack, now) ?? Infinity) <= now;
  return writes ? [...conversations, WORK365] : conversations;
}

async function work(run: Run, stored: Versioned<DocumentOf[Owing]>): Promise<void> {
  const { ports, drawings } = run;
  const { document, etag } = stored;
  try {
    switch (document.kind) {
      case 'board':
        await showBoard(ports, { document, etag }, drawings.board);
        return;
      case 'watch':
        await tellWatcher(ports, { document, etag }, drawings.watch);
        return;
      case 'account':
        await settleAccount(ports, { document, etag }, drawings.account);
    }
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    await putOff(ports, document, error);
  }
}

async function settleAccount(ports: Ports, stored: Versioned<AccountRecord>, draw: DrawCard): Promise<void> {
  const kept = await archiveDecisions(ports, stored);
  const shown = await showAccount(ports, kept, draw);
  const written = await writeBack(ports, shown);
  // What the write-back changed is shown at once.
  if (written.document.version !== shown.document.version) await showAccount(ports, written, draw);
}

/** Something in this document makes us fail: it is logged and tried again later, and the others go on. */
async function putOff(ports: Ports, document: DocumentOf[Owing], error: unknown): Promise<void> {
  ports.log.error({ document: document.id, error }, 'A record could not be reconciled; it is tried again later');
  const reason = 'an internal error; the log has the details';
  switch (document.kind) {
    case 'board':
      await postponeBoard(ports, document.id, reason);
      return;
    case 'watch':
      await postponeWatch(ports, document, reason);
      return;
    case 'account':
      await changeAccount(ports, document.id, (r) => postpone(r, reason, ports.random(), ports.clock.now()));
  }
}

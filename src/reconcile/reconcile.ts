import type { AccountRecord } from '../domain/account';
import type { DocumentOf } from '../domain/documents';
import type { Instant } from '../domain/time';
import type { Versioned } from '../store';
import { shareRecord } from './shared-record';
import type { SharedRecord } from './shared-record';
import { accountErrands, boardErrand, watchErrand } from './errands';
import type { Drawings, Errand, Owing } from './errands';
import { createLanes } from './lanes';
import type { Lanes } from './lanes';
import type { Ports } from '../ports';
import { createWaitingList } from './waiting-list';
import type { WaitingList } from './waiting-list';

export type { Drawings } from './errands';

/** Whether to stop before the next record: asked to, or not the holder of the lease any more. */
export interface Stop {
  readonly aborted: boolean;
  /** Whom to call, during this run, whenever something may have become due. */
  onNews?(listener: () => void): void;
}

const PAGE = 200;
/** How long after a look before looking from the beginning again while work is under way, in milliseconds. */
const LOOK_AGAIN_AFTER = 1_000;
/** How much longer for each page of it that brought nothing for which there was room: at most four a second are read. */
const FRUITLESS_PAGE_COSTS = 250;
/** Boards and watches are few and are looked at first. */
const OWING: readonly Owing[] = ['board', 'watch', 'account'];
/** Of so many accounts it is remembered in which version they were begun with; more than were decided lately. */
const BEGUN_KEPT = 1_000;

/** A look through everything that is due of a kind, the longest overdue first. It goes on where it was left. */
interface Look {
  readonly kind: Owing;
  readonly waiting: WaitingList;
  from: Instant;
  next: string | undefined;
  /** Whether it has come to the end. */
  isThrough: boolean;
  readAt: Instant;
  fruitlessPages: number;
  /** Whether something was passed by that has to be found again. */
  hasMissed: boolean;
}

interface Run {
  readonly ports: Ports;
  readonly drawings: Drawings;
  readonly stop: Stop;
  readonly lanes: Lanes;
  readonly looks: Readonly<Record<Owing, Look>>;
  /** Accounts that may owe more after something of them was done. */
  readonly changed: Set<SharedRecord>;
  /** The versions in which accounts were begun with, the last ones only. */
  readonly begun: Map<string, number>;
}

/**
 * Makes true what the documents owe: posts, redraws, write-backs, notes to watchers. Everything is read from the
 * documents, the longest overdue first; it may die anywhere and be run again by anyone. It goes on until nothing is due
 * that could be worked on.
 *
 * A conversation that is at Teams' limit has its share of work under way and no more, so that it never holds up another;
 * what else is due for it waits, and is taken up when it has room. What somebody has just decided goes first.
 */
export async function reconcile(ports: Ports, drawings: Drawings, stop: Stop): Promise<void> {
  const lanes = createLanes();
  const looks = { board: lookAt('board', ports), watch: lookAt('watch', ports), account: lookAt('account', ports) };
  const run: Run = { ports, drawings, stop, lanes, looks, changed: new Set(), begun: new Map() };
  stop.onNews?.(() => {
    lanes.wake();
  });
  try {
    while (!stop.aborted && (lanes.busy() || isLeft(run))) {
      let isMore = false;
      for (const kind of OWING) isMore = (await readOn(run, looks[kind])) || isMore;
      await startUrgent(run);
      if (!isMore && lanes.busy()) await lanes.changed();
    }
  } finally {
    // Also when the store is away: the next run must not find this one still at work.
    await lanes.drain();
  }
}

function lookAt(kind: Owing, { clock }: Ports): Look {
  const beginning = { from: clock.now(), next: undefined, isThrough: false, readAt: 0 };
  return { kind, waiting: createWaitingList(), ...beginning, fruitlessPages: 0, hasMissed: false };
}

function isLeft({ looks, changed }: Run): boolean {
  const looksOpen = OWING.map((kind) => looks[kind]).filter(
    ({ isThrough, hasMissed, waiting }) => !isThrough || hasMissed || !waiting.isEmpty(),
  );
  return changed.size > 0 || looksOpen.length > 0;
}

/**
 * Reads one page more of what is due, and starts what there is room for. While there is none for anything it waits, so
 * that work starts as steadily as it ends: many cards drawn at once would keep Teams' answers waiting. Returns whether
 * there is more to read at once.
 */
async function readOn(run: Run, look: Look): Promise<boolean> {
  const { ports, lanes } = run;
  const now = ports.clock.now();
  if (lanes.full()) return false;
  if (look.isThrough) {
    const rest = LOOK_AGAIN_AFTER + look.fruitlessPages * FRUITLESS_PAGE_COSTS;
    // The clock may have been set back.
    if (lanes.busy() ? Math.abs(now - look.readAt) < rest : !look.hasMissed) return false;
    Object.assign(look, { from: now, next: undefined, isThrough: false, fruitlessPages: 0, hasMissed: false });
    look.waiting.reopen();
  }
  look.readAt = now;
  const { next, from, kind } = look;
  const page = await ports.store.due(kind, from, { limit: PAGE, ...(next === undefined ? {} : { next }) });
  let started = 0;
  for (const stored of page.items) {
    while (lanes.full() && !run.stop.aborted) {
      await lanes.changed();
      await startUrgent(run, 0);
    }
    if (run.stop.aborted) return false;
    const isBegun = isOutdated(run, stored.document)
      ? await readAndBegin(run, look, stored.document.id)
      : begin(run, look, stored);
    if (!isBegun) continue;
    started += 1;
    await giveWay();
    // Turn by turn, so that neither those who wait for full conversations nor the others wait for ever.
    await startUrgent(run, 1);
  }
  look.next = page.next;
  look.isThrough = page.next === undefined;
  if (started === 0) look.fruitlessPages += 1;
  return !look.isThrough;
}

/** What need not be looked for: the rest of what was just worked on, what was just decided, and what waits. */
async function startUrgent(run: Run, most = Infinity): Promise<void> {
  const { lanes, stop } = run;
  for (const shared of run.changed) {
    if (lanes.full() || stop.aborted) return;
    run.changed.delete(shared);
    const { document } = shared.latest();
    const { account } = run.looks;
    if (!isDue(run, document)) continue;
    if (isOutdated(run, document)) await readAndBegin(run, account, document.id);
    else startAll(run, account, accountErrands(run.ports, run.drawings, shared), shared);
  }
  await startPreferred(run);
  for (const kind of OWING) await startWaiting(run, run.looks[kind], most);
}

/** People look at the cards of what they have just decided, here or at another replica. */
async function startPreferred(run: Run): Promise<void> {
  const { register } = run.ports;
  for (const id of register.decidedLately()) {
    if (run.lanes.full() || run.stop.aborted) return;
    const known = register.account(id);
    if (known === undefined || !isDue(run, known) || run.begun.get(id) === known.version) continue;
    noteBegun(run, known);
    await readAndBegin(run, run.looks.account, id);
  }
}

/** Whoever was begun with need not be preferred any more. */
function noteBegun({ begun }: Run, { id, version }: AccountRecord): void {
  begun.delete(id);
  begun.set(id, version);
  for (const oldest of begun.keys()) {
    if (begun.size <= BEGUN_KEPT) return;
    begun.delete(oldest);
  }
}

async function startWaiting(run: Run, look: Look, most: number): Promise<void> {
  const { lanes, stop } = run;
  for (let count = 0; count < most && !stop.aborted; count += 1) {
    const id = look.waiting.take((lane) => lanes.hasRoom(lane));
    if (id === undefined) return;
    if (await readAndBegin(run, look, id)) await giveWay();
  }
}

async function readAndBegin(run: Run, look: Look, id: string): Promise<boolean> {
  const stored = await run.ports.store.read(look.kind, id);
  return stored !== undefined && isDue(run, stored.document) && begin(run, look, stored);
}

function isDue(run: Run, { dueAt }: { readonly dueAt?: Instant }): boolean {
  return dueAt !== undefined && dueAt <= run.ports.clock.now();
}

/** It was changed after we read it, and a card may show that already: an older one must not take its place. */
function isOutdated({ ports }: Run, document: DocumentOf[Owing]): boolean {
  return document.kind === 'account' && (ports.register.account(document.id)?.version ?? 0) > document.version;
}

/** Starts what a document owes to those who have room; the rest waits. Returns whether anything was started. */
function begin(run: Run, look: Look, { document, etag }: Versioned<DocumentOf[Owing]>): boolean {
  const { ports, drawings } = run;
  switch (document.kind) {
    case 'board':
      return startAll(run, look, [boardErrand(ports, drawings, { document, etag })]);
    case 'watch':
      return startAll(run, look, [watchErrand(ports, drawings, { document, etag })]);
    case 'account': {
      noteBegun(run, document);
      const shared = shareRecord(ports, { document, etag });
      return startAll(run, look, accountErrands(ports, drawings, shared), shared);
    }
  }
}

function startAll(run: Run, look: Look, errands: readonly Errand[], shared?: SharedRecord): boolean {
  const { lanes, stop } = run;
  // Asked for at the last moment: this process may have been suspended while the document was read.
  if (stop.aborted) return false;
  let isAnyStarted = false;
  for (const errand of errands) {
    const { key, lane, id } = errand;
    // Whoever is at it sees at its end what is due by then.
    if (lanes.isUnderWay(key)) continue;
    if (!lanes.hasRoom(lane)) {
      if (!look.waiting.put(lane, id)) look.hasMissed = true;
      continue;
    }
    isAnyStarted = true;
    const before = shared?.latest().etag;
    lanes.start(key, lane, async () => {
      await errand.run();
      // In the very same state it would fare the same again.
      if (shared !== undefined && shared.latest().etag !== before) run.changed.add(shared);
    });
  }
  return isAnyStarted;
}

/** To drawing a card belongs no waiting, so many of them in a row would hold up everything else. */
function giveWay(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

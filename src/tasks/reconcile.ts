import { postpone } from '../domain/postpone';
import { archiveDecisions } from './archive-decisions';
import { changeAccount } from './change-document';
import { showBoard } from './keep-board';
import type { DrawBoard } from './keep-board';
import type { Ports } from './ports';
import { showAccount } from './show-account';
import type { DrawCard } from './show-account';
import { tellWatcher } from './tell-watcher';
import type { DrawWatchNote } from './tell-watcher';
import { writeBack } from './write-back';
import { StoreUnavailable } from '../store';

export interface Drawings {
  readonly account: DrawCard;
  readonly board: DrawBoard;
  readonly watch: DrawWatchNote;
}

/** Whether to stop before the next record: asked to, or not the holder of the lease any more. */
export interface Stop {
  readonly aborted: boolean;
}

/** How many records are worked on at the same time; the courier keeps each conversation within Teams' limits. */
const TOGETHER = 32;
const BATCH = 200;

/**
 * Makes true what the records owe: posts, redraws, write-backs, notes to watchers. Reads everything from the records,
 * the longest overdue first; may die anywhere and be run again by anyone. One record's trouble never stops the others.
 * Returns how many records were worked on.
 */
export async function reconcile(ports: Ports, drawings: Drawings, stop: Stop): Promise<number> {
  const now = ports.clock.now();
  const accounts = await ports.store.due('account', now, BATCH);
  await inTurns(accounts, stop, (stored) =>
    guarded(ports, stored.document.id, async () => {
      await archiveDecisions(ports, stored.document);
      const shown = await showAccount(ports, stored, drawings.account);
      const written = await writeBack(ports, shown);
      // What the write-back changed is shown at once where the card is ours to redraw.
      if (written.document.version !== shown.document.version) await showAccount(ports, written, drawings.account);
    }),
  );
  const boards = await ports.store.due('board', now, BATCH);
  await inTurns(boards, stop, (stored) =>
    guarded(ports, stored.document.id, () => showBoard(ports, stored, drawings.board)),
  );
  const watches = await ports.store.due('watch', now, BATCH);
  await inTurns(watches, stop, (stored) =>
    guarded(ports, stored.document.id, () => tellWatcher(ports, stored, drawings.watch)),
  );
  return accounts.length + boards.length + watches.length;
}

/** A record that makes us fail is logged and put off; a store that is away ends the round. */
async function guarded(ports: Ports, id: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    ports.log.error({ document: id, error }, 'A record could not be reconciled; it is tried again later');
    if (!id.startsWith('account:')) return;
    const reason = 'an internal error; the log has the details';
    await changeAccount(ports, id, (r) => postpone(r, reason, ports.random(), ports.clock.now()));
  }
}

async function inTurns<T>(items: readonly T[], stop: Stop, work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (;;) {
      const item = items[next++];
      if (item === undefined || stop.aborted) return;
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(TOGETHER, items.length) }, worker));
}

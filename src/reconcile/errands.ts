import { DECISIONS_KEPT } from '../domain/decision';
import type { BoardRecord, WatchRecord } from '../domain/documents';
import { newsOwed } from '../domain/news';
import { noticeWork } from '../domain/notices';
import { refusePost } from '../domain/post';
import { postpone } from '../domain/postpone';
import { writeBackDue } from '../domain/settle';
import { StoreUnavailable } from '../store';
import type { Versioned } from '../store';
import { archiveDecisions } from './archive-decisions';
import { askForNews } from './ask-for-news';
import { changeAccount } from '../records/change-document';
import { shareRecord } from './shared-record';
import type { SharedRecord } from './shared-record';
import { owedBoard } from './keep-board';
import type { DrawBoard } from './keep-board';
import type { Ports } from '../ports';
import { showAccount } from './show-account';
import type { DrawCard } from './show-account';
import { showPost } from './show-post';
import type { OwedPost } from './show-post';
import { owedNote } from './tell-watcher';
import type { DrawWatchNote } from './tell-watcher';
import { writeBack } from './write-back';

export interface Drawings {
  readonly account: DrawCard;
  readonly board: DrawBoard;
  readonly watch: DrawWatchNote;
}

/** What can owe something. */
export type Owing = keyof Drawings;

/** One part of what a document owes: what makes us talk to one party, so that a slow one holds up nobody else. */
export interface Errand {
  /** The id of the document. */
  readonly id: string;
  /** Two of the same key are never under way at the same time. */
  readonly key: string;
  /** Whom it makes us talk to. */
  readonly lane: string;
  /** Whatever goes wrong but the store puts off what is due. */
  run(): Promise<void>;
}

const WORK365 = 'work365';
/** Work that talks to nobody: moving old decisions out, asking for a card. */
const NOBODY = 'nobody';

export function boardErrand(ports: Ports, { board }: Drawings, stored: Versioned<BoardRecord>): Errand {
  return postErrand(ports, stored.document, owedBoard(ports, shareRecord<'board'>(ports, stored), board));
}

export function watchErrand(ports: Ports, { watch }: Drawings, stored: Versioned<WatchRecord>): Errand {
  return postErrand(ports, stored.document, owedNote(ports, shareRecord<'watch'>(ports, stored), watch));
}

function postErrand(ports: Ports, { id, conversationId }: BoardRecord | WatchRecord, owed: OwedPost): Errand {
  const putOff = async (reason: string): Promise<void> => {
    await owed.change((post) => refusePost(post, { reason, random: ports.random() }, ports.clock.now()));
  };
  return { id, key: id, lane: conversationId, run: careful(ports, id, () => showPost(ports, owed), putOff) };
}

/**
 * What an account owes now, the longest waiting first. Its cards are redrawn at the same time in all conversations; it
 * is posted in one after another, so that whoever dies leaves no more than one card that nobody noted.
 */
export function accountErrands(ports: Ports, drawings: Drawings, shared: SharedRecord): Errand[] {
  try {
    return soundErrands(ports, drawings, shared);
  } catch (error) {
    const { id } = shared.latest().document;
    // A record that cannot even be read for what it owes fails by itself, and not everything that is due after it.
    const run = (): Promise<void> => {
      throw error;
    };
    return [{ id, key: id, lane: NOBODY, run: careful(ports, id, run, putOff(ports, id)) }];
  }
}

function soundErrands(ports: Ports, drawings: Drawings, shared: SharedRecord): Errand[] {
  const { document } = shared.latest();
  const { id } = document;
  const now = ports.clock.now();
  const errands = new Map<string, Errand>();
  const add = (key: string, lane: string, run: () => Promise<void>): void => {
    const name = `${key} ${lane}`;
    if (!errands.has(name)) errands.set(name, { id, key, lane, run: careful(ports, id, run, putOff(ports, id)) });
  };
  for (const { work, notice } of noticeWork(document, now)) {
    const lane = notice.conversationId;
    const key = work === 'post' ? `${id} post` : `${id} redraw ${lane}`;
    add(key, lane, () => showAccount(ports, shared, drawings.account, { work, conversationId: lane }));
  }
  if ((writeBackDue(document.writeBack, now) ?? Infinity) <= now)
    add(`${id} write`, WORK365, () => writeBack(ports, shared));
  if (newsOwed(document).length > 0) add(`${id} news`, NOBODY, () => askForNews(ports, shared));
  if (document.decisions.length > DECISIONS_KEPT) add(`${id} archive`, NOBODY, () => archiveDecisions(ports, shared));
  return [...errands.values()];
}

/** Something in this document may make us fail: it is logged and tried again later, and the others go on. */
function careful(
  { log }: Ports,
  id: string,
  run: () => Promise<void>,
  putOff: (reason: string) => Promise<void>,
): () => Promise<void> {
  return async () => {
    try {
      await run();
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error;
      log.error({ document: id, error }, 'A record could not be reconciled; it is tried again later');
      await putOff('an internal error; the log has the details').catch((again: unknown) => {
        if (again instanceof StoreUnavailable) throw again;
      });
    }
  };
}

function putOff(ports: Ports, accountId: string): (reason: string) => Promise<void> {
  return async (reason) => {
    await changeAccount(ports, accountId, (r) => postpone(r, reason, ports.random(), ports.clock.now()));
  };
}

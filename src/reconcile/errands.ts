import type { AccountRecord } from '../domain/account';
import { DECISIONS_KEPT } from '../domain/decision';
import type { BoardRecord, DocumentOf, WatchRecord } from '../domain/documents';
import { assignmentOf } from '../domain/assignment';
import { settledInvitation } from '../domain/invitation';
import type { InvitationRecord } from '../domain/invitation';
import { newsOwed } from '../domain/news';
import { noticeWork } from '../domain/notices';
import { postWork, refusePost } from '../domain/post';
import { postpone } from '../domain/postpone';
import { creationDue, writeBackDue } from '../domain/settle';
import { snoozeOf } from '../domain/snooze';
import { HOUR } from '../domain/time';
import type { Instant } from '../domain/time';
import { isStoreAway } from '../store';
import type { Versioned } from '../store';
import { archiveDecisions } from './archive-decisions';
import { askForNews } from './ask-for-news';
import { carryOutCreation } from './create-customer';
import { owedBoards } from './keep-board';
import type { DrawBoard } from './keep-board';
import type { Ports } from '../ports';
import { shareRecord } from './shared-record';
import { endSleep } from './end-snooze';
import { endUnanswered, isRequestOver } from './end-request';
import { lapse } from './lapse-assignment';
import { isReminderDue, remind } from './remind-inviter';
import type { SharedRecord } from './shared-record';
import { showAccount } from './show-account';
import type { DrawCard } from './show-account';
import { showPost } from './show-post';
import type { OwedPost } from './show-post';
import { owedWord, putOffWord } from './tell-inviter';
import type { DrawInvitationNote } from './tell-inviter';
import { owedNote } from './tell-watcher';
import type { DrawWatchNote } from './tell-watcher';
import { writeBack } from './write-back';

export interface Drawings extends DrawBoard {
  readonly account: DrawCard;
  readonly watch: DrawWatchNote;
  readonly invitation: DrawInvitationNote;
}

/** The kinds of documents of which it is looked for what they owe. */
export type DebtorKind = 'account' | 'board' | 'watch' | 'invitation';

/** One part of what a document owes: what makes us talk to one party, so that a slow one holds up nobody else. */
export interface Errand {
  /** Two of the same key are never under way at the same time. */
  readonly key: string;
  /** Whom it makes us talk to. */
  readonly party: string;
  /** Whatever goes wrong but the store puts off what is due. */
  readonly run: () => Promise<void>;
}

/** A document that owes something, while it is worked on. */
export interface Debtor {
  /** As it was last read or saved here. */
  readonly latest: () => Versioned<DocumentOf[DebtorKind]>;
  /** What it owes now. */
  readonly errands: () => readonly Errand[];
}

const WORK365 = 'work365';
/** Work that talks to nobody: moving old decisions out, asking for a card. */
const NOBODY = 'nobody';

export function debtorOf(
  ports: Ports,
  drawings: Drawings,
  { document, etag }: Versioned<DocumentOf[DebtorKind]>,
  readAt: Instant,
): Debtor {
  switch (document.kind) {
    case 'board': {
      const shared = shareRecord<'board'>(ports, { document, etag }, readAt);
      return withPosts(ports, shared, () => owedBoards(ports, shared, drawings));
    }
    case 'watch': {
      const shared = shareRecord<'watch'>(ports, { document, etag }, readAt);
      return withPosts(ports, shared, () => [owedNote(ports, shared, drawings.watch)]);
    }
    case 'invitation': {
      const shared = shareRecord<'invitation'>(ports, { document, etag }, readAt);
      return { latest: shared.latest, errands: () => invitationErrands(ports, drawings, shared) };
    }
    case 'account': {
      const shared = shareRecord(ports, { document, etag }, readAt);
      return { latest: shared.latest, errands: () => accountErrands(ports, drawings, shared) };
    }
  }
}

/** One of its posts at a time. */
function withPosts(
  ports: Ports,
  { latest }: SharedRecord<BoardRecord> | SharedRecord<WatchRecord>,
  owedPosts: () => readonly OwedPost[],
): Debtor {
  return {
    latest,
    errands() {
      const { id, conversationId: party } = latest().document;
      const { clock, random } = ports;
      const owed = owedPosts().find(({ post, version }) => postWork(post, version, clock.now()) !== undefined);
      if (owed === undefined) return [];
      const putOff = (reason: string): Promise<unknown> =>
        owed.change((post) => refusePost(post, { reason, random: random() }, clock.now()));
      return [{ key: id, party, run: careful(ports, id, () => showPost(ports, owed), putOff) }];
    },
  };
}

/** One word at a time; a reminder becomes such a word. */
function invitationErrands(
  ports: Ports,
  drawings: Drawings,
  shared: SharedRecord<InvitationRecord>,
): readonly Errand[] {
  const { id: key, ...document } = shared.latest().document;
  const { clock, random } = ports;
  const owed = owedWord(ports, shared, drawings.invitation);
  if (owed !== undefined) {
    const party = owed.conversation?.conversationId ?? NOBODY;
    const putOff = (reason: string): Promise<unknown> => putOffWord(owed, reason, random(), clock.now());
    return [{ key, party, run: careful(ports, key, () => showPost(ports, owed), putOff) }];
  }
  if (!isReminderDue(document, clock.now())) return [];
  const putOff = (): Promise<unknown> =>
    shared.change((one) => settledInvitation({ ...one, remindAt: clock.now() + HOUR }, clock.now()));
  return [{ key, party: NOBODY, run: careful(ports, key, () => remind(ports, shared), putOff) }];
}

/**
 * What an account owes now, the longest waiting first. Its cards are redrawn at the same time in all conversations; it
 * is posted in one after another, so that whoever dies leaves no more than one card that nobody noted.
 */
function accountErrands(ports: Ports, drawings: Drawings, shared: SharedRecord): readonly Errand[] {
  const { document } = shared.latest();
  const { id } = document;
  const now = ports.clock.now();
  const putOff = (reason: string): Promise<unknown> =>
    shared.change((record) => postpone(record, reason, ports.random(), ports.clock.now()));
  const errand = (key: string, party: string, run: () => Promise<void>): Errand => ({
    key: `${id} ${key}`,
    party,
    run: careful(ports, id, run, putOff),
  });
  try {
    return [
      ...noticeWork(document, now).map(({ work, notice: { conversationId } }) =>
        errand(work === 'post' ? work : `${work} ${conversationId}`, conversationId, () =>
          showAccount(ports, shared, drawings.account, { work, conversationId }),
        ),
      ),
      ...(isWriteDue(document, now) ? [errand('write', WORK365, () => writeBack(ports, shared))] : []),
      ...(isCreationDue(document, now) ? [errand('create', WORK365, () => carryOutCreation(ports, shared))] : []),
      ...((assignmentOf(document)?.until ?? Infinity) <= now
        ? [errand('assign', NOBODY, () => lapse(ports, shared))]
        : []),
      ...(isRequestOver(ports, document) ? [errand('request', NOBODY, () => endUnanswered(ports, shared))] : []),
      ...((snoozeOf(document)?.until ?? Infinity) <= now
        ? [errand('wake', NOBODY, () => endSleep(ports, shared))]
        : []),
      ...(newsOwed(document).length > 0 ? [errand('news', NOBODY, () => askForNews(ports, shared))] : []),
      ...(document.decisions.length > DECISIONS_KEPT
        ? [errand('archive', NOBODY, () => archiveDecisions(ports, shared))]
        : []),
    ];
  } catch (error) {
    // A record that cannot even be read for what it owes fails by itself, and not everything that is due after it.
    const fail = (): Promise<void> => Promise.reject(error instanceof Error ? error : new Error(String(error)));
    return [errand('unreadable', NOBODY, fail)];
  }
}

function isCreationDue({ creation }: AccountRecord, now: number): boolean {
  return (creationDue(creation, now) ?? Infinity) <= now;
}

function isWriteDue({ writeBack: state }: AccountRecord, now: number): boolean {
  return (writeBackDue(state, now) ?? Infinity) <= now;
}

/** Something in this document may make us fail: it is logged and tried again later, and the others go on. */
function careful(
  { log }: Ports,
  id: string,
  run: () => Promise<void>,
  putOff: (reason: string) => Promise<unknown>,
): () => Promise<void> {
  return async () => {
    try {
      await run();
    } catch (error) {
      if (isStoreAway(error)) throw error;
      log.error({ document: id, error }, 'A record could not be reconciled; it is tried again later');
      await putOff('an internal error; the log has the details').catch((again: unknown) => {
        if (isStoreAway(again)) throw again;
      });
    }
  };
}

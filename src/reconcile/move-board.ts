import type { BoardRecord, ConversationRecord } from '../domain/documents';
import { anew, postDue } from '../domain/post';
import type { Post } from '../domain/post';
import { HOUR } from '../domain/time';
import type { Instant } from '../domain/time';
import type { Ports } from '../ports';
import { updateDocument } from '../records/change-document';

/**
 * A board that has sunk under other messages is made anew at the end of its conversation, and the message that it had says
 * so. The new one is there before the old one is touched, so whoever dies in between leaves two boards, and never none.
 */

/** Under so many messages it has sunk. */
export const SUNK_UNDER = 10;
const NOT_WITHIN = HOUR;

/** It is where people saw it, says something new, and has not moved for a while. */
export function mayMove({ state, news, old, postedAt, open, stuck }: BoardRecord, now: Instant): boolean {
  const hasSomething = open > 0 || stuck !== undefined;
  return (
    state === 'posted' && news === true && old === undefined && hasSomething && now - (postedAt ?? 0) >= NOT_WITHIN
  );
}

/** Whether enough has come below it: what we posted there ourselves, and what people wrote and were answered. */
export function hasSunk({ register }: Pick<Ports, 'register'>, board: BoardRecord): boolean {
  const { conversationId, postedAt = 0, below = 0 } = board;
  let under = below;
  for (const { notices } of register.allAccounts()) {
    for (const notice of notices) {
      // Cards that people asked for are answers, which are counted already.
      if (notice.conversationId !== conversationId || notice.reason === 'asked') continue;
      if (notice.state === 'posted' && (notice.postedAt ?? notice.wantedAt) >= postedAt) under += 1;
    }
    if (under >= SUNK_UNDER) return true;
  }
  return under >= SUNK_UNDER;
}

/** To be made anew; the message that it had is the old one now. */
export function atTheEnd(board: BoardRecord): BoardRecord {
  const { messageId, threadId, news: _told, below: _above, ...rest } = board;
  if (messageId === undefined) return board;
  const where = { messageId, ...(threadId === undefined ? {} : { threadId }) };
  return { ...anew(rest), old: { ...where, state: 'posted', shownVersion: 0, attempts: 0 } };
}

/** When the old message is to say that the board has moved: not before the new one is there. */
export function oldDue({ state, old }: BoardRecord, now: Instant): Instant | undefined {
  return state === 'posted' && old !== undefined ? postDue(old, 1, now) : undefined;
}

/** Changes the old message; one that says what it has to, or is gone, is forgotten. */
export function withOld(board: BoardRecord, how: <P extends Post>(post: P) => P | undefined): BoardRecord | undefined {
  if (board.old === undefined) return undefined;
  const old = how(board.old);
  if (old === undefined) return undefined;
  if (old.state === 'posted' && old.shownVersion < 1) return { ...board, old };
  const { old: _done, ...rest } = board;
  return rest;
}

/** Something that a person typed, and how many messages it was answered with. */
export interface Typed {
  readonly id: string;
  readonly place: Pick<ConversationRecord, 'conversationId' | 'type'> & { readonly threadId?: string };
  readonly answers: number;
}

/**
 * Counts what came below the board of a conversation. In a channel an answer stays in its thread, so only a message that
 * begins one counts. Nobody needs to know of more than it takes to have sunk, so the writes end there.
 */
export async function countBelow(ports: Ports, { id, place, answers }: Typed): Promise<void> {
  const { conversationId, type, threadId } = place;
  const board = ports.register.board(conversationId);
  if (board === undefined) return;
  const begins = threadId === undefined || threadId.endsWith(`;messageid=${id}`);
  const messages = type === 'channel' ? Number(begins) : 1 + answers;
  const counted = (b: BoardRecord): BoardRecord | undefined => {
    const { below = 0, state } = b;
    if (state !== 'posted' || below >= SUNK_UNDER) return undefined;
    return { ...b, below: Math.min(SUNK_UNDER, below + messages) };
  };
  if (messages > 0 && counted(board) !== undefined) await updateDocument(ports, 'board', board.id, counted);
}

import type { ConversationRecord, DocumentOf } from '../domain/documents';
import { wakeNotices } from '../domain/notices';
import { calm, waitsForConversation } from '../domain/post';
import type { Post } from '../domain/post';
import { mayBeTold } from '../domain/quiet';
import type { Instant } from '../domain/time';
import { chosenFrom } from '../matching/slices';
import { updateDocument } from '../records/change-document';
import { ifReadable } from '../records/leave-out';
import type { Ports } from '../ports';
import { wokenBoard } from './keep-board';
import type { Owing } from './shared-record';
import { wokenWords } from './tell-inviter';
import { wokenWatch } from './tell-watcher';

/**
 * What waits for a conversation that is open to us again is due at once. Read off the records like everything else, so
 * that it does not matter which replica heard of it, or whether that one lived to act on it.
 */
export async function wakeWaiting(ports: Ports): Promise<void> {
  const { register, clock } = ports;
  const isOpen = (conversationId: string): boolean => {
    const conversation = register.conversation(conversationId);
    return conversation !== undefined && mayBeTold(conversation, clock.now());
  };
  const boards = [...register.allConversations()].map((c) => register.board(c.conversationId));
  const woken = [
    await wake(ports, 'account', register.allAccounts(), (r) => wakeNotices(r, isOpen, clock.now())),
    await wake(ports, 'board', boards, (b) => wokenBoard(ports, b, clock.now())),
    await wake(ports, 'watch', register.allWatches(), (w) => wokenWatch(ports, w, clock.now())),
    await wake(ports, 'conversation', register.allConversations(), (c) => wokenPosts(c, clock.now())),
    await wake(ports, 'invitation', register.invitations.all(), (i) => wokenWords(ports, i, clock.now())),
  ];
  if (woken.some(Boolean)) ports.nudge('reconcile');
}

/** Whether any was woken; what is the same afterwards is not even read. */
async function wake<K extends Owing>(
  ports: Ports,
  kind: K,
  known: Iterable<DocumentOf[K] | undefined>,
  woken: (document: DocumentOf[K]) => DocumentOf[K],
): Promise<boolean> {
  const waiting = await chosenFrom(known, (one) => one !== undefined && woken(one) !== one);
  for (const one of waiting) if (one !== undefined) await ifReadable(() => updateDocument(ports, kind, one.id, woken));
  return waiting.length > 0;
}

/** The messages that a conversation itself owes, once they may be said there again. The same one when none waited. */
function wokenPosts(conversation: ConversationRecord, now: Instant): ConversationRecord {
  const { digestPost, reminderPost, gatherings = [] } = conversation;
  const waits = (post: Post | undefined): post is Post => post !== undefined && waitsForConversation(post);
  const isAny = [digestPost, reminderPost, ...gatherings.map(({ post }) => post)].some(waits);
  if (!isAny || !mayBeTold(conversation, now)) return conversation;
  return {
    ...conversation,
    ...(waits(digestPost) ? { digestPost: calm(digestPost) } : {}),
    ...(waits(reminderPost) ? { reminderPost: calm(reminderPost) } : {}),
    ...(gatherings.length > 0
      ? { gatherings: gatherings.map((one) => (waits(one.post) ? { ...one, post: calm(one.post) } : one)) }
      : {}),
  };
}

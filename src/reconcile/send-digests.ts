import type { ListAnswer } from '../domain/answers';
import { backoff } from '../domain/backoff';
import { isDigestDue } from '../domain/digest';
import type { ConversationRecord, DigestPost } from '../domain/documents';
import { POST_CLAIM_LAPSES_AFTER, POST_LEAVES_WITHIN } from '../domain/notice';
import { HOUR } from '../domain/time';
import type { Message, Sent } from '../courier';
import { StoreUnavailable } from '../store';
import { changeDocument } from '../records/change-document';
import { conversationDocumentId, pauseConversation } from '../records/keep-conversation';
import { listAccounts } from '../records/list-accounts';
import type { Ports } from '../ports';

export type DrawDigest = (list: ListAnswer, conversation: ConversationRecord) => Message;

/** When Teams will not have it at all; by then it is another day, or an operator has read the log. */
const REJECTED_FOR = 6 * HOUR;

/**
 * Sends the digests that are due: what is open, at the time that the conversation asked for. Silent when nothing is
 * open, and on weekends when it is daily. Claimed before the post and noted after it, like every card: a kill between
 * the two can show it twice, never not at all.
 */
export async function sendDigests(ports: Ports, draw: DrawDigest): Promise<void> {
  for (const conversation of ports.register.allConversations()) {
    if (conversation.state !== 'active' || !mayPost(conversation, ports.clock.now())) continue;
    try {
      await sendDigest(ports, conversation, draw);
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error;
      // Its claim lapses, and it is tried again.
      ports.log.error({ conversation: conversation.id, error }, 'A digest could not be made; the others go on');
    }
  }
}

async function sendDigest(ports: Ports, { conversationId }: ConversationRecord, draw: DrawDigest): Promise<void> {
  const claimedAt = ports.clock.now();
  const list = listAccounts(ports, 'unmapped');
  const id = conversationDocumentId(conversationId);
  const claimed = await changeDocument(ports, 'conversation', id, (c) => {
    if (!mayPost(c, claimedAt)) return { result: undefined };
    if (list.total === 0) return { document: noteSent(c, claimedAt), result: undefined };
    return { document: { ...c, digestPost: { attempts: 0, ...c.digestPost, claimedAt } }, result: undefined };
  });
  if (claimed.changed !== 'saved' || list.total === 0) return;
  const { document: conversation } = claimed;
  const sent = await ports.courier.post(conversation, draw(list, conversation), claimedAt + POST_LEAVES_WITHIN);
  if (sent.sent === 'conversation-gone' || sent.sent === 'paused') await pauseConversation(ports, conversation, sent);
  const now = ports.clock.now();
  const random = ports.random();
  await changeDocument(ports, 'conversation', id, (c) =>
    // Our claim has lapsed, and somebody else has posted it or is posting it: that one counts.
    c.digestPost?.claimedAt === claimedAt
      ? { document: noteOutcome(c, c.digestPost, sent, now, random), result: undefined }
      : { result: undefined },
  );
}

function noteSent({ digestPost: _over, ...rest }: ConversationRecord, now: number): ConversationRecord {
  return { ...rest, digestSentAt: now };
}

function noteOutcome(
  conversation: ConversationRecord,
  { claimedAt, ...post }: DigestPost,
  sent: Sent,
  now: number,
  random: number,
): ConversationRecord {
  // The claim lapses by itself; then the digest is owed again.
  if (sent.sent === 'too-late') return conversation;
  if (sent.sent === 'sent') return noteSent(conversation, now);
  const attempts = post.attempts + 1;
  const retryAt = sent.sent === 'later' ? sent.retryAt : sent.sent === 'rejected' ? now + REJECTED_FOR : undefined;
  const notBefore = Math.max(retryAt ?? 0, now + backoff(attempts, random));
  const lastError = 'reason' in sent ? sent.reason : sent.sent;
  // It may be there already: the claim stays.
  const claim = sent.sent === 'unsure' && claimedAt !== undefined ? { claimedAt } : {};
  return { ...conversation, digestPost: { ...claim, attempts, notBefore, lastError } };
}

/** Whether the digest is due, and nobody is about to post it or has just failed to. */
function mayPost(conversation: ConversationRecord, now: number): boolean {
  const { claimedAt, notBefore = 0 } = conversation.digestPost ?? {};
  const isClaimed = claimedAt !== undefined && claimedAt + POST_CLAIM_LAPSES_AFTER > now;
  return isDigestDue(conversation, now) && !isClaimed && notBefore <= now;
}

import type { ListAnswer } from '../domain/answers';
import type { ConversationRecord } from '../domain/documents';
import { DAY, MINUTE } from '../domain/time';
import type { Message } from '../courier';
import { changeDocument } from './change-document';
import { conversationDocumentId } from './keep-conversation';
import { listAccounts } from './list-accounts';
import type { Ports } from './ports';

export type DrawDigest = (list: ListAnswer, conversation: ConversationRecord) => Message;

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/**
 * Sends the digests that are due: what is open, at the time that the conversation asked for. Silent when nothing is
 * open, and on weekends when it is daily. The day is noted before the post, so that nobody gets it twice.
 */
export async function sendDigests(ports: Ports, draw: DrawDigest): Promise<void> {
  const now = ports.clock.now();
  for (const conversation of ports.register.allConversations()) {
    if (conversation.state !== 'active' || !isDue(conversation, now)) continue;
    const claimed = await changeDocument(
      ports,
      'conversation',
      conversationDocumentId(conversation.conversationId),
      (c) => (isDue(c, now) ? { document: { ...c, digestSentAt: now }, result: true } : { result: false }),
    );
    if (claimed.changed !== 'saved') continue;
    const list = listAccounts(ports, 'unmapped');
    if (list.total > 0) await ports.courier.post(conversation, draw(list, conversation));
  }
}

/** Whether the conversation's digest is due at this moment: the right day, past the time, not sent since. */
export function isDue(conversation: ConversationRecord, now: number): boolean {
  const { digest } = conversation.settings;
  if (digest?.on !== true) return false;
  const shift = (conversation.settings.utcOffsetMinutes ?? 0) * MINUTE;
  const local = new Date(now + shift);
  const weekday = WEEKDAYS[local.getUTCDay()] ?? 'monday';
  const wanted = digest.when ?? 'daily';
  const isDay =
    wanted === 'daily'
      ? weekday !== 'saturday' && weekday !== 'sunday'
      : weekday === (wanted === 'weekly' ? 'monday' : wanted);
  const [hours = 8, minutes = 0] = (digest.time ?? '08:00').split(':').map(Number);
  const startOfDay = Math.floor((now + shift) / DAY) * DAY - shift;
  const dueAt = startOfDay + (hours * 60 + minutes) * MINUTE;
  return isDay && now >= dueAt && (conversation.digestSentAt ?? 0) < dueAt;
}

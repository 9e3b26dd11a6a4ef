import type { SaidPage } from '../domain/review-said';
import type { Told } from '../domain/told';
import type { Ports } from '../ports';
import { notePageCard, pageCard } from '../records/lend-accounts';
import type { Instead, Reply, Turn } from '../turn';

/**
 * After an answer: notes which message shows the page of a review that it was, and draws anew the card of a page that was
 * saved in words. Where that fails the card shows its page still; whoever clicks there is told who was first.
 */
export async function keepPages(
  ports: Ports,
  { id, place, person }: Turn,
  reply: Reply,
  [messageId]: readonly string[],
): Promise<void> {
  if (reply.reply !== 'message' && reply.reply !== 'card') return;
  const page = pageTold(reply.told);
  // What is asked back about a page shows another card.
  const isNew = page?.click === `${place.conversationId}|${id}`;
  if (page !== undefined && isNew && person !== undefined && messageId !== undefined && page.rows.length > 0) {
    const { conversationId, threadId } = place;
    const at = { conversationId, messageId, ...(threadId === undefined ? {} : { threadId }) };
    await notePageCard(ports, { page: page.click, personId: person.id, ...at });
  }
  if (reply.reply === 'message' && reply.instead !== undefined) await showInstead(ports, reply.instead);
}

async function showInstead(ports: Ports, { page, message }: Instead): Promise<void> {
  const card = await pageCard(ports, page);
  const conversation = card === undefined ? undefined : ports.register.conversation(card.conversationId);
  if (card === undefined || conversation === undefined) return;
  const { messageId, threadId } = card;
  const sent = await ports.courier.update(
    conversation,
    { messageId, ...(threadId === undefined ? {} : { threadId }) },
    message,
  );
  if (sent.sent !== 'sent')
    ports.log.warn({ outcome: sent }, 'The card of a page that was saved in words stays as it was');
}

/** Written by this program: the page that an answer showed. */
export function pageTold(told: Pick<Told, 'command'> | undefined): SaidPage | undefined {
  const { command } = told ?? {};
  const page = command?.name === 'review' ? (command['page'] as SaidPage | undefined) : undefined;
  // A version before this one kept no scope.
  return page === undefined ? undefined : { ...page, scope: 'scope' in page ? page.scope : {} };
}

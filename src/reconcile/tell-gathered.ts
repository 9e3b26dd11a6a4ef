import type { AccountRecord } from '../domain/account';
import type { ConversationRecord } from '../domain/documents';
import { openGathering } from '../domain/gathering';
import { changeNotice } from '../domain/notices';
import { dropPost, letGo } from '../domain/post';
import { quietUntil } from '../domain/quiet';
import { isStoreAway } from '../store';
import { changeAccount } from '../records/change-document';
import { ifReadable } from '../records/leave-out';
import type { Ports } from '../ports';
import { isHeld, isStillOpen, lookForGathered } from './gathered-news';
import type { ChangeHeld, DrawGathered, Gathered } from './gathered-news';
import { keepGatherings } from './keep-gatherings';

/**
 * Tells what was held back: of quiet hours, once they are over, a single account by its own card and several in one
 * message; and what came beyond the cards of an hour. Whichever they are is written into their records before the message
 * is made, under its key, so that nobody who dies on the way loses one or tells one twice.
 */
export async function tellGathered(ports: Ports, draw: DrawGathered): Promise<void> {
  const { register } = ports;
  const conversations = [...register.allConversations()];
  const keys = conversations.flatMap(({ gatherings = [] }) => gatherings.map(({ key }) => key));
  const found = await lookForGathered(ports, new Set(keys));
  for (const conversation of conversations) {
    if (conversation.state === 'paused') continue;
    try {
      await tellIn(ports, conversation, found, draw);
    } catch (error) {
      if (isStoreAway(error)) throw error;
      ports.log.error({ conversation: conversation.id, error }, 'What was held back could not be told; others go on');
    }
  }
}

/** In quiet hours nothing is told; what was told in one message is kept true. */
async function tellIn(
  ports: Ports,
  conversation: ConversationRecord,
  { waiting: all, told }: Gathered,
  draw: DrawGathered,
): Promise<void> {
  const { conversationId, state, settings } = conversation;
  const isQuiet = quietUntil(settings, ports.clock.now()) !== undefined;
  const waiting = isQuiet ? [] : (all.get(conversationId) ?? []);
  const change = changeIn(ports, conversationId);
  const isOfQuiet = (account: AccountRecord): boolean =>
    account.notices.some((n) => n.conversationId === conversationId && isHeld(n) && n.heldFor !== 'burst');
  const isActive = state === 'active';
  if (!isActive || !settings.notifications) {
    for (const account of waiting) await change(account, (n) => dropPost(n, 'nothing is to be told any more'));
    if (waiting.length > 0) ports.nudge('reconcile');
  }
  if (!isActive) return;
  const left = settings.notifications ? waiting : [];
  // Whatever waits in the morning is told together.
  const of = left.some(isOfQuiet) ? 'quiet' : 'burst';
  const isAlone = of === 'quiet' && (await leaveAlone(ports, conversation, left, change));
  await keepGatherings(ports, conversation, { of, waiting: isAlone ? [] : left, told }, { draw, change });
}

function changeIn(ports: Ports, conversationId: string): ChangeHeld {
  return async (account, how) => {
    const changed = await ifReadable(() =>
      changeAccount(ports, account.id, (record) => {
        const notice = record.notices.find((n) => n.conversationId === conversationId && isHeld(n));
        const now = ports.clock.now();
        return (notice === undefined ? undefined : changeNotice(record, notice.id, how, now)) ?? record;
      }),
    );
    return changed === undefined || changed.changed === 'not-there' ? undefined : changed.document;
  };
}

/** A single one that came in quiet hours is shown by its own card, unless a message is to tell of others already. */
async function leaveAlone(
  ports: Ports,
  { gatherings }: ConversationRecord,
  waiting: readonly AccountRecord[],
  change: ChangeHeld,
): Promise<boolean> {
  const open = waiting.filter(isStillOpen);
  if (open.length > 1 || openGathering(gatherings, 'quiet', ports.clock.now()) !== undefined) return false;
  const [alone] = open;
  for (const account of waiting)
    await change(account, account === alone ? letGo : (n) => dropPost(n, 'nothing is to be told any more'));
  ports.nudge('reconcile');
  return true;
}

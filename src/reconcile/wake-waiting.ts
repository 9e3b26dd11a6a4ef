import { waitsForConversation, wakeNotices } from '../domain/notices';
import { changeAccount } from '../records/change-document';
import { wakeBoards } from './keep-board';
import type { Ports } from '../ports';
import { wakeWatches } from './tell-watcher';

/**
 * What waits for a conversation that is open to us again is due at once. Read off the records like everything else, so
 * that it does not matter which replica heard of it, or whether that one lived to act on it.
 */
export async function wakeWaiting(ports: Ports): Promise<void> {
  const { register, clock } = ports;
  let woken = 0;
  for (const account of register.allAccounts()) {
    if (account.dueAt === undefined) continue;
    for (const notice of account.notices) {
      const { conversationId } = notice;
      if (!waitsForConversation(notice) || register.conversation(conversationId)?.state !== 'active') continue;
      await changeAccount(ports, account.id, (r) => wakeNotices(r, conversationId, clock.now()));
      woken += 1;
    }
  }
  woken += await wakeBoards(ports);
  woken += await wakeWatches(ports);
  if (woken > 0) ports.nudge('reconcile');
}

import type { WatchNews } from '../domain/watch-answers';
import { backoff } from '../domain/backoff';
import type { ConversationRecord, WatchRecord } from '../domain/documents';
import { keptWatch } from '../domain/retention';
import type { Message } from '../courier';
import type { Versioned } from '../store';
import { changeDocument } from '../records/change-document';
import { pauseConversation } from '../records/keep-conversation';
import { drawAccount } from '../records/draw-account';
import type { Ports } from '../ports';
import { isApproved } from '../records/team-approval';
import { personalChatOf } from '../records/where-to-tell';

export type DrawWatchNote = (news: WatchNews, conversation: ConversationRecord) => Message;

const LATER = 60_000;
const PAUSED_FOR = 6 * 3_600_000;
const NO_CONVERSATION = 'there is no conversation with this person now';
/** What leaves has to be answered and noted before the debt comes up again. */
const SPARE = 15_000;

/**
 * Tells a person what their watch found. The debt is put off before the post and struck out after it: a crash between
 * the two can tell a person twice, never not at all.
 */
export async function tellWatcher(ports: Ports, stored: Versioned<WatchRecord>, draw: DrawWatchNote): Promise<void> {
  const { document: watch } = stored;
  const now = ports.clock.now();
  const claimed = await changeDocument(
    ports,
    'watch',
    watch.id,
    (w) =>
      w.owes === undefined || (w.dueAt ?? 0) > now
        ? { result: false }
        : { document: { ...w, dueAt: now + LATER }, result: true },
    stored,
  );
  if (claimed.changed !== 'saved') return;
  const conversation = placeOf(ports, watch);
  if (conversation === undefined) {
    await settle(ports, watch.id, { lastError: NO_CONVERSATION }, now + PAUSED_FOR);
    return;
  }
  const news = newsOf(ports, watch);
  if (news === undefined) {
    await settle(ports, watch.id, { lastError: 'the account is not there any more' }, undefined);
    return;
  }
  const sent = await ports.courier.post(conversation, draw(news, conversation), now + LATER - SPARE);
  // What we put off is due by now, and somebody else may be telling it.
  if (sent.sent === 'too-late') return;
  if (sent.sent === 'conversation-gone' || sent.sent === 'paused') await pauseConversation(ports, conversation, sent);
  if (sent.sent === 'sent') await settle(ports, watch.id, {}, undefined);
  else {
    const reason = 'reason' in sent ? sent.reason : sent.sent;
    const attempts = watch.attempts + 1;
    // What may have arrived is not repeated at once.
    const wait = Math.max(sent.sent === 'unsure' ? LATER : 0, backoff(attempts, ports.random()));
    await settle(ports, watch.id, { attempts, lastError: reason }, now + wait);
  }
}

/** Watches that could not be told for want of a conversation with their person, and can be now. */
export async function wakeWatches(ports: Ports): Promise<number> {
  let woken = 0;
  for (const watch of ports.register.allWatches()) {
    if (watch.owes === undefined || watch.lastError !== NO_CONVERSATION) continue;
    if (placeOf(ports, watch) === undefined) continue;
    await changeDocument(ports, 'watch', watch.id, ({ lastError: _over, ...w }) => ({
      document: { ...w, dueAt: ports.clock.now() },
      result: undefined,
    }));
    woken += 1;
  }
  return woken;
}

/** Something in this watch makes us fail: it is tried again later, and the others go on. */
export async function postponeWatch(ports: Ports, watch: WatchRecord, reason: string): Promise<void> {
  const attempts = watch.attempts + 1;
  const dueAt = ports.clock.now() + backoff(attempts, ports.random());
  await settle(ports, watch.id, { attempts, lastError: reason }, dueAt);
}

function newsOf(ports: Ports, watch: WatchRecord): WatchNews | undefined {
  if (watch.owes === undefined) return undefined;
  if (watch.owes === 'silence') return { news: 'silence', watch };
  const accountId = watch.owes === 'fired' ? watch.firedFor : watch.asked.at(-1);
  const account = accountId === undefined ? undefined : ports.register.account(accountId);
  return account === undefined ? undefined : { news: watch.owes, watch, picture: drawAccount(ports, account) };
}

/** Where the person asked, as it was promised; when we may not speak there any more, their personal chat. */
function placeOf(ports: Ports, watch: WatchRecord): ConversationRecord | undefined {
  const asked = ports.register.conversation(watch.conversationId);
  if (asked?.state === 'active' && isApproved(ports, asked)) return asked;
  return personalChatOf(ports, watch.person.id);
}

async function settle(ports: Ports, id: string, news: Partial<WatchRecord>, dueAt: number | undefined): Promise<void> {
  await changeDocument(ports, 'watch', id, (w) => {
    const { dueAt: _old, owes, ...rest } = w;
    const still = dueAt === undefined || owes === undefined ? {} : { owes, dueAt };
    return { document: keptWatch({ ...rest, ...news, ...still }), result: undefined };
  });
}

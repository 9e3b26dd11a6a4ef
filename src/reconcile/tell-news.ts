import type { AccountRecord } from '../domain/account';
import type { ConversationRecord } from '../domain/documents';
import { wantNotice } from '../domain/observe';
import { MINUTE } from '../domain/time';
import type { Instant } from '../domain/time';
import { changeAccount } from '../records/change-document';
import type { Ports } from '../ports';
import { hearsOf } from '../records/hears-of';
import { hearsNews } from '../records/team-approval';

/** What is older than this is on the board, and no news any more. */
const NEWS_FOR = 10 * MINUTE;

/**
 * Announces what came while nobody knew of the conversation: a replica hears of an installation at another one a
 * moment later, and an account that it took in within that moment has no notice for it. So does an account that was
 * known for another reason before it was accepted.
 */
export async function tellNews(ports: Ports): Promise<void> {
  const { register, clock } = ports;
  const told = [...register.allConversations()].filter((c) => hearsNews(ports, c));
  if (told.length === 0) return;
  const after = clock.now() - NEWS_FOR;
  for (const account of register.openAccounts()) {
    const since = newsSince(account);
    if (since === undefined || since < after) continue;
    const missing = told.filter(
      (conversation) =>
        conversation.since <= since &&
        !isTold(account, conversation) &&
        hearsOf(ports, conversation, account.providerId),
    );
    if (missing.length === 0) continue;
    await changeAccount(ports, account.id, (record) => announce(record, missing, clock.now()));
    ports.nudge('reconcile');
  }
}

/** When this became news; undefined when it never was: there before we first looked, or not accepted. */
function newsSince({ firstSeenAt, acceptance: { reseller } }: AccountRecord): Instant | undefined {
  if (reseller.state !== 'accepted' || reseller.since.basis === 'before-first-look') return undefined;
  return Math.max(firstSeenAt, reseller.since.at);
}

/** Whoever had a card and lost it is not told again. */
function isTold({ notices }: AccountRecord, { conversationId }: ConversationRecord): boolean {
  return notices.some((notice) => notice.conversationId === conversationId);
}

function announce(record: AccountRecord, missing: readonly ConversationRecord[], now: Instant): AccountRecord {
  if (record.mapping.state !== 'open') return record;
  return missing
    .filter((conversation) => !isTold(record, conversation))
    .reduce((next, { conversationId }) => wantNotice(next, conversationId, 'announcement', now), record);
}

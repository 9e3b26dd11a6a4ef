import type { AccountRecord } from '../domain/account';
import { MINUTE } from '../domain/time';
import type { Instant } from '../domain/time';
import { chosenFrom } from '../matching/slices';
import { announceTo, listenersAmong } from '../records/announce-account';
import type { Listener } from '../records/announce-account';
import { changeAccount } from '../records/change-document';
import { ifReadable } from '../records/leave-out';
import type { Ports } from '../ports';
import { hearsNews } from '../records/team-approval';

/** What is older than this is on the board, and no news any more. */
const NEWS_FOR = 10 * MINUTE;

/**
 * Announces what came while nobody knew of the conversation: a replica hears of an installation at another one a
 * moment later, and an account that it took in within that moment has no notice for it. So does an account that was
 * known for another reason before it was accepted, and one of which it was not known yet for which channel it is meant,
 * however long ago it came.
 */
export async function tellNews(ports: Ports): Promise<void> {
  const { register, clock } = ports;
  const told = listenersAmong(
    ports,
    [...register.allConversations()].filter((c) => hearsNews(ports, c)),
  );
  if (told.length === 0) return;
  const after = clock.now() - NEWS_FOR;
  const isNews = (account: AccountRecord): boolean => (newsSince(account) ?? -Infinity) >= after;
  const isOwed = (account: AccountRecord): boolean => account.awaitedBy !== undefined || isNews(account);
  for (const account of await chosenFrom(register.openAccounts(), isOwed)) {
    const since = newsSince(account);
    const missing =
      since !== undefined && isNews(account) ? told.filter(({ conversation }) => conversation.since <= since) : [];
    const waiting = told.filter(({ conversation }) => account.awaitedBy?.includes(conversation.conversationId));
    const listeners = new Set([...missing, ...waiting]);
    if (announced(account, listeners, clock.now()) === account) continue;
    await ifReadable(() => changeAccount(ports, account.id, (record) => announced(record, listeners, clock.now())));
    ports.nudge('reconcile');
  }
}

/** When this became news; undefined when it never was: there before we first looked, or not accepted. */
function newsSince({ firstSeenAt, acceptance: { reseller } }: AccountRecord): Instant | undefined {
  if (reseller.state !== 'accepted' || reseller.since.basis === 'before-first-look') return undefined;
  return Math.max(firstSeenAt, reseller.since.at);
}

function announced(record: AccountRecord, listeners: Iterable<Listener>, now: Instant): AccountRecord {
  return record.mapping.state === 'open' ? announceTo(record, listeners, now) : record;
}

import type { AccountRecord } from './account';
import { noteCreationTrouble } from './creations';
import { newsOwed, noteTold } from './news';
import { noticeWork } from './notices';
import { refusePost } from './post';
import { creationDue, settle, writeBackDue } from './settle';
import type { Instant } from './time';
import { noteWriteTrouble } from './write-backs';

/** Puts off all that is due in a record after something in it made us fail, so that it does not hold up the others. */
export function postpone(record: AccountRecord, reason: string, random: number, now: Instant): AccountRecord {
  const failing = new Set(noticeWork(record, now).map(({ notice }) => notice));
  const notices = record.notices.map((n) => (failing.has(n) ? refusePost(n, { reason, random }, now) : n));
  let next: AccountRecord = { ...record, notices };
  const due = writeBackDue(record.writeBack, now);
  if (due !== undefined && due <= now) next = noteWriteTrouble(next, { reason, random, outcomeKnown: false }, now);
  const { creation } = next;
  if (creation !== undefined && (creationDue(creation, now) ?? Infinity) <= now)
    next = noteCreationTrouble(next, creation.id, { reason, random, outcomeKnown: false }, now) ?? next;
  // News that we cannot even ask for is shown on the cards that are there.
  for (const news of newsOwed(next)) next = noteTold(next, news, [], now);
  return settle(next, now);
}

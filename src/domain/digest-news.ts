import { needsCustomer } from './account';
import type { AccountRecord } from './account';
import { wasFoundDecided } from './decision';
import { endingsOf } from './ending';
import type { Actor } from './person';
import { DAY } from './time';
import type { Instant } from './time';

/** What ends within this time is said in a digest. */
export const ENDS_SOON = 30 * DAY;

/** What has happened since the last digest, and what is coming, besides what is open. */
export interface DigestNews {
  readonly since: Instant;
  /** How many of the open ones have come since. */
  readonly fresh: number;
  /** What was decided since and stands, by whom, the most first. */
  readonly decided: readonly { readonly by: Actor; readonly count: number }[];
  /** How many have been failing for days. */
  readonly stuck: number;
  readonly ending?: { readonly count: number; readonly name: string; readonly at: Instant };
}

/** Of the accounts that the conversation hears of. */
export function digestNews(accounts: Iterable<AccountRecord>, since: Instant, now: Instant): DigestNews {
  const decided = new Map<string, { readonly by: Actor; count: number }>();
  const ending: { readonly name: string; readonly at: Instant }[] = [];
  let fresh = 0;
  let stuck = 0;
  for (const record of accounts) {
    const { mapping, tenant, firstSeenAt, stuckToldAt } = record;
    if (stuckToldAt !== undefined) stuck += 1;
    if (mapping.state === 'open') {
      if (needsCustomer(record) && firstSeenAt > since) fresh += 1;
    } else if (mapping.at > since && !wasFoundDecided(mapping.by, mapping.at, firstSeenAt)) {
      const key = mapping.by.kind === 'person' ? mapping.by.person.id : mapping.by.kind;
      const known = decided.get(key);
      if (known === undefined) decided.set(key, { by: mapping.by, count: 1 });
      else known.count += 1;
    }
    for (const { at } of endingsOf(record, now))
      if (at !== undefined && at - now <= ENDS_SOON) ending.push({ name: tenant.name, at });
  }
  const [first] = ending.sort((a, b) => a.at - b.at);
  return {
    since,
    fresh,
    decided: [...decided.values()].sort((a, b) => b.count - a.count),
    stuck,
    ...(first === undefined ? {} : { ending: { count: ending.length, ...first } }),
  };
}

import type { AccountRecord } from './account';
import { wasFoundDecided } from './decision';
import type { Notice } from './notice';
import { UNTRIED } from './post';
import type { Instant } from './time';

/** What happened behind our back that people have to hear of by a message of its own: a redraw far up tells nobody. */
export type NewsAbout = 'ended' | 'contradicted' | 'customer-gone' | 'two-customers';

/** One piece of news. `key` tells it from an earlier one about the same matter. */
export interface News {
  readonly about: NewsAbout;
  readonly key: string;
}

/** The news that was told last, by matter: its key. */
export type ToldNews = Readonly<Partial<Record<NewsAbout, string>>>;

/** Cards that told news are kept up to date up to this number per account. */
const NEWS_KEPT = 10;

/** What is so now and was not told yet. */
export function newsOwed(record: AccountRecord): readonly News[] {
  return currentNews(record).filter(({ about, key }) => record.told?.[about] !== key);
}

/** What people would have to hear of, told or not. */
export function currentNews(record: AccountRecord): readonly News[] {
  const { acceptance, mapping, writeBack } = record;
  const news: News[] = [];
  const { reseller } = acceptance;
  if (reseller.state === 'ended' && mapping.state !== 'ignored') {
    news.push({ about: 'ended', key: String(reseller.endedSeenAt) });
  }
  if (mapping.state === 'open') return news;
  if (mapping.state === 'mapped' && mapping.customerGoneAt !== undefined) {
    news.push({ about: 'customer-gone', key: `${mapping.customer.id} ${mapping.customerGoneAt}` });
  }
  const two = twoCustomers(record);
  if (two !== undefined) news.push(two);
  // What was adopted from Work 365 is nobody's decision here.
  if (writeBack.state === 'conflict' && mapping.by.kind === 'person') {
    news.push({ about: 'contradicted', key: `${mapping.decisionId} ${writeBack.theirs?.customer?.id ?? ''}` });
  }
  return news;
}

/**
 * Work 365 has mapped the same tenant to another customer than under another provider. Whoever decides so here is told by
 * the card at once, and what was found so is no news.
 */
function twoCustomers({ drift = [], mapping, firstSeenAt }: AccountRecord): News | undefined {
  const two = drift.find((one) => one.drift === 'two-customers');
  if (two?.drift !== 'two-customers' || !two.isLater || mapping.state !== 'mapped') return undefined;
  if (mapping.by.kind === 'person' || wasFoundDecided(mapping.by, mapping.at, firstSeenAt)) return undefined;
  return { about: 'two-customers', key: `${mapping.decisionId} ${two.customer.id}` };
}

/**
 * Notes this news as told, and asks for a card about it in each of these conversations: a post like any other, claimed
 * before it is made. `where` may be empty, when there is nobody to tell.
 */
export function noteTold(record: AccountRecord, news: News, where: readonly string[], now: Instant): AccountRecord {
  const told = { ...record.told, [news.about]: news.key };
  const wanted = where.map((conversationId): Notice => ({
    ...UNTRIED,
    // The same may be news again, after something else was.
    id: `${news.about} ${news.key} ${conversationId} ${now}`,
    conversationId,
    reason: 'news',
    wantedAt: now,
  }));
  const earlier = record.notices.filter((n) => n.reason === 'news');
  const forgotten = new Set(earlier.slice(0, Math.max(0, earlier.length + wanted.length - NEWS_KEPT)));
  return { ...record, told, notices: [...record.notices.filter((n) => !forgotten.has(n)), ...wanted] };
}

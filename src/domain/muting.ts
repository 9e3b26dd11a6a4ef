import type { ConversationSettings } from './conversation-settings';
import type { NewsAbout } from './news';
import type { Instant } from './time';

/** An account of which nothing is said in a conversation that nobody asks there. */
export interface MutedAccount {
  readonly accountId: string;
  readonly at: Instant;
}

/** Kinds of news, as people can do without them: what ends within weeks, and what happened behind our back. */
export const NEWS_KINDS = ['endings', 'ended', 'contradictions', 'customers-gone'] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];

const KIND_OF: Readonly<Record<NewsAbout, NewsKind>> = {
  'ended': 'ended',
  'contradicted': 'contradictions',
  'two-customers': 'contradictions',
  'customer-gone': 'customers-gone',
};

export function kindOf(about: NewsAbout): NewsKind {
  return KIND_OF[about];
}

/** When it was muted there; undefined when it was not. */
export function mutedSince({ muted = [] }: ConversationSettings, accountId: string): Instant | undefined {
  return muted.find((one) => one.accountId === accountId)?.at;
}

export function isMutedKind({ mutedNews = [] }: ConversationSettings, kind: NewsKind): boolean {
  return mutedNews.includes(kind);
}

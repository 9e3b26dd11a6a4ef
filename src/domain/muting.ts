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

/** So many accounts are muted in one conversation; with more it is a channel that is not wanted. */
export const MOST_MUTED = 50;

/** What somebody wants of it: one account or kind, or all that is to be muted. */
export type MuteWish =
  | { readonly account: string; readonly isMuted: boolean }
  | { readonly kind: NewsKind; readonly isMuted: boolean }
  | { readonly accounts: readonly string[]; readonly kinds: readonly NewsKind[] };

/** The settings with what is muted now; undefined where that would be too many. */
export function withMuting(
  { muted = [], mutedNews = [], ...rest }: ConversationSettings,
  wish: MuteWish,
  now: Instant,
): ConversationSettings | undefined {
  const ids =
    'accounts' in wish
      ? wish.accounts
      : 'account' in wish
        ? toggled(idsOf(muted), wish.account, wish.isMuted)
        : idsOf(muted);
  const kinds = 'kinds' in wish ? wish.kinds : 'kind' in wish ? toggled(mutedNews, wish.kind, wish.isMuted) : mutedNews;
  if (ids.length > MOST_MUTED) return undefined;
  const accounts = ids.map((accountId) => muted.find((one) => one.accountId === accountId) ?? { accountId, at: now });
  const inOrder = NEWS_KINDS.filter((kind) => kinds.includes(kind));
  return {
    ...rest,
    ...(accounts.length === 0 ? {} : { muted: accounts }),
    ...(inOrder.length === 0 ? {} : { mutedNews: inOrder }),
  };
}

function idsOf(muted: readonly MutedAccount[]): readonly string[] {
  return muted.map(({ accountId }) => accountId);
}

function toggled<T>(list: readonly T[], one: T, isIn: boolean): readonly T[] {
  const others = list.filter((other) => other !== one);
  return !isIn ? others : list.includes(one) ? list : [...others, one];
}

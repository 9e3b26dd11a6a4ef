import type { ConversationRecord } from '../domain/documents';
import type { Ports } from '../ports';
import { allProviders } from './all-providers';
import type { NamedProvider } from './all-providers';
import { hearsNews } from './team-approval';

type Deps = Pick<Ports, 'register' | 'providers'>;

/** Whether a conversation is told of a provider's accounts: what was chosen there counts, then what the settings say. */
export function hearsOf({ providers: ours }: Deps, conversation: ConversationRecord, providerId: string): boolean {
  const { hears } = conversation.settings;
  if (hears === 'all') return true;
  if (hears !== undefined) return hears.includes(providerId);
  const named = ours.find(({ id }) => id === providerId)?.conversations;
  return named?.includes(conversation.conversationId) ?? true;
}

/**
 * Providers whose new accounts are announced nowhere, while others are announced somewhere. Where nothing is announced at
 * all, nobody has chosen among them.
 */
export function unheardProviders(deps: Deps & Pick<Ports, 'circles'>): readonly NamedProvider[] {
  const all = allProviders(deps);
  const told = [...deps.register.allConversations()].filter((conversation) => hearsNews(deps, conversation));
  if (all.length < 2 || told.length === 0) return [];
  return all.filter(({ id }) => !told.some((conversation) => hearsOf(deps, conversation, id)));
}

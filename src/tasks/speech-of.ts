import type { ConversationRecord } from '../domain/documents';

/** The language of what is said to a conversation on our own account: its setting, else English. */
export function languageOf(conversation: ConversationRecord | undefined): string {
  return conversation?.settings.language ?? 'en';
}

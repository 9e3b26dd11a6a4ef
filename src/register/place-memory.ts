import type { BoardRecord, ConversationRecord, Document, TeamRecord } from '../domain/documents';

/** Where in Teams the bot may speak, and what stands there. */
export class PlaceMemory {
  readonly conversations = new Map<string, ConversationRecord>();
  readonly boards = new Map<string, BoardRecord>();
  readonly teams = new Map<string, TeamRecord>();

  apply(document: Document): void {
    if (document.kind === 'conversation') this.conversations.set(document.conversationId, document);
    if (document.kind === 'board') this.boards.set(document.conversationId, document);
    if (document.kind === 'team') this.teams.set(document.teamId, document);
  }
}

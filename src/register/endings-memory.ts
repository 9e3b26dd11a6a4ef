import type { Document } from '../domain/documents';
import type { EndingsRecord } from '../domain/ending';

/** What each conversation was told of things that end. */
export class EndingsMemory {
  private readonly known = new Map<string, EndingsRecord>();

  apply(document: Document): void {
    if (document.kind === 'endings') this.known.set(document.conversationId, document);
  }

  of(conversationId: string): EndingsRecord | undefined {
    return this.known.get(conversationId);
  }
}

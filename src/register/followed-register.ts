import type { Document } from '../domain/documents';
import { Register } from './register';

/** A memory that knows what was saved here: the change tail, which is read meanwhile, may bring what was there before. */
export class FollowedRegister extends Register {
  private readonly own = new Set<string>();

  /** What was saved here, or read to be changed. */
  override apply(document: Document): void {
    this.own.add(document.id);
    super.apply(document);
  }

  /** What the tail brings. */
  take(document: Document): void {
    super.apply(document);
  }

  /** The tail is asked now. */
  asked(): void {
    this.own.clear();
  }

  /** Whether this document was saved here since the tail was last asked. */
  isOwn(id: string): boolean {
    return this.own.has(id);
  }
}

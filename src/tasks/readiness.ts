import { StoreUnavailable } from '../store';
import { sourceDocumentId } from '../records/note-source';
import type { Ports } from '../ports';

export interface Readiness {
  readonly ready: boolean;
  /** What is missing, in words for an operator. */
  readonly missing: readonly string[];
}

/**
 * Ready when the store can be reached and each provider's list was read to its end once, or could not be read for a
 * reason of the source's own: then restarting us would not help, and the bot says so itself.
 */
export async function readiness({ store, register, providers }: Ports, filled: boolean): Promise<Readiness> {
  const missing: string[] = [];
  try {
    await store.check();
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    missing.push(`The store cannot be reached. ${error.remedy}`);
  }
  if (!filled) missing.push('The memory is being filled from the store.');
  for (const provider of providers) {
    const source = register.source(sourceDocumentId(`accounts:${provider.id}`));
    if (source?.firstCompleteAt === undefined && source?.trouble === undefined) {
      missing.push(`The first reading of all customers of ${provider.name} in Partner Center is under way.`);
    }
  }
  return { ready: missing.length === 0, missing };
}

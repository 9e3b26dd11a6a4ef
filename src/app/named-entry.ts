import { inEntry } from '../config/entry-names';
import { SourceFailure } from '../domain/source';
import type { Trouble } from '../domain/source';
import type { Provider } from '../provider';

/** A provider whose troubles are told with the names of its entry in `PROVIDERS_FILE`, which is what can be put right. */
export function namingEntry(provider: Provider, entry: string): Provider {
  const named = <T>(answer: T): T => withTrouble(answer, entry);
  const once =
    <A extends readonly unknown[], T>(ask: (...asked: A) => Promise<T>) =>
    (...asked: A): Promise<T> =>
      ask(...asked).then(named);
  return {
    ...provider,
    listTenants: (signal, hear) => listed(provider.listTenants(signal, hear), entry),
    readTenant: once((...asked) => provider.readTenant(...asked)),
    findTenants: once((...asked) => provider.findTenants(...asked)),
    readSubscriptions: once((...asked) => provider.readSubscriptions(...asked)),
    readLicences: once((...asked) => provider.readLicences(...asked)),
    readServices: once((...asked) => provider.readServices(...asked)),
    readUsers: once((...asked) => provider.readUsers(...asked)),
    readAgreement: once((...asked) => provider.readAgreement(...asked)),
    readAdmin: once((...asked) => provider.readAdmin(...asked)),
    invitationLink: once((...asked) => provider.invitationLink(...asked)),
    askedBy: (personId) => namingEntry(provider.askedBy(personId), entry),
  };
}

async function* listed<T>(pages: AsyncIterable<T>, entry: string): AsyncIterable<T> {
  try {
    yield* pages;
  } catch (error) {
    throw error instanceof SourceFailure ? new SourceFailure(ofEntry(error.trouble, entry)) : error;
  }
}

function withTrouble<T>(answer: T, entry: string): T {
  if (typeof answer !== 'object' || answer === null || !('trouble' in answer)) return answer;
  // Of the answers of a provider only a failed look has one.
  const { trouble } = answer as { readonly trouble?: Trouble };
  return trouble === undefined ? answer : { ...answer, trouble: ofEntry(trouble, entry) };
}

export function ofEntry(trouble: Trouble, entry: string): Trouble {
  return trouble.remedy === undefined ? trouble : { ...trouble, remedy: inEntry(trouble.remedy, entry) };
}

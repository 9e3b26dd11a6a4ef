import { allProviders, providerNamed } from '../records/all-providers';
import type { Reply } from '../turn';
import { noProviderView } from '../views/lists/filter-problem';
import { say } from './here';
import type { Here } from './here';

/** The provider that was named, if any; or the answer that it is none of ours. */
export function providerAt({ ports, speech }: Here, at: string | undefined): { readonly provider?: string } | Reply {
  if (at === undefined) return {};
  const found = providerNamed(ports, at);
  if (found !== undefined) return { provider: found.id };
  return say(noProviderView({ words: at, providers: allProviders(ports).map(({ name }) => name) }, speech));
}

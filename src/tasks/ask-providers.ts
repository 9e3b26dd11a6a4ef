import type { AccountRecord } from '../domain/account';
import type { NearName, StatusAnswer } from '../domain/answers';
import type { ListedTenant } from '../provider';
import { freshness } from './draw-account';
import { findCustomer } from './find-account';
import { sourceDocumentId } from './note-source';
import type { Ports } from './ports';
import { takeInTenant } from './take-in-tenant';

/** A person is waiting; after this we answer from our own copy and say so. */
const PATIENCE_MS = 2_500;

/** What the providers say of a company that our own copy does not have. */
export type ProvidersWord =
  | { readonly said: 'there'; readonly record: AccountRecord }
  /** Every one of them was asked just now. */
  | { readonly said: 'not-there' }
  | { readonly said: 'could-not-look' };

/** Asks every provider for a company; one that turns out to be there is taken in at once. */
export async function askProviders(ports: Ports, query: string): Promise<ProvidersWord> {
  const { providers, clock } = ports;
  const asked = await Promise.all(providers.map((provider) => askProvider(provider, query)));
  for (const [index, look] of asked.entries()) {
    const provider = providers[index];
    const [only, another] = look ?? [];
    if (provider === undefined || only === undefined || another !== undefined) continue;
    const record = await takeInTenant(ports, provider, only, { basis: 'first-seen', at: clock.now() });
    return { said: 'there', record };
  }
  const askedLive = asked.length > 0 && asked.every((look) => look !== undefined);
  return { said: askedLive ? 'not-there' : 'could-not-look' };
}

/** The answer about a company that neither our own copy nor a provider has, as far as they could be asked. */
export async function absentAnswer(
  ports: Ports,
  query: string,
  near: readonly NearName[],
  said: 'not-there' | 'could-not-look',
): Promise<StatusAnswer> {
  const { register, providers, clock } = ports;
  const askedLive = said === 'not-there';
  const haveCompleteCopy = providers.every(
    (p) => register.source(sourceDocumentId(`accounts:${p.id}`))?.lastCompleteAt !== undefined,
  );
  if (!askedLive && !haveCompleteCopy) {
    return { answer: 'cannot-tell', query, freshness: freshness(ports), now: clock.now() };
  }
  const customer = findCustomer(register, query);
  const link = await firstInvitation(ports);
  return {
    answer: 'not-listed',
    query,
    ...(customer.found === 'one' || customer.found === 'assumed' ? { customer: customer.customer } : {}),
    near,
    ...(link === undefined ? {} : { invitation: link }),
    askedLive,
    freshness: freshness(ports),
    now: clock.now(),
  };
}

/** Undefined when the provider could not be asked. */
async function askProvider(
  provider: Ports['providers'][number],
  query: string,
): Promise<readonly ListedTenant[] | undefined> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  if (GUID.test(query.trim())) {
    const look = await provider.readTenant(query.trim().toLowerCase(), signal);
    return look.look === 'failed' ? undefined : look.look === 'seen' ? [look.value] : [];
  }
  const by = query.includes('.') && !query.includes(' ') ? 'domain' : 'name';
  const look = await provider.findTenants(by, query.trim(), signal);
  return look.look === 'failed' ? undefined : look.look === 'seen' ? look.value : [];
}

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

async function firstInvitation({ providers }: Ports): Promise<string | undefined> {
  for (const provider of providers) {
    const link = await provider.invitationLink(AbortSignal.timeout(PATIENCE_MS));
    if (link.look === 'seen') return link.value;
  }
  return undefined;
}

import type { AccountRecord } from '../domain/account';
import type { AbsentAnswer, NearName } from '../domain/answers';
import { guidIn } from '../domain/one-form';
import type { Trouble } from '../domain/source';
import type { Instant } from '../domain/time';
import type { ListedTenant, Provider } from '../provider';
import { freshness } from '../records/draw-account';
import { findCustomer } from '../records/find-account';
import { invitedAs } from '../records/invitation-line';
import { sourceDocumentId } from '../records/note-source';
import type { Ports } from '../ports';
import { takeInTenant } from '../sync/take-in-tenant';
import { readForCustomer, unreadAccounts } from './unread-accounts';

/** A person is waiting; after this we answer from our own copy and say so. */
const PATIENCE_MS = 2_500;
/** A provider that finds more than this was asked for too little of a name. */
const MOST_TAKEN_IN = 10;

/** At least one provider could not be asked; `trouble` says why. */
export interface CouldNotLook {
  readonly trouble: Trouble;
}

/** What the providers say of a company that our own copy does not have. */
export type ProvidersWord =
  | { readonly said: 'there'; readonly record: AccountRecord }
  /** Every one of them was asked just now. */
  | { readonly said: 'not-there' }
  | { readonly said: CouldNotLook };

/** Asks every provider for a company; those that turn out to be there are taken in at once. */
export async function askProviders(ports: Ports, query: string): Promise<ProvidersWord> {
  const { providers, clock } = ports;
  await readForCustomer(ports, query);
  const asked = await Promise.all(providers.map((provider) => askProvider(provider, query)));
  const taken: AccountRecord[] = [];
  for (const { provider, found } of asked) {
    for (const listed of found.slice(0, MOST_TAKEN_IN)) {
      taken.push(await takeInTenant(ports, provider, listed, { basis: 'first-seen', at: clock.now() }));
    }
  }
  const record = named(taken, query);
  if (record !== undefined) return { said: 'there', record };
  const trouble = providers.length === 0 ? NO_PROVIDER : asked.find((look) => look.trouble !== undefined)?.trouble;
  return { said: trouble === undefined ? 'not-there' : { trouble } };
}

/** The only one, or the one of exactly this name. */
function named(taken: readonly AccountRecord[], query: string): AccountRecord | undefined {
  const [first, another] = taken;
  if (another === undefined) return first;
  const wanted = query.trim().toLowerCase();
  const exact = taken.filter(({ tenant }) => tenant.name.toLowerCase() === wanted);
  return exact.length === 1 ? exact[0] : undefined;
}

const NO_PROVIDER: Trouble = {
  source: 'partner-center',
  kind: 'misconfigured',
  detail: 'no provider is configured',
  remedy: 'Set PARTNER_CENTER_TENANT_ID and its client settings.',
};

/**
 * The answer about a company that nobody in our own copy is. "Not listed" is said only when every provider said so just
 * now: an old list and a source that cannot be asked say nothing about an invitation that was accepted since.
 */
export async function absentAnswer(
  ports: Ports,
  query: string,
  near: readonly NearName[],
  said: Exclude<ProvidersWord['said'], 'there'>,
): Promise<AbsentAnswer> {
  const base = { query, ...invitedAs(ports, query), freshness: freshness(ports), now: ports.clock.now() };
  if (said !== 'not-there') {
    const from = ownListFrom(ports);
    return { answer: 'cannot-tell', trouble: said.trouble, ...(from === undefined ? {} : { listFrom: from }), ...base };
  }
  const customer = findCustomer(ports.register, query);
  const link = await onlyInvitation(ports);
  const unread = customer.found === 'one' || customer.found === 'assumed' ? unreadAccounts(ports) : 0;
  return {
    answer: 'not-listed',
    ...(customer.found === 'one' ? { customer: customer.customer } : {}),
    near,
    ...(unread === 0 ? {} : { unread }),
    ...(link === undefined ? {} : { invitation: link }),
    ...base,
  };
}

/** Since when our own list is; with several providers the oldest is what an answer rests on. */
function ownListFrom({ register, providers }: Ports): Instant | undefined {
  const ages = providers.map(({ id }) => register.source(sourceDocumentId(`accounts:${id}`))?.lastCompleteAt);
  const known = ages.filter((at) => at !== undefined);
  return known.length === 0 || known.length < ages.length ? undefined : Math.min(...known);
}

interface Asked {
  readonly provider: Provider;
  readonly found: readonly ListedTenant[];
  /** Why the provider could not be asked. */
  readonly trouble?: Trouble;
}

async function askProvider(provider: Provider, query: string): Promise<Asked> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const id = guidIn(query);
  if (id !== undefined) {
    const look = await provider.readTenant(id, signal);
    if (look.look === 'failed') return { provider, found: [], trouble: look.trouble };
    return { provider, found: look.look === 'seen' ? [look.value] : [] };
  }
  const by = query.includes('.') && !query.includes(' ') ? 'domain' : 'name';
  const look = await provider.findTenants(by, query.trim(), signal);
  if (look.look === 'failed') return { provider, found: [], trouble: look.trouble };
  return { provider, found: look.look === 'seen' ? look.value : [] };
}

/** Where several have a link of their own nobody said which one: whoever opens the wrong one accepts the wrong one. */
async function onlyInvitation({ providers: [only, another] }: Ports): Promise<string | undefined> {
  if (only === undefined || another !== undefined) return undefined;
  const link = await only.invitationLink(AbortSignal.timeout(PATIENCE_MS));
  return link.look === 'seen' ? link.value : undefined;
}

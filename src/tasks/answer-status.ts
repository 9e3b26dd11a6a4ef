import type { AccountRecord } from '../domain/account';
import type { StatusAnswer } from '../domain/answers';
import type { ListedTenant } from '../provider';
import { accountLine, drawFacts, freshness } from './draw-account';
import { findAccount, findCustomer } from './find-account';
import { sourceDocumentId } from './note-source';
import type { Ports } from './ports';
import { refreshDetails } from './refresh-acceptance';
import { takeInTenant } from './take-in-tenant';

/** How many accounts a question "which one?" offers. */
const CHOICES = 6;
/** A person is waiting; after this we answer from our own copy and say so. */
const PATIENCE_MS = 2_500;

/**
 * "Is X accepted?" From memory when we know the company; otherwise the provider itself is asked, since somebody may
 * have accepted a minute ago. "Not listed" is said only when the provider, or a complete copy of its list, says so.
 */
export async function answerStatus(ports: Ports, query: string): Promise<StatusAnswer> {
  const found = findAccount(ports.register, query);
  switch (found.found) {
    case 'one':
      return accountAnswer(ports, query, found.account);
    case 'several':
      return {
        answer: 'which',
        query,
        choices: found.accounts.slice(0, CHOICES).map(accountLine),
        more: Math.max(0, found.accounts.length - CHOICES),
      };
    case 'none':
      return askProviders(ports, query, found.near);
  }
}

export async function answerStatusOf(ports: Ports, accountId: string): Promise<StatusAnswer | undefined> {
  const record = ports.register.account(accountId) ?? (await ports.store.read('account', accountId))?.document;
  return record === undefined ? undefined : accountAnswer(ports, record.tenant.name, record);
}

async function accountAnswer(ports: Ports, query: string, account: AccountRecord): Promise<StatusAnswer> {
  const record = await refreshDetails(ports, account);
  return { answer: 'account', query, picture: drawFacts(ports, record) };
}

async function askProviders(
  ports: Ports,
  query: string,
  near: Extract<StatusAnswer, { answer: 'not-listed' }>['near'],
): Promise<StatusAnswer> {
  const { register, providers, clock } = ports;
  const asked = await Promise.all(providers.map((provider) => askProvider(provider, query)));
  for (const [index, look] of asked.entries()) {
    const provider = providers[index];
    const [only, another] = look ?? [];
    if (provider === undefined || only === undefined || another !== undefined) continue;
    const record = await takeInTenant(ports, provider, only, { basis: 'first-seen', at: clock.now() });
    return accountAnswer(ports, query, record);
  }
  const askedLive = asked.length > 0 && asked.every((look) => look !== undefined);
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
    ...(customer.found === 'one' ? { customer: customer.customer } : {}),
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

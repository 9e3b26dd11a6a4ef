import { accountId } from '../../src/domain/account';
import type { ListedTenant, Provider } from '../../src/provider';
import { SourceFailure } from '../../src/domain/source';
import { jobTable } from '../../src/jobs/table';
import { sourceDocumentId } from '../../src/records/note-source';
import { acceptEvent } from '../../src/sync/accept-event';
import { syncAccounts } from '../../src/sync/sync-accounts';
import { listingProvider, resoldTo } from '../doubles/listing-provider';
import { conversation, put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

/** Two Partner Center tenants of one partner: each with its own accounts, lease and listeners. */

const tenantId = (n: number): string => `7e000000-0000-4000-a000-00000000000${n}`;

let first: ListedTenant[];
let second: ListedTenant[] | 'away';
let stand: TaskStand;

function partnerCenter(id: string, name: string, more: Partial<Provider>, listed: () => ListedTenant[]): Provider {
  return {
    ...listingProvider(listed),
    id,
    name,
    readTenant: (wanted: string) => {
      const value = listed().find(({ tenant }) => tenant.tenantId === wanted);
      return Promise.resolve(value === undefined ? { look: 'absent' as const } : { look: 'seen' as const, value });
    },
    ...more,
  };
}

const UK = partnerCenter('11111111-1111-4111-8111-111111111111', 'Contoso UK', {}, () => first);
const DE = partnerCenter('22222222-2222-4222-8222-222222222222', 'Contoso DE', { conversations: ['german'] }, () => {
  if (second !== 'away') return second;
  throw new SourceFailure({ source: 'partner-center', kind: 'unreachable', detail: 'no connection' });
});

beforeEach(async () => {
  first = [resoldTo(tenantId(1), 'Contoso')];
  second = [resoldTo(tenantId(1), 'Contoso Deutschland')];
  stand = await taskStand({ providers: [UK, DE] });
});
afterEach(() => stand.close());

const sync = (provider: Provider) => syncAccounts(stand.ports, provider, new AbortController().signal);
const account = (provider: Provider, n: number) =>
  stand.ports.register.account(accountId({ providerId: provider.id, tenantId: tenantId(n) }));

it('a tenant of both is two accounts', async () => {
  await sync(UK);
  await sync(DE);
  expect(account(UK, 1)?.tenant.name).toBe('Contoso');
  expect(account(DE, 1)?.tenant.name).toBe('Contoso Deutschland');
  expect(stand.ports.register.accountsOfTenant(tenantId(1))).toHaveLength(2);
});

it('one that cannot be reached stops no other, and both are told apart where their state is told', async () => {
  second = 'away';
  await sync(DE);
  await sync(UK);
  expect(account(UK, 1)).toBeDefined();
  expect(stand.ports.register.source(sourceDocumentId(`accounts:${DE.id}`))?.trouble?.kind).toBe('unreachable');
  expect(stand.ports.register.source(sourceDocumentId(`accounts:${UK.id}`))?.name).toBe('Contoso UK');
});

it('new accounts are announced where its settings say, those of the others everywhere', async () => {
  for (const conversationId of ['german', 'all']) await put(stand.ports, conversation({ conversationId }));
  await sync(UK);
  await sync(DE);
  first.push(resoldTo(tenantId(2), 'New in the UK'));
  if (second !== 'away') second.push(resoldTo(tenantId(3), 'Neu in Deutschland'));
  await sync(UK);
  await sync(DE);
  const told = (provider: Provider, n: number) => account(provider, n)?.notices.map((notice) => notice.conversationId);
  expect(told(UK, 2)?.toSorted()).toEqual(['all', 'german']);
  expect(told(DE, 3)).toEqual(['german']);
});

it('an event about a tenant is about all who have it', async () => {
  await expect(acceptEvent(stand.ports, tenantId(1), stand.clock.now())).resolves.toBe('taken-in');
  expect(account(UK, 1)).toBeDefined();
  expect(account(DE, 1)).toBeDefined();
});

it('each is read under a lease of its own, and the customers of all under another', () => {
  const jobs = jobTable({
    ports: stand.ports,
    drawings: {} as never,
    drawDigest: () => ({}) as never,
    drawReminder: () => ({}) as never,
    drawEndings: () => ({}) as never,
    drawGathered: () => ({}) as never,
    drawTeamQuestion: () => ({}) as never,
    drawAlarm: () => ({}) as never,
    catchUp: () => Promise.resolve(0),
    syncEveryMs: 1_000,
    reconcileEveryMs: 1_000,
  });
  const leases = jobs.filter(({ name }) => name.startsWith('sync ')).map(({ lease }) => lease);
  expect(leases).toEqual([`sync-${UK.id}`, `sync-${DE.id}`, 'sync-customers']);
});

import { createPartnerCenter } from '../../../src/providers/partner-center/partner-center';
import type { AccountRecord } from '../../../src/domain/account';
import { accountId } from '../../../src/domain/account';
import { MINUTE } from '../../../src/domain/time';
import type { Provider } from '../../../src/provider';
import { Secret } from '../../../src/runtime/secret';
import { createRandom, guidOf } from '../../../src/sandbox/random';
import type { Random } from '../../../src/sandbox/random';
import { syncAccounts } from '../../../src/sync/sync-accounts';
import { syncCustomers } from '../../../src/sync/sync-customers';
import { PROVIDER } from '../../builders';
import { damaged, spoilt, told, written } from '../../doubles/damage';
import type { Sent } from '../../doubles/damage';
import { startWireSource } from '../../doubles/wire-source';
import type { Visit, WireSource } from '../../doubles/wire-source';
import { countingIds, quietLog } from '../../sandbox/stand';
import { taskStand } from '../../tasks/stand';
import type { TaskStand } from '../../tasks/stand';
import { ALL_IS_WELL, healthText } from './health';
import { itStandsDamage } from './rounds';

/** Customers as they really are, and every name that each has had. */
interface Tenant {
  readonly id: string;
  readonly relation: 'reseller' | 'none';
  readonly names: string[];
}

/** What one round's list is on its way. */
interface Delivery {
  readonly pages: readonly Sent[];
  readonly isClean: boolean;
}

const MOST_TENANTS = 14;

let random: Random;
let tenants: Tenant[];
/** Those whose name was read once. */
let named: Set<Tenant>;
let delivery: Delivery;
/** The pages that were asked for and came. */
let served: string;
/** How single look-ups are answered. */
let lookUps: 'well' | 'badly';
let server: WireSource;
let stand: TaskStand;
let provider: Provider;

beforeAll(async () => {
  server = await startWireSource(answer);
});
afterAll(() => server.close());

async function begin(seed: string): Promise<void> {
  random = createRandom(seed);
  tenants = Array.from({ length: 6 }, newTenant);
  named = new Set();
  stand = await taskStand();
  const { clock } = stand;
  const wait = (ms: number): Promise<void> => {
    clock.move(ms);
    return Promise.resolve();
  };
  provider = createPartnerCenter(
    {
      tenantId: PROVIDER,
      clientId: 'app',
      credential: { kind: 'secret', secret: new Secret('invented') },
      baseUrl: server.url,
      authority: server.url,
      graphBaseUrl: server.url,
      http: { retries: 1, firstBackoffMs: 1 },
    },
    { log: quietLog, ids: countingIds(), clock, wait },
  );
}

function newTenant(): Tenant {
  const n = random.below(1_000_000);
  const relation = random.below(5) === 0 ? 'none' : 'reseller';
  return { id: guidOf('damaged', 'tenant', n), relation, names: [`Company ${n}`] };
}

const nameOf = ({ names }: Tenant): string => names.at(-1) ?? '';
const domainOf = ({ id }: Tenant): string => `t${id.slice(0, 8)}.onmicrosoft.com`;

function itemOf(tenant: Tenant): object {
  const { id, relation } = tenant;
  const companyProfile = { tenantId: id, domain: domainOf(tenant), companyName: nameOf(tenant) };
  return { id, companyProfile, relationshipToPartner: relation, attributes: { objectType: 'Customer' } };
}

/** Somebody is renamed or comes in. Nobody leaves, so whoever is called gone was lost. */
function change(): void {
  if (random.below(3) === 0) random.pick(tenants).names.push(`Renamed ${random.below(1_000_000)}`);
  if (random.below(4) === 0 && tenants.length < MOST_TENANTS) tenants.push(newTenant());
}

function deliver(): Delivery {
  if (random.below(6) === 0) return { pages: pagesOf(tenants.map((t) => [itemOf(t)])).map(sent), isClean: true };
  const items = tenants.map((tenant): readonly unknown[] => {
    const item = itemOf(tenant);
    const again = { ...item, relationshipToPartner: 'none' };
    const lot = random.below(8);
    if (lot === 0) return [damaged(random, item)];
    if (lot === 1) return [damaged(random, item), again];
    return lot === 2 ? [item, again] : [item];
  });
  const isShort = random.below(6) === 0;
  return { pages: damagedPages(pagesOf(isShort ? items.slice(0, random.below(items.length)) : items)), isClean: false };
}

interface Page {
  readonly items: readonly unknown[];
}

const sent = (page: unknown): Sent => ({ status: 200, text: written(page) });

/** What belongs to one tenant stays on one page. */
function pagesOf(units: readonly (readonly unknown[])[]): Page[] {
  const size = random.pick([2, 5, 100]);
  const count = Math.max(1, Math.ceil(units.length / size));
  return Array.from({ length: count }, (_, page) => {
    const items = units.slice(page * size, (page + 1) * size).flat();
    const token = `page-${page + 1}`;
    const headers = [{ key: 'MS-ContinuationToken', value: token }];
    const next = page + 1 < count ? { continuationToken: token, links: { next: { headers } } } : {};
    return { totalCount: items.length, items, ...next };
  });
}

/** Sometimes a page is none, stands where another should, or lacks something around its items. */
function damagedPages(pages: readonly Page[]): readonly Sent[] {
  return pages.map((page) => {
    const lot = random.below(14);
    if (lot === 0) return spoilt(random, written(page));
    if (lot === 1) return sent(random.pick(pages));
    if (lot !== 2) return sent(page);
    const { items, ...around } = page;
    const frame = damaged(random, { ...around, items: 'here' });
    const held = typeof frame === 'object' && frame !== null && 'items' in frame && frame.items === 'here';
    return sent(held ? { ...frame, items } : frame);
  });
}

function answer({ path, continuation }: Visit): Sent {
  const id = /\/v1\/customers\/([0-9a-f-]{36})$/.exec(path)?.[1];
  if (id !== undefined) return lookUp(id);
  const page = continuation === undefined ? 0 : Number(/^page-(\d+)$/.exec(continuation)?.[1] ?? NaN);
  const back = delivery.pages[page] ?? { status: 400, text: '{"code":"1"}' };
  served += back.text;
  return back;
}

function lookUp(id: string): Sent {
  const tenant = tenants.find((t) => t.id === id);
  if (tenant === undefined) return { status: 404, text: '{"code":"60003"}' };
  const item = itemOf(tenant);
  if (lookUps === 'well') return { status: 200, text: written(item) };
  // A refusal that says "not there" is Partner Center's word, and no damage.
  const back = random.below(2) === 0 ? spoilt(random, written(item)) : sent(damaged(random, item));
  return back.status === 403 ? { status: 500, text: '' } : back;
}

const recordOf = ({ id }: Tenant): AccountRecord | undefined =>
  stand.ports.register.account(accountId({ providerId: PROVIDER, tenantId: id }));

async function round(): Promise<void> {
  change();
  delivery = deliver();
  served = '';
  lookUps = random.below(3) === 0 ? 'badly' : 'well';
  const known = new Set(tenants.filter((tenant) => recordOf(tenant) !== undefined));
  const { signal } = new AbortController();
  await syncAccounts(stand.ports, provider, signal);
  await syncCustomers(stand.ports, signal);
  const source = stand.ports.register.source(`source:accounts:${PROVIDER}`);
  const isRead = source?.lastCompleteAt === stand.clock.now() || source?.trouble === undefined;
  const health = await healthText(stand.ports);
  const isWell = ALL_IS_WELL.test(health);
  for (const tenant of tenants) {
    const record = recordOf(tenant);
    if (known.has(tenant)) expect(record).toBeDefined();
    if (record !== undefined) expectNothingLost(tenant, record);
    if (isRead && served.includes(written(itemOf(tenant)))) expectAsItIs(tenant, record);
    if (isWell && served.includes(tenant.id))
      expect(record?.acceptance.reseller.state).toBe(tenant.relation === 'reseller' ? 'accepted' : 'other-relation');
  }
  if (delivery.isClean) expect(health).toMatch(ALL_IS_WELL);
  expect(stand.ports.register.counts.accounts).toBeLessThanOrEqual(tenants.length);
  stand.clock.move(5 * MINUTE);
}

/** A customer stays one, and is called by its domain or id only until its name was read once. */
function expectNothingLost(tenant: Tenant, { tenant: seen, acceptance: { reseller } }: AccountRecord): void {
  expect([...tenant.names, ...(named.has(tenant) ? [] : [domainOf(tenant), tenant.id])]).toContain(seen.name);
  if (tenant.names.includes(seen.name)) named.add(tenant);
  expect(['ended', 'not-listed']).not.toContain(reseller.state);
}

function expectAsItIs(tenant: Tenant, record: AccountRecord | undefined): void {
  expect(record?.tenant).toMatchObject({ name: nameOf(tenant), defaultDomain: domainOf(tenant) });
  expect(record?.acceptance.reseller.state).toBe(tenant.relation === 'reseller' ? 'accepted' : 'other-relation');
}

itStandsDamage({
  whatever: 'a list of Partner Center suffers on its way',
  begin,
  round,
  told: () => told(delivery.pages),
  close: () => stand.close(),
});

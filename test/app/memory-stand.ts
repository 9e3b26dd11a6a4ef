import type { AccountRecord } from '../../src/domain/account';
import type { CustomerRecord, Document } from '../../src/domain/documents';
import { documentId } from '../../src/domain/documents';
import { createMemoryKeeper } from '../../src/app/keep-memory';
import type { MemoryKeeper } from '../../src/app/keep-memory';
import type { Timers } from '../../src/jobs/runner';
import { follow } from '../../src/register/follow';
import { FollowedRegister } from '../../src/register/followed-register';
import { createLog } from '../../src/runtime/log';
import type { Store } from '../../src/store';
import { openEmbeddedStore } from '../../src/stores/embedded';
import { account, acceptance, ana, customer, PROVIDER, T0 } from '../builders';

const TOWNS = ['Köln', 'Zürich', 'Besançon', 'Leeds', 'Nijmegen'];
const TRADES = ['Logistik', 'Brauerei', 'Conseil', 'Software', 'Bäckerei', 'Shipping'];
const OWNERS = ['Müller', 'Öztürk', 'Lefèvre', 'van der Berg', 'Núñez', 'Fabrikam', 'Ødegård'];
const COMPANIES = 70;

export function nameOf(n: number): string {
  const [owner, trade] = [OWNERS[n % OWNERS.length]!, TRADES[n % TRADES.length]!];
  return `${owner} ${trade} ${n % 3 === 0 ? 'GmbH' : ''} ${n >= 42 ? String(n) : ''}`.replaceAll(/ +/g, ' ').trim();
}

export const customerId = (n: number): string => `customer-${n}`;

export function customerOf(n: number, name = nameOf(n), goneAt?: number): CustomerRecord {
  const number = `AC-${1000 + n}`;
  const more = { number, city: TOWNS[n % TOWNS.length]!, website: `www.firma${n}.de` };
  return {
    kind: 'customer',
    id: documentId('customer', customerId(n)),
    partnerId: 'partner',
    format: 1,
    customer: customer({ id: customerId(n), name, ...more }),
    ...(goneAt === undefined ? {} : { goneAt }),
  };
}

/** Every second one is mapped. */
export function accountOf(n: number, news: Partial<AccountRecord> = {}, providerId = PROVIDER): AccountRecord {
  const tenantId = `33333333-3333-4333-8333-${String(n).padStart(12, '0')}`;
  const tenant = { tenantId, name: nameOf(n).toUpperCase(), defaultDomain: `firma${n}.onmicrosoft.com` };
  const since = { at: T0 + n, basis: 'event' } as const;
  const reseller = { state: 'accepted', since, checkedAt: T0, source: 'partner-center' } as const;
  const first = account({ tenantId, tenant, providerId, acceptance: acceptance({ reseller }) });
  return { ...first, ...(n % 2 === 0 ? {} : mappedTo(n)), ...news };
}

export function mappedTo(n: number, teaches = true): Pick<AccountRecord, 'mapping'> {
  const decided = { by: ana, at: T0, decisionId: `decision-${n}`, teaches };
  return { mapping: { state: 'mapped', customer: { id: customerId(n), name: nameOf(n) }, ...decided } };
}

export async function fillStore(store: Store): Promise<void> {
  const all = Array.from({ length: COMPANIES }, (_, n): Document[] => [customerOf(n), accountOf(n)]).flat();
  await store.writeAll(all.map((document) => ({ write: 'insert', document })));
}

/** Saves over whatever is there. */
export async function put(store: Store, document: Document): Promise<void> {
  const there = await store.read(document.kind, document.id);
  const write =
    there === undefined ? ({ write: 'insert' } as const) : ({ write: 'replace', etag: there.etag } as const);
  expect((await store.write({ ...write, document })).outcome).toBe('saved');
}

export interface Replica {
  readonly store: Store;
  readonly register: FollowedRegister;
  readonly keeper: MemoryKeeper;
  /** How many documents came by the tail until memory was filled. */
  readonly read: number;
  catchUp(): Promise<number>;
  /** Reads the tail, waits until it is time to keep memory, and until that is done. */
  keep(): Promise<void>;
  stop(): Promise<void>;
}

export interface Parts {
  readonly dir: string;
  readonly code?: string;
  readonly now?: number;
  /** Stands between memory and the store. */
  readonly through?: (store: Store) => Store;
  readonly onLost?: () => void;
  /** What was put back is read only when somebody asks for it: `keeper.start` is left to the caller. */
  readonly reads?: 'when-asked';
}

export async function startReplica({ dir, code = 'one', now = T0, through, onLost, reads }: Parts): Promise<Replica> {
  const log = createLog('silent');
  const opened = await openEmbeddedStore({ dir, partnerId: 'partner', log, code });
  const store = through?.(opened) ?? opened;
  const register = new FollowedRegister();
  const waiting: (() => void)[] = [];
  let isSet = (): void => undefined;
  const timers: Timers = {
    set(run) {
      waiting.push(run);
      isSet();
      return { cancel: () => waiting.splice(0) };
    },
  };
  const heard = (document: Document): void => {
    keeper.hear(document);
  };
  const follower = follow(store, register, heard);
  const keeper = createMemoryKeeper(
    { store, register, follower, timers, log, onLost, clock: { now: () => now }, least: { known: 1, news: 1 } },
    heard,
  );
  await keeper.putBack();
  const read = await follower.catchUp();
  if (reads === undefined) await keeper.start();
  return {
    store,
    register,
    keeper,
    read,
    catchUp: () => follower.catchUp(),
    async keep() {
      await follower.catchUp();
      const again = new Promise<void>((resolve) => {
        isSet = resolve;
      });
      waiting.shift()?.();
      await again;
    },
    async stop() {
      await keeper.stop();
      await opened.close();
    },
  };
}

/** What a replica answers, in every way in which names and ids are asked for. */
export function answersOf({ register }: Pick<Replica, 'register'>): unknown {
  const names = [...Array.from({ length: COMPANIES }, (_, n) => nameOf(n)), 'Umbenannt AG', 'firma7.de', 'AC-1012'];
  const accounts = [...register.allAccounts()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    counts: register.counts,
    accounts,
    customers: [...register.customerIds()].sort().map((id) => [register.customer(id), register.isCurrentCustomer(id)]),
    named: names.map((name) => [
      register.resolveAccount(name),
      register.resolveCustomer(name),
      register.suggest('customers', name.slice(0, 5), 8),
      register.knowsName(name),
      register.namesakes('accounts', name),
    ]),
    assessed: accounts.map((one) => register.assess(one, 5)),
    learned: accounts.map((one) => register.assessAnew(one, 3)),
    open: register.openAccounts().map(({ id }) => id),
    needless: register.accountsWithoutNeed().length,
    ofTenant: accounts.map(({ tenantId }) => register.accountsOfTenant(tenantId).map(({ id }) => id)),
    ofCustomer: [...register.customerIds()].sort().map((id) => register.accountsOfCustomer(id).length),
    sisters: accounts.map((one) => register.kin.sistersOf(one)),
    places: [...register.allConversations()].map(({ id }) => id),
  };
}

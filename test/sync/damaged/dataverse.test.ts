import { createWork365 } from '../../../src/directories/work365/work365';
import { accountId } from '../../../src/domain/account';
import type { AccountRecord, DirectoryRow } from '../../../src/domain/account';
import { MINUTE } from '../../../src/domain/time';
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
import { quietLog } from '../../sandbox/stand';
import { handClock, taskStand } from '../../tasks/stand';
import type { TaskStand } from '../../tasks/stand';
import { listingProvider, resoldTo } from '../../doubles/listing-provider';
import { P, clientItem, damagedRow, etagOf, nameOf, newClient, newRow, rowItem } from './dataverse-world';
import type { Client, Row } from './dataverse-world';
import { ALL_IS_WELL, healthText } from './health';
import { itStandsDamage } from './rounds';

type Kind = 'clients' | 'rows';
type Unit = readonly unknown[];

const MOST = 14;
let random: Random;
let clients: Client[];
let rows: Row[];
/** Those whose name was read once. */
let named: Set<Client>;
let pages: Readonly<Record<Kind, readonly Sent[]>>;
/** What was asked for and came. */
let served: Record<Kind, string>;
let lookUps: 'well' | 'badly';
let server: WireSource;
let stand: TaskStand;

beforeAll(async () => {
  server = await startWireSource(answer);
});
afterAll(() => server.close());

async function begin(seed: string): Promise<void> {
  random = createRandom(seed);
  clients = Array.from({ length: 8 }, () => newClient(random));
  rows = Array.from({ length: 6 }, () => newRow(random));
  named = new Set();
  const clock = handClock();
  const wait = (ms: number): Promise<void> => {
    clock.move(ms);
    return Promise.resolve();
  };
  const directory = createWork365(
    {
      url: server.url,
      tenantId: PROVIDER,
      clientId: 'app',
      clientSecret: new Secret('invented'),
      authority: server.url,
      http: { retries: 1, firstBackoffMs: 1 },
    },
    { log: quietLog, clock, wait },
  );
  stand = await taskStand({ directory, clock });
}

/** Lists every tenant; what it says is not what is tried here. */
const provider = listingProvider(() =>
  rows.map(({ tenantId }) => resoldTo(tenantId, `Tenant ${tenantId.slice(0, 8)}`)),
);

/** Somebody is renamed, mapped or comes in. Nobody leaves, so whoever is called gone was lost. */
function change(): void {
  if (random.below(3) === 0) random.pick(clients).names.push(`Renamed ${random.below(1_000_000)}`);
  if (random.below(4) === 0 && clients.length < MOST) clients.push(newClient(random));
  if (random.below(4) === 0 && rows.length < MOST) rows.push(newRow(random));
  if (random.below(3) > 0) return;
  const row = random.pick(rows);
  row.client = random.pick(clients);
  row.clients.push(row.client.id);
  row.version += 1;
}

function deliver(isClean: boolean): void {
  served = { clients: '', rows: '' };
  const whole = { clients: clients.map((c): Unit => [clientItem(c)]), rows: rows.map((r): Unit => [rowItem(r)]) };
  if (isClean) {
    pages = { clients: pagesOf('clients', whole.clients).map(sent), rows: pagesOf('rows', whole.rows).map(sent) };
    return;
  }
  const someClients = clients.map((client): Unit => {
    const item = clientItem(client);
    const lot = random.below(8);
    return lot === 0 ? [damaged(random, item)] : lot === 1 ? [item, { ...item, name: 'Another name' }] : [item];
  });
  const someRows = rows.map((row): Unit => {
    const item = rowItem(row);
    const id = guidOf('damaged', 'double', row.id);
    const double = { ...item, [`${P}id`]: id, createdon: '2026-02-01T00:00:00Z', [`_${P}_account_value`]: null };
    const lot = random.below(8);
    return lot === 0 ? [damagedRow(random, row)] : lot === 1 ? [item, double] : [item];
  });
  pages = { clients: damagedPages('clients', cutShort(someClients)), rows: damagedPages('rows', cutShort(someRows)) };
}

function cutShort(units: readonly Unit[]): readonly Unit[] {
  return random.below(6) === 0 ? units.slice(0, random.below(units.length)) : units;
}

const sent = (page: unknown): Sent => ({ status: 200, text: written(page) });

function pagesOf(kind: Kind, units: readonly Unit[]): { value: unknown[] }[] {
  const size = random.pick([3, 6, 100]);
  const count = Math.max(1, Math.ceil(units.length / size));
  const set = kind === 'clients' ? 'accounts' : `${P}s`;
  return Array.from({ length: count }, (_, page) => {
    const link = `https://other.example/api/data/v9.2/${set}?$skiptoken=page-${page + 1}`;
    const next = page + 1 < count ? { '@odata.nextLink': link } : {};
    return { value: units.slice(page * size, (page + 1) * size).flat(), ...next };
  });
}

/** Sometimes a page is none, stands where another should, or lacks something around its rows. */
function damagedPages(kind: Kind, units: readonly Unit[]): readonly Sent[] {
  const all = pagesOf(kind, units);
  return all.map((page) => {
    const lot = random.below(16);
    if (lot === 0) return spoilt(random, written(page));
    if (lot === 1) return sent(random.pick(all));
    if (lot !== 2) return sent(page);
    const { value, ...around } = page;
    const frame = damaged(random, { ...around, value: 'here' });
    const held = typeof frame === 'object' && frame !== null && 'value' in frame && frame.value === 'here';
    return sent(held ? { ...frame, value } : frame);
  });
}

function answer({ path }: Visit): Sent {
  const one = new RegExp(`/${P}s\\(([0-9a-f-]{36})\\)`).exec(path)?.[1];
  if (one !== undefined) return lookUp(one);
  const kind: Kind = path.includes('/accounts?') ? 'clients' : 'rows';
  const page = /skiptoken=page-(\d+)/.exec(path)?.[1] ?? '0';
  const back = pages[kind][Number(page)] ?? { status: 404, text: '{"error":{"code":"0x8006088a"}}' };
  served[kind] += back.text;
  return back;
}

function lookUp(id: string): Sent {
  const row = rows.find((r) => r.id === id);
  // Also of a second row that only some lists have: it was deleted.
  if (row === undefined) return { status: 404, text: '{"error":{"code":"0x80040217","message":""}}' };
  if (lookUps === 'well') return sent(rowItem(row));
  return random.below(2) === 0 ? spoilt(random, written(rowItem(row))) : sent(damagedRow(random, row));
}

const recordOf = ({ tenantId }: Row): AccountRecord | undefined =>
  stand.ports.register.account(accountId({ providerId: PROVIDER, tenantId }));
/** While a list has two rows of one account, neither is its row before somebody chose; both are known. */
const knownRow = (record: AccountRecord | undefined, { id }: Row): DirectoryRow | undefined =>
  record?.rowChoice?.rows.find(({ rowId }) => rowId === id) ?? record?.directoryRow;
const isCurrent = ({ id }: Client): boolean => stand.ports.register.isCurrentCustomer(id);
const isRead = (part: string): boolean => stand.ports.register.source(`source:${part}`)?.trouble === undefined;

async function round(): Promise<void> {
  change();
  const isClean = random.below(6) === 0;
  deliver(isClean);
  lookUps = random.below(3) === 0 ? 'badly' : 'well';
  const knownClients = new Set(clients.filter(isCurrent));
  const mapped = new Set(rows.filter((row) => recordOf(row)?.mapping.state === 'mapped'));
  const lackedBefore = stand.ports.register.source('source:customers')?.missing?.count;
  const { signal } = new AbortController();
  await syncCustomers(stand.ports, signal);
  await syncAccounts(stand.ports, provider, signal);
  const health = await healthText(stand.ports);
  const isWell = ALL_IS_WELL.test(health);
  const lacking = [...knownClients].filter(({ id }) => !served.clients.includes(id));
  // A list that is a little shorter, or as short as the one before, is a list like any other.
  const isBelieved = lacking.length < 2 || lacking.length * 10 <= knownClients.size || lackedBefore === lacking.length;
  for (const client of clients) {
    const isLost = isBelieved && lacking.includes(client);
    if (knownClients.has(client) && !isLost) expect(isCurrent(client)).toBe(true);
    expectTrueName(client);
    if (isRead('customers') && served.clients.includes(written(clientItem(client)))) expectIntact(client);
    if (isWell && served.clients.includes(client.id)) expect(isCurrent(client)).toBe(true);
  }
  for (const row of rows) {
    const record = recordOf(row);
    if (mapped.has(row)) expect(record?.mapping.state).toBe('mapped');
    expect(row.clients).toContain(record?.directoryRow?.customerId);
    if (isRead('rows') && served.rows.includes(written(rowItem(row))))
      expect(knownRow(record, row)).toMatchObject({ rowId: row.id, etag: etagOf(row) });
    if (isWell && served.rows.includes(row.id)) expect(knownRow(record, row)?.rowId).toBe(row.id);
  }
  if (isClean) expect(health).toMatch(ALL_IS_WELL);
  stand.clock.move(5 * MINUTE);
}

/** Called by its number or id only until its name was read once. */
function expectTrueName(client: Client): void {
  const known = stand.ports.register.customer(client.id);
  if (known === undefined) return;
  const standIns = named.has(client) ? [] : [client.id, `AC-${client.id.slice(0, 4)}`];
  expect([...client.names, ...standIns]).toContain(known.name);
  if (client.names.includes(known.name)) named.add(client);
}

function expectIntact(client: Client): void {
  expect(isCurrent(client)).toBe(true);
  expect(stand.ports.register.customer(client.id)).toMatchObject({ name: nameOf(client), city: 'Reading' });
}

itStandsDamage({
  whatever: 'lists of Dataverse suffer on their way',
  begin,
  round,
  told: () => told(pages),
  close: () => stand.close(),
});

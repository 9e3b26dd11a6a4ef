import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFileDirectory } from '../../../src/directories/file/file';
import { MINUTE } from '../../../src/domain/time';
import { createRandom, guidOf } from '../../../src/sandbox/random';
import type { Random } from '../../../src/sandbox/random';
import { syncCustomers } from '../../../src/sync/sync-customers';
import { damaged, written } from '../../doubles/damage';
import { quietLog } from '../../sandbox/stand';
import { taskStand } from '../../tasks/stand';
import type { TaskStand } from '../../tasks/stand';
import { ALL_IS_WELL, healthText } from './health';
import { itStandsDamage } from './rounds';

interface Client {
  readonly id: string;
  name: string;
}

/** How one program writes the list: what it makes of a customer, and of all of them. */
interface Writer {
  item(client: Client): string;
  harm(item: string): string;
  file(items: readonly string[]): string;
}

const MOST = 30;

let random: Random;
let clients: Client[];
let stand: TaskStand;
let folder: string;
let content: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'damaged-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function begin(seed: string): Promise<void> {
  random = createRandom(seed);
  clients = Array.from({ length: 12 }, newClient);
  const path = join(folder, 'customers.dat');
  const directory = createFileDirectory({ path }, { log: quietLog, wait: () => Promise.resolve() });
  stand = await taskStand({ directory });
}

function newClient(): Client {
  const n = random.below(1_000_000);
  return { id: random.below(3) === 0 ? guidOf('file', 'client', n).toUpperCase() : `C-${n}`, name: `Customer ${n}` };
}

const csv = (delimiter: string): Writer => ({
  item: ({ id, name }) => [id, `"${name}"`, 'Reading'].join(delimiter),
  harm(item) {
    const [id = '', name = '', city = ''] = item.split(delimiter);
    return random
      .pick([
        [id, '', city],
        ['', name, city],
        ['', '', ''].concat('x'),
        ['1,23457E+11', name, city].map((cell) => (delimiter === ',' ? `"${cell.replaceAll('"', '')}"` : cell)),
        ['#REF!', name, city],
        [id, `"a "${name.slice(1, -1)}" b"`, city],
        [id, name.slice(0, -1), city],
        [id, name, city, 'one', 'too many'],
        [id],
      ])
      .join(delimiter);
  },
  file: (items) => [['id', 'name', 'city'].join(delimiter), ...items, ''].join('\r\n'),
});

const inJson = {
  item: ({ id, name }: Client) => JSON.stringify({ id, name, address: { city: 'Reading' } }),
  harm: (item: string) => written(damaged(random, JSON.parse(item))),
};

const WRITERS: readonly Writer[] = [
  csv(','),
  csv(';'),
  csv('\t'),
  { ...inJson, file: (items) => `[\n${items.join(',\n')}\n]` },
  { ...inJson, file: (items) => `{"value":[${items.join(',')}]}` },
  { ...inJson, harm: () => '{"id":"x","na', file: (items) => `${items.join('\n')}\n` },
];

/** Names change and customers come in with whole files only: of a row that cannot be read its name tells whose it is. */
function write(): { readonly isClean: boolean } {
  const writer = random.pick(WRITERS);
  if (random.below(5) === 0) {
    random.pick(clients).name = `Renamed ${random.below(1_000_000)}`;
    if (clients.length < MOST) clients.push(newClient());
    content = writer.file(clients.map((client) => writer.item(client)));
    return { isClean: true };
  }
  const items = clients.flatMap((client): string[] => {
    const item = writer.item(client);
    const lot = random.below(10);
    if (lot === 0) return [writer.harm(item)];
    return lot === 1 ? [item, writer.item({ ...client, name: 'Another name' })] : [item];
  });
  const kept = random.below(6) === 0 ? items.slice(0, 1 + random.below(items.length - 1)) : items;
  content = atRandom(writer.file(kept));
  return { isClean: false };
}

/** Sometimes the file is cut off, empty, or holds what no text holds. */
function atRandom(file: string): string {
  const at = random.below(file.length);
  const lot = random.below(16);
  if (lot === 0) return file.slice(0, at);
  if (lot === 1) return `${file.slice(0, at)}\0${file.slice(at)}`;
  if (lot === 2)
    return random.pick(['', ' ', '[]', '{}', 'null', 'id,name\n', '<html></html>', '[[]]', '{"value":{}}']);
  return file;
}

const idOf = ({ id }: Client): string => (id.startsWith('C-') ? id : id.toLowerCase());
const isCurrent = (client: Client): boolean => stand.ports.register.isCurrentCustomer(idOf(client));

async function round(): Promise<void> {
  const known = new Set(clients.filter(isCurrent));
  const source = () => stand.ports.register.source('source:customers@file');
  const lackedBefore = source()?.missing?.count;
  const { isClean } = write();
  writeFileSync(join(folder, 'customers.dat'), content);
  await syncCustomers(stand.ports, new AbortController().signal);
  const health = await healthText(stand.ports);
  const isRead = source()?.trouble === undefined;
  const lacking = [...known].filter(({ id, name }) => !content.includes(id) && !content.includes(name));
  // A list that is a little shorter, or as short as the one before, is a list like any other.
  const isBelieved = lacking.length < 2 || lacking.length * 10 <= known.size || lackedBefore === lacking.length;
  for (const client of clients) {
    if (known.has(client) && !(isBelieved && lacking.includes(client))) expect(isCurrent(client)).toBe(true);
    const isIntact = WRITERS.some((writer) => content.includes(writer.item(client)));
    if (isRead && isIntact) expect(isCurrent(client)).toBe(true);
    const seen = stand.ports.register.customer(idOf(client));
    if (isClean) expect(seen).toMatchObject({ name: client.name, city: 'Reading' });
    if (ALL_IS_WELL.test(health) && content.includes(client.id)) expect(isCurrent(client)).toBe(true);
  }
  if (isClean) expect(health).toMatch(ALL_IS_WELL);
  stand.clock.move(5 * MINUTE);
}

itStandsDamage({
  whatever: 'a customer file suffers',
  begin,
  round,
  told: () => content.slice(0, 3_000),
  close: () => stand.close(),
});

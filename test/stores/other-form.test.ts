import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config';
import type { SourceRecord } from '../../src/domain/documents';
import { createLog } from '../../src/runtime/log';
import type { Store } from '../../src/store';
import { adopt } from '../../src/stores/adopt';
import { openEmbeddedStore } from '../../src/stores/embedded';
import { startCosmosGateway } from '../doubles/cosmos-gateway';
import { openOn } from './cosmos/opened';

const PARTNER = 'b44bb1fb-c595-45b0-9e09-d657365580bf';
const source = (partnerId: string, part: string, count: number): SourceRecord => ({
  kind: 'source',
  id: `source:${part}`,
  partnerId,
  format: 1,
  part,
  count,
});

async function fill(store: Store, partnerId: string, parts: number): Promise<void> {
  for (let i = 0; i < parts; i++) await store.write({ write: 'insert', document: source(partnerId, `part-${i}`, i) });
}

describe('a store that was written under another form of the partner id (O5)', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'handshake-form-'));
  });
  afterEach(async () => {
    await rm(dir, { recursive: true });
  });
  const lines: string[] = [];
  const open = (partnerId: string) =>
    openEmbeddedStore({ dir, partnerId, log: createLog('info', { write: (line) => lines.push(line) }) });

  it.each([PARTNER.toUpperCase(), `{${PARTNER}}`, `B44${PARTNER.slice(3)}`])('as %s is found again', async (former) => {
    const before = await open(former);
    await fill(before, former, 250);
    await before.close();

    const store = await open(PARTNER);
    const partners: string[] = [];
    for (let cursor: string | undefined, isAll = false; !isAll;) {
      const part = await store.changes(cursor, 1000);
      partners.push(...part.items.map(({ document }) => document.partnerId));
      ({ cursor, caughtUp: isAll } = part);
    }
    expect(partners).toHaveLength(250);
    expect(new Set(partners)).toEqual(new Set([PARTNER]));
    await store.close();
    expect(lines.join()).toContain('"documents":250');

    lines.length = 0;
    const again = await open(PARTNER);
    expect((await again.list('source', { limit: 1000 })).items).toHaveLength(250);
    await again.close();
    expect(lines.join()).not.toContain('another form');
  });

  it('leaves nothing behind when another replica changes a document at the same time', async () => {
    const before = await open(PARTNER.toUpperCase());
    const account = (version: number) => ({ ...source(PARTNER.toUpperCase(), 'a', 0), version });
    await before.write({ write: 'insert', document: account(9) });
    const to = await open('c55cc2fc-c595-45b0-9e09-d657365580bf');
    await to.write({ write: 'insert', document: { ...account(3), partnerId: 'c55cc2fc-c595-45b0-9e09-d657365580bf' } });
    let interfered = false;
    const racing: Store = {
      ...to,
      async write(write) {
        if (!interfered && write.write === 'replace') {
          interfered = true;
          const there = await to.read('source', write.document.id);
          await to.write({
            write: 'replace',
            document: { ...write.document, count: 1, version: 4 } as never,
            etag: there!.etag,
          });
        }
        return to.write(write);
      },
    };
    expect(await adopt(before, racing, 'c55cc2fc-c595-45b0-9e09-d657365580bf')).toBe(1);

    expect((await to.read('source', 'source:a'))?.document).toMatchObject({ version: 9 });
    await before.close();
    await to.close();
  });

  it('leaves other partners alone', async () => {
    const other = 'c55cc2fc-c595-45b0-9e09-d657365580bf';
    const before = await open(other);
    await fill(before, other, 3);
    await before.close();
    const store = await open(PARTNER);
    expect((await store.list('source', { limit: 10 })).items).toEqual([]);
    await store.close();
    const after = await open(other);
    expect((await after.list('source', { limit: 10 })).items).toHaveLength(3);
    await after.close();
  });

  it('keeps what both have once', async () => {
    const former = PARTNER.toUpperCase();
    const before = await open(former);
    await fill(before, former, 2);
    await before.close();
    const store = await open(PARTNER);
    await store.write({ write: 'insert', document: source(PARTNER, 'part-7', 7) });
    await store.close();
    const again = await open(PARTNER);
    expect((await again.list('source', { limit: 10 })).items).toHaveLength(3);
    await again.close();
  });

  it('is found in Cosmos, too', async () => {
    const gateway = await startCosmosGateway();
    try {
      const former = PARTNER.toUpperCase();
      await fill((await openOn(gateway, { partnerId: former })).store, former, 3);
      const { store, lines: said } = await openOn(gateway, { partnerId: PARTNER });
      const { items } = await store.list('source', { limit: 10 });
      expect(items.map(({ document }) => document.partnerId)).toEqual([PARTNER, PARTNER, PARTNER]);
      expect(said.join()).toContain('"documents":3');
    } finally {
      await gateway.close();
    }
  });
});

it('two letter cases of PARTNER_CENTER_TENANT_ID are one partner', () => {
  const partnerOf = (tenant: string) => {
    const read = readConfig({ PARTNER_CENTER_TENANT_ID: tenant }, { fileExists: () => true });
    // Half a Partner Center is refused; who the partner is does not depend on it.
    expect(read.ok).toBe(false);
    const whole = readConfig(
      {
        PARTNER_CENTER_TENANT_ID: tenant,
        PARTNER_CENTER_CLIENT_ID: PARTNER,
        PARTNER_CENTER_CLIENT_SECRET: 's',
        HANDSHAKE_REAL_SOURCES: 'on',
      },
      { fileExists: () => true },
    );
    return whole.ok ? [whole.config.partnerId, whole.config.partnerCenter?.tenantId] : [];
  };
  for (const form of [PARTNER, PARTNER.toUpperCase(), `"${PARTNER}"`]) {
    expect(partnerOf(form)).toEqual([PARTNER, PARTNER]);
  }
});

it('a tenant that is named by its domain is refused, with what to write instead (O4)', () => {
  const read = readConfig({ PARTNER_CENTER_TENANT_ID: 'contoso.onmicrosoft.com' }, { fileExists: () => true });
  expect(read).toMatchObject({
    ok: false,
    failures: expect.arrayContaining([
      expect.objectContaining({ setting: 'PARTNER_CENTER_TENANT_ID', problem: expect.stringContaining('a domain') }),
    ]),
  });
});

import { StoreUnavailable } from '../../../src/store';
import type { Store } from '../../../src/store';
import { classifyFailure } from '../../../src/stores/cosmos/failure';
import { startCosmosGateway } from '../../doubles/cosmos-gateway';
import type { CosmosGateway, Fault } from '../../doubles/cosmos-gateway';
import { insert, insertAll, lease, replace } from '../../contracts/store-documents';
import { openOn } from './opened';
import type { Opened } from './opened';

let gateway: CosmosGateway;
let opened: Opened;
let store: Store;

beforeEach(async () => {
  gateway = await startCosmosGateway();
  opened = await openOn(gateway);
  ({ store } = opened);
});

afterEach(async () => {
  await store.close();
  await gateway.close();
});

const answer = (status: number, headers: Record<string, string> = {}): Fault => ({ fault: 'answer', status, headers });

async function thrownBy(work: () => Promise<unknown>): Promise<StoreUnavailable> {
  const thrown: unknown = await work().catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(StoreUnavailable);
  return thrown as StoreUnavailable;
}

const passing: readonly (readonly [string, Fault])[] = [
  ['408, the server gave up', answer(408)],
  ['410, the partition has moved', answer(410)],
  ['429, too many requests', answer(429, { 'x-ms-retry-after-ms': '17' })],
  ['449, try again', answer(449)],
  ['500', answer(500)],
  ['503, nobody there', answer(503)],
  ['404 because the session is not there yet', answer(404, { 'x-ms-substatus': '1002' })],
  ['403 because the region has moved', answer(403, { 'x-ms-substatus': '3' })],
  ['a page of HTML', { fault: 'answer', status: 502, headers: { 'content-type': 'text/html' }, body: '<html>' }],
  ['a lost connection', { fault: 'cut' }],
];

describe('a failure that passes', () => {
  it.each(passing)('is not noticed by a reader: %s', async (_what, fault) => {
    const document = await insert(store, lease('a'));
    gateway.fault(fault, undefined, 2);

    const requests = await gateway.during(async () => {
      expect(await store.read('lease', document.document.id)).toEqual(document);
    });

    expect(requests).toHaveLength(3);
  });

  it.each(passing)('is not noticed by a query: %s', async (_what, fault) => {
    const document = await insert(store, lease('a', 1, { dueAt: 1 }));
    gateway.fault(fault, undefined, 2);

    const requests = await gateway.during(async () => {
      expect((await store.due('lease', 10, { limit: 10 })).items).toEqual([document]);
    });

    expect(requests).toHaveLength(3);
  });

  it.each(passing)('is not noticed by a writer: %s', async (_what, fault) => {
    const first = await insert(store, lease('a'));
    gateway.fault(fault, undefined, 2);

    const second = await replace(store, lease('a', 2), first.etag);

    expect(await store.read('lease', lease('a').id)).toEqual(second);
  });
});

describe('a failure that lasts', () => {
  it.each(passing)('becomes StoreUnavailable, never "not there", after a few attempts: %s', async (_what, fault) => {
    await insert(store, lease('a'));
    gateway.fault(fault, undefined, 100);

    const requests = await gateway.during(async () => {
      const { remedy } = await thrownBy(() => store.read('lease', lease('a').id));
      expect(remedy).not.toBe('');
    });

    expect(requests.length).toBeGreaterThan(1);
    expect(requests.length).toBeLessThanOrEqual(6);
  });

  it('waits as long as Cosmos says, and says when to come back', async () => {
    gateway.fault(answer(429, { 'x-ms-retry-after-ms': '3000' }), undefined, 100);

    const { retryAt, remedy } = await thrownBy(() => store.read('lease', lease('a').id));

    expect(opened.pauses).toEqual([3000, 3000]);
    expect(retryAt).toBe(1_790_000_000_000 + 3 * 3000);
    expect(remedy).toContain('RU/s');
  });

  it('waits longer for many writes than for a click', async () => {
    gateway.fault(answer(429, { 'x-ms-retry-after-ms': '3000' }), undefined, 12);

    await insertAll(store, [lease('a')]);

    expect(opened.pauses).toHaveLength(12);
  });

  it('asks again when an answer does not come', async () => {
    const impatient = await openOn(gateway, { requestTimeoutMs: 1500 });
    const document = await insert(store, lease('a'));
    gateway.fault({ fault: 'silence' });

    const requests = await gateway.during(async () => {
      expect(await impatient.store.read('lease', lease('a').id)).toEqual(document);
    });

    expect(requests).toHaveLength(2);
    await impatient.store.close();
  });

  it('tells each cause from the others', async () => {
    const cases: readonly (readonly [Fault, RegExp])[] = [
      [answer(401), /COSMOS_KEY/],
      [answer(403), /firewall/],
      [answer(404, { 'x-ms-substatus': '1003' }), /is gone/],
      [answer(400), /consistency/],
    ];
    for (const [fault, remedy] of cases) {
      gateway.fault(fault);
      const requests = await gateway.during(async () => {
        expect((await thrownBy(() => store.read('lease', lease('a').id))).remedy).toMatch(remedy);
      });
      expect(requests).toHaveLength(1);
    }
  });

  const denied = (status: number, message: string, substatus?: string): Fault => ({
    fault: 'answer',
    status,
    headers: substatus === undefined ? {} : { 'x-ms-substatus': substatus },
    body: JSON.stringify({ code: status === 401 ? 'Unauthorized' : 'Forbidden', message }),
  });
  const MAC = 'aGVsbG8gdGhpcyBpcyBhIHNpZ25hdHVyZQ==';

  it.each<[string, Fault, RegExp, RegExp]>([
    [
      'the account takes no keys',
      denied(401, 'Local Authorization is disabled. Use an AAD token to authorize all requests.', '5202'),
      /Local Authorization is disabled/,
      /unset COSMOS_KEY.*managed identity/,
    ],
    [
      'the firewall',
      denied(
        403,
        'Request originated from IP 203.0.113.7 through public internet. This is blocked by your Cosmos DB account firewall settings.',
      ),
      /203\.0\.113\.7/,
      /^Let this host through the firewall/,
    ],
    [
      'the clock',
      denied(
        403,
        'The authorization token is not valid at the current time. Please create another token and retry (token start time: Sun, 29 Nov 2026 00:00:00 GMT).',
      ),
      /not valid at the current time/,
      /^Set the clock/,
    ],
    [
      'the key',
      denied(
        401,
        `The input authorization token can't serve the request. The MAC signature found in the HTTP request '${MAC}' is not the same as any computed signature. Server used the following string to sign - 'get'`,
      ),
      /can't serve the request/,
      /^Check COSMOS_KEY/,
    ],
  ])('says what Cosmos said and what to do when it is %s (O7)', async (_cause, fault, words, remedy) => {
    gateway.fault(fault);
    const thrown = await thrownBy(() => store.read('lease', lease('a').id));
    expect(thrown.message).toMatch(words);
    expect(thrown.message).not.toContain(MAC);
    expect(thrown.remedy).toMatch(remedy);
  });

  it('fails the check, too', async () => {
    gateway.fault(answer(503), undefined, 100);
    await thrownBy(() => store.check());
  });

  it('leaves no write of many under way when one of them fails', async () => {
    gateway.fault(answer(401), ({ operation }) => operation === 'create', 1);
    const writes = Array.from(
      { length: 100 },
      (_, index) => ({ write: 'insert', document: lease(String(index)) }) as const,
    );

    await thrownBy(() => store.writeAll(writes));
    const requests = await gateway.during(() => store.check());

    expect(requests).toHaveLength(1);
  });
});

describe('a failure of the identity', () => {
  it('is a matter of rights, not of the network', () => {
    const error = Object.assign(new Error('no identity here'), { name: 'CredentialUnavailableError' });

    expect(classifyFailure(error).failure).toBe('denied');
  });
});

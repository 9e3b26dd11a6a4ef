import { StoreUnavailable } from '../../../src/store';
import type { Store, Write } from '../../../src/store';
import { startCosmosGateway } from '../../doubles/cosmos-gateway';
import type { CosmosGateway, Fault, SeenRequest } from '../../doubles/cosmos-gateway';
import { insert, lease, replace, saved } from '../../contracts/store-documents';
import { openOn } from './opened';

/** The answer to a write gets lost: the writer is told the truth about it, or that the truth could not be found out. */
let gateway: CosmosGateway;
let store: Store;
let other: Store;

beforeEach(async () => {
  gateway = await startCosmosGateway();
  ({ store } = await openOn(gateway));
  ({ store: other } = await openOn(gateway));
});

afterEach(async () => {
  await Promise.all([store.close(), other.close()]);
  await gateway.close();
});

const isWrite = ({ operation }: SeenRequest): boolean => ['create', 'replace', 'delete'].includes(operation);

const lost: readonly (readonly [string, Fault])[] = [
  ['the connection is cut', { fault: 'cut', done: true }],
  ['408', { fault: 'answer', status: 408, done: true }],
  ['503', { fault: 'answer', status: 503, done: true }],
];

describe.each(lost)('the write was done, then %s', (_what, fault) => {
  it('says that an insert was saved', async () => {
    gateway.fault(fault, isWrite);

    const { etag } = await insert(store, lease('a'));

    await replace(store, lease('a', 2), etag);
  });

  it('says that a replace was saved, with the etag of that state', async () => {
    const first = await insert(store, lease('a'));
    gateway.fault(fault, isWrite);

    const second = await replace(store, lease('a', 2), first.etag);

    expect(await store.read('lease', lease('a').id)).toEqual(second);
    await replace(store, lease('a', 3), second.etag);
  });

  it('says that a replace was saved even when somebody has written since', async () => {
    const first = await insert(store, lease('a'));
    gateway.fault(fault, isWrite);
    gateway.meanwhile(async () => {
      const seen = await other.read('lease', lease('a').id);
      await replace(other, lease('a', 3), seen!.etag);
    });

    const { etag } = await replace(store, lease('a', 2), first.etag);

    expect(await store.write({ write: 'replace', document: lease('a', 4), etag })).toEqual({ outcome: 'conflict' });
    expect((await store.read('lease', lease('a').id))?.document.term).toBe(3);
  });

  it('does not claim to have removed what somebody else may have removed', async () => {
    const first = await insert(store, lease('a'));
    gateway.fault(fault, isWrite);

    await expect(store.write({ write: 'remove', ...first })).rejects.toThrow(StoreUnavailable);
    expect(await store.read('lease', lease('a').id)).toBeUndefined();
  });
});

describe('the write was not done, and its answer got lost', () => {
  const undone: Fault = { fault: 'cut' };

  it('is sent again', async () => {
    gateway.fault(undone, isWrite);
    const first = await insert(store, lease('a'));
    gateway.fault(undone, isWrite);
    const second = await replace(store, lease('a', 2), first.etag);
    gateway.fault(undone, isWrite);

    expect(saved(await store.write({ write: 'remove', ...second }))).toBe('');
  });

  it.each<readonly [string, (etag: string) => Write]>([
    ['a replace', (etag) => ({ write: 'replace', document: lease('a', 2), etag })],
    ['a removal', (etag) => ({ write: 'remove', document: lease('a'), etag })],
  ])('is a conflict for %s when somebody else was first', async (_what, write) => {
    const first = await insert(store, lease('a'));
    gateway.fault(undone, isWrite);
    gateway.meanwhile(() => replace(other, lease('a', 3), first.etag));

    expect(await store.write(write(first.etag))).toEqual({ outcome: 'conflict' });
    expect((await store.read('lease', lease('a').id))?.document.term).toBe(3);
  });

  it('is a conflict for an insert when somebody else was first', async () => {
    gateway.fault(undone, isWrite);
    gateway.meanwhile(() => insert(other, lease('a', 3)));

    expect(await store.write({ write: 'insert', document: lease('a', 2) })).toEqual({ outcome: 'conflict' });
  });
});

describe('the answers to a write keep getting lost', () => {
  it('says that it was saved when it was done', async () => {
    const first = await insert(store, lease('a'));
    gateway.fault({ fault: 'answer', status: 503, done: true }, isWrite, 100);

    const second = await replace(store, lease('a', 2), first.etag);

    expect((await store.read('lease', lease('a').id))?.etag).toBe(second.etag);
  });

  it('says that it could not find out when it was not done, because it still may be', async () => {
    const first = await insert(store, lease('a'));
    gateway.fault({ fault: 'answer', status: 503 }, isWrite, 100);

    await expect(store.write({ write: 'replace', ...first })).rejects.toThrow(StoreUnavailable);
    await expect(store.write({ write: 'remove', ...first })).rejects.toThrow(StoreUnavailable);
    await expect(store.write({ write: 'insert', document: lease('b') })).rejects.toThrow(StoreUnavailable);
  });

  it('says that it could not find out when so many have written since that no trace of it is left', async () => {
    const first = await insert(store, lease('a'));
    gateway.fault({ fault: 'cut', done: true }, isWrite);
    gateway.meanwhile(async () => {
      for (let term = 3; term < 8; term += 1) {
        const seen = await other.read('lease', lease('a').id);
        await replace(other, lease('a', term), seen!.etag);
      }
    });

    await expect(store.write({ write: 'replace', document: lease('a', 2), etag: first.etag })).rejects.toThrow(
      StoreUnavailable,
    );
  });

  it('knows its write among many when a request took longer than it waits', async () => {
    const impatient = await openOn(gateway, { requestTimeoutMs: 1500 });
    const first = await insert(store, lease('a'));
    gateway.fault({ fault: 'silence', done: true }, isWrite);

    const second = await replace(impatient.store, lease('a', 2), first.etag);

    expect(await store.read('lease', lease('a').id)).toEqual(second);
    await impatient.store.close();
  });
});

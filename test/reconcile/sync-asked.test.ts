import type { Document } from '../../src/domain/documents';
import { createBudgetShare } from '../../src/reconcile/share-budget';
import { leaseStore } from '../jobs/lease-store';

it('a reading of the sources that one replica is asked for is asked of all others, once', async () => {
  const store = leaseStore();
  const asked: string[] = [];
  const replicas = ['one', 'two', 'three'].map((name) => {
    let heard = 0;
    const hear = (): Promise<void> => {
      const news: readonly Document[] = store.tail.slice(heard);
      heard = store.tail.length;
      for (const document of news) share.hear(document);
      return Promise.resolve();
    };
    const share = createBudgetShare(
      { store: store.store, clock: { now: () => 1_000_000 }, partnerId: 'p' },
      {
        budget: { wanted: () => 1, leave: () => undefined },
        limit: 50,
        replica: name,
        catchUp: hear,
        onSyncAsked: () => void asked.push(name),
      },
    );
    return { share, hear };
  });
  for (const { share } of replicas) await share.announce();
  for (const { hear } of replicas) await hear();

  await replicas[0]!.share.askForSync();
  for (const { share, hear } of [...replicas, ...replicas]) {
    await hear();
    await share.announce();
  }

  expect(asked).toEqual(['two', 'three']);
});

import { documentId } from '../../src/domain/documents';
import type { ConversationRecord } from '../../src/domain/documents';
import { follow } from '../../src/register/follow';
import { FollowedRegister } from '../../src/register/followed-register';
import type { Changes, Store } from '../../src/store';

/** A store of one conversation whose tail can be held back between its look and its answer. */
function heldStore(first: ConversationRecord) {
  let stored = first;
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const store = {
    async changes(): Promise<Changes> {
      const items = [{ document: stored, etag: '1' }];
      await held;
      return { items, cursor: 'end', caughtUp: true };
    },
    read: () => Promise.resolve({ document: stored, etag: '2' }),
  } as unknown as Store;
  return {
    store,
    release: () => {
      release();
    },
    save(next: ConversationRecord) {
      stored = next;
    },
  };
}

const named = (name: string): ConversationRecord => ({
  kind: 'conversation',
  id: documentId('conversation', 'a:chat'),
  partnerId: 'partner',
  format: 1,
  conversationId: 'a:chat',
  tenantId: 'tenant',
  serviceUrl: 'https://smba.example/',
  type: 'personal',
  name,
  state: 'active',
  since: 0,
  eventAt: 0,
  botId: '28:bot',
  settings: { notifications: false },
});

it('the tail takes nothing back that was saved here while it was on its way', async () => {
  const held = heldStore(named('before'));
  const register = new FollowedRegister();
  const caughtUp = follow(held.store, register).catchUp();
  const saved = named('saved here');
  held.save(saved);
  register.apply(saved);
  held.release();
  await caughtUp;
  expect(register.conversation(saved.conversationId)?.name).toBe('saved here');
});

it('what another replica saved after it was saved here is taken', async () => {
  const held = heldStore(named('before'));
  const register = new FollowedRegister();
  const caughtUp = follow(held.store, register).catchUp();
  register.apply(named('saved here'));
  held.save(named('saved there'));
  held.release();
  await caughtUp;
  expect(register.conversation(named('').conversationId)?.name).toBe('saved there');
});

it('what was not saved here is taken as the tail brings it', async () => {
  const held = heldStore(named('theirs'));
  const register = new FollowedRegister();
  const caughtUp = follow(held.store, register).catchUp();
  held.release();
  await caughtUp;
  expect(register.conversation(named('').conversationId)?.name).toBe('theirs');
});

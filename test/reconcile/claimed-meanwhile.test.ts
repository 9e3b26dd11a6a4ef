import type { ConversationRecord } from '../../src/domain/documents';
import { claimPost, UNTRIED } from '../../src/domain/post';
import type { Post } from '../../src/domain/post';
import { showPost } from '../../src/reconcile/show-post';
import type { OwedPost } from '../../src/reconcile/show-post';
import { conversation, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
});
afterEach(() => stand.close());

const quiet = { on: true, from: '00:00', to: '23:59' } as const;
const isQuiet: Partial<ConversationRecord> = { settings: { notifications: true, quiet } };
const text = { message: { text: 'hello', summary: 'hello' }, version: 1 };

describe('a post that another replica has claimed since it was read', () => {
  it.each<[string, Partial<ConversationRecord>, Partial<OwedPost>]>([
    ['quiet hours have begun', isQuiet, {}],
    ['quiet hours have begun, and what came in them is told at once', isQuiet, { isGathered: true }],
    ['the conversation is paused', { state: 'paused' }, {}],
    ['the conversation is gone', { state: 'removed' }, {}],
    ['there is nothing to say any more', {}, { draw: () => undefined }],
  ])('is left to that one when %s', async (_when, place, how) => {
    const claimed = claimPost(UNTRIED, stand.clock.now())!;
    let kept: Post = claimed;
    const change: OwedPost['change'] = (next) => {
      const changed = next(kept);
      if (changed !== undefined) kept = changed;
      return Promise.resolve(changed);
    };
    const owed: OwedPost = {
      ...{ id: 'watch:a', post: UNTRIED, version: 1, conversation: conversation(place) },
      ...{ whenGone: 'drop', draw: () => text, change },
      ...how,
    };

    await showPost(stand.ports, owed);

    expect(kept).toBe(claimed);
    expect(stand.ports.courier.said).toEqual([]);
  });
});

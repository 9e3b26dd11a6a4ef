import { UNTRIED, UPDATE_LEAVES_WITHIN } from '../../src/domain/post';
import type { Post } from '../../src/domain/post';
import { SECOND } from '../../src/domain/time';
import { readShared } from '../../src/reconcile/shared-record';
import { showPost } from '../../src/reconcile/show-post';
import { withinTerm } from '../../src/reconcile/within-term';
import type { Courier } from '../../src/courier';
import type { Ports } from '../../src/ports';
import { account } from '../builders';
import { conversation, put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

let stand: TaskStand;
let latest: (number | undefined)[];
let ports: Ports;
beforeEach(async () => {
  stand = await taskStand();
  latest = [];
  const courier: Courier = {
    ...stand.ports.courier,
    update(_to, _place, _message, notAfter) {
      latest.push(notAfter);
      return Promise.resolve({ sent: 'sent', messageId: 'm' });
    },
  };
  ports = { ...stand.ports, courier };
});
afterEach(() => stand.close());

const there: Post = { ...UNTRIED, state: 'posted', messageId: 'm', shownVersion: 1 };
const message = { text: 'hello', summary: 'hello' };

it('gives a redrawn message until some seconds after what it shows was read, however long its process slept since', async () => {
  await put(stand.ports, account());
  const readAt = stand.clock.now();
  const shared = (await readShared(ports, 'account', account().id))!;
  stand.clock.move(30 * SECOND);
  const show = () =>
    showPost(ports, {
      ...{ id: 'a', post: there, version: 2, conversation: conversation(), whenGone: 'drop', asOf: shared.asOf },
      ...{ draw: () => ({ message, version: 2 }), change: () => Promise.resolve(undefined) },
    });
  await show();
  expect(latest).toEqual([readAt + UPDATE_LEAVES_WITHIN]);
  const savedAt = stand.clock.now();
  await shared.change((record) => ({ ...record, version: record.version + 1 }));
  await shared.change(() => undefined);
  stand.clock.move(SECOND);
  await show();
  expect(latest.at(-1)).toBe(savedAt + UPDATE_LEAVES_WITHIN);
});

it('redraws nothing once the term is over in which the run began', async () => {
  const now = stand.clock.now();
  let until = now + 3 * SECOND;
  const term = {
    get until() {
      return until;
    },
  };
  const { courier } = withinTerm(ports, term);
  const update = (notAfter?: number) => courier.update(conversation(), { messageId: 'm' }, message, notAfter);
  await update(now + SECOND);
  await update(now + 5 * SECOND);
  until = now + 60 * SECOND;
  await update();
  expect(latest).toEqual([now + SECOND, now + 3 * SECOND, now + UPDATE_LEAVES_WITHIN]);
  until = 0;
  expect(await update(now + SECOND)).toEqual({ sent: 'too-late' });
  expect(latest).toHaveLength(3);
});

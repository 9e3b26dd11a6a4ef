import { LEASE_LASTS } from '../../src/records/hold-lease';
import { eventually, inTime } from './eventually';
import { prepareGround } from './ground';
import type { Ground } from './ground';
import { startNotifications } from './notifications';
import type { Notifications } from './notifications';
import { install } from './people';
import type { Passing } from './tap';
import { announced, expectTruth, recordOf } from './truth';

const SEED = Number(process.env['DRILL_SEED'] ?? 20_261_129);
const LIMIT = 300_000;
const FAR = Number.MAX_SAFE_INTEGER;

let ground: Ground;
let notifications: Notifications;
beforeEach(async () => {
  ground = await prepareGround({ seed: SEED });
  notifications = await startNotifications();
});
afterEach(async () => {
  await ground.close();
  await notifications.close();
}, LIMIT);

/** Nothing but the notification makes a replica look, for hours. */
const start = () => ground.start({ env: { ...notifications.env, SYNC_INTERVAL_S: '14400' } });
const waiting = async () => (await ground.store.due('event', FAR, { limit: 10 })).items.map(({ document }) => document);

it(
  'a replica that is killed with -9 between the acknowledgement of a notification and its work owes it to the next one',
  async () => {
    let replica = await start();
    await install(ground);
    const account = ground.accept();
    const isLookUp = ({ path }: Passing): boolean => path.includes(`/customers/${account.tenantId}`);
    const dead = ground.partnerCenter.trip('before', isLookUp, () => void replica.kill());

    expect(await notifications.tell(replica, account.tenantId, ground.clock.now())).toBe(200);
    await inTime('the death before the look-up', dead);
    await replica.kill();
    expect(await waiting()).toMatchObject([{ tenantId: account.tenantId }]);
    expect(await recordOf(ground, account.accountId)).toBeUndefined();

    ground.clock.move(LEASE_LASTS);
    replica = await start();
    await announced(ground, account);
    await eventually('the end of the debt', async () => (await waiting()).length === 0);
    expect(await expectTruth(ground, [])).toEqual([]);
  },
  LIMIT,
);

it(
  'and so does one that is killed while it writes a notification down: what was not acknowledged is told again',
  async () => {
    let replica = await start();
    await install(ground);
    const account = ground.accept();
    const told = notifications.tell(replica, account.tenantId, ground.clock.now()).catch(() => 0);
    await replica.kill();
    const status = await told;

    ground.clock.move(LEASE_LASTS);
    replica = await start();
    if (status !== 200) expect(await notifications.tell(replica, account.tenantId, ground.clock.now())).toBe(200);
    await announced(ground, account);
    expect(await expectTruth(ground, [])).toEqual([]);
  },
  LIMIT,
);

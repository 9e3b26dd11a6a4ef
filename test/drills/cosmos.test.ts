import { LEASE_LASTS } from '../../src/records/hold-lease';
import { eventually, inTime } from './eventually';
import { cosmosDatabase } from './cosmos-database';
import { prepareGround } from './ground';
import type { Ground } from './ground';
import { click, install, map } from './people';
import type { Ledger } from './people';
import { announced, announcements, expectTruth } from './truth';
import { isPost, savesWith } from './wire-points';

const LIMIT = 300_000;

let ground: Ground;
let ledger: Ledger;
beforeEach(async () => {
  ledger = [];
  ground = await prepareGround({ seed: 2_112, database: cosmosDatabase });
}, LIMIT);
afterEach(() => ground.close(), LIMIT);

describe('on Cosmos', () => {
  it(
    'a replica that is killed before or after it saved a decision loses none that it acknowledged',
    async () => {
      let replica = await ground.start();
      const channel = await install(ground);
      const customer = ground.sandbox.world.state.customers[0]!;

      for (const when of ['before', 'after'] as const) {
        const account = ground.accept();
        await announced(ground, account);
        const id = `click-${when}`;
        const action = { verb: 'pick', accountId: account.accountId, customerId: customer.id } as const;
        const dead = ground.cosmos!.trip(when, savesWith(`${channel}|${id}`), () => void replica.kill());
        const unanswered = click(ground, replica, { id, channel, by: 0, action });
        await inTime(`the save, ${when}`, dead);
        expect(await unanswered).toBeUndefined();
        await replica.kill();
        const kept = (await ground.store.read('account', account.accountId))?.document.decisions.length;
        expect(kept).toBe(when === 'before' ? 0 : 1);
        ground.clock.move(LEASE_LASTS);
        replica = await ground.start();

        // Teams delivers it again: one decision either way.
        const answer = await click(ground, replica, { id, channel, by: 0, action });
        expect(answer?.text).toContain(`${account.name} is mapped to`);
        ledger.push({ accountId: account.accountId, decisionIds: [`${channel}|${id}`], customer });
      }

      expect(await expectTruth(ground, ledger)).toEqual([]);
    },
    LIMIT,
  );

  it(
    'that cannot be reached for a while, replicas stay up, refuse to pretend, and go on when it is back',
    async () => {
      const [one, two] = await Promise.all([ground.start(), ground.start()]);
      const channel = await install(ground);
      const account = ground.accept();
      await announced(ground, account);

      await ground.cosmos!.refuse();
      const [customer] = ground.sandbox.world.state.customers;
      const action = { verb: 'pick', accountId: account.accountId, customerId: customer!.id } as const;
      const answer = await click(ground, one, { id: 'click-away', channel, by: 0, action });
      expect([answer?.status, answer?.text.includes('is mapped to')]).toEqual([200, false]);
      const meanwhile = ground.accept();
      const readiness = await fetch(`${two.url}/readyz`);
      expect([readiness.status, await readiness.text()]).toEqual([503, expect.stringContaining('store')]);
      // Leases run out unrenewed: nobody may act on them.
      ground.clock.move(LEASE_LASTS);

      await ground.cosmos!.heal();
      await map(ground, ledger, account);
      await eventually('news is told again', () => announcements(ground, meanwhile, channel).length === 1);
      expect([one.gone, two.gone]).toEqual([false, false]);
      expect(await expectTruth(ground, ledger)).toEqual([]);
    },
    LIMIT,
  );

  // Not with the embedded store: a process that is stopped in the middle of a write holds the lock that all share there.
  it(
    'a replica that was suspended past its lease sees that before it acts again',
    async () => {
      const suspended = await ground.start();
      const channel = await install(ground);
      await eventually('it holds the lease', () => suspended.holds('reconcile'));
      const account = ground.accept();
      const held = ground.teams.trip(
        'before',
        (request) => isPost(request) && request.body.includes(account.name),
        () => {
          suspended.suspend();
        },
      );
      await inTime('the post of the holder', held);
      // Past the lease and past the claim of the post that never arrived.
      ground.clock.move(3 * LEASE_LASTS + 1_000);
      await ground.start();
      await eventually('the card', () => announcements(ground, account, channel).length === 1);
      await map(ground, ledger, account);
      const late = ground.accept();
      await eventually('the next card', () => announcements(ground, late, channel).length === 1);

      suspended.resume();
      await eventually('it sees that it lost the lease', () => !suspended.holds('reconcile'));
      expect(await expectTruth(ground, ledger)).toEqual([]);
    },
    LIMIT,
  );
});

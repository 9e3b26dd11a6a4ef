import { POST_CLAIM_LAPSES_AFTER } from '../../src/domain/post';
import { LEASE_LASTS } from '../../src/records/hold-lease';
import { cardOf, textOf } from './card-text';
import { eventually, inTime, rounds } from './eventually';
import { prepareGround } from './ground';
import type { Ground } from './ground';
import { install, map, undo } from './people';
import type { Ledger } from './people';
import { announced, expectTruth } from './truth';
import { isLaterPage, isMappingWrite, isPost, isRedraw } from './wire-points';

const SEED = Number(process.env['DRILL_SEED'] ?? 20_261_122);
const EACH_STEP = 2 * rounds();
const AMONG_CLICKS = 2 * rounds();

const LIMIT = 300_000;

let ground: Ground;
let ledger: Ledger;
beforeEach(() => {
  ledger = [];
});
afterEach(() => ground.close(), LIMIT);

const NOT_NOTED = 'after Teams took the post, before its id is noted';

/** Where a replica dies, and what brings it there. */
const STEPS = [
  { step: 'after the claim, before the post', tap: 'teams', when: 'before', matches: isPost, by: 'news' },
  { step: NOT_NOTED, tap: 'teams', when: 'after', matches: isPost, by: 'news' },
  { step: 'before a redraw', tap: 'teams', when: 'before', matches: isRedraw, by: 'decision' },
  { step: 'after a redraw, before it is noted', tap: 'teams', when: 'after', matches: isRedraw, by: 'decision' },
  { step: 'before the write', tap: 'dataverse', when: 'before', matches: isMappingWrite, by: 'decision' },
  { step: 'after the write', tap: 'dataverse', when: 'after', matches: isMappingWrite, by: 'decision' },
] as const;

describe('one replica, killed with -9', () => {
  it(
    `at every named step, ${STEPS.length * EACH_STEP} times (seed ${SEED}), loses nothing`,
    async () => {
      ground = await prepareGround({ seed: SEED });
      let replica = await ground.start();
      await install(ground);

      const doubled: string[] = [];
      for (const { step, tap, when, matches, by } of Array.from({ length: EACH_STEP }, () => STEPS).flat()) {
        const account = ground.accept();
        if (step === NOT_NOTED) doubled.push(account.name);
        if (by === 'decision') await announced(ground, account);
        const isOurs = (body: string): boolean => tap === 'dataverse' || body.includes(account.name);
        const dead = ground[tap].trip(
          when,
          (request) => matches(request) && isOurs(request.body),
          () => void replica.kill(),
        );
        if (by === 'decision') ground.sandbox.control('sync', {});
        // Whoever clicks goes on doing so until somebody says yes, before or after the restart.
        const person = by === 'decision' ? map(ground, ledger, account) : undefined;
        await inTime(`the death ${step}`, dead);
        await replica.kill();
        // Nobody gave the lease back, and the claim of a post lasts longer still.
        ground.clock.move(by === 'news' ? POST_CLAIM_LAPSES_AFTER : LEASE_LASTS);
        replica = await ground.start();
        await announced(ground, account);
        await person;
        if (person !== undefined && ground.random() < 0.5) await undo(ground, ledger, account);
      }

      // There twice is what Teams took and nobody noted, and nothing else.
      expect(await expectTruth(ground, ledger)).toEqual(doubled);
    },
    LIMIT,
  );

  it(
    `while many people click, ${AMONG_CLICKS} times (seed ${SEED}), loses nothing that it said yes to`,
    async () => {
      ground = await prepareGround({ seed: SEED });
      let replica = await ground.start();
      await install(ground);
      const accounts = Array.from({ length: 8 }, () => ground.accept());
      for (const account of accounts) await announced(ground, account);

      for (let kill = 0; kill < AMONG_CLICKS; kill++) {
        let left = 1 + Math.floor(ground.random() * accounts.length);
        const people = accounts.map(async (account) => {
          await map(ground, ledger, account);
          if ((left -= 1) === 0) void replica.kill();
        });
        await eventually('the death among the clicks', () => replica.gone);
        ground.clock.move(LEASE_LASTS);
        replica = await ground.start();
        await Promise.all(people);
      }

      expect(await expectTruth(ground, ledger)).toEqual([]);
    },
    LIMIT,
  );

  it(
    'in the middle of its first sync and of a later one, it takes in everything and announces only news',
    async () => {
      ground = await prepareGround({ seed: SEED, crowd: 700 });
      for (const when of ['before', 'after'] as const) {
        const replica = await ground.start({ ready: false });
        await inTime(
          `the death ${when} the second page`,
          ground.partnerCenter.trip(when, isLaterPage, () => void replica.kill()),
        );
        await replica.kill();
        ground.clock.move(LEASE_LASTS);
      }
      let replica = await ground.start();
      await install(ground);
      const dead = ground.partnerCenter.trip('before', isLaterPage, () => void replica.kill());
      ground.accept();
      await inTime('the death in a later sync', dead);
      await replica.kill();
      ground.clock.move(LEASE_LASTS);
      replica = await ground.start();

      await expectTruth(ground, ledger);
      // The board and the news; a death between the two may repeat one of them. What ends is said on mornings only.
      const posts = ground.connector.requests
        .filter((request) => request.kind === 'create')
        .filter(({ body }) => !textOf(cardOf(body)).includes('What ends'));
      expect(posts.length).toBeLessThanOrEqual(3);
    },
    LIMIT,
  );
});

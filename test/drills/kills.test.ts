import { LEASE_LASTS } from '../../src/tasks/hold-lease';
import { inTime, rounds } from './eventually';
import { prepareGround } from './ground';
import type { Ground } from './ground';
import { install, map, undo } from './people';
import type { Ledger } from './people';
import type { Passing } from './tap';
import { expectTruth } from './truth';

const SEED = Number(process.env['DRILL_SEED'] ?? 20_261_122);
const EACH_STEP = 2 * rounds();

let ground: Ground;
let ledger: Ledger;
beforeEach(() => {
  ledger = [];
});
afterEach(() => ground.close());

const isPost = (r: Passing): boolean => r.method === 'POST' && /\/v3\/conversations\/?$/.test(r.path);
const isRedraw = (r: Passing): boolean => r.method === 'PUT' && r.path.includes('/activities/');
const isWrite = (r: Passing): boolean => r.method === 'PATCH';

/** Where a replica dies, and what brings it there. */
const STEPS = [
  { step: 'after the claim, before the post', tap: 'teams', when: 'before', matches: isPost, by: 'news' },
  { step: 'after Teams took the post, before its id is noted', tap: 'teams', when: 'after', matches: isPost, by: 'news' },
  { step: 'before a redraw', tap: 'teams', when: 'before', matches: isRedraw, by: 'decision' },
  { step: 'after a redraw, before it is noted', tap: 'teams', when: 'after', matches: isRedraw, by: 'decision' },
  { step: 'before the write to Work 365', tap: 'dataverse', when: 'before', matches: isWrite, by: 'decision' },
  { step: 'after the write to Work 365, before it is noted', tap: 'dataverse', when: 'after', matches: isWrite, by: 'decision' },
] as const;

describe('one replica, killed with -9', () => {
  it(`at every named step, ${STEPS.length * EACH_STEP} times (seed ${SEED}), loses nothing`, async () => {
    ground = await prepareGround({ seed: SEED });
    let replica = await ground.start();
    await install(ground);
    let mayDouble = 0;

    for (const { step, tap, when, matches, by } of Array.from({ length: EACH_STEP }, () => STEPS).flat()) {
      const first = ground.accept();
      const dead = ground[tap].trip(when, matches, () => void replica.kill());
      const people: Promise<unknown>[] = [];
      if (by === 'decision') {
        ground.sandbox.control('sync', {});
        people.push(map(ground, ledger, first));
      }
      await inTime(`the replica dies ${step}`, dead);
 process.stderr.write(`${step} ${performance.now()}\n`);
      await replica.kill();
      if (step === 'after Teams took the post, before its id is noted') mayDouble += 1;
      // Nobody gave the lease back.
      ground.clock.move(LEASE_LASTS);
      replica = await ground.start();
      await Promise.all(people);
      if (ground.random() < 0.5 && by === 'decision') await undo(ground, ledger, first);
    }

    await expectTruth(ground, ledger, mayDouble);
  }, 300_000);
});

import { MINUTE } from '../../src/domain/time';
import { LEASE_LASTS } from '../../src/records/hold-lease';
import { eventually } from './eventually';
import { prepareGround } from './ground';
import type { Ground } from './ground';
import { install, map, undo } from './people';
import type { Ledger } from './people';
import type { Replica } from './replica';
import { announced, expectTruth, recordOf } from './truth';
import { isListOfRows, isMappingWrite } from './wire-points';

/**
 * Two machines whose clocks are a minute apart, on one store: whoever reads the sources, and whoever wrote what is listed
 * there, nothing that was decided is taken for undone by Work 365.
 */

const SEED = Number(process.env['DRILL_SEED'] ?? 1_060);
const LIMIT = 300_000;
/** A list of rows is that old when it is read: what is written meanwhile is not in it. */
const LIST_TAKES_MS = 800;

let ground: Ground;
let ledger: Ledger;
beforeEach(async () => {
  ledger = [];
  ground = await prepareGround({ seed: SEED });
});
afterEach(() => ground.close(), LIMIT);

function holder(): Promise<Replica> {
  return eventually('somebody holds the lease', () => ground.living().find((replica) => replica.holds('reconcile')));
}

/** Three accounts with their cards, and with their rows in Work 365. */
async function known(): Promise<Ground['accepted']> {
  const accounts = [ground.accept(), ground.accept(), ground.accept()];
  for (const account of accounts) await announced(ground, account);
  ground.sandbox.control('sync', {});
  for (const { accountId, name } of accounts) {
    const hasRow = async (): Promise<boolean> => (await recordOf(ground, accountId))?.directoryRow !== undefined;
    await eventually(`the row of ${name}`, hasRow);
  }
  return accounts;
}

/** Two more lists of rows, each older than what was written meanwhile. */
async function readTwice(): Promise<void> {
  const lists = (): number => ground.dataverse.passed.filter(isListOfRows).length;
  const before = lists();
  await eventually('two more readings of all rows', () => lists() > before + 2);
}

it.each([
  ['ahead', MINUTE],
  ['behind', -MINUTE],
])(
  'a machine that is a minute %s of the one that reads first takes over from it, and nothing is reverted',
  async (_which, ms) => {
    const other = ground.clock.apart(ms);
    await ground.start();
    await holder();
    await ground.start({ clock: other });
    await install(ground);
    const accounts = await known();
    ground.dataverse.slow(isListOfRows, LIST_TAKES_MS);
    const mapAll = () => Promise.all(accounts.map((account) => map(ground, ledger, account)));

    await mapAll();
    await undo(ground, ledger, accounts[0]!);
    await readTwice();
    await map(ground, ledger, accounts[0]!);

    const dead = await holder();
    await dead.kill();
    ground.clock.move(LEASE_LASTS);
    expect(await holder()).not.toBe(dead);
    await mapAll();
    await readTwice();
    await ground.start();
    await mapAll();
    await readTwice();
    expect(ground.dataverse.passed.some(isMappingWrite)).toBe(true);
    await ground.dataverse.heal();

    // Killed right after Teams took a card, the holder may have left one that nobody noted.
    expect((await expectTruth(ground, ledger)).length).toBeLessThanOrEqual(1);
  },
  LIMIT,
);

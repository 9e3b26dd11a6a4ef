import type { Action } from '../../src/actions/action';
import { LEASE_LASTS } from '../../src/records/hold-lease';
import { inTime } from './eventually';
import type { Ground } from './ground';
import { click, install } from './people';
import type { Answer, Ledger } from './people';
import { announced, expectTruth, recordOf } from './truth';

const PAGE = 12;

/** A page is lent, saved and taken back; `during` which click a replica dies. `of` is what it is about to save or just has. */
const STEPS = [
  { step: 'before the page is lent', during: 'begin', when: 'before', of: 'its page' },
  { step: 'after the page is lent, before the answer', during: 'begin', when: 'after', of: 'its page' },
  { step: 'before the first decision is saved', during: 'save', when: 'before', of: 0 },
  { step: 'after the first decision is saved', during: 'save', when: 'after', of: 0 },
  { step: 'after the sixth decision is saved', during: 'save', when: 'after', of: 5 },
  { step: 'before the last decision is saved', during: 'save', when: 'before', of: 11 },
  { step: 'before the next page is lent', during: 'save', when: 'before', of: 'its page' },
  { step: 'after the next page is lent, before the answer', during: 'save', when: 'after', of: 'its page' },
  { step: 'before the first is taken back', during: 'undo', when: 'before', of: 0 },
  { step: 'after the sixth is taken back', during: 'undo', when: 'after', of: 5 },
  { step: 'after the last is taken back, before the answer', during: 'undo', when: 'after', of: 11 },
] as const;

export const REVIEW_STEPS = STEPS.length;

/** One page is lent, saved and taken back for each step; what nobody was told is clicked again. */
export async function killAtReviewSteps(ground: Ground): Promise<void> {
  const ledger: Ledger = [];
  let replica = await ground.start();
  const channel = await install(ground);
  const customer = ground.sandbox.world.state.customers[0]!;
  const accounts = Array.from({ length: PAGE }, () => ground.accept());
  for (const account of accounts) await announced(ground, account);

  /** Clicks, and where this is the click of the step dies; then Teams delivers it again, to whoever was started since. */
  const clicked = async (
    { step, during, when, of }: (typeof STEPS)[number],
    as: typeof during,
    action: Action,
  ): Promise<readonly [page: string, answer: Answer | undefined]> => {
    const id = `${STEPS.findIndex((one) => one.step === step)}-${as}`;
    const page = `${channel}|${id}`;
    if (as === during) {
      const written = of === 'its page' ? `"page":"${page}"` : `${page}:${of}"`;
      const dead = ground.fallAtSave(when, new RegExp(written.replace(/[|.]/g, '\\$&')));
      const unanswered = click(ground, replica, { id, channel, by: 0, action });
      await inTime(`the death ${step}`, dead);
      expect([step, await unanswered]).toEqual([step, undefined]);
      await replica.kill();
      ground.clock.move(LEASE_LASTS);
      replica = await ground.start();
    }
    return [page, await click(ground, replica, { id, channel, by: 0, action })];
  };

  for (const step of STEPS) {
    const [page] = await clicked(step, 'begin', { verb: 'review' });
    const lent = (await ground.store.read('lending', 'lending:review'))?.document.lent ?? [];
    expect(lent.filter((one) => one.page === page).length).toBeGreaterThan(0);
    expect(new Set(lent.map(({ accountId }) => accountId)).size).toBe(lent.length);

    const versions = await Promise.all(accounts.map(({ accountId }) => recordOf(ground, accountId)));
    const rows = accounts.map(({ accountId }, at) => ({
      accountId,
      asOf: versions[at]!.mappingVersion,
      choice: `map:${customer.id}` as const,
    }));
    const since = ground.clock.now();
    const [saved, answer] = await clicked(step, 'save', { verb: 'review-save', rows, since, done: 0 });
    expect([step.step, answer?.text]).toEqual([step.step, expect.stringContaining(`${PAGE} accounts mapped.`)]);

    const taken = accounts.map(({ accountId }, row) => ({ accountId, row }));
    const [undo, undone] = await clicked(step, 'undo', { verb: 'review-undo', click: saved, rows: taken });
    expect([step.step, undone?.text]).toEqual([step.step, expect.stringContaining(`${PAGE} accounts are open again`)]);
    for (const { accountId, row } of taken) {
      ledger.push({ accountId, decisionIds: [`${saved}:${row}`], customer });
      ledger.push({ accountId, decisionIds: [`${undo}:${row}`] });
    }
  }

  expect(await expectTruth(ground, ledger)).toEqual([]);
}

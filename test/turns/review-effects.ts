import type { Action, Verb } from '../../src/actions/action';
import type { Stage } from './stage';
import { synced } from './synced';

type Act<Seat> = (at: Seat, action: Action) => Promise<{ readonly text: string }>;

/**
 * What the verbs of a review do by a single click (`review.test.ts` goes through whole pages), and that of a card which
 * somebody put into a message (`elsewhere.test.ts` has the rest of it).
 */
function reviewEffects<Seat>(
  act: Act<Seat>,
  account: (tenant: string) => string,
): Readonly<Record<Extract<Verb, `review${string}` | 'refresh-shared' | 'compare'>, (at: Seat) => Promise<void>>> {
  return {
    'refresh-shared': async (at) => {
      const { text } = await act(at, { verb: 'refresh-shared', accountId: account('Trey Research') });
      expect(text).toMatch(/Trey Research: accepted[\s\S]*Trey Research Ltd/);
    },
    'compare': async (at) => {
      const { text } = await act(at, { verb: 'compare', offset: 0 });
      expect(text).toMatch(/\d+ of \d+ mappings in Work 365 are our first proposal/);
    },
    'review': async (at) => {
      expect((await act(at, { verb: 'review' })).text).toMatch(/^Review\n\d+ of \d+ open accounts/);
    },
    'review-save': async (at) => {
      const rows = [{ accountId: account('Fourth Coffee'), asOf: 1, choice: 'ignore' as const }];
      expect((await act(at, { verb: 'review-save', rows, since: 0, done: 0 })).text).toContain('Fourth Coffee');
    },
    'review-undo': async (at) => {
      const rows = [{ accountId: account('HKB'), row: 0 }];
      expect((await act(at, { verb: 'review-undo', click: 'none', rows })).text).toContain('Nothing was taken back');
    },
  };
}

/** With these the choice among several rows of Work 365 (`row-choice.test.ts` has the rest of it). */
export function effectsOnRows<Seat>(
  act: Act<Seat>,
  account: (tenant: string) => string,
  on: () => Stage,
): ReturnType<typeof reviewEffects<Seat>> & Readonly<Record<'choose-row', (at: Seat) => Promise<void>>> {
  return {
    ...reviewEffects(act, account),
    'choose-row': async (at) => {
      const { sandbox } = on();
      const { id: rowId } = sandbox.world.rowOf('Meridian Logistics')!;
      sandbox.control('add-row', { tenant: 'Meridian Logistics' });
      await synced(on());
      const { text } = await act(at, { verb: 'choose-row', accountId: account('Meridian Logistics'), rowId });
      expect(text).toContain('is written to the row “Meridian Logistics” from now on');
    },
  };
}

import type { Action, Verb } from '../../src/actions/action';

type Act<Seat> = (at: Seat, action: Action) => Promise<{ readonly text: string }>;

/**
 * What the verbs of a review do by a single click (`review.test.ts` goes through whole pages), and that of a card which
 * somebody put into a message (`elsewhere.test.ts` has the rest of it).
 */
export function reviewEffects<Seat>(
  act: Act<Seat>,
  account: (tenant: string) => string,
): Readonly<Record<Extract<Verb, `review${string}` | 'refresh-shared'>, (at: Seat) => Promise<void>>> {
  return {
    'refresh-shared': async (at) => {
      const { text } = await act(at, { verb: 'refresh-shared', accountId: account('Trey Research') });
      expect(text).toMatch(/Trey Research: accepted[\s\S]*Trey Research Ltd/);
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

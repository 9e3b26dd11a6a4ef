import type { Action, Verb } from '../../src/actions/action';
import type { Someone, Where } from './stage';

interface Seat {
  readonly who: Someone;
  readonly chat: Where;
}

/** What the verbs of who is on an account, and of letting it wait, do by a single click (`assign.test.ts`, `snooze.test.ts`). */
export function assignEffects(
  act: (at: Seat, action: Action) => Promise<{ readonly text: string }>,
  account: (name: string) => string,
): Readonly<Record<Extract<Verb, 'assign' | 'unassign' | 'snooze' | 'wake'>, (at: Seat) => Promise<void>>> {
  return {
    assign: async (at) => {
      const { text } = await act(at, { verb: 'assign', accountId: account('Nod Publishers') });
      expect(text).toContain('You are on Nod Publishers.');
    },
    unassign: async (at) => {
      const { text } = await act(at, { verb: 'unassign', accountId: account('Brightwater Analytics') });
      expect(text).toContain('Nobody is on Brightwater Analytics.');
    },
    snooze: async (at) => {
      const { text } = await act(at, { verb: 'snooze', accountId: account('Alpine Ski House'), when: 'tomorrow' });
      expect(text).toContain('Alpine Ski House is snoozed until');
    },
    wake: async (at) => {
      const { text } = await act(at, { verb: 'wake', accountId: account('Brightwater Analytics') });
      expect(text).toContain('Brightwater Analytics is not snoozed.');
    },
  };
}

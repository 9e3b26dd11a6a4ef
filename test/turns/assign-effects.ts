import type { Action, Verb } from '../../src/actions/action';
import type { Someone, Where } from './stage';

interface Seat {
  readonly who: Someone;
  readonly chat: Where;
}

/** What the verbs of who is on an account, and of letting it wait, do by a single click (`assign.test.ts`, `request.test.ts`, `snooze.test.ts`). */
export function assignEffects(
  act: (at: Seat, action: Action) => Promise<{ readonly text: string }>,
  account: (name: string) => string,
): Readonly<
  Record<
    Extract<Verb, 'assign' | 'unassign' | 'request' | 'request-reply' | 'request-back' | 'snooze' | 'wake'>,
    (at: Seat) => Promise<void>
  >
> {
  return {
    'assign': async (at) => {
      const { text } = await act(at, { verb: 'assign', accountId: account('Nod Publishers') });
      expect(text).toContain('You are on Nod Publishers.');
    },
    'unassign': async (at) => {
      const { text } = await act(at, { verb: 'unassign', accountId: account('Brightwater Analytics') });
      expect(text).toContain('Nobody is on Brightwater Analytics.');
    },
    'request': async (at) => {
      const { text } = await act(at, { verb: 'request', accountId: account('Nod Publishers') });
      expect(text).toContain('Whom shall I ask to take Nod Publishers?');
    },
    'request-reply': async (at) => {
      const answer = { verb: 'request-reply', requestId: 'nobody', yes: true } as const;
      const { text } = await act(at, { ...answer, accountId: account('Brightwater Analytics') });
      expect(text).toContain('Nobody waits for that answer any more.');
    },
    'request-back': async (at) => {
      const accountId = account('Brightwater Analytics');
      const { text } = await act(at, { verb: 'request-back', accountId, requestId: 'nobody' });
      expect(text).toContain('Nobody waits for that answer any more.');
    },
    'snooze': async (at) => {
      const { text } = await act(at, { verb: 'snooze', accountId: account('Alpine Ski House'), when: 'tomorrow' });
      expect(text).toContain('Alpine Ski House is snoozed until');
    },
    'wake': async (at) => {
      const { text } = await act(at, { verb: 'wake', accountId: account('Brightwater Analytics') });
      expect(text).toContain('Brightwater Analytics is not snoozed.');
    },
  };
}

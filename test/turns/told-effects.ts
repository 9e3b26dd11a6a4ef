import { actionData } from '../../src/actions/action';
import type { Action, Verb } from '../../src/actions/action';
import type { Recorded } from '../doubles/connector';
import type { Someone, Stage, Where } from './stage';

interface Seat {
  readonly who: Someone;
  readonly chat: Where;
}

/** What the verbs that only tell something do by a single click (`export.test.ts` and `report.test.ts` have the rest). */
export function toldEffects(
  act: (at: Seat, action: Action) => Promise<{ readonly text: string }>,
  newIn: (at: Seat, from: number) => readonly Recorded[],
  stage: () => Stage,
): Readonly<Record<Extract<Verb, 'export' | 'report' | 'help' | 'cancel'>, (at: Seat) => Promise<void>>> {
  return {
    export: async (at) => {
      const before = stage().connector.messages().length;
      await stage().click(at.who, at.chat, 'clicked', actionData({ verb: 'export', what: 'mappings', format: 'csv' }));
      const offered = await stage().until(() => newIn(at, before)[0]);
      expect(offered.body.attachments[0].name).toMatch(/^handshake-mappings-.+\.csv$/);
    },
    report: async (at) => {
      expect((await act(at, { verb: 'report' })).text).toMatch(/^Report\nSince /);
    },
    help: async (at) => {
      expect((await act(at, { verb: 'help' })).text).toContain('What you can ask');
    },
    cancel: async (at) => {
      expect((await act(at, { verb: 'cancel' })).text).toContain('Nothing was changed.');
    },
  };
}

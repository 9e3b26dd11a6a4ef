import type { Action, Verb } from '../../src/actions/action';
import { button } from './stage';
import type { Someone, Stage, Where } from './stage';

interface Seat {
  readonly who: Someone;
  readonly chat: Where;
}

interface Deps {
  readonly act: (at: Seat, action: Action) => Promise<{ readonly text: string; readonly card: { readonly body: any } }>;
  readonly ask: (at: Seat, text: string) => Promise<string>;
  readonly account: (name: string) => string;
  readonly saidSince: (at: Seat, from: number) => string;
  readonly stage: () => Stage;
}

type Verbs = Extract<Verb, 'invited' | 'invited-reply' | 'uninvite' | 'invitations' | 'watch-invited' | 'follow-up'>;

/** What the verbs of invitations do by a single click (`invitations.test.ts` has the rest). */
export function invitationEffects(deps: Deps): Readonly<Record<Verbs, (at: Seat) => Promise<void>>> {
  const { act, ask } = deps;
  const invited = async (at: Seat, company: string): Promise<string> =>
    button((await act(at, { verb: 'invited', company })).card, 'Stop waiting').invitationId;
  return {
    'invited': async (at) => {
      expect((await act(at, { verb: 'invited', company: 'Zyxwv Inns' })).text).toMatch(
        /Noted: Zyxwv Inns was invited on/,
      );
      expect(await ask(at, 'invitations')).toContain('Zyxwv Inns');
    },
    'invited-reply': async (at) => {
      const invitationId = await invited(at, 'Adatum Horizon');
      const before = deps.stage().connector.messages().length;
      deps.stage().sandbox.control('accept', { name: 'Adatum Horizons' });
      await deps
        .stage()
        .until(() => deps.saidSince(at, before).includes('Is Adatum Horizons the Adatum Horizon that was invited?'));
      const accountId = deps.account('Adatum Horizons');
      const { text } = await act(at, { verb: 'invited-reply', invitationId, accountId, yes: true });
      expect(text).toMatch(/Adatum Horizons has accepted/);
      expect(await ask(at, 'invitations')).not.toContain('Adatum Horizon');
    },
    'uninvite': async (at) => {
      const invitationId = await invited(at, 'Blorp Brewers');
      expect((await act(at, { verb: 'uninvite', invitationId })).text).toContain(
        'I no longer wait for an answer from Blorp Brewers',
      );
      expect(await ask(at, 'invitations')).not.toContain('Blorp Brewers');
      expect((await act(at, { verb: 'uninvite', invitationId, back: true })).text).toContain(
        'I keep waiting for Blorp Brewers',
      );
      expect(await ask(at, 'invitations')).toContain('Blorp Brewers');
    },
    'invitations': async (at) => {
      await invited(at, 'Quibble Foods');
      expect((await act(at, { verb: 'invitations', offset: 0 })).text).toContain('Quibble Foods');
    },
    'watch-invited': async (at) => {
      await invited(at, 'Snark Hunters');
      await act(at, { verb: 'watch-invited', by: true });
      expect(await ask(at, 'my watches')).toContain('Snark Hunters');
    },
    'follow-up': async (at) => {
      const invitationId = await invited(at, 'quibble.de');
      const { text } = await act(at, { verb: 'follow-up', invitationId });
      expect(text).toMatch(/Text to follow up with quibble\.de[\s\S]*haben wir Ihnen eine Einladung geschickt/);
    },
  };
}

import type { Action, Verb } from '../../src/actions/action';
import type { SETTINGS_VERBS } from '../actions/settings-arbitraries';
import type { Someone, Where } from './stage';

interface Seat {
  readonly who: Someone;
  readonly chat: Where;
}

interface Ways {
  readonly act: (at: Seat, action: Action) => Promise<{ readonly text: string }>;
  readonly ask: (at: Seat, text: string) => Promise<string>;
  readonly account: (name: string) => string;
}

const NONE = { countries: '', countriesHow: 'only', letters: '', lettersHow: 'only', languagesHow: 'only' } as const;
const ROUTE: Extract<Action, { verb: 'route' }> = { verb: 'route', ...NONE, languages: [], by: 'seats', rest: false };

/** What the verbs of the settings card do by a single click. */
export function settingsEffects({
  act,
  ask,
  account,
}: Ways): Readonly<Record<Extract<Verb, (typeof SETTINGS_VERBS)[number]>, (at: Seat) => Promise<void>>> {
  return {
    'settings': async (at) => {
      await act(at, { verb: 'settings', topic: 'digest', value: 'daily', time: '07:30' });
      expect(await ask(at, 'digest settings')).toMatch(/every working day at 07:30/);
    },
    'hear-of': async (at) => {
      await act(at, { verb: 'hear-of', of: 'all', providers: [] });
      expect(await ask(at, 'settings')).toContain('Settings of this chat');
    },
    'route': async (at) => {
      const { text } = await act(at, { ...ROUTE, countries: 'Germany', letters: 'A-K' });
      expect(text).toContain('Accounts announced here from now on: countries: Germany; first letters: A–K.');
      expect((await act(at, { ...ROUTE, countries: 'Nowhere' })).text).toContain('“Nowhere” is not a setting');
      expect((await act(at, ROUTE)).text).toContain('Accounts announced here from now on: all of them.');
    },
    'muting': async (at) => {
      const { text } = await act(at, { verb: 'muting', accounts: [account('CP&L')], kinds: ['contradictions'] });
      expect(text).toContain('Muted here from now on: CP&L and contradictions.');
      expect((await act(at, { verb: 'muting', accounts: [], kinds: [] })).text).toContain(
        'Muted here from now on: nothing.',
      );
    },
    'quiet': async (at) => {
      const { text } = await act(at, { verb: 'quiet', on: true, from: '18:00', to: '08:00', days: ['sunday'] });
      expect(text).toContain('Quiet hours here from now on: from 18:00 to 08:00, all day on Sunday');
      expect((await act(at, { verb: 'quiet', on: true, days: [] })).text).toContain('Nothing has changed');
      expect((await act(at, { verb: 'quiet', on: false })).text).toContain('There are no quiet hours here any more');
    },
  };
}

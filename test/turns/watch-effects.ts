import type { Action, Verb } from '../../src/actions/action';
import type { Someone, Where } from './stage';

interface Seat {
  readonly who: Someone;
  readonly chat: Where;
}

interface Deps {
  readonly act: (at: Seat, action: Action) => Promise<{ readonly text: string }>;
  readonly ask: (at: Seat, text: string) => Promise<string>;
  readonly account: (name: string) => string;
  /** The id of a watch that is begun for this. */
  readonly watching: (at: Seat, query: string) => Promise<string>;
}

type Verbs = Extract<Verb, 'watch' | 'watch-account' | 'unwatch' | 'watch-again'>;

/** What the verbs of watches do by a single click (`watches.test.ts` has the rest). */
export function watchEffects({
  act,
  ask,
  account,
  watching,
}: Deps): Readonly<Record<Verbs, (at: Seat) => Promise<void>>> {
  return {
    'watch': async (at) => {
      expect((await act(at, { verb: 'watch', query: 'Zyxwv Industries' })).text).toContain('“Zyxwv Industries”');
      expect(await ask(at, 'what am I watching?')).toMatch(/Zyxwv Industries[\s\S]*waiting/);
    },
    'watch-account': async (at) => {
      const { text } = await act(at, { verb: 'watch-account', accountId: account('Relecloud') });
      expect(text).toContain('We tell you when “Relecloud” accepts');
      expect(await ask(at, 'what am I watching?')).toMatch(/Relecloud[\s\S]*waiting/);
    },
    'unwatch': async (at) => {
      const watchId = await watching(at, 'Blorp Bakery');
      expect((await act(at, { verb: 'unwatch', watchId })).text).toContain('You no longer watch “Blorp Bakery”');
      expect(await ask(at, 'what am I watching?')).toContain('You are not watching anything');
    },
    'watch-again': async (at) => {
      await act(at, { verb: 'unwatch', watchId: await watching(at, 'Blorp Brewery') });
      await act(at, { verb: 'watch-again', queries: ['Blorp Brewery'] });
      expect(await ask(at, 'what am I watching?')).toMatch(/Blorp Brewery[\s\S]*waiting/);
    },
  };
}

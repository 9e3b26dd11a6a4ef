import fc from 'fast-check';
import type { Action, Verb } from '../../src/actions/action';

export const SETTINGS_VERBS = ['settings', 'hear-of', 'quiet'] as const satisfies readonly Verb[];

type Verbs = (typeof SETTINGS_VERBS)[number];

/** One for each verb of the settings card. */
export const settingsArbitraries: { readonly [V in Verbs]: fc.Arbitrary<Extract<Action, { verb: V }>> } = {
  'settings': fc.record({
    verb: fc.constant('settings' as const),
    topic: fc.constantFrom('digest', 'notifications', 'language'),
    value: fc.constantFrom('on', 'off', 'weekly', 'german'),
  }),
  'hear-of': fc.record({
    verb: fc.constant('hear-of' as const),
    of: fc.constantFrom('chosen' as const, 'all' as const, 'default' as const),
    providers: fc.array(fc.constantFrom('germany', 'work365-d0b6e5b1', '11111111-2222-4222-8222-222222222222')),
  }),
  'quiet': fc.record({
    verb: fc.constant('quiet' as const),
    on: fc.boolean(),
    from: fc.constantFrom('18:00', '00:00'),
    to: fc.constantFrom('08:00', '23:59'),
    days: fc.array(fc.constantFrom('saturday' as const, 'sunday' as const), { maxLength: 2 }),
    urgent: fc.boolean(),
  }),
};

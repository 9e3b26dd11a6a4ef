import fc from 'fast-check';
import type { Action, Verb } from '../../src/actions/action';

export const SETTINGS_VERBS = ['settings', 'hear-of', 'route', 'muting', 'quiet'] as const satisfies readonly Verb[];

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
  'route': fc.record({
    verb: fc.constant('route' as const),
    countries: fc.constantFrom('', 'Germany, Austria'),
    countriesHow: fc.constantFrom('only' as const, 'not' as const),
    letters: fc.constantFrom('', 'A-K, 0-9'),
    lettersHow: fc.constantFrom('only' as const, 'not' as const),
    languages: fc.subarray(['en', 'de', 'fr', 'es', 'nl'] as const),
    languagesHow: fc.constantFrom('only' as const, 'not' as const),
    by: fc.constantFrom('seats' as const, 'subscriptions' as const),
    from: fc.nat(1000),
    to: fc.nat(1000),
    rest: fc.boolean(),
    hears: fc.constantFrom('all' as const, 'default' as const, ['germany']),
    announce: fc.boolean(),
  }),
  'muting': fc.record({
    verb: fc.constant('muting' as const),
    accounts: fc.array(fc.constantFrom('account:p:t', 'account:p:u'), { maxLength: 2 }),
    kinds: fc.subarray(['endings', 'ended', 'contradictions', 'customers-gone'] as const),
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

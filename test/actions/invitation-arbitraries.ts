import fc from 'fast-check';
import type { Action, Verb } from '../../src/actions/action';

const id = fc.string({ minLength: 1, maxLength: 60 });
const company = id.filter((text) => text.trim() === text);
const accountId = fc.tuple(fc.uuid(), fc.uuid()).map(([provider, tenant]) => `account:${provider}:${tenant}`);

const narrowed = {
  by: fc.constantFrom(true as const, 'Alice'),
  olderDays: fc.integer({ min: 1, max: 99 }),
  period: fc.constantFrom('this_week' as const, 'last_month' as const),
};

type Verbs = Extract<Verb, 'invited' | 'invited-reply' | 'uninvite' | 'invitations' | 'watch-invited' | 'follow-up'>;

/** One for each verb of invitations. */
export const invitationArbitraries: { readonly [V in Verbs]: fc.Arbitrary<Extract<Action, { verb: V }>> } = {
  'invited': fc.record({
    verb: fc.constant('invited' as const),
    company,
    provider: id,
    anyway: fc.constant(true as const),
  }),
  'invited-reply': fc.record({
    verb: fc.constant('invited-reply' as const),
    invitationId: id,
    accountId,
    yes: fc.boolean(),
  }),
  'uninvite': fc.record({
    verb: fc.constant('uninvite' as const),
    invitationId: id,
    back: fc.constant(true as const),
  }),
  'invitations': fc.record({
    verb: fc.constant('invitations' as const),
    offset: fc.nat(100),
    ...narrowed,
  }),
  'watch-invited': fc.record({ verb: fc.constant('watch-invited' as const), ...narrowed }),
  'follow-up': fc.record({ verb: fc.constant('follow-up' as const), invitationId: id }),
};

/** Those that change something, in the order of the table. */
export const CHANGING_INVITATIONS: readonly Verb[] = ['invited', 'invited-reply', 'uninvite', 'watch-invited'];

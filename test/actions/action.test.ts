import fc from 'fast-check';
import { SETTINGS_VERBS, settingsArbitraries } from './settings-arbitraries';
import { CHANGING_INVITATIONS, invitationArbitraries } from './invitation-arbitraries';
import { actionData, actionChanges, parseAction, VERBS } from '../../src/actions/action';
import type { Action, Verb } from '../../src/actions/action';

const guid = fc.uuid();
const accountId = fc.tuple(guid, guid).map(([provider, tenant]) => `account:${provider}:${tenant}`);
const id = fc.string({ minLength: 1, maxLength: 60 });
const typed = fc.string({ minLength: 1, maxLength: 60 }).filter((text) => text.trim() === text);
const record = <T>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(shape);

/** One arbitrary per verb: the compiler asks for a new one with every new verb. */
const arbitraries: { readonly [V in Verb]: fc.Arbitrary<Extract<Action, { verb: V }>> } = {
  'pick': record({ verb: fc.constant('pick' as const), accountId, customerId: id, seen: id, asOf: fc.nat() }),
  'ignore': record({ verb: fc.constant('ignore' as const), accountId, asOf: fc.nat() }),
  'reopen': record({ verb: fc.constant('reopen' as const), accountId, seen: id }),
  'undo': record({
    verb: fc.constant('undo' as const),
    accountId,
    seen: id,
    asOf: fc.nat(),
    despite: fc.array(id, { maxLength: 2 }),
  }),
  'assign': record({ verb: fc.constant('assign' as const), accountId, over: id }),
  'snooze': record({
    verb: fc.constant('snooze' as const),
    accountId,
    when: fc.constantFrom('tomorrow' as const, 'monday' as const),
    day: fc.constant('2026-12-31'),
    reason: fc.constant('Waiting for the contract'),
    seen: fc.nat(),
  }),
  'wake': record({ verb: fc.constant('wake' as const), accountId }),
  'request': record({ verb: fc.constant('request' as const), accountId, to: id }),
  'request-reply': record({ verb: fc.constant('request-reply' as const), accountId, requestId: id, yes: fc.boolean() }),
  'request-back': record({ verb: fc.constant('request-back' as const), accountId, requestId: id }),
  'unassign': record({ verb: fc.constant('unassign' as const), accountId }),
  'search': record({ verb: fc.constant('search' as const), accountId, query: typed, offset: fc.nat(999) }),
  'account': record({
    verb: fc.constant('account' as const),
    accountId,
    from: fc.constantFrom({ view: 'status' as const }, { view: 'list' as const, what: 'unmapped' as const, offset: 8 }),
  }),
  'refresh': record({ verb: fc.constant('refresh' as const), accountId }),
  'refresh-shared': record({ verb: fc.constant('refresh-shared' as const), accountId }),
  'look-again': record({ verb: fc.constant('look-again' as const), accountId }),
  'ask-again': record({ verb: fc.constant('ask-again' as const), query: typed }),
  'which': record({
    verb: fc.constant('which' as const),
    accountId,
    intent: fc.constantFrom('status', 'show', 'users', 'map'),
    customer: typed,
  }),
  'which-name': record({
    verb: fc.constant('which-name' as const),
    query: typed,
    intent: fc.constantFrom('history', 'unmap'),
  }),
  'list': record({
    verb: fc.constant('list' as const),
    what: fc.constantFrom('pending', 'unmapped', 'accepted'),
    offset: fc.nat(9999),
    period: fc.constantFrom('today', 'last_month'),
  }),
  'confirm-map': record({ verb: fc.constant('confirm-map' as const), accountId, customerId: id }),
  'which-customer': record({ verb: fc.constant('which-customer' as const), accountId, customerId: id }),
  ...invitationArbitraries,
  ...settingsArbitraries,
  'watch': record({ verb: fc.constant('watch' as const), query: typed, anyway: fc.constant(true as const) }),
  'watch-account': record({ verb: fc.constant('watch-account' as const), accountId, instead: id }),
  'unwatch': record({ verb: fc.constant('unwatch' as const), watchId: id }),
  'watch-again': record({
    verb: fc.constant('watch-again' as const),
    queries: fc.array(typed, { minLength: 1, maxLength: 50 }),
  }),
  'watch-reply': record({ verb: fc.constant('watch-reply' as const), watchId: id, accountId, yes: fc.boolean() }),
  'conflict': record({
    verb: fc.constant('conflict' as const),
    accountId,
    keep: fc.constantFrom('ours', 'theirs'),
    seen: id,
  }),
  'choose-row': record({ verb: fc.constant('choose-row' as const), accountId, rowId: id, seen: id }),
  'forget-me': record({ verb: fc.constant('forget-me' as const), sure: fc.boolean() }),
  'approve-team': record({ verb: fc.constant('approve-team' as const), teamId: id, yes: fc.boolean() }),
  'names': record({ verb: fc.constant('names' as const), offset: fc.nat(999) }),
  'forget-name': record({ verb: fc.constant('forget-name' as const), accountId }),
  'review': record({ verb: fc.constant('review' as const), only: fc.constant('sure' as const) }),
  'review-save': record({
    verb: fc.constant('review-save' as const),
    rows: fc.array(record({ accountId, asOf: fc.nat(99), choice: fc.constantFrom('ignore' as const, 'map:c-1') }), {
      minLength: 1,
      maxLength: 12,
    }),
    only: fc.constant('sure' as const),
    since: fc.nat(),
    done: fc.nat(999),
  }),
  'review-undo': record({
    verb: fc.constant('review-undo' as const),
    click: id,
    rows: fc.array(record({ accountId, row: fc.nat(11) }), { minLength: 1, maxLength: 12 }),
  }),
  'compare': record({ verb: fc.constant('compare' as const), offset: fc.nat(999), after: fc.nat(9_999) }),
  'create-form': record({
    verb: fc.constant('create-form' as const),
    accountId,
    below: fc.constant(true as const),
  }),
  'create': record({
    verb: fc.constant('create' as const),
    accountId,
    asOf: fc.nat(),
    // What a form holds comes beside the payload: see below.
    details: fc.constant({ name: 'Contoso' }),
    despite: fc.array(id, { maxLength: 8 }),
  }),
  'create-anyway': record({
    verb: fc.constant('create-anyway' as const),
    accountId,
    creationId: id,
    asOf: fc.nat(),
  }),
  'create-give-up': record({ verb: fc.constant('create-give-up' as const), accountId, creationId: id }),
  'holdings': record({ verb: fc.constant('holdings' as const), accountId, what: fc.constantFrom('licences', 'users') }),
  'invite': record({ verb: fc.constant('invite' as const), company: typed, provider: id }),
  'history': record({ verb: fc.constant('history' as const), accountId, offset: fc.nat(999) }),
  'export': record({
    verb: fc.constant('export' as const),
    what: fc.constantFrom('mappings' as const, 'history' as const),
    format: fc.constantFrom('xlsx' as const, 'csv' as const),
    range: record({ from: fc.nat(), to: fc.nat() }),
  }),
  'report': record({ verb: fc.constant('report' as const) }),
  'decisions': record({
    verb: fc.constant('decisions' as const),
    offset: fc.nat(999),
    period: fc.constantFrom('today', 'last_month'),
  }),
  'help': record({ verb: fc.constant('help' as const) }),
  'type': record({ verb: fc.constant('type' as const), line: typed }),
  'cancel': record({ verb: fc.constant('cancel' as const) }),
};

const ACCOUNT = 'account:p1:t1';

describe('an action', () => {
  it.each(VERBS)('%s comes back from its payload as it was', (verb) => {
    fc.assert(
      fc.property(arbitraries[verb], (action) => {
        // Teams sends JSON, and the inputs of the card beside what the button carries.
        const sent: unknown = JSON.parse(JSON.stringify({ ...actionData(action), other: 'input' }));
        expect(parseAction(sent)).toEqual({ parsed: 'action', action });
      }),
      { seed: 7, numRuns: 50 },
    );
  });

  it.each(['later', 'false', ''])('an input of a review that says %j leaves its account for later', (row0) => {
    const data = {
      ...actionData({ verb: 'review-save', rows: [{ accountId: ACCOUNT, asOf: 1 }], since: 0, done: 0 }),
      row0,
    };
    expect(parseAction(data)).toMatchObject({ parsed: 'action', action: { rows: [{ accountId: ACCOUNT, asOf: 1 }] } });
    expect(JSON.stringify(parseAction(data))).not.toContain('choice');
  });

  it('never throws and never invents, whatever a client sends', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(parseAction(data).parsed).toBe('refused');
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('never throws for a payload of ours with any fields in it', () => {
    const payload = fc.record({ handshake: fc.constant(1), verb: fc.constantFrom(...VERBS), accountId: fc.anything() });
    fc.assert(
      fc.property(
        payload,
        fc.dictionary(fc.constantFrom('seen', 'query', 'customer', 'value'), fc.anything()),
        (a, b) => {
          expect(['action', 'refused']).toContain(parseAction({ ...b, ...a }).parsed);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });

  it.each([
    ['nothing at all', undefined, { parsed: 'refused', why: 'not-ours' }],
    ['a payload of another bot', { msteams: { type: 'messageBack' } }, { parsed: 'refused', why: 'not-ours' }],
    [
      'a card of another format',
      { handshake: 0, verb: 'pick', accountId: ACCOUNT },
      { parsed: 'refused', why: 'other-format', accountId: ACCOUNT },
    ],
    [
      'a button that no longer exists',
      { handshake: 1, verb: 'hibernate', accountId: ACCOUNT },
      { parsed: 'refused', why: 'unknown-verb', accountId: ACCOUNT },
    ],
    [
      'an undo that does not say what it saw',
      { handshake: 1, verb: 'undo', accountId: ACCOUNT },
      { parsed: 'refused', why: 'malformed', accountId: ACCOUNT },
    ],
    [
      'an account id that is none',
      { handshake: 1, verb: 'account', accountId: 'x' },
      { parsed: 'refused', why: 'malformed' },
    ],
    [
      'a pick without a choice',
      { handshake: 1, verb: 'pick', accountId: ACCOUNT, customer: '' },
      { parsed: 'refused', why: 'nothing-chosen', accountId: ACCOUNT },
    ],
    [
      'a search for nothing',
      { handshake: 1, verb: 'search', accountId: ACCOUNT, query: '  ' },
      { parsed: 'refused', why: 'nothing-typed', accountId: ACCOUNT },
    ],
  ])('refuses %s', (_what, data, refusal) => {
    expect(parseAction(data)).toEqual(refusal);
  });

  it('takes the customer from the choice, but a customer on the button itself wins', () => {
    const chosen = { handshake: 1, verb: 'pick', accountId: ACCOUNT, customer: 'c-choice', query: '' };
    expect(parseAction(chosen)).toEqual({
      parsed: 'action',
      action: { verb: 'pick', accountId: ACCOUNT, customerId: 'c-choice' },
    });
    expect(parseAction({ ...chosen, customerId: 'c-button' })).toEqual({
      parsed: 'action',
      action: { verb: 'pick', accountId: ACCOUNT, customerId: 'c-button' },
    });
  });

  it('knows which verbs change something', () => {
    const changing = VERBS.filter((verb) =>
      actionChanges(fc.sample(arbitraries[verb] as fc.Arbitrary<Action>, { seed: 7, numRuns: 1 })[0]!),
    );
    expect(changing).toEqual([
      'pick',
      'ignore',
      'reopen',
      'undo',
      'confirm-map',
      'watch',
      'watch-account',
      'unwatch',
      'watch-again',
      'watch-reply',
      'forget-me',
      'approve-team',
      'conflict',
      'choose-row',
      'forget-name',
      ...SETTINGS_VERBS,
      'review-save',
      'review-undo',
      'create',
      'create-anyway',
      'create-give-up',
      'assign',
      'unassign',
      'request',
      'request-reply',
      'request-back',
      'snooze',
      'wake',
      ...CHANGING_INVITATIONS,
    ]);
  });
});

import fc from 'fast-check';
import { VERBS } from '../../src/actions/action';
import type { Verb } from '../../src/actions/action';

/**
 * Clicks that a card could carry, of every verb, with ids of what really is there: other people's watches and decisions,
 * other accounts, other teams. The test puts the ids in the place of their names; a guessed id would never meet anything.
 */

export const REAL = {
  account: ['@account:0', '@account:1', '@account:2', '@account:3'],
  customer: ['@customer:0', '@customer:1'],
  watch: ['@watch:0', '@watch:1'],
  decision: ['@decision:0', '@decision:1'],
  invitation: ['@invitation:0', 'invitation:nobody'],
  request: ['@request:0', 'nobody'],
  team: ['@team:0', '19:own@thread.tacv2'],
} as const;

const account = fc.constantFrom(...REAL.account);
const customer = fc.constantFrom(...REAL.customer);
const watch = fc.constantFrom(...REAL.watch);
const decision = fc.constantFrom(...REAL.decision);
const invitation = fc.constantFrom(...REAL.invitation);
const request = fc.constantFrom(...REAL.request);
const offset = fc.constantFrom(0, 8, 1_000_000);
const asOf = fc.constantFrom(0, 1, 2, 9_999_999);
const name = fc.constantFrom('Contoso', 'Zyxwv 0 Industries', 'constructor', 'Fabrikam Ltd', '\u202eosotnoC', '-');
const period = fc.constantFrom('today', 'last_month');
const what = fc.constantFrom('pending', 'unmapped', 'accepted');
const topic = fc.constantFrom('status', 'users', 'history', 'map', 'licences');

const condition = fc.oneof(
  fc.constantFrom(
    { is: 'open' },
    { is: 'mapped', not: true },
    { is: 'accepted', span: { last: { count: 1_000, unit: 'year' } } },
    { is: 'accepted', span: { from: { month: 13, day: 0 }, until: { month: 1, day: 31 } } },
    { is: 'waiting', longer: { count: 1, unit: 'day' } },
    { is: 'country', countries: ['GB', 'ZZ'] },
    { is: 'provider', provider: '__proto__' },
    { is: 'admin-ends', span: { next: { count: 3, unit: 'month' } } },
  ),
  fc.record({ is: fc.constant('company'), names: fc.array(name, { minLength: 1, maxLength: 20 }) }),
  fc.record({
    is: fc.constant('decided'),
    by: fc.record({ kind: fc.constant('person'), id: fc.constantFrom('x', 'constructor'), name }),
  }),
);
const filter = fc.array(condition, { minLength: 1, maxLength: 8 });
const list = fc.record({ what, offset, period, filter }, { requiredKeys: ['what', 'offset'] });
const seen = fc.record({ seen: decision, asOf, despite: fc.array(decision, { maxLength: 2 }) }, { requiredKeys: [] });
const choice = fc.oneof(
  fc.constant('ignore'),
  customer.map((id) => `map:${id}`),
);

function both(a: fc.Arbitrary<object>, b: fc.Arbitrary<object>): fc.Arbitrary<object> {
  return fc.tuple(a, b).map(([one, other]) => ({ ...one, ...other }));
}

const fields: Readonly<Record<Verb, fc.Arbitrary<object>>> = {
  'pick': both(fc.record({ accountId: account, customerId: customer }), seen),
  'confirm-map': both(fc.record({ accountId: account, customerId: customer }), seen),
  'ignore': fc.record({ accountId: account, asOf }, { requiredKeys: ['accountId'] }),
  'reopen': both(fc.record({ accountId: account, seen: decision }), fc.record({ asOf }, { requiredKeys: [] })),
  'undo': both(fc.record({ accountId: account, seen: decision }), fc.record({ asOf }, { requiredKeys: [] })),
  'conflict': both(fc.record({ accountId: account, keep: fc.constantFrom('ours', 'theirs') }), seen),
  'choose-row': fc.record(
    { accountId: account, rowId: decision, seen: decision },
    { requiredKeys: ['accountId', 'rowId'] },
  ),
  'assign': fc.record({ accountId: account, over: name }, { requiredKeys: ['accountId'] }),
  'unassign': fc.record({ accountId: account }),
  'request': fc.record({ accountId: account, to: name }, { requiredKeys: ['accountId'] }),
  'request-reply': fc.record({ accountId: account, requestId: request, yes: fc.boolean() }),
  'request-back': fc.record({ accountId: account, requestId: request }),
  'snooze': fc.record(
    { accountId: account, when: fc.constantFrom('tomorrow', 'monday'), day: name, reason: name, seen: fc.nat() },
    { requiredKeys: ['accountId'] },
  ),
  'wake': fc.record({ accountId: account }),
  'search': fc.record({ accountId: account, query: name, offset }, { requiredKeys: ['accountId', 'query'] }),
  'account': fc.record(
    {
      accountId: account,
      from: fc.oneof(
        fc.constant({ view: 'status' }),
        list.map((one) => ({ view: 'list', ...one })),
      ),
    },
    { requiredKeys: ['accountId'] },
  ),
  'refresh': fc.record({ accountId: account }),
  'refresh-shared': fc.record({ accountId: account }),
  'look-again': fc.record({ accountId: account, facts: fc.subarray(['reseller', 'agreement', 'admin']) }),
  'ask-again': fc.record({ query: name }),
  'which': fc.record({ accountId: account, intent: topic, customer: name }, { requiredKeys: ['accountId', 'intent'] }),
  'which-name': fc.record({ query: name, intent: topic, customer: name }, { requiredKeys: ['query', 'intent'] }),
  'list': list,
  'which-customer': fc.record({ accountId: account, customerId: customer }),
  'watch': fc.record({ query: name, anyway: fc.constant(true) }, { requiredKeys: ['query'] }),
  'watch-account': fc.record({ accountId: account, instead: watch }, { requiredKeys: ['accountId'] }),
  'unwatch': fc.record({ watchId: watch }),
  'watch-again': fc.record({ queries: fc.array(name, { minLength: 1, maxLength: 50 }) }),
  'watch-reply': fc.record({ watchId: watch, accountId: account, yes: fc.boolean() }),
  'forget-me': fc.record({ sure: fc.boolean() }),
  'approve-team': fc.record({ teamId: fc.constantFrom(...REAL.team), yes: fc.boolean() }),
  'names': fc.record({ offset }),
  'forget-name': fc.record({ accountId: account }),
  'settings': fc.record(
    {
      topic: fc.constantFrom('digest', 'notifications', 'language'),
      value: fc.constantFrom('on', 'off', 'daily', 'de', 'constructor', 'tostring'),
      time: fc.constantFrom('09:00', '99:99'),
    },
    { requiredKeys: ['topic', 'value'] },
  ),
  'hear-of': fc.record({
    of: fc.constantFrom('chosen', 'all', 'default', 'constructor'),
    providers: fc.constantFrom('', 'constructor', 'a,b', ',,,', 'nobody', '../x'),
  }),
  'route': fc.record(
    {
      'route-countries': fc.constantFrom('', 'Germany', 'constructor', null, 7, 'x'.repeat(999), '<at>a</at>'),
      'route-letters': fc.constantFrom('', 'A-K', '0-9', 'KK', '__proto__', null),
      'route-letters-how': fc.constantFrom('only', 'not', 'constructor', null),
      'route-languages': fc.constantFrom('', 'de,fr', 'constructor', ',,,'),
      'route-by': fc.constantFrom('seats', 'constructor'),
      'route-from': fc.constantFrom('', '5', '-1', 'NaN', '1e9', null),
      'route-rest': fc.constantFrom('true', 'false', 'x', 1),
    },
    { requiredKeys: [] },
  ),
  'muting': fc.record(
    {
      'muted-accounts': fc.constantFrom('', 'account:a:b', 'constructor', ',,,', null, 'x'.repeat(999)),
      'muted-kinds': fc.constantFrom('', 'endings', 'constructor', '__proto__,ended', 7),
    },
    { requiredKeys: [] },
  ),
  'quiet': fc.record(
    {
      'on': fc.constantFrom(true, false, 'true'),
      'quiet-from': fc.constantFrom('', '18:00', '25:99', 'constructor', null, 7),
      'quiet-to': fc.constantFrom('', '18:00', '08:00:00', '__proto__', null),
      'quiet-days': fc.constantFrom('', 'monday', 'monday,constructor', ',,,', 'a'.repeat(999)),
      'quiet-urgent': fc.constantFrom('true', 'false', 'x', 1),
    },
    { requiredKeys: ['on'] },
  ),
  'review': fc.record({ only: fc.constant('sure') }, { requiredKeys: [] }),
  'review-save': both(
    fc.record({
      rows: fc.array(fc.record({ accountId: account, asOf, choice }, { requiredKeys: ['accountId', 'asOf'] }), {
        minLength: 1,
        maxLength: 12,
      }),
      since: fc.constantFrom(0, Number.MAX_SAFE_INTEGER),
      done: offset,
    }),
    fc.record({ row0: fc.oneof(choice, fc.constant('later')), row1: choice }, { requiredKeys: [] }),
  ),
  'review-undo': fc.record({
    click: fc.oneof(decision, fc.constant('a:chat|activity-1')),
    rows: fc.array(fc.record({ accountId: account, row: fc.nat({ max: 11 }) }), { minLength: 1, maxLength: 12 }),
  }),
  'compare': fc.record({ offset: fc.nat(100) }),
  'create-form': fc.record({ accountId: account, below: fc.constant(true) }, { requiredKeys: ['accountId'] }),
  'create': fc.record(
    { 'accountId': account, asOf, 'new-name': name, 'new-website': name, 'despite': fc.array(customer) },
    { requiredKeys: ['accountId'] },
  ),
  'create-anyway': fc.record({ accountId: account, creationId: decision, asOf }),
  'create-give-up': fc.record({ accountId: account, creationId: decision }),
  'holdings': fc.record({ accountId: account, what: fc.constantFrom('users', 'licences', 'services') }),
  'invite': fc.record({ company: name, provider: fc.constantFrom('__proto__', 'p') }, { requiredKeys: [] }),
  'invited': fc.record(
    { company: name, provider: fc.constantFrom('__proto__', 'p'), anyway: fc.constant(true) },
    { requiredKeys: ['company'] },
  ),
  'invited-reply': fc.record({ invitationId: invitation, accountId: account, yes: fc.boolean() }),
  'uninvite': fc.record({ invitationId: invitation, back: fc.constant(true) }, { requiredKeys: ['invitationId'] }),
  'invitations': fc.record({ offset, by: name, period, olderDays: fc.nat() }, { requiredKeys: ['offset'] }),
  'watch-invited': fc.record({ by: name, period, olderDays: fc.nat() }, { requiredKeys: [] }),
  'follow-up': fc.record({ invitationId: invitation }),
  'history': fc.record({ accountId: account, offset }, { requiredKeys: ['accountId'] }),
  'export': fc.record(
    {
      what: fc.constantFrom('mappings', 'history'),
      format: fc.constantFrom('xlsx', 'csv'),
      range: fc.constantFrom({ from: 0, to: 1 }, { from: 4e12, to: 0 }),
    },
    { requiredKeys: ['what'] },
  ),
  'report': fc.constant({}),
  'decisions': fc.record({ offset, period }, { requiredKeys: ['offset'] }),
  'help': fc.record({ topic: name }, { requiredKeys: [] }),
  'type': fc.record({
    line: fc.constantFrom('users of Contoso', 'undo', 'notifications on', 'map Contoso to Litware'),
  }),
  'cancel': fc.constant({}),
};

/** A payload that is read as a click of its verb, all verbs alike. */
export const properClick: fc.Arbitrary<object> = fc
  .constantFrom(...VERBS)
  .chain((verb) => fields[verb].map((own) => ({ handshake: 1, verb, ...own })));

import fc from 'fast-check';
import { VERBS } from '../../src/actions/action';

/** Activities that somebody who means harm, or a client that is broken, could send; by type, shape, depth and content. */

const UNSEEN = ['\u202e', '\u200d', '\u3164', '\u{e0041}', '\u0000', '\ud800'];
const WORDS = [
  'constructor',
  '__proto__',
  'toString',
  'prototype',
  'is Contoso accepted?',
  'pending',
  'map a to b',
  '',
];

const text = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.constantFrom(...UNSEEN, 'Contoso', '<at>x</at>', '&lt;', ' '), { maxLength: 30 }).map((p) => p.join('')),
  fc.nat({ max: 5_000 }).map((length) => 'a '.repeat(length)),
);

/** What really is there stands for itself by a name that the test replaces: a guessed id would never meet anything. */
const REAL = {
  account: ['@account:0', '@account:1', '@account:2', '@account:3'],
  customer: ['@customer:0', '@customer:1'],
  watch: ['@watch:0', '@watch:1'],
  decision: ['@decision:0', '@decision:1'],
  team: ['@team:0', '19:own@thread.tacv2'],
} as const;

const deep = fc
  .nat({ max: 60 })
  .map((depth) => Array.from({ length: depth }).reduce<unknown>((inner) => ({ data: [inner] }), 'end'));

const anything: fc.Arbitrary<unknown> = fc.oneof(
  text,
  deep,
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(null, true, 0, -1, 1e308, [], {}),
  fc.constant(JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}') as unknown),
);

const payload = fc.record(
  {
    handshake: fc.oneof({ weight: 8, arbitrary: fc.constant<unknown>(1) }, fc.constantFrom<unknown>(2, '1', null)),
    verb: fc.oneof({ weight: 6, arbitrary: fc.constantFrom<string>(...VERBS) }, text),
    accountId: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...REAL.account) },
      fc.constantFrom('account:p:t', 'account:__proto__:constructor'),
      anything,
    ),
    customerId: fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...REAL.customer) }, anything),
    customer: fc.oneof(fc.constantFrom(...REAL.customer), anything),
    seen: fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...REAL.decision) }, anything),
    teamId: fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...REAL.team) }, anything),
    yes: fc.oneof({ weight: 3, arbitrary: fc.boolean() }, anything),
    keep: fc.oneof(fc.constantFrom('ours', 'theirs'), anything),
    intent: fc.oneof(fc.constantFrom('status', 'users', 'history'), anything),
    topic: fc.oneof(fc.constantFrom('language', 'digest', 'notifications'), anything),
    value: fc.oneof(fc.constantFrom('constructor', 'xyz', 'tostring', 'off'), anything),
    what: fc.oneof(fc.constantFrom('pending', 'unmapped', 'accepted', 'users'), anything),
    offset: fc.oneof(fc.constantFrom(0, 1e6, -1, 0.5), anything),
    query: fc.oneof(text, anything),
    watchId: fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...REAL.watch) }, anything),
    line: text,
    company: fc.oneof(text, anything),
  },
  { requiredKeys: ['verb'] },
);

/** A sender whom nobody knows: Teams says who sends, but a broken proxy or a client of another kind may not. */
export const forgedActor = fc.oneof(
  fc.record({ id: fc.constantFrom('29:alice', '28:other-bot', '29:stranger'), name: text, aadObjectId: anything }),
  anything,
);
const list = fc.oneof(fc.array(anything, { maxLength: 200 }), anything);

const value = fc.oneof(
  payload,
  payload.map((inside) => JSON.stringify(inside)),
  payload.map((data) => ({ action: { type: 'Action.Execute', verb: 'handshake', data }, trigger: 'manual' })),
  payload.map((data) => ({ action: { verb: 'x', data: JSON.stringify(data) } })),
  fc.record({ queryText: text, queryOptions: anything, dataset: fc.constantFrom('customers', '__proto__') }),
  anything,
);

const DEEPEST = 14_000;
/** JSON so deep that only a text can say it; `JSON.stringify` would run out of stack. */
export const bottomless: fc.Arbitrary<string> = fc
  .nat({ max: DEEPEST })
  .map((depth) => `${'{"data":['.repeat(depth)}1${']}'.repeat(depth)}`);

const TYPED = [
  'is Contoso accepted?',
  'pending',
  'settings',
  'what am I watching?',
  'users of Contoso',
  'history',
  'help',
];

const message = fc.record({ type: fc.constant('message'), text: fc.oneof(fc.constantFrom(...TYPED), text) });
const click = fc.record({
  type: fc.constant('invoke'),
  name: fc.constant('adaptiveCard/action'),
  value: payload.map((data) => ({ action: { type: 'Action.Execute', verb: 'handshake', data }, trigger: 'manual' })),
  replyToId: fc.oneof(fc.constant('1001'), anything),
});
const submitted = fc.record({
  type: fc.constant('message'),
  value: fc.oneof(
    payload,
    payload.map((inside) => JSON.stringify(inside)),
  ),
});
const search = fc.record({
  type: fc.constant('invoke'),
  name: fc.constant('application/search'),
  value: fc.record({ queryText: text, queryOptions: anything, dataset: fc.constantFrom('customers', '__proto__') }),
});
const odd = fc.record(
  {
    type: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('message', 'invoke', 'conversationUpdate', 'installationUpdate') },
      text,
    ),
    name: fc.oneof(fc.constantFrom('adaptiveCard/action', 'application/search', 'composeExtension/query'), text),
    text: fc.oneof(text, anything),
    value,
    entities: list,
    membersAdded: list,
    membersRemoved: list,
    replyToId: anything,
    locale: anything,
    localTimezone: anything,
    localTimestamp: anything,
    timestamp: anything,
    action: fc.oneof(fc.constantFrom('add', 'remove', 'add-upgrade'), anything),
    conversation: anything,
    channelData: fc.oneof(
      fc.record({ tenant: fc.record({ id: text }), team: anything, channel: anything, eventType: text }),
      anything,
    ),
  },
  { requiredKeys: ['type'] },
);

export interface Hostile {
  readonly activity: object;
  /** Where it happens, unless the activity itself names a place. */
  readonly where: 'own chat' | 'group' | 'own team' | 'approved channel';
}

export const hostile: fc.Arbitrary<Hostile> = fc.record({
  activity: fc.oneof(message, { weight: 3, arbitrary: click }, submitted, search, { weight: 2, arbitrary: odd }),
  where: fc.oneof(
    { weight: 4, arbitrary: fc.constant('own chat' as const) },
    fc.constantFrom('group' as const, 'own team' as const, 'approved channel' as const),
  ),
});

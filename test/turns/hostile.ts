import fc from 'fast-check';
import { VERBS } from '../../src/actions/action';
import { properClick, REAL } from './hostile-clicks';

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

const deep = fc
  .nat({ max: 60 })
  .map((depth) => Array.from({ length: depth }).reduce<unknown>((inner) => ({ data: [inner] }), 'end'));

const WIDEST = 8_000;
/** Rare, since each is as large as what the door lets in. */
const wide = fc
  .nat({ max: WIDEST })
  .map((fields) => Object.fromEntries(Array.from({ length: fields }, (_, n) => [`k${n}`, n])));
const long = fc.nat({ max: WIDEST }).map((length) => Array.from({ length }, () => ({})));

const anything: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: text },
  { weight: 8, arbitrary: deep },
  { weight: 8, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  wide,
  long,
  { weight: 8, arbitrary: fc.constantFrom<unknown>(null, true, 0, -1, 1e308, [], {}) },
  {
    weight: 8,
    arbitrary: fc.constant(
      JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}') as unknown,
    ),
  },
);

const forgedClick = fc.record(
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

/** A click as a card makes it, one with a field of another kind, or one that no card ever made. */
const payload: fc.Arbitrary<object> = fc.oneof(
  { weight: 3, arbitrary: properClick },
  fc.tuple(properClick, forgedClick).map(([click, { verb: _verb, ...other }]) => ({ ...click, ...other })),
  { weight: 2, arbitrary: forgedClick },
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
  'what is kept of me?',
  'notifications on',
  'digest daily at 25:99',
  'undo',
  'yes',
  'the second one',
  'map Contoso to Litware',
  'review',
  'which accounts accepted this year?',
  'stop watching everything',
  'which names have you learned?',
];

const html = fc.oneof(
  text,
  fc
    .array(
      fc.constantFrom(
        '<blockquote schema.skype.com/Reply itemid="1001"',
        '<p itemprop="preview"',
        '>',
        'Contoso',
        '</p>',
      ),
      { maxLength: 200 },
    )
    .map((parts) => parts.join(' ')),
);
const message = fc.record(
  {
    type: fc.constant('message'),
    text: fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...TYPED) }, text),
    attachments: fc.array(fc.record({ contentType: fc.constantFrom('text/html', 'image/png'), content: html }), {
      maxLength: 4,
    }),
    locale: fc.constantFrom('de-DE', 'constructor', '../en'),
  },
  { requiredKeys: ['type', 'text'] },
);
const click = fc.record({
  type: fc.constant('invoke'),
  name: fc.constant('adaptiveCard/action'),
  value: payload.map((data) => ({ action: { type: 'Action.Execute', verb: 'handshake', data }, trigger: 'manual' })),
  replyToId: fc.oneof(fc.constantFrom('1001', '..'), anything),
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
  /** What the sender calls themselves; undefined: an ordinary name. */
  readonly name: string | undefined;
}

export const hostile: fc.Arbitrary<Hostile> = fc.record({
  activity: fc.oneof(message, { weight: 3, arbitrary: click }, submitted, search, { weight: 2, arbitrary: odd }),
  where: fc.oneof(
    { weight: 4, arbitrary: fc.constant('own chat' as const) },
    fc.constantFrom('group' as const, 'own team' as const, 'approved channel' as const),
  ),
  name: fc.option(text, { nil: undefined, freq: 3 }),
});

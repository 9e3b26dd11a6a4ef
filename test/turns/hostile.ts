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
    handshake: fc.constantFrom<unknown>(1, 2, '1', null),
    verb: fc.oneof(fc.constantFrom<string>(...VERBS), text),
    accountId: fc.oneof(fc.constantFrom('account:p:t', 'account:__proto__:constructor'), anything),
    customerId: anything,
    customer: anything,
    seen: anything,
    topic: fc.oneof(fc.constantFrom('language', 'digest', 'notifications'), anything),
    value: fc.oneof(fc.constantFrom('constructor', 'xyz', 'tostring', 'off'), anything),
    what: fc.oneof(fc.constantFrom('pending', 'unmapped', 'accepted', 'users'), anything),
    offset: fc.oneof(fc.constantFrom(0, 1e6, -1, 0.5), anything),
    query: anything,
    watchId: anything,
    line: text,
    company: anything,
  },
  { requiredKeys: ['verb'] },
);

const actor = fc.oneof(
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

export const hostileActivity = fc.record(
  {
    type: fc.oneof({ weight: 6, arbitrary: fc.constantFrom('message', 'invoke', 'conversationUpdate') }, text),
    name: fc.oneof(fc.constantFrom('adaptiveCard/action', 'application/search', 'composeExtension/query'), text),
    text: fc.oneof(text, anything),
    value,
    from: actor,
    conversation: fc.oneof(
      { weight: 6, arbitrary: fc.record({ id: fc.constantFrom('a:x', '19:x@thread.tacv2'), conversationType: text }) },
      anything,
    ),
    channelData: fc.oneof(
      fc.record({ tenant: fc.record({ id: text }), team: anything, channel: anything, eventType: text }),
      anything,
    ),
    entities: list,
    membersAdded: list,
    membersRemoved: list,
    replyToId: anything,
    locale: anything,
    localTimezone: anything,
    localTimestamp: anything,
    timestamp: anything,
    action: anything,
  },
  { requiredKeys: ['type', 'from', 'conversation'] },
);

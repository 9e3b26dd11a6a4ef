import fc from 'fast-check';
import { VERBS } from '../../src/actions/action';

/** Invokes of compose boxes, links, messages and dialogs, as somebody who means harm or a broken client could send them. */

const WORDS = [
  'Contoso',
  'is Contoso accepted?',
  'northwind',
  'Hat Fabrikam angenommen?',
  'AC-10400',
  'jo@contoso.com',
  '@tenant:0',
  '@tenant:3',
  '<b>Contoso</b>',
  '<at>Contoso</at>',
  '[Contoso](https://evil.example)',
  '<script>alert(1)</script>',
  '${1+1} {{DATE(2026-01-01T00:00:00Z)}}',
  'constructor __proto__ toString',
  '\u202eosotnoC \ud800 \u0000',
  '🎉👩‍👩‍👧 contoso',
  'Zyxwv *Industries* GmbH',
  'From: a@b.example\nSubject: FW: accepted\n\nFabrikam, Inc. accepted. ID @tenant:1',
];

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...WORDS, ' ', '\n', '<p>', '&lt;', '"'), { maxLength: 12 }).map((parts) => parts.join(' ')),
  fc.nat({ max: 9_000 }).map((length) => 'Ab '.repeat(length)),
  fc.nat({ max: 9_000 }).map((length) => '<a href="'.repeat(length)),
);

const anything: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom<unknown>(null, true, 0, -1, 1e308, [], {}),
  fc.constant(JSON.parse('{"__proto__":{"polluted":true}}') as unknown),
);

const odd = (usual: fc.Arbitrary<unknown>) => fc.oneof({ weight: 6, arbitrary: usual }, anything);

const link = fc.oneof(
  fc.constantFrom(
    'https://partner.microsoft.com/dashboard/v2/customers/@tenant:0/account',
    'https://partner.microsoft.com/commerce/customers/@tenant:2/subscriptions?x=<b>',
    'https://partner.microsoft.com@evil.example/customers/@tenant:0',
    'https://evil.example/customers/@tenant:0/account',
    '@records/main.aspx?etn=account&id=%7b@customer:0%7d',
    '@records/main.aspx?etn=account&id=@customer:1&extraqs=%3fid%3d',
    'javascript:alert(1)',
    'https://partner.microsoft.com/customers/%E0%A4%A/account',
  ),
  text.map((path) => `https://partner.microsoft.com/${path}`),
  text,
);

const payload = fc.record(
  {
    handshake: fc.constantFrom<unknown>(1, 1, 1, 2, '1'),
    verb: fc.oneof({ weight: 6, arbitrary: fc.constantFrom<string>(...VERBS) }, text),
    accountId: odd(fc.constantFrom('account:a:b', 'account:__proto__:constructor')),
    customerId: odd(fc.constantFrom('@customer:0', '@customer:1')),
    customer: odd(text),
    query: odd(text),
    line: text,
    company: odd(text),
    what: odd(fc.constantFrom('pending', 'unmapped', 'accepted', 'users')),
    offset: odd(fc.constantFrom(0, 8)),
    intent: odd(fc.constantFrom('status', 'users')),
  },
  { requiredKeys: ['verb'] },
);

const query = fc.record({
  commandId: odd(fc.constant('find')),
  parameters: odd(
    fc.array(fc.record({ name: odd(fc.constantFrom('company', 'initialRun', '')), value: odd(text) }), {
      maxLength: 3,
    }),
  ),
  queryOptions: odd(fc.record({ skip: odd(fc.constantFrom(0, 5, 1e6)), count: odd(fc.constantFrom(25, 1e9)) })),
});

const asked = fc.record({
  commandId: odd(fc.constant('who')),
  commandContext: odd(fc.constant('message')),
  messagePayload: odd(
    fc.record({
      subject: odd(fc.oneof(text, fc.constant(null))),
      body: odd(fc.record({ contentType: odd(fc.constantFrom('html', 'text')), content: odd(text) })),
      attachments: odd(
        fc.array(
          fc.record({
            contentType: odd(fc.constantFrom('messageReference', 'forwardedMessageReference')),
            content: odd(text.map((messagePreview) => JSON.stringify({ messagePreview }))),
          }),
          { maxLength: 2 },
        ),
      ),
    }),
  ),
});

const pressed = fc.record({
  commandId: odd(fc.constant('who')),
  data: odd(
    fc.oneof(
      payload,
      payload.map((p) => JSON.stringify(p)),
    ),
  ),
});

const search = fc.record({
  queryText: odd(text),
  queryOptions: odd(fc.record({ top: odd(fc.constant(15)) })),
  dataset: odd(fc.constantFrom('customers', 'customers/account:a:b', 'customers/__proto__')),
});

const invoke = (name: string, value: fc.Arbitrary<unknown>) =>
  odd(value).map((given) => ({ type: 'invoke', name, value: given }));

export const hostileElsewhere: fc.Arbitrary<object> = fc.oneof(
  invoke('composeExtension/query', query),
  invoke('composeExtension/queryLink', fc.record({ url: odd(link), state: odd(text) })),
  invoke('composeExtension/anonymousQueryLink', fc.record({ url: odd(link) })),
  invoke('composeExtension/fetchTask', asked),
  invoke('composeExtension/submitAction', pressed),
  invoke('composeExtension/selectItem', fc.constant({})),
  invoke('application/search', search),
);

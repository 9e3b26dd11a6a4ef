import { understand } from '../../src/commands/understand';

it.each([
  ['is müller-handel.de accepted?', 'müller-handel.de'],
  ['is xn--mller-handel-dlb.de accepted?', 'müller-handel.de'],
  ['is XN--E1AFMKFD.xn--p1ai accepted?', 'пример.рф'],
])('a domain is one name in either spelling: %s', (text, domain) => {
  expect(understand(text)).toMatchObject({ outcome: 'understood', intent: { name: 'status', companies: [domain] } });
});

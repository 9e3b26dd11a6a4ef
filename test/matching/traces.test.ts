import { tracesIn } from '../../src/matching/traces';

const ID = 'f6ebab4f-9b2f-4c9e-ac71-872765a262c4';

it('finds links, tenant ids, domains and names with a legal form', () => {
  const text = `FW: Your customer has accepted
    Northwind Traders GmbH (northwindtraders.de) accepted your invitation. Microsoft ID: ${ID.toUpperCase()}.
    See https://partner.microsoft.com/dashboard/v2/customers/${ID}/account. Kim <kim@fabrikam.ie>`;
  expect(tracesIn(text)).toEqual({
    links: [`https://partner.microsoft.com/dashboard/v2/customers/${ID}/account`],
    tenantIds: [ID],
    domains: ['northwindtraders.de', 'fabrikam.ie'],
    names: ['Northwind Traders GmbH'],
  });
});

it.each([
  ['jo@gmail.com wrote from outlook.com, see microsoft.com and teams.microsoft.com', []],
  ['version 1.2.3 at 10.0.0.1, e.g. tomorrow', []],
  ['mailto:ann@Contoso.COM', ['contoso.com']],
  ['müller-handel.de', ['müller-handel.de']],
] as const)('%s: domains %j', (text, domains) => {
  expect(tracesIn(text).domains).toEqual(domains);
});

it.each([
  ['Wir haben von Müller & Söhne Präzisionstechnik GmbH gehört.', ['Müller & Söhne Präzisionstechnik GmbH']],
  ['Could Blue Yonder Ltd. and Fabrikam, Inc. join?', ['Blue Yonder Ltd.']],
  ['I AM IN AG', []],
] as const)('%s: names %j', (text, names) => {
  expect(tracesIn(text).names.slice(0, names.length)).toEqual(names);
});

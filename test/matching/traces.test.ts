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

it.each([
  [`[View](https://partner.microsoft.com/customers/${ID})!`, `https://partner.microsoft.com/customers/${ID}`],
  [
    `(see https://x.crm.dynamics.com/api/data/v9.2/accounts(${ID})).`,
    `https://x.crm.dynamics.com/api/data/v9.2/accounts(${ID})`,
  ],
  [`https://x.crm.dynamics.com/main.aspx?id={${ID}}, please`, `https://x.crm.dynamics.com/main.aspx?id={${ID}}`],
])('%s: the link without what is around it', (text, link) => {
  expect(tracesIn(text)).toMatchObject({ links: [link], tenantIds: [ID] });
});

it('finds the id in a link that a mail filter wrapped, and the domain that every tenant begins with', () => {
  const page = `https://partner.microsoft.com/customers/${ID}/account`;
  const text = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(page)}&data=05 and Fabrikam.OnMicrosoft.com`;
  expect(tracesIn(text)).toMatchObject({ links: [page], tenantIds: [ID], domains: ['fabrikam.onmicrosoft.com'] });
});

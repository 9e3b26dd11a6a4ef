import { linkMeant } from '../../src/domain/link-meant';

const ID = 'f6ebab4f-9b2f-4c9e-ac71-872765a262c4';
const PLACES = { partnerCenter: ['partner.microsoft.com'], records: ['fjord.crm4.dynamics.com', '127.0.0.1:4000'] };
const PC = 'https://partner.microsoft.com';
const CRM = 'https://fjord.crm4.dynamics.com';

it.each([
  [`${PC}/dashboard/v2/customers/${ID}/account`],
  [`${PC}/dashboard/v2/customers/${ID}/servicemanagementpage`],
  [`${PC}/commerce/customers/${ID}/subscriptions`],
  [`${PC}/commerce/customers/${ID}/subscriptions/aaaaaaaa-0000-4000-8000-000000000001`],
  [`${PC}/en-us/dashboard/commerce2/customers/${ID}/adminrelationships/x`],
  [`${PC}/pcv/customers/${ID}/users`],
  [`${PC}/dashboard/#/customers/${ID.toUpperCase()}/account?a=b`],
  [`${PC}/dashboard/v2/Customers/%7B${ID}%7D/account`],
  [`${PC}/dashboard/v2/customers/${ID}`],
  [`${PC}/dashboard/somewhere/new?customerId=${ID}`],
])('a customer in Partner Center: %s', (url) => {
  expect(linkMeant(url, PLACES)).toEqual({ of: 'tenant', tenantId: ID });
});

it.each([
  [`${CRM}/main.aspx?appid=aaaaaaaa-0000-4000-8000-000000000001&pagetype=entityrecord&etn=account&id=${ID}`],
  [`${CRM}/main.aspx?etc=1&id=%7b${ID.toUpperCase()}%7d&pagetype=entityrecord`],
  [`${CRM}/main.aspx?etn=account&extraqs=%3fid%3d%257b${ID}%257d&pagetype=entityrecord`],
  [`${CRM}/main.aspx#?etn=work365_provideraccount&id=${ID}`],
  [`${CRM}/api/data/v9.2/accounts(${ID})`],
  [`http://127.0.0.1:4000/main.aspx?id=${ID}`],
])('a record: %s', (url) => {
  expect(linkMeant(url, PLACES)).toEqual({ of: 'record', id: ID });
});

it.each([
  [''],
  ['contoso'],
  [`javascript:alert('${ID}')`],
  [`${PC}/dashboard/commerce2/customers/list`],
  [`${PC}/dashboard/commerce2/granularadminaccess/list`],
  [`https://evil.example/dashboard/v2/customers/${ID}/account`],
  [`https://partner.microsoft.com.evil.example/customers/${ID}`],
  [`https://partner.microsoft.com@evil.example/customers/${ID}`],
  [`https://other.crm4.dynamics.com/main.aspx?etn=account&id=${ID}`],
  [`${CRM}/main.aspx?etn=account&id=1`],
  [`${PC}/customers/%E0%A4%A/account`],
])('nothing of ours: %s', (url) => {
  expect(linkMeant(url, PLACES)).toBeUndefined();
});

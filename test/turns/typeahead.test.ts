import { accountId } from '../../src/domain/account';
import { ALICE, cardOf, GUEST, PERSONAL, setStage } from './stage';
import type { Stage } from './stage';

/** Search while somebody types, on the card of an account: what fits the account first, with the evidence in a word. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ env: { SEARCH_AS_YOU_TYPE: 'on' } });
  // Who searches has the card; showing it looks the account up, with its domains.
  await stage.say(ALICE, PERSONAL, 'show Northwind Traders GmbH');
});
afterAll(() => stage.close());

const dataset = (): string =>
  `customers/${accountId({
    providerId: stage.sandbox.settings['PARTNER_CENTER_TENANT_ID']!,
    tenantId: stage.sandbox.world.findTenant('Northwind Traders GmbH')!.tenantId,
  })}`;

async function search(queryText: string, searched = dataset(), who = ALICE): Promise<any> {
  const value = { queryText, queryOptions: { skip: 0, top: 15 }, dataset: searched };
  const response = await stage.send({ type: 'invoke', name: 'application/search', from: who, ...PERSONAL, value });
  expect(response.status).toBe(200);
  const body: any = await response.json();
  expect(body.type).toBe('application/vnd.microsoft.search.searchResponse');
  return body.value.results;
}

it('is on the card, with the candidates as static choices and the search field beside it', async () => {
  const [said] = await stage.say(ALICE, PERSONAL, 'show Northwind Traders GmbH');
  const card = JSON.stringify(cardOf(said!));
  expect(card).toContain(`"choices.data":{"type":"Data.Query","dataset":"${dataset()}"}`);
  expect(card).toContain('"style":"filtered"');
  expect(card).toMatch(/"choices":\[\{"title":"Northwind/);
  expect(card).toContain('"id":"query"');
});

it('is not on the card where the setting says so', async () => {
  const local = await setStage();
  const [said] = await local.say(ALICE, PERSONAL, 'show Northwind Traders GmbH');
  await local.close();
  expect(JSON.stringify(cardOf(said!))).not.toContain('Data.Query');
});

it('offers the best fit first, with what speaks for it', async () => {
  const results = await search('north');
  expect(results[0].title).toMatch(
    /^Northwind Traders Deutschland GmbH · AC-\d+ · Hamburg · northwindtraders\.de · \S/,
  );
  expect(results.length).toBeLessThanOrEqual(15);
});

it.each([
  ['northwindtraders.de', /Northwind Traders Deutschland/],
  ['AC-10403', /Northwind Traders Deutschland/],
  ['Davos', /Alpine Ski House/],
  ['hamb', /Northwind Traders Deutschland/],
])('finds by %s', async (typed, title) => {
  expect((await search(typed))[0].title).toMatch(title);
});

it('offers what fits before anything is typed, and all customers where the account is not known', async () => {
  expect((await search(''))[0].title).toMatch(/Northwind Traders Deutschland/);
  expect((await search('contoso', 'customers'))[0].title).toMatch(/Contoso/);
  expect((await search('contoso', 'customers/account:a:b'))[0].title).toMatch(/Contoso/);
});

it('offers nothing to a guest, nor from a data set that no card of ours has', async () => {
  expect(await search('contoso', dataset(), { ...GUEST, userRole: 'guest' } as typeof GUEST)).toEqual([]);
  expect(await search('contoso', 'secrets')).toEqual([]);
});

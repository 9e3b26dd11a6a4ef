import { NameIndex } from '../../src/matching/name-index';
import { CAST_CUSTOMERS, CAST_TENANTS } from '../../src/sandbox/cast';

const accounts = new NameIndex();
for (const { name, label, domains, state } of CAST_TENANTS) {
  if (state !== 'invited')
    accounts.put({ id: name, names: [name], domains: [`${label}.onmicrosoft.com`, ...(domains ?? [])] });
}
const customers = new NameIndex();
for (const { name, website, city } of CAST_CUSTOMERS)
  customers.put({ id: name, names: [name], ...(website && { domains: [website] }), ...(city && { city }) });

function outcome(index: NameIndex, typed: string): string {
  const found = index.resolve(typed);
  return 'match' in found ? `${found.kind}: ${found.match.id}` : found.kind;
}

describe('which account is meant in the sandbox', () => {
  it.each([
    // Sisters, other countries, numbers, another word: somebody else, with the near one to offer.
    ['Woodgrove Insurance', 'probably: Woodgrove Bank'],
    ['Contoso Pharma', 'probably: Contoso Ltd'],
    ['Contoso Japan', 'probably: Contoso Ltd'],
    ['Fabrikam Residences', 'probably: Fabrikam Inc'],
    ['Fourth Coffee 2', 'probably: Fourth Coffee'],
    ['test tenant 8', 'probably: Test Tenant 7'],
    ['Northwind Traders France', 'probably: Northwind Traders'],
    ['Humongous Bank', 'probably: Humongous Insurance'],
    ['litware research', 'probably: Litware'],
    // One word of a trade in common is no neighbour.
    ['Unheard Bakery', 'none'],
    ['Zyxco Coffee', 'none'],
    // Too little to mean anybody.
    ['W', 'none'],
    ['Company', 'none'],
    ['Ltd', 'none'],
    ['First National', 'none'],
    // A part that contradicts nothing.
    ['woodgrove', 'assumed: Woodgrove Bank'],
    ['adventure works', 'assumed: ADVENTURE WORKS CYCLES LTD'],
    ['brightwater', 'assumed: Brightwater Analytics'],
    ['oakfield', 'assumed: Oakfield Solicitors'],
    // The name but for legal form, case, order, and a slip that can be nothing else.
    ['contoso', 'one: Contoso Ltd'],
    ['CONTOSO LIMITED', 'one: Contoso Ltd'],
    ['bank woodgrove', 'one: Woodgrove Bank'],
    ['fabricam', 'one: Fabrikam Inc'],
    ['lucern publishing', 'one: Lucerne Publishing'],
    ['brightwater analytcs', 'one: Brightwater Analytics'],
    ['contoso.com', 'one: Contoso Ltd'],
    ['cp&l', 'one: CP&L'],
    // A domain that is nobody's: a part of what we know, or another company's.
    ['woodgrovebank.com', 'assumed: Woodgrove Bank'],
    ['contoso.de', 'probably: Contoso Ltd'],
    ['northwind', 'several'],
    ['meridian', 'several'],
    ['coho', 'several'],
  ])('%s: %s', (typed, right) => {
    expect(outcome(accounts, typed)).toBe(right);
  });
});

describe('which customer is meant in the sandbox', () => {
  it.each([
    ['Lakeshore Data Services', 'one: Lakeshore Data Services Limited'],
    ['TPC Telecommunications', 'one: TPC Telecommunications Holdings Ltd'],
    ['st marys', 'assumed: St. Mary’s Multi Academy Trust'],
    ['Relecloud Wien', 'assumed: Relecloud GmbH'],
    ['Woodgrove Insurance', 'probably: Woodgrove Bank plc'],
    ['Contoso Pharma', 'probably: Contoso Limited'],
    ['alpine', 'several'],
  ])('%s: %s', (typed, right) => {
    expect(outcome(customers, typed)).toBe(right);
  });
});

it('does not take a small word at the end of a name for nothing', () => {
  const index = new NameIndex();
  index.put({ id: 'neu', names: ['NEU.DE GmbH'] });
  index.put({ id: 'seoyon', names: ['Seoyon Co., Ltd.'] });

  expect(index.resolve('neu').kind).not.toBe('one');
  expect(index.resolve('seoyon e').kind).not.toBe('one');
  expect(index.resolve('seoyon').kind).toBe('one');
});

import { createCountryReader } from '../../src/directories/country';
import { mailDomainIn as mailDomain } from '../../src/domain/one-form';

const country = createCountryReader();

it.each([
  ['United Kingdom', 'GB'],
  ['UK', 'GB'],
  ['U.K.', 'GB'],
  ['england', 'GB'],
  ['USA', 'US'],
  ['United States', 'US'],
  ['Deutschland', 'DE'],
  ['DE', 'DE'],
  ['Österreich', 'AT'],
  ['belgië', 'BE'],
  ['The Netherlands', 'NL'],
  ['Schweiz', 'CH'],
  ['  Ireland ', 'IE'],
  ['Atlantis', undefined],
  ['XQ', undefined],
  ['', undefined],
  [undefined, undefined],
])('the country typed as %j is %s', (typed, code) => {
  expect(country(typed)).toBe(code);
});

it.each([
  ['Info@Contoso.com', 'contoso.com'],
  [' a@b.co.uk ', 'b.co.uk'],
  ['not an address', undefined],
  ['a@localhost', undefined],
  ['a@b@c.com', undefined],
  [undefined, undefined],
])('the domain of %j is %s', (address, domain) => {
  expect(mailDomain(address)).toBe(domain);
});

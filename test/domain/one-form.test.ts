import fc from 'fast-check';
import { domainIn, guidIn, tenantIdIn, idIn, mailDomainIn, withDomainInLetters } from '../../src/domain/one-form';

const A = 'b44bb1fb-c595-45b0-9e09-d657365580bf';

it.each([A, A.toUpperCase(), `{${A}}`, `(${A.toUpperCase()})`, A.replaceAll('-', ''), `urn:uuid:${A}`, `  {${A}} `])(
  'the GUID %s has one form',
  (written) => {
    expect(guidIn(written)).toBe(A);
    expect(idIn(written)).toBe(A);
  },
);

it.each(['', 'contoso', `${A}0`, A.slice(1), `{${A}`, '{}', undefined, null])('%s is no GUID', (written) => {
  expect(guidIn(written)).toBeUndefined();
});

it('nobody’s GUID names no tenant', () => {
  expect(tenantIdIn('{00000000-0000-0000-0000-000000000000}')).toBeUndefined();
  expect(tenantIdIn(`{${A.toUpperCase()}}`)).toBe(A);
});

it('an id that is no GUID stays as it is', () => {
  expect(idIn(' Local ')).toBe('Local');
});

it.each([
  ['müller-handel.de', 'müller-handel.de'],
  ['XN--MLLER-HANDEL-DLB.de', 'müller-handel.de'],
  ['Müller-Handel.DE.', 'müller-handel.de'],
  ['Contoso.com', 'contoso.com'],
  ['xn--e1afmkfd.xn--p1ai', 'пример.рф'],
  ['mu\u0308ller.de', 'müller.de'],
])('the domain %s is %s', (written, domain) => {
  expect(domainIn(written)).toBe(domain);
  expect(mailDomainIn(`a@${written}`)).toBe(domain);
});

it.each(['', 'localhost', 'a b.de', 'https://contoso.com', 'a@contoso.com', 'n/a', '.', 'a..b', '1,5', '%', undefined])(
  '%s is no domain',
  (written) => {
    expect(domainIn(written)).toBeUndefined();
  },
);

it('a host within an address is read in letters, and the rest stays', () => {
  expect(withDomainInLetters('https://www.xn--mller-handel-dlb.de/über-uns?x=xn')).toBe(
    'https://www.müller-handel.de/über-uns?x=xn',
  );
  expect(withDomainInLetters('www.contoso.com')).toBe('www.contoso.com');
});

it('one form is its own form, whatever is given, and nothing throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.domain(), fc.uuid()), (text) => {
      const domain = domainIn(text);
      if (domain !== undefined) expect(domainIn(domain)).toBe(domain);
      expect(idIn(idIn(text))).toBe(idIn(text));
      expect(withDomainInLetters(withDomainInLetters(text))).toBe(withDomainInLetters(text));
    }),
    { seed: 7, numRuns: 3000 },
  );
});

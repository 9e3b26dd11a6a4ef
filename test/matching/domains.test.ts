import { labelForms, ownDomain, tenantDomain, tenantLabel } from '../../src/matching/domains';

const OWN: readonly (readonly [typed: string, domain: string | undefined])[] = [
  ['contoso.com', 'contoso.com'],
  ['www.contoso.com', 'contoso.com'],
  ['HTTPS://shop.contoso.co.uk/de?x=1', 'contoso.co.uk'],
  ['info@mail.contoso.de', 'contoso.de'],
  ['https://www.müller-handel.de', 'müller-handel.de'],
  ['XN--MLLER-HANDEL-DLB.de', 'müller-handel.de'],
  ['https://www.xn--mller-handel-dlb.de/impressum', 'müller-handel.de'],
  ['info@xn--e1afmkfd.xn--p1ai', 'пример.рф'],
  ['contoso.wordpress.com', undefined],
  ['gmail.com', undefined],
  ['contoso.onmicrosoft.com', undefined],
  ['www.facebook.com/contoso', undefined],
  ['10.1.2.3', undefined],
  ['n/a', undefined],
  ['', undefined],
  ['contoso', undefined],
];

describe('the registrable domain behind what was typed', () => {
  it.each(OWN.filter(([typed]) => typed !== 'contoso.wordpress.com'))('%s: %s', (typed, domain) => {
    expect(ownDomain(typed)?.domain).toBe(domain);
  });

  it('keeps the customers of a shared suffix apart', () => {
    expect(ownDomain('contoso.github.io')?.domain).toBe('contoso.github.io');
    expect(ownDomain('fabrikam.github.io')?.domain).toBe('fabrikam.github.io');
  });

  it('gives the label without punctuation', () => {
    expect(ownDomain('rafina-innovations.co.uk')?.label).toBe('rafinainnovations');
  });
});

describe('the label of a tenant', () => {
  it.each([
    ['Contoso.onmicrosoft.com', 'contoso'],
    ['contoso.partner.onmschina.cn', 'contoso'],
    ['contoso.com', ''],
    ['netorgft1234567.onmicrosoft.com', ''],
    ['m365x569790.onmicrosoft.com', ''],
    ['contoso365.onmicrosoft.com', 'contoso365'],
    [undefined, ''],
  ])('%s: %s', (domain, label) => {
    expect(tenantLabel(domain)).toBe(label);
  });

  it('is tried without usual endings and without the country', () => {
    expect(labelForms('contosogroup', 'US')).toEqual(['contosogroup', 'contoso']);
    expect(labelForms('contosouk', 'GB')).toContain('contoso');
    expect(labelForms('contoso365', undefined)).toContain('contoso');
    expect(labelForms('hq', 'US')).toEqual(['hq']);
  });

  it('makes the initial domain a domain of its own for lookups', () => {
    expect(tenantDomain('Contoso.onmicrosoft.com')).toEqual({ domain: 'contoso.onmicrosoft.com', label: 'contoso' });
  });
});

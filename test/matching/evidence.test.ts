import type { Customer } from '../../src/domain/customer';
import { CustomerIndex } from '../../src/matching/customer-index';
import type { Evidence, EvidenceCode } from '../../src/matching/evidence';
import { BUNDLED_MODEL } from '../../src/matching/bundled-model';
import { reasons, sharesOf } from '../../src/matching/reasons';
import { FEATURE_COUNT, toVector, type FeatureGroup } from '../../src/matching/features';
import { scoreOf, shareOut } from '../../src/matching/trees';
import { customer, CUSTOMERS, tenant } from './sample';

function indexOf(): CustomerIndex {
  const index = new CustomerIndex();
  for (const one of CUSTOMERS) index.add(one);
  return index;
}

function evidenceFor(account: ReturnType<typeof tenant>, customerId: string): readonly { code: EvidenceCode }[] {
  const found = indexOf()
    .candidates(account, { limit: 12 })
    .candidates.find((one) => one.customerId === customerId);
  return found?.evidence ?? [];
}

const SAID: readonly (readonly [
  why: string,
  account: ReturnType<typeof tenant>,
  customerId: string,
  evidence: object,
])[] = [
  ['the same name', tenant('Northwind Traders Inc'), 'c5', { code: 'same-name' }],
  [
    'the same name but for the form',
    tenant('Contoso Robotics GmbH'),
    'c2',
    { code: 'same-name-but-legal-form', account: 'GmbH', customer: 'AG' },
  ],
  ['shared words', tenant('Adventure Works Bicycles'), 'c6', { code: 'similar-name', shared: ['adventure', 'works'] }],
  [
    'an equal domain',
    tenant('Pedal', { domains: ['adventure-works.com'] }),
    'c6',
    { code: 'same-domain', domain: 'adventure-works.com' },
  ],
  [
    'the label of the website',
    tenant('Velo', { defaultDomain: 'adventureworks.onmicrosoft.com' }),
    'c6',
    { code: 'domain-label', label: 'adventureworks', website: 'adventure-works.com' },
  ],
  ['an acronym', tenant('TTHIC'), 'c8', { code: 'acronym', acronym: 'TTHIC' }],
  [
    'the tenant id',
    tenant('Other', { tenantId: 'aaaaaaaa-0000-4000-8000-000000000010' }),
    'c10',
    { code: 'same-tenant-id' },
  ],
];

describe('reasons', () => {
  it.each([
    ['PinnacleDentalGroup', 'Pinnacle Dental'],
    ['pinnacledentalgroup', 'Pinnacle Dental Care Ltd'],
    ['Pinnacle Dental', 'PinnacleDentalGroup'],
  ])('never say that a word is missing that stands in %s, beside %s', (account, name) => {
    const index = indexOf();
    index.add(customer('pd', name));
    index.add(customer('pl', 'Pinnacle Logistics'));
    const found = index.candidates(tenant(account), { limit: 12 }).candidates.filter((one) => one.customerId === 'pd');
    const missing = found.flatMap((one) => one.evidence).filter((e) => e.code === 'missing-word');

    expect(found).toHaveLength(1);
    for (const { word } of missing) expect(`${account} ${name}`.toLowerCase().split(/\s/)).not.toContain(word);
    for (const { word, on } of missing)
      expect((on === 'account' ? account : name).toLowerCase().replaceAll(' ', '')).not.toContain(word);
  });

  it.each(SAID)('name %s', (_, account, customerId, evidence) => {
    expect(evidenceFor(account, customerId)).toContainEqual(expect.objectContaining({ side: 'for', ...evidence }));
  });

  it('are at most three for, the strongest first, and one against, last', () => {
    const index = indexOf();
    for (const { name, country } of CUSTOMERS) {
      const account = tenant(name, {
        ...(country !== undefined && { country }),
        defaultDomain: 'contoso.onmicrosoft.com',
      });
      for (const { evidence } of index.candidates(account, { limit: 20 }).candidates) {
        const inFavour = evidence.filter((e) => e.side === 'for');
        expect(inFavour.length).toBeLessThanOrEqual(3);
        expect(evidence.slice(inFavour.length).length).toBeLessThanOrEqual(1);
        expect(inFavour.map((e) => e.weight)).toEqual(inFavour.map((e) => e.weight).sort((a, b) => b - a));
        expect(evidence.every((e) => (e.side === 'for' ? e.weight > 0 : e.weight < 0))).toBe(true);
      }
    }
  });

  it('say that the country differs only if it does', () => {
    const index = indexOf();
    for (const country of ['US', 'DE', undefined]) {
      const account = tenant('Fabrikam Residences Ltd', country === undefined ? {} : { country });
      for (const { customerId, evidence } of index.candidates(account, { limit: 20 }).candidates) {
        const customer = CUSTOMERS.find((one) => one.id === customerId);
        if (evidence.some((e) => e.code === 'other-country')) expect(customer?.country).not.toBe(country);
        if (evidence.some((e) => e.code === 'same-country')) expect(customer?.country).toBe(country);
      }
    }
  });
});

/** Which groups of columns a reason may come from. */
const GROUP: Partial<Record<EvidenceCode, FeatureGroup>> = {
  'same-name': 'name',
  'same-name-but-legal-form': 'name',
  'similar-name': 'name',
  'similar-spelling': 'name',
  'acronym': 'acronym',
  'same-domain': 'domain',
  'label-in-name': 'label',
  'name-is-website': 'website',
  'same-country': 'country',
  'other-country': 'country',
  'missing-word': 'missing',
};

describe('reasons that a person believes', () => {
  const evidenceOf = (account: ReturnType<typeof tenant>, one: Customer): readonly Evidence[] => {
    const index = new CustomerIndex();
    for (const other of [...CUSTOMERS, one]) index.add(other);
    const { candidates } = index.candidates(account, { limit: 20 });
    return candidates.find(({ customerId }) => customerId === one.id)?.evidence ?? [];
  };
  const words = (evidence: readonly Evidence[]): string[] =>
    evidence.flatMap((e) => (e.code === 'similar-name' ? e.shared : []));

  it('never name a word that half of all companies have', () => {
    const one = customer('x', 'Proseware International Group Services');
    const account = tenant('Litware International Group Services', { country: 'GB' });

    expect(words(evidenceOf(account, one))).toEqual([]);
  });

  it('name the telling words and leave the common ones out', () => {
    const one = customer('x', 'Proseware Logistics Group');

    expect(words(evidenceOf(tenant('Proseware Group Kiel'), one))).toEqual(['proseware']);
  });

  it('name the mistyped word if it tells more than an equal one', () => {
    const evidence = evidenceOf(tenant('Prosewaer University'), customer('x', 'Proseware University'));

    expect(evidence).toContainEqual(
      expect.objectContaining({ code: 'similar-spelling', account: 'prosewaer', customer: 'proseware' }),
    );
  });

  it('do not miss the words that an acronym stands for', () => {
    const one = customer('x', 'Humongous Insurance Trading House');
    const evidence = evidenceOf(tenant('HITH', { defaultDomain: 'hith.onmicrosoft.com' }), one);

    expect(evidence.map((e) => e.code)).toContain('acronym');
    expect(evidence.map((e) => e.code)).not.toContain('missing-word');
  });

  it.each([
    ['a few letters of a longer word', 'Amphia Hospital', 'amp.com', false],
    ['the first word', 'Amp Life', 'amp.com', true],
    ['most of the name', 'Proseware Labs', 'prosewarelab.com', true],
  ])('take a website for the name by %s: %s, %s', (_, name, website, said) => {
    const evidence = evidenceOf(
      tenant(name, { country: 'AU' }),
      customer('x', 'Amp Limited', { website, country: 'AU' }),
    );

    expect(evidence.some((e) => e.code === 'name-is-website')).toBe(said);
  });

  it('say what a label is short for', () => {
    const account = tenant('Other', { defaultDomain: 'prosciences.onmicrosoft.com' });
    const evidence = evidenceOf(account, customer('x', 'Proseware Life Sciences'));

    expect(evidence).toContainEqual(
      expect.objectContaining({ code: 'abbreviation', short: 'prosciences', long: 'proseware life sciences' }),
    );
  });

  it('quote of the label what is in the name', () => {
    const account = tenant('Other', { defaultDomain: 'proseware365.onmicrosoft.com' });
    const evidence = evidenceOf(account, customer('x', 'Proseware Holdings'));

    expect(evidence).toContainEqual(expect.objectContaining({ code: 'label-in-name', label: 'proseware' }));
  });
});

describe('reasons and score', () => {
  const accounts = CUSTOMERS.map(({ name, country }) =>
    tenant(name.split(' ').slice(0, 2).join(' '), {
      ...(country !== undefined && { country }),
      defaultDomain: 'fabrikam.onmicrosoft.com',
    }),
  );
  const ranked = accounts.flatMap((account) => {
    const ranking = indexOf().rank(account);
    return ranking.ranked.map((one) => ({ ranking, one }));
  });

  it('share one sum: what the columns earn and the rest are the score', () => {
    for (const { one } of ranked) {
      const vector = new Float64Array(FEATURE_COUNT);
      const shares = new Float64Array(FEATURE_COUNT);
      toVector(one.comparison.features, vector);
      const rest = shareOut(BUNDLED_MODEL.accounts, vector, shares);
      expect(rest + shares.reduce((sum, x) => sum + x, 0)).toBeCloseTo(scoreOf(BUNDLED_MODEL.accounts, vector), 6);
      expect(one.score).toBeCloseTo(scoreOf(BUNDLED_MODEL.accounts, vector), 6);
    }
  });

  it('agree: each reason weighs what its group earned, and no stronger group that can speak is left out', () => {
    for (const { ranking, one } of ranked) {
      const shares = sharesOf(one.comparison, BUNDLED_MODEL);
      const said = reasons(ranking, one, [], BUNDLED_MODEL);
      const all = said.filter((e) => e.side === 'for');
      for (const e of said) {
        const group = GROUP[e.code];
        if (group !== undefined) expect(e.weight).toBeCloseTo(shares[group], 6);
        // A word of the name, or the label, can be the short form.
        if (e.code === 'abbreviation') expect([shares.name, shares.label]).toContain(e.weight);
      }
      const weakest = all.length === 3 ? (all[2]?.weight ?? 0) : 0.05;
      if (one.comparison.features.sameWords === 1 && shares.name > weakest) {
        expect(all.some((e) => GROUP[e.code] === 'name')).toBe(true);
      }
      if (one.comparison.features.country === 1 && shares.country > weakest) {
        expect(all.some((e) => e.code === 'same-country')).toBe(true);
      }
    }
  });

  it('are told of a candidate that leads by its name', () => {
    const ranking = indexOf().rank(tenant('Northwind Traders Inc'));
    const [first] = ranking.ranked;
    const strongest = first === undefined ? undefined : reasons(ranking, first, [], BUNDLED_MODEL)[0];

    expect(strongest?.code).toBe('same-name');
  });
});

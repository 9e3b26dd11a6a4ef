import fc from 'fast-check';
import { buildCustomerIndex, CustomerIndex } from '../../src/matching/customer-index';
import { CUSTOMERS, customer, tenant } from './sample';

function indexOf(customers = CUSTOMERS): CustomerIndex {
  const index = new CustomerIndex();
  for (const one of customers) index.add(one);
  return index;
}

const FINDS: readonly (readonly [why: string, account: ReturnType<typeof tenant>, customerId: string])[] = [
  ['the same name', tenant('Northwind Traders Inc', { country: 'US' }), 'c5'],
  ['another legal form', tenant('Northwind Traders LLC', { country: 'US' }), 'c5'],
  ['a slip of the finger', tenant('Nortwhind Traders', { country: 'US' }), 'c5'],
  [
    'an equal domain under another name',
    tenant('Pedal Holdings', { domains: ['adventure-works.com'], country: 'US' }),
    'c6',
  ],
  [
    'the label of the website',
    tenant('Velo Group', { defaultDomain: 'adventureworks.onmicrosoft.com', country: 'US' }),
    'c6',
  ],
  ['words in another order', tenant('Cycles Adventure Works'), 'c6'],
  ['an acronym', tenant('TTHIC', { country: 'JP' }), 'c8'],
  ['accents', tenant('SOCIETE DES EAUX DE WINGTIP', { country: 'FR' }), 'c12'],
  ['the country among namesakes', tenant('Fabrikam Residences', { country: 'IE' }), 'c4'],
  [
    'the tenant id on the record',
    tenant('Something Else', { tenantId: 'AAAAAAAA-0000-4000-8000-000000000010' }),
    'c10',
  ],
];

describe('a domain in letters and in the spelling of the network (S15)', () => {
  it.each([
    ['xn--mller-handel-dlb.de', 'https://www.müller-handel.de'],
    ['müller-handel.de', 'www.xn--mller-handel-dlb.de'],
  ])('meet: tenant %s, customer %s', (domain, website) => {
    const index = indexOf([...CUSTOMERS, customer('m', 'Haus und Garten', { website })]);
    const account = tenant('MH Vertrieb', { domains: [domain] });
    expect(index.candidates(account).candidates[0]?.customerId).toBe('m');
  });
});

describe('the first candidate', () => {
  it.each(FINDS)('by %s', (_, account, id) => {
    expect(indexOf().candidates(account).candidates[0]?.customerId).toBe(id);
  });

  it('is not led by a free-mail host', () => {
    const { candidates } = indexOf().candidates(tenant('Unknown Bakery', { domains: ['gmail.com'] }));

    expect(
      candidates.find((one) => one.customerId === 'c9')?.evidence.some((e) => e.code === 'same-domain') ?? false,
    ).toBe(false);
  });
});

describe('the verdict', () => {
  it('is that nothing fits for a stranger', () => {
    expect(indexOf().candidates(tenant('Zyxwv Qrstu Klmno', { country: 'NO' })).verdict).toBe('nothing-fits');
  });

  it('is this one for a remembered decision, whatever the names say', () => {
    const assessment = indexOf().candidates(tenant('Qrstu'), { remembered: [{ customerId: 'c7', name: 'Qrstu' }] });

    expect(assessment.verdict).toBe('this-one');
    expect(assessment.candidates[0]).toMatchObject({ customerId: 'c7' });
    expect(assessment.candidates[0]?.evidence[0]).toEqual({
      code: 'remembered',
      side: 'for',
      weight: 12,
      name: 'Qrstu',
    });
  });

  it('is in doubt when two decisions contradict each other', () => {
    const remembered = ['c6', 'c7'].map((customerId) => ({ customerId, name: 'Qrstu' }));
    const assessment = indexOf().candidates(tenant('Qrstu'), { remembered });

    expect(assessment.verdict).toBe('one-of-these');
    expect(
      assessment.candidates
        .slice(0, 2)
        .map((one) => one.customerId)
        .sort(),
    ).toEqual(['c6', 'c7']);
  });

  it('is that nothing fits in an empty index', () => {
    expect(new CustomerIndex().candidates(tenant('Contoso'))).toEqual({ verdict: 'nothing-fits', candidates: [] });
  });

  it('counts a customer that other tenants are mapped to a little lower, and says so', () => {
    const account = tenant('Northwind Traders', { country: 'US' });
    const before = indexOf().candidates(account).candidates[0];
    const after = indexOf().candidates(account, { mappedElsewhere: (id) => (id === 'c5' ? 2 : 0) }).candidates[0];

    expect(after?.probability).toBeLessThan(before?.probability ?? 0);
    expect(after?.evidence).toContainEqual({ code: 'already-mapped', side: 'against', weight: -1, count: 2 });
  });
});

describe('learning', () => {
  const account = tenant('Zebra Umbrella', { country: 'US' });

  it('lets the name of a decision find the customer for the next tenant', () => {
    const index = indexOf();
    index.learn('c7', 'Zebra Umbrella', 'another-tenant');

    const [first] = index.candidates(account).candidates;
    expect(first).toMatchObject({ customerId: 'c7' });
    expect(first?.evidence.some((e) => e.code === 'same-name')).toBe(true);
  });

  it('remembers the tenant itself', () => {
    const index = indexOf();
    index.learn('c7', 'Zebra Umbrella', account.tenantId.toUpperCase());

    expect(index.candidates(tenant('Renamed', { tenantId: account.tenantId })).verdict).toBe('this-one');
  });

  it('is taken back without a trace', () => {
    const index = indexOf();
    const before = CUSTOMERS.map((one) => index.candidates(tenant(one.name)));
    index.learn('c7', 'Zebra Umbrella', 'another-tenant');
    index.learn('c7', 'Woodgrove Bank', 'a-third-tenant');
    index.unlearn('c7', 'Woodgrove Bank', 'a-third-tenant');
    index.unlearn('c7', 'Zebra Umbrella', 'another-tenant');

    expect(CUSTOMERS.map((one) => index.candidates(tenant(one.name)))).toEqual(before);
    expect(index.candidates(account).verdict).toBe('nothing-fits');
    expect(index.aliasesOf('c7')).toEqual([]);
  });

  it('keeps a name that another decision taught too', () => {
    const index = indexOf();
    index.learn('c7', 'Zebra Umbrella', 'first');
    index.learn('c7', 'Zebra Umbrella', 'second');
    index.unlearn('c7', 'Zebra Umbrella', 'first');

    expect(index.candidates(account).candidates[0]?.customerId).toBe('c7');
  });

  it('survives a change of the customer, and comes back with it', () => {
    const index = indexOf();
    index.learn('c7', 'Zebra Umbrella', 'first');
    index.remove('c7');
    index.add(customer('c7', 'Woodgrove Savings Bank'));

    expect(index.candidates(account).candidates[0]?.customerId).toBe('c7');
  });
});

describe('the index', () => {
  const name = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc
      .array(fc.constantFrom('Contoso', 'Fabrikam', 'GmbH', 'Bank', 'of', 'Trust', 'Robotics', '&', 'A', 'é'))
      .map((words) => words.join(' ')),
  );
  const customers = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 4 }),
      name,
      website: fc.oneof(fc.webUrl(), fc.string({ maxLength: 12 })),
    }),
    { selector: (one) => one.id, maxLength: 12 },
  );

  it('shows no trace of customers that were added and removed', () => {
    fc.assert(
      fc.property(customers, customers, name, (stay, go, asked) => {
        const kept = stay.filter((one) => !go.some((other) => other.id === one.id));
        const index = indexOf([...kept, ...go]);
        for (const one of go) index.remove(one.id);

        expect(index.size).toBe(kept.length);
        expect(index.candidates(tenant(asked))).toEqual(indexOf(kept).candidates(tenant(asked)));
      }),
      { seed: 6, numRuns: 25 },
    );
  });

  it('takes a customer again as a change', () => {
    const index = indexOf();
    index.add(customer('c5', 'Proseware Ltd', { country: 'US' }));

    expect(index.size).toBe(CUSTOMERS.length);
    expect(index.candidates(tenant('Proseware')).candidates[0]?.customerId).toBe('c5');
    expect(index.candidates(tenant('Northwind Traders Inc', { country: 'US' })).verdict).toBe('nothing-fits');
  });

  it('never throws, whatever the names and domains are', () => {
    const index = indexOf();
    const text = fc.string({ unit: 'binary', maxLength: 80 });
    fc.assert(
      fc.property(text, text, text, text, (id, raw, domain, country) => {
        index.add({ id, name: raw, website: domain, mailDomains: [domain], city: raw, country, tenantId: domain });
        const { candidates } = index.candidates({
          tenantId: domain,
          name: raw,
          defaultDomain: `${domain}.onmicrosoft.com`,
          domains: [domain],
          country,
        });
        for (const { probability } of candidates) expect(probability >= 0 && probability <= 1).toBe(true);
        index.remove(id);
        expect(index.size).toBe(CUSTOMERS.length);
      }),
      { seed: 7, numRuns: 100 },
    );
  });
});

describe('building in slices', () => {
  it('gives way whenever a slice is used up, and finds the same', async () => {
    let time = 0;
    let rests = 0;
    const index = await buildCustomerIndex(CUSTOMERS, {
      sliceMs: 20,
      now: () => (time += 6),
      yield: () => {
        rests++;
        return Promise.resolve();
      },
    });

    expect(rests).toBeGreaterThan(1);
    expect(index.candidates(tenant('Northwind Traders'))).toEqual(indexOf().candidates(tenant('Northwind Traders')));
  });

  it('takes customers that arrive in pages', async () => {
    async function* pages(): AsyncGenerator<(typeof CUSTOMERS)[number]> {
      for (const one of CUSTOMERS) yield await Promise.resolve(one);
    }

    expect((await buildCustomerIndex(pages())).size).toBe(CUSTOMERS.length);
  });
});

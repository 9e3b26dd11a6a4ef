import fc from 'fast-check';
import { NameIndex, resolve, type NameMatch, type NamedEntry } from '../../src/matching/name-index';
import { CUSTOMERS } from './sample';

const TENANT = 'bbbbbbbb-0000-4000-8000-000000000001';

function entries(): NamedEntry[] {
  const fromCustomers = CUSTOMERS.map(({ id, name, website, number }) => ({
    id,
    names: [name],
    ...(website !== undefined && { domains: [website] }),
    ...(number !== undefined && { number }),
  }));
  return [
    ...fromCustomers,
    { id: 'a1', names: ['Humongous Insurance'], domains: ['humongousins.onmicrosoft.com'], tenantId: TENANT },
  ];
}

function indexOf(list = entries()): NameIndex {
  const index = new NameIndex();
  for (const entry of list) index.put(entry);
  return index;
}

const LOOKUPS: readonly (readonly [typed: string, id: string, exactness: NameMatch['exactness']])[] = [
  ['Northwind Traders Inc', 'c5', 'exact'],
  ['northwind traders', 'c5', 'exact'],
  ['NORTHWIND TRADERS LLC', 'c5', 'exact'],
  ['societe des eaux de wingtip', 'c12', 'exact'],
  ['northwnd traders', 'c5', 'slip'],
  ['tailspin toys heavy', 'c8', 'part'],
  ['adventure-works.com', 'c6', 'id'],
  ['https://www.adventure-works.com/shop', 'c6', 'id'],
  ['AC-10482', 'c3', 'id'],
  ['ac 10482', 'c3', 'id'],
  [TENANT.toUpperCase(), 'a1', 'id'],
  ['humongousins.onmicrosoft.com', 'a1', 'id'],
];

describe('lookup', () => {
  it.each(LOOKUPS)('%s is %s (%s)', (typed, id, exactness) => {
    expect(indexOf().lookup(typed)[0]).toMatchObject({ id, exactness });
  });

  it('gives namesakes the same score', () => {
    const [first, second] = indexOf().lookup('fabrikam residences ltd');

    expect(first?.score).toBe(1);
    expect(second?.score).toBe(1);
  });

  it('prefers the legal form that was typed', () => {
    expect(indexOf().lookup('contoso robotics ag')[0]?.id).toBe('c2');
    expect(indexOf().lookup('contoso robotics gmbh')[0]?.id).toBe('c1');
  });

  it('keeps to the limit', () => {
    expect(indexOf().lookup('contoso', 1)).toHaveLength(1);
  });

  it('knows several names of one entry', () => {
    const index = indexOf();
    index.put({ id: 'x', names: ['Alpine Ski House', 'Blue Yonder Airlines'] });

    expect(index.lookup('blue yonder')[0]).toMatchObject({ id: 'x', matched: 'Blue Yonder Airlines' });
  });
});

describe('an entry that is given other names', () => {
  const names = fc.uniqueArray(fc.constantFrom('Alpine Ski House', 'Blue Yonder', 'Fabrikam', 'Wingtip Toys GmbH'), {
    minLength: 1,
  });

  it('is found as if it had been put in anew, after any names before', () => {
    fc.assert(
      fc.property(fc.array(names, { minLength: 2, maxLength: 5 }), (all) => {
        const [first = [], ...then] = all;
        const renamed = indexOf();
        renamed.put({ id: 'x', names: first, domains: ['alpine.example'], number: 'AC-77' });
        for (const next of then) renamed.rename('x', next);
        const fresh = indexOf([
          ...entries(),
          { id: 'x', names: all.at(-1)!, domains: ['alpine.example'], number: 'AC-77' },
        ]);
        for (const typed of ['alpine ski house', 'blue yondr', 'fabrikam', 'wingtip', 'alpine.example', 'ac 77'])
          expect(renamed.lookup(typed)).toEqual(fresh.lookup(typed));
      }),
    );
  });

  it('is looked up anew, and one that is not there stays away', () => {
    const index = indexOf();
    index.put({ id: 'x', names: ['Alpine Ski House'] });
    expect(index.lookup('blue yonder')).toEqual([]);
    index.rename('x', ['Alpine Ski House', 'Blue Yonder']);
    expect(index.lookup('blue yonder')[0]?.id).toBe('x');
    index.rename('nobody', ['Blue Yonder Airlines']);
    expect(index.lookup('blue yonder airlines').map(({ id }) => id)).toEqual(['x']);
  });
});

const match = (id: string, exactness: NameMatch['exactness'], score: number): NameMatch => ({
  id,
  exactness,
  score,
  matched: id,
});

describe('what a lookup amounts to', () => {
  it.each([
    ['nothing', [], 'none'],
    ['one id', [match('a', 'id', 1), match('b', 'exact', 1)], 'one'],
    ['two of one domain', [match('a', 'id', 1), match('b', 'id', 1)], 'several'],
    ['a whole name before parts', [match('a', 'exact', 1), match('b', 'part', 0.96)], 'one'],
    ['the legal form that was typed', [match('a', 'exact', 1), match('b', 'exact', 0.97)], 'one'],
    ['namesakes', [match('a', 'exact', 1), match('b', 'exact', 1)], 'several'],
    ['one part', [match('a', 'part', 0.9), match('b', 'similar', 0.9)], 'assumed'],
    ['parts of two names', [match('a', 'part', 0.9), match('b', 'part', 0.8)], 'several'],
    ['a slip before parts', [match('a', 'slip', 0.9), match('b', 'part', 0.9)], 'one'],
    ['a name that something typed contradicts', [match('a', 'near', 0.9), match('b', 'near', 0.8)], 'probably'],
    ['names that are merely alike', [match('a', 'similar', 0.3)], 'none'],
  ] as const)('%s: %j', (_, matches, kind) => {
    expect(resolve(matches).kind).toBe(kind);
  });

  it('is several for namesakes in the index, and one by domain', () => {
    expect(resolve(indexOf().lookup('fabrikam residences')).kind).toBe('several');
    expect(resolve(indexOf().lookup('fabrikam.ie')).kind).toBe('one');
  });
});

describe('typeahead', () => {
  it('goes on to numbers and towns that begin with the fragment, after the names', () => {
    const index = indexOf();
    index.put({ id: 'town', names: ['Proseware'], city: 'Sankt Gallen', number: 'AC-20731' });
    index.put({ id: 'name', names: ['Sankt Gallen Optik'], city: 'Chur' });

    expect(index.typeahead('sankt ga').map(({ id }) => id)).toEqual(['name', 'town']);
    expect(index.typeahead('ac-207')[0]?.id).toBe('town');
    expect(index.typeahead('chu')[0]?.id).toBe('name');
    index.remove('town');
    expect(index.typeahead('sankt ga').map(({ id }) => id)).toEqual(['name']);
    expect(index.typeahead('ac-207').map(({ id }) => id)).not.toContain('town');
  });

  it.each([
    ['n', 'c5'],
    ['no', 'c5'],
    ['north', 'c5'],
    ['Northwind Tr', 'c5'],
    ['traders', 'c5'],
    ['wingt', 'c12'],
    ['tailspintoys.j', 'c8'],
    ['adventure-w', 'c6'],
    ['AC-10482', 'c3'],
  ])('%s offers %s first', (fragment, id) => {
    expect(indexOf().typeahead(fragment)[0]?.id).toBe(id);
  });

  it('puts names that begin with the fragment before names that hold it', () => {
    const index = indexOf([
      { id: '1', names: ['Old Contoso'] },
      { id: '2', names: ['Mycontoso'] },
      { id: '3', names: ['Contoso Two'] },
    ]);

    expect(index.typeahead('conto').map((one) => one.id)).toEqual(['3', '1', '2']);
  });

  it('offers each entry once, and no more than asked for', () => {
    const found = indexOf().typeahead('re', 3);

    expect(found.length).toBeLessThanOrEqual(3);
    expect(new Set(found.map((one) => one.id)).size).toBe(found.length);
  });

  it('offers nothing for a blank', () => {
    expect(indexOf().typeahead('  ')).toEqual([]);
  });
});

describe('whether a name is known', () => {
  it.each([
    ['Northwind Traders', true],
    ['Northwind', true],
    ['adventure-works.com', true],
    ['Northwind Cycles', false],
    ['status', false],
    ['', false],
  ])('%s: %s', (text, known) => {
    expect(indexOf().has(text)).toBe(known);
  });

  it('is no longer known when it is removed', () => {
    const index = indexOf();
    index.remove('c5');

    expect(index.has('Northwind')).toBe(false);
    expect(index.lookup('Northwind Traders Inc').some((one) => one.id === 'c5')).toBe(false);
  });
});

it('never throws, whatever is typed', () => {
  const index = indexOf();
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
      for (const { score } of [...index.lookup(typed), ...index.typeahead(typed)])
        expect(score >= 0 && score <= 1).toBe(true);
      expect(typeof index.has(typed)).toBe('boolean');
    }),
    { seed: 8, numRuns: 200 },
  );
});

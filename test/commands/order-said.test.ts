import { hear } from '../../src/commands/matters';

const NOTHING_KNOWN = { has: () => false, leads: () => false };

function heard(text: string): unknown {
  const [only, ...more] = hear(text, { known: NOTHING_KNOWN }).heard;
  expect(more).toEqual([]);
  return only?.outcome === 'understood' ? only.intent : only?.outcome;
}

it.each([
  ['newest first', 'newest'],
  ['sort them by size, please', 'largest'],
  ['sortiere sie nach Größe', 'largest'],
  ['älteste zuerst', 'oldest'],
  ['les plus récents d’abord', 'newest'],
  ['trie-les par taille', 'largest'],
  ['ordénalas por tamaño', 'largest'],
  ['primero las más antiguas', 'oldest'],
  ['grootste eerst', 'largest'],
  ['sorteer ze op naam', 'name'],
])('"%s" by itself orders what waits', (text, order) => {
  expect(heard(text)).toEqual({ name: 'list', what: 'unmapped', order });
});

it.each([
  ['list unmapped newest first', 'newest'],
  ['unmapped accounts, largest first', 'largest'],
  ['show me the biggest unmapped accounts', 'largest'],
  ['which unmapped accounts have the most seats?', 'largest'],
  ['nicht zugeordnete Konten, neueste zuerst', 'newest'],
  ['die größten nicht zugeordneten Konten', 'largest'],
  ['comptes non associés, par nom', 'name'],
  ['les plus grands comptes non associés', 'largest'],
  ['cuentas sin asignar, más recientes primero', 'newest'],
  ['niet gekoppelde accounts, oudste eerst', 'oldest'],
])('"%s" orders the list that it asks for', (text, order) => {
  expect(heard(text)).toEqual({ name: 'list', what: 'unmapped', order });
});

it('narrows a list down and orders it', () => {
  expect(heard('unmapped in Germany, oldest first')).toEqual({
    name: 'list',
    what: 'unmapped',
    order: 'oldest',
    filter: { conditions: [{ is: 'open' }, { is: 'country', countries: ['DE'] }] },
  });
});

it.each(['status of Biggest Loser Ltd', 'map Contoso to First by Name Ltd', 'is Contoso accepted?'])(
  '"%s" says nothing of an order',
  (text) => {
    expect(heard(text)).not.toHaveProperty('order');
  },
);

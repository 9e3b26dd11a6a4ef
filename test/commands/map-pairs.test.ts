import { expect, it } from '@jest/globals';
import { mapPairs } from '../../src/commands/map-pairs';
import { hear } from '../../src/commands/matters';

const pairs = (text: string, known: readonly string[] = []) =>
  mapPairs(text, { has: (name) => known.includes(name) })?.map(({ account, customer }) => `${account} = ${customer}`);

it.each([
  ['map Contoso to Fabrikam and Wingtip to Northwind'],
  ['please map Contoso to Fabrikam, Wingtip to Northwind.'],
  ['map Contoso to Fabrikam and map Wingtip to Northwind'],
  ['link "Contoso" with "Fabrikam" and "Wingtip" with "Northwind"?'],
  ['verknüpfe Contoso mit Fabrikam und Wingtip mit Northwind'],
  ['Contoso mit Fabrikam und Wingtip mit Northwind verknüpfen'],
  ['associe Contoso à Fabrikam et Wingtip à Northwind'],
  ['asigna Contoso a Fabrikam y Wingtip a Northwind'],
  ['koppel Contoso aan Fabrikam en Wingtip aan Northwind'],
  ['Contoso -> Fabrikam; Wingtip -> Northwind'],
  ['Contoso → Fabrikam\nWingtip → Northwind'],
])('%s', (text) => {
  expect(pairs(text)).toEqual(['Contoso = Fabrikam', 'Wingtip = Northwind']);
});

it('leaves what is one mapping, a chain, a statement, or cut nobody knows where', () => {
  for (const text of [
    'map Contoso to Fabrikam',
    'map Road to Recovery to R2R',
    'Contoso -> Fabrikam -> Wingtip',
    "don't map Contoso to Fabrikam and Wingtip to Northwind",
    'I mapped Contoso to Fabrikam and Wingtip to Northwind',
    'map Contoso to Smith and Sons and Litware to Northwind',
  ])
    expect(pairs(text)).toBeUndefined();
});

it('knows by the names where one ends', () => {
  const text = 'map Contoso to Smith and Sons and Litware to Northwind';
  expect(pairs(text, ['Smith and Sons', 'Litware'])).toEqual(['Contoso = Smith and Sons', 'Litware = Northwind']);
  expect(pairs('map Light and Power to Woodgrove and Litware to Northwind')).toEqual([
    'Light and Power = Woodgrove',
    'Litware = Northwind',
  ]);
});

it('proposes each of them, and does none', () => {
  const { heard } = hear('map Wingtip to Northwind, Contoso to Fabrikam and Litware to Adatum');
  expect(heard).toMatchObject(
    [
      ['Wingtip', 'Northwind'],
      ['Contoso', 'Fabrikam'],
      ['Litware', 'Adatum'],
    ].map(([account, customer]) => ({ intent: { name: 'map', account, customer }, proposed: true })),
  );
});

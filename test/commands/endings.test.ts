import { hear } from '../../src/commands/matters';

const said = (text: string) =>
  hear(text).heard.map((one) => (one.outcome === 'understood' ? one.intent : { name: one.outcome }));

it.each([
  ['what ends this month?', { named: 'this_month' }],
  ['what ends next month', { named: 'next_month' }],
  ['what expires in the next 30 days?', { next: { count: 30, unit: 'day' } }],
  ['what is about to end?', undefined],
  ['what ends soon?', undefined],
  ['was endet diesen Monat?', { named: 'this_month' }],
  ['was läuft nächsten Monat ab?', { named: 'next_month' }],
  ['was läuft bald ab?', undefined],
  ["qu'est-ce qui se termine ce mois-ci ?", { named: 'this_month' }],
  ['¿qué termina este mes?', { named: 'this_month' }],
  ['¿qué caduca pronto?', undefined],
  ['wat loopt deze maand af?', { named: 'this_month' }],
  ['wat verloopt binnenkort?', undefined],
])('%s', (text, span) => {
  expect([text, said(text)]).toEqual([text, [{ name: 'endings', ...(span === undefined ? {} : { span }) }]]);
});

it.each(['what ends at Contoso?', 'whose GDAP expires this month?', 'what ends the relationship?'])(
  '%s: something else',
  (text) => {
    expect(said(text).map(({ name }) => name)).not.toContain('endings');
  },
);

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

const DECEMBER = { month: 12 };
const CHRISTMAS = { until: { month: 12, day: 24 } };
const QUARTER = { named: 'this_quarter' };

it.each([
  ['what ends in december', DECEMBER],
  ['what runs out this year', { named: 'this_year' }],
  ['was endet bis Weihnachten?', CHRISTMAS],
  ['was läuft im Dezember ab?', DECEMBER],
  ['¿qué vence en diciembre?', DECEMBER],
  ['¿qué termina antes de Navidad?', CHRISTMAS],
  ['wat loopt er af voor kerst?', CHRISTMAS],
  ['wat loopt in december af?', DECEMBER],
  ["qu'est-ce qui expire avant Noël ?", CHRISTMAS],
  ["qu'est-ce qui se termine en décembre ?", DECEMBER],
])('%s: what ends until then', (text, span) => {
  expect([text, said(text)]).toEqual([text, [{ name: 'endings', span }]]);
});

it.each([
  ['welche Abos laufen dieses Quartal aus', QUARTER],
  ['which subscriptions end this quarter?', QUARTER],
  ['trials ending in the next 2 weeks', { next: { count: 2, unit: 'week' } }],
  ['quels abonnements expirent ce trimestre ?', QUARTER],
  ['¿qué suscripciones vencen este trimestre?', QUARTER],
  ['welke abonnementen lopen dit kwartaal af?', QUARTER],
])('%s: subscriptions alone', (text, span) => {
  expect([text, said(text)]).toEqual([text, [{ name: 'endings', span, of: 'subscription' }]]);
});

it.each([
  'whose GDAP runs out before Christmas?',
  'wessen GDAP läuft vor Weihnachten ab?',
  'quels accès GDAP expirent avant Noël ?',
  '¿qué accesos GDAP vencen antes de Navidad?',
  'wiens GDAP verloopt voor kerst?',
])('%s: a list', (text) => {
  const filter = { conditions: [{ is: 'admin-ends', span: CHRISTMAS }] };
  expect([text, said(text)]).toEqual([text, [{ name: 'list', what: 'accepted', filter }]]);
});

it.each(['what ends at Contoso?', 'whose GDAP expires this month?', 'what ends the relationship?'])(
  '%s: something else',
  (text) => {
    expect(said(text).map(({ name }) => name)).not.toContain('endings');
  },
);

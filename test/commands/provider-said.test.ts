import { hear } from '../../src/commands/matters';
import { providerSaid } from '../../src/commands/provider-said';
import { understand } from '../../src/commands/understand';

const providers = ['Kestrel Direct', 'Kestrel Austria', 'Nordcloud Distribution', 'Pax8'];
const known = { has: (name: string) => ['quarry hill', 'nordlicht'].includes(name.toLowerCase()), providers };

it.each([
  ['pending at Pax8', 'Pax8', 'pending'],
  ['pending at pax8, please', 'Pax8', 'pending please'],
  ['who accepted in the Austrian tenant?', 'Kestrel Austria', 'who accepted?'],
  ['wer hat im österreichischen Mandanten angenommen?', 'Kestrel Austria', 'wer hat angenommen?'],
  ['qui a accepté dans le tenant autrichien ?', 'Kestrel Austria', 'qui a accepté?'],
  ['¿quién ha aceptado en el tenant austriaco?', 'Kestrel Austria', '¿quién ha aceptado?'],
  ['wie heeft geaccepteerd in de Oostenrijkse tenant?', 'Kestrel Austria', 'wie heeft geaccepteerd?'],
  ['is Quarry Hill accepted at Nordclod?', 'Nordcloud Distribution', 'is Quarry Hill accepted?'],
  ["Pax8's open accounts", 'Pax8', 'open accounts'],
  ['is Quarry Hill accepted at Sherweb?', 'Sherweb', 'is Quarry Hill accepted?'],
])('%s', (text, place, rest) => {
  expect(providerSaid(text, known)).toMatchObject({ place, rest });
});

it.each([
  'who accepted in Austria?',
  'which Austrian customers are open?',
  'is Quarry Hill accepted?',
  'status for Nordlicht',
  'pending at Pax8 and at Nordcloud',
])('%s: no one provider', (text) => {
  expect(providerSaid(text, known)).toBeUndefined();
});

it('is read only where there are several', () => {
  expect(providerSaid('pending at Pax8', { ...known, providers: ['Pax8'] })).toBeUndefined();
  expect(providerSaid('pending at Pax8', undefined)).toBeUndefined();
});

it.each([
  ['pending at Pax8', { name: 'list', what: 'pending' }],
  ['offene Konten bei Pax8', { name: 'list', what: 'unmapped' }],
  ['is Quarry Hill accepted at Pax8?', { name: 'status', companies: ['Quarry Hill'], at: 'Pax8' }],
  ['history of Quarry Hill under Pax8', { name: 'history', companies: ['Quarry Hill'], at: 'Pax8' }],
  ['which customers do we have at Pax8?', { name: 'list', filter: { conditions: [{ is: 'place', place: 'Pax8' }] } }],
])('%s is asked of that provider', (text, intent) => {
  expect(understand(text, { known })).toMatchObject({ outcome: 'understood', intent });
});

it('who waits for a company waits wherever it comes, and is asked first', () => {
  expect(understand('watch Quarry Hill at Pax8', { known })).toMatchObject({
    intent: { name: 'watch' },
    proposed: true,
  });
});

it.each([
  'who has accepted at Pax8 and who is open at Kestrel Austria?',
  'wer hat bei Pax8 angenommen und wer ist bei Kestrel Austria offen?',
  'which are mapped at Pax8 and which are open at Kestrel Austria?',
])('two questions about two providers are two: %s', (text) => {
  const places = hear(text, { known }).heard.map((one) =>
    one.outcome === 'understood' && one.intent.name === 'list'
      ? one.intent.filter?.conditions.flatMap((condition) => (condition.is === 'place' ? [condition.place] : []))
      : one.outcome,
  );
  expect(places).toEqual([['Pax8'], ['Kestrel Austria']]);
});

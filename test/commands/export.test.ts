import { exportPhrase } from '../../src/commands/export';
import { understand } from '../../src/commands/understand';

it.each([
  ['export', { what: 'mappings' }],
  ['export the mappings', { what: 'mappings' }],
  ['Please export all our mappings to Excel.', { what: 'mappings', format: 'xlsx' }],
  ['can you give me a csv of the mappings?', { what: 'mappings', format: 'csv' }],
  ['export the history', { what: 'history' }],
  ['export the history of October', { what: 'history', span: { month: 10 } }],
  ['download the decisions of last week as csv', { what: 'history', format: 'csv', span: { named: 'last_week' } }],
  ['export history October 2025', { what: 'history', span: { month: 10, year: 2025 } }],
  ['audit log as excel', { what: 'history', format: 'xlsx' }],
  ['export the list to excel', { what: 'mappings', format: 'xlsx' }],
  ['exportiere den Verlauf vom Oktober', { what: 'history', span: { month: 10 } }],
  ['bitte die Zuordnungen als CSV exportieren', { what: 'mappings', format: 'csv' }],
  ["exporte l'historique d'octobre", { what: 'history', span: { month: 10 } }],
  ['exporter les associations en csv', { what: 'mappings', format: 'csv' }],
  ['exporta el historial de octubre', { what: 'history', span: { month: 10 } }],
  ['exportar las asignaciones a Excel', { what: 'mappings', format: 'xlsx' }],
  ['exporteer de geschiedenis van oktober', { what: 'history', span: { month: 10 } }],
  ['koppelingen exporteren als csv', { what: 'mappings', format: 'csv' }],
])('%s', (text, asked) => {
  expect(understand(text)).toMatchObject({ outcome: 'understood', intent: { name: 'export', ...asked } });
});

it('is heard in the language of the person where the word is in several', () => {
  expect(understand('export', { locale: 'de-DE' })).toMatchObject({ language: 'de' });
  expect(understand('export', { locale: 'nl-NL' })).toMatchObject({ language: 'nl' });
});

it.each([
  'export Contoso',
  'export this list to PDF',
  'excel',
  'history of October',
  'Excel Partners Ltd',
  'export the mappings and unmap Contoso',
  'export mappings and history',
])('is not what "%s" says', (text) => {
  expect(exportPhrase(text, 'en')).toBeUndefined();
});

it('says what can be exported when something else is asked for', () => {
  expect(understand('export this list to PDF')).toMatchObject({ outcome: 'beyond', topic: 'export' });
});

import { understand } from '../../src/commands/understand';

/** What people in a hurry put around a question. */

it.each([
  ['summary weekly rather than daily', 'weekly'],
  ['Zusammenfassung lieber wöchentlich als täglich', 'weekly'],
  ['récap hebdo plutôt que tous les jours', 'weekly'],
  ['resumen semanal mejor que diario', 'weekly'],
  ['samenvatting liever wekelijks dan elke dag', 'weekly'],
  ['digest daily instead of weekly', 'daily'],
])('"%s" is not what it is compared with', (text, value) => {
  expect(understand(text)).toMatchObject({ intent: { name: 'settings', topic: 'digest', value } });
});

it.each([
  ['how many seats does Tern & Co have, just the number', 'Tern & Co'],
  ['wie viele Lizenzen hat Seeschwalbe & Partner, nur die Zahl', 'Seeschwalbe & Partner'],
  ['combien de licences chez Sterne & Cie, juste le chiffre', 'Sterne & Cie'],
  ['cuántas licencias tiene Charrán y Cía, solo el número', 'Charrán y Cía'],
  ['hoeveel licenties heeft Stern & Co, alleen het getal', 'Stern & Co'],
])('"%s" names one company', (text, name) => {
  expect(understand(text)).toMatchObject({ intent: { name: 'show', companies: [name], what: 'licences' } });
});

it.each([
  ['gdap de Dental Musgoverde porfa', 'Dental Musgoverde'],
  ['fabrikam a déjà accepté', 'fabrikam'],
])('no name ends with what stands behind it: "%s"', (text, name) => {
  expect(understand(text, { locale: 'fr' })).toMatchObject({ intent: { name: 'status', companies: [name] } });
});

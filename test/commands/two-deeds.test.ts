import { hear } from '../../src/commands/matters';

/** Two requests in one breath are two, whoever is named in which. */

const KNOWN = new Set(['contoso', 'fabrikam']);
const known = { has: (name: string) => KNOWN.has(name.toLowerCase()), isPerson: (name: string) => name === 'Bob' };
const said = (text: string) =>
  hear(text, { known }).heard.map((one) => {
    if (one.outcome !== 'understood') return one.outcome;
    const { name, ...rest } = one.intent;
    return [name, ...('companies' in rest ? (rest.companies ?? []) : [])].join(' ');
  });

it.each([
  ['ping me when Contoso accepts and snooze Fabrikam until Monday', 'watch Contoso', 'snooze Fabrikam'],
  ['snooze Fabrikam until Monday and ping me when Contoso accepts', 'snooze Fabrikam', 'watch Contoso'],
  ["I'll take Contoso and snooze Fabrikam until Monday", 'assign Contoso', 'snooze Fabrikam'],
  ['assign Contoso to Bob and snooze Fabrikam until Friday', 'request Contoso', 'snooze Fabrikam'],
  ['snooze Contoso until Monday and Fabrikam until Tuesday', 'snooze Contoso', 'snooze Fabrikam'],
  ['snooze Contoso until Monday. Watch Fabrikam.', 'snooze Contoso', 'watch Fabrikam'],
  ['mute Contoso here and snooze Fabrikam until Monday', 'mute Contoso', 'snooze Fabrikam'],
  ['sag mir Bescheid wenn Contoso annimmt und stelle Fabrikam bis Montag zurück', 'watch Contoso', 'snooze Fabrikam'],
  ['Ich übernehme Contoso und Fabrikam bitte bis Montag zurückstellen', 'assign Contoso', 'snooze Fabrikam'],
  ['Contoso erst nächste Woche und Fabrikam erst am Freitag', 'snooze Contoso', 'snooze Fabrikam'],
  ["préviens-moi quand Contoso accepte et mets Fabrikam en veille jusqu'à lundi", 'watch Contoso', 'snooze Fabrikam'],
  ['je prends Contoso et reporte Fabrikam à lundi', 'assign Contoso', 'snooze Fabrikam'],
  ['avísame cuando Contoso acepte y pospón Fabrikam hasta el lunes', 'watch Contoso', 'snooze Fabrikam'],
  ['yo me encargo de Contoso y pospón Fabrikam hasta el lunes', 'assign Contoso', 'snooze Fabrikam'],
  ['laat me weten wanneer Contoso accepteert en stel Fabrikam uit tot maandag', 'watch Contoso', 'snooze Fabrikam'],
  ['ik neem Contoso en stel Fabrikam uit tot maandag', 'assign Contoso', 'snooze Fabrikam'],
])('%s', (text, one, other) => {
  expect(said(text)).toEqual([one, other]);
});

it.each([
  ['snooze Contoso and Fabrikam until Monday', 'snooze Contoso Fabrikam'],
  ['snooze Contoso until Monday, they are on holiday and will call back', 'snooze Contoso'],
  ['snooze Contoso until Monday because Bob is away and nobody else knows', 'snooze Contoso'],
  ['snooze Contoso until Monday and call Bob on Tuesday', 'snooze Contoso'],
])('one, with a reason or two names: %s', (text, one) => {
  expect(said(text)).toEqual([one]);
});

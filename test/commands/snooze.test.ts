import { hear } from '../../src/commands/matters';

const said = (text: string) =>
  hear(text).heard.map((one) => {
    if (one.outcome !== 'understood') return [one.outcome];
    const { intent } = one;
    if (intent.name !== 'snooze') return [intent.name, 'companies' in intent ? intent.companies : []];
    return [intent.name, intent.companies, intent.until, intent.reason].filter((part) => part !== undefined);
  });

const monday = { weekday: 'monday' };
const tomorrow = { named: 'tomorrow' };
const nextWeek = { named: 'next-week' };
const days = (count: number) => ({ in: { count, unit: 'day' } });

it.each([
  ['snooze Contoso until Monday', ['Contoso'], monday],
  ['Snooze contoso till mon', ['contoso'], monday],
  ['snooze A Datum Corp until Friday please', ['A Datum Corp'], { weekday: 'friday' }],
  ['can you snooze Contoso until Monday?', ['Contoso'], monday],
  ['snooze Contoso and Fabrikam until next week', ['Contoso', 'Fabrikam'], nextWeek],
  ['snooze Fabrikam, Inc. until Monday', ['Fabrikam, Inc.'], monday],
  ['snooze Contoso for 3 days', ['Contoso'], days(3)],
  ['snooze Contoso 3 days', ['Contoso'], days(3)],
  ['snooze contoso tomorrow', ['contoso'], tomorrow],
  ['later: Contoso tomorrow', ['Contoso'], tomorrow],
  ['put off Contoso until the 15th', ['Contoso'], { day: 15 }],
  ['postpone Contoso to 15 January', ['Contoso'], { day: 15, month: 1 }],
  ['snooze Contoso until 15', ['Contoso'], { day: 15 }],
  ['snooze Contoso until 2027-01-15', ['Contoso'], { day: 15, month: 1, year: 2027 }],
  ['snooze Contoso until after the holidays', ['Contoso'], { after: 'holidays' }],
  ['snooze Contoso till the end of the month', ['Contoso'], { named: 'end-of-month' }],
  ['snooze Contoso until friday next week', ['Contoso'], { weekday: 'friday', next: true }],
  ['Contoso not before the 15th', ['Contoso'], { day: 15 }],
  ['leave Contoso until tomorrow morning', ['Contoso'], tomorrow],
  ['snooze Contoso until Monday, waiting for the contract', ['Contoso'], monday, 'waiting for the contract'],
  ['snooze Contoso until Monday because they wait for the PO', ['Contoso'], monday, 'they wait for the PO'],
  ['snooze Contoso until Monday (waiting for the contract)', ['Contoso'], monday, 'waiting for the contract'],
  ['snooze Contoso until Monday. Waiting for Anna and the PO.', ['Contoso'], monday, 'Waiting for Anna and the PO'],
  ['snooze Contoso until Monday waiting for the contract', ['Contoso'], monday, 'waiting for the contract'],
  ['snooze Contoso until Monday week', ['Contoso'], { weekday: 'monday', inEight: true }],
  ['snooze Contoso until a week on Friday', ['Contoso'], { weekday: 'friday', inEight: true }],
  ['stelle Contoso bis Montag in einer Woche zurück', ['Contoso'], { weekday: 'monday', inEight: true }],
  ["mets Contoso en veille jusqu'à lundi en huit", ['Contoso'], { weekday: 'monday', inEight: true }],
  ['snooze Contoso over the weekend', ['Contoso'], nextWeek],
  ['Contoso pas na de kerst weer laten zien', ['Contoso'], { after: 'christmas' }],
  [
    "mets Contoso en veille jusqu'au 5 janvier, en attente du devis",
    ['Contoso'],
    { day: 5, month: 1 },
    'en attente du devis',
  ],
  ['snooze Contoso until whenever', ['Contoso'], { unread: 'whenever' }],
  ['snooze Contoso until the 3rd friday in december', ['Contoso'], { unread: 'the 3rd friday in december' }],
  ['stell Contoso bis zum 3. Advent zurück', ['Contoso'], { unread: 'zum 3. Advent' }],
  ['Contoso bis zum 2. Weihnachtstag zurückstellen', ['Contoso'], { unread: 'zum 2. Weihnachtstag' }],
  ['stell Contoso bis zur 2. Januarwoche zurück', ['Contoso'], { unread: 'zur 2. Januarwoche' }],
  ["mets Contoso en veille jusqu'à la 3e semaine de décembre", ['Contoso'], { unread: 'la 3e semaine de décembre' }],
  ['pospón Contoso hasta el 3er viernes de enero', ['Contoso'], { unread: 'el 3er viernes de enero' }],
  ['stel Contoso uit tot de 3e week van januari', ['Contoso'], { unread: 'de 3e week van januari' }],
  ['snooze Contoso until Monday after Christmas', ['Contoso'], { unread: 'Monday after Christmas' }],
  ['snooze Contoso until Monday the 7th', ['Contoso'], { day: 7 }],
  ['snooze Contoso until 5 pm', ['Contoso'], { unread: '5 pm' }],
  ['snooze Contoso until the 15th - legal is looking', ['Contoso'], { day: 15 }, 'legal is looking'],
  ['snooze Contoso for 2 wks', ['Contoso'], { in: { count: 2, unit: 'week' } }],
  ['snooze Contoso for a while', ['Contoso']],
  ['snooze Contoso for a while, waiting for legal', ['Contoso'], 'waiting for legal'],
  ['stell Contoso eine Weile zurück', ['Contoso']],
  ["mets Contoso en veille pour l'instant", ['Contoso']],
  ['pospón Contoso por un tiempo', ['Contoso']],
  ['stel Contoso voorlopig uit', ['Contoso']],
  ['Stell Contoso zurück bis Montag, warten auf Vertrag', ['Contoso'], monday, 'warten auf Vertrag'],
  ['zet Contoso op snooze tot maandag', ['Contoso'], monday],
  ['snooze Contoso', ['Contoso']],
  ['snooze Contoso, waiting for the contract', ['Contoso'], 'waiting for the contract'],
  ['stelle Contoso bis Montag zurück', ['Contoso'], monday],
  [
    'Stell Contoso bitte bis nächste Woche zurück, wir warten auf den Vertrag',
    ['Contoso'],
    nextWeek,
    'wir warten auf den Vertrag',
  ],
  ['Contoso erst nächste Woche', ['Contoso'], nextWeek],
  ['Contoso erst am 15.', ['Contoso'], { day: 15 }],
  ['Contoso bis übermorgen zurückstellen', ['Contoso'], { named: 'day-after-tomorrow' }],
  ['verschiebe Müller & Söhne auf den 15. Januar', ['Müller & Söhne'], { day: 15, month: 1 }],
  ['verschiebe Contoso auf nach den Feiertagen', ['Contoso'], { after: 'holidays' }],
  ['später: Contoso morgen', ['Contoso'], tomorrow],
  ['lass Contoso bis 15.12. liegen', ['Contoso'], { day: 15, month: 12 }],
  ['Contoso erst in 3 Tagen, weil der Vertrag fehlt', ['Contoso'], days(3), 'der Vertrag fehlt'],
  ["mets Contoso en veille jusqu'à lundi", ['Contoso'], monday],
  ["Mets Contoso en attente jusqu'au 15, on attend le contrat", ['Contoso'], { day: 15 }, 'on attend le contrat'],
  ['reporte Contoso à la semaine prochaine', ['Contoso'], nextWeek],
  ['plus tard : Contoso demain', ['Contoso'], tomorrow],
  ['Contoso pas avant le 15 janvier', ['Contoso'], { day: 15, month: 1 }],
  ['repousse Contoso après les fêtes', ['Contoso'], { after: 'holidays' }],
  ['pospón Contoso hasta el lunes', ['Contoso'], monday],
  ['deja Contoso para mañana', ['Contoso'], tomorrow],
  [
    'aplaza Contoso hasta después de las fiestas, falta el contrato',
    ['Contoso'],
    { after: 'holidays' },
    'falta el contrato',
  ],
  ['pospón Contoso hasta la próxima semana', ['Contoso'], nextWeek],
  ['Contoso no antes del 15 de enero', ['Contoso'], { day: 15, month: 1 }],
  ['stel Contoso uit tot maandag', ['Contoso'], monday],
  [
    'zet Contoso opzij tot volgende week, we wachten op het contract',
    ['Contoso'],
    nextWeek,
    'we wachten op het contract',
  ],
  ['later: Contoso morgen', ['Contoso'], tomorrow],
  ['Contoso pas volgende week', ['Contoso'], nextWeek],
  ['stel Contoso uit tot na de feestdagen', ['Contoso'], { after: 'holidays' }],
  ['laat Contoso tot 3 januari liggen', ['Contoso'], { day: 3, month: 1 }],
])('%s', (text, ...parts) => {
  expect(said(text)).toEqual([['snooze', ...parts]]);
});

it.each([
  ['wake Contoso', 'Contoso'],
  ['unsnooze A Datum Corp', 'A Datum Corp'],
  ['bring Contoso back', 'Contoso'],
  ['wecke Contoso', 'Contoso'],
  ['hole Contoso zurück', 'Contoso'],
  ['réveille Contoso', 'Contoso'],
  ['despierta a Contoso', 'Contoso'],
  ['haal Contoso terug', 'Contoso'],
])('%s', (text, name) => {
  expect(said(text)).toEqual([['wake', [name]]]);
});

it.each([
  'snooze notifications until Monday',
  "don't snooze Contoso until Monday",
  'is Contoso accepted?',
  'who accepted until Monday?',
  'has Contoso not accepted before Monday?',
  'wir haben Contoso erst seit gestern',
  'Contoso hat erst gestern akzeptiert',
  'I will be back on Monday',
  'leave it until Monday',
  'put Contoso under Contoso Ltd',
  'bring Contoso and Fabrikam together',
  'tell me when Contoso accepts',
  'the meeting is not before Monday',
  'move Contoso to Fabrikam Holding',
])('%s: nothing waits', (text) => {
  expect(said(text).map(([name]) => name)).not.toEqual(expect.arrayContaining(['snooze']));
});

it('drops no question behind it', () => {
  expect(said('snooze Contoso until Monday and is Fabrikam accepted?').map(([name]) => name)).toEqual([
    'snooze',
    'status',
  ]);
});

it('hears a second matter by itself', () => {
  expect(said('snooze Contoso until Monday and map Fabrikam to Fabrikam Holding')).toEqual([
    ['snooze', ['Contoso'], monday],
    ['map', []],
  ]);
});

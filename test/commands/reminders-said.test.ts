import { hear } from '../../src/commands/matters';

const intents = (text: string) =>
  hear(text).heard.map((one) => (one.outcome === 'understood' ? one.intent : undefined));

it.each([
  ['no reminders here', 'off'],
  ['stop the reminders', 'off'],
  ["don't remind us any more", 'off'],
  ['keine Erinnerungen hier', 'off'],
  ['Erinnerungen aus', 'off'],
  ['pas de rappels ici', 'off'],
  ['désactive les rappels', 'off'],
  ['sin recordatorios aquí', 'off'],
  ['geen herinneringen hier', 'off'],
  ['zet de herinneringen uit', 'off'],
  ['reminders on', 'on'],
  ['Erinnerungen einschalten', 'on'],
  ['active les rappels', 'on'],
  ['activa los recordatorios', 'on'],
  ['zet de herinneringen aan', 'on'],
])('%s', (text, value) => {
  expect(intents(text)).toEqual([{ name: 'settings', topic: 'reminders', value }]);
});

it.each([
  ['reminders after 2, 5 and 10 days', [2, 5, 10]],
  ['remind us after 3 days', [3]],
  ['erinnere uns nach 2 und 6 Tagen', [2, 6]],
  ['rappels après 1, 4 et 9 jours', [1, 4, 9]],
  ['recordatorios tras 2 días', [2]],
  ['herinneringen na 3 en 8 dagen', [3, 8]],
])('%s', (text, days) => {
  expect(intents(text)).toEqual([{ name: 'settings', topic: 'reminders', days }]);
});

it.each(['remind me to call Anna', 'remind me when Contoso accepts', 'reminder: Contoso waits'])(
  '%s: no setting',
  (text) => {
    expect(intents(text).map((intent) => intent?.name)).not.toContain('settings');
  },
);

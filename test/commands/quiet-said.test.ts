import { quietSaid } from '../../src/commands/quiet-said';
import type { QuietWanted } from '../../src/domain/quiet';

const NIGHT = { on: true, from: '18:00', to: '08:00' };
const WEEKEND = ['saturday', 'sunday'] as const;

it.each<[string, QuietWanted]>([
  ['quiet hours from 18:00 to 8:00', NIGHT],
  ['Quiet hours 18-8', NIGHT],
  ['please set quiet hours from 6pm to 8am', NIGHT],
  ['quiet hours from 6 to 8', NIGHT],
  ['no messages between 18:00 and 08:00 please', NIGHT],
  ["don't disturb us after 18:00", { on: true, from: '18:00' }],
  ['no messages before 9', { on: true, to: '09:00' }],
  ['be quiet at night', NIGHT],
  ['quiet on weekends', { on: true, days: WEEKEND }],
  [
    'quiet hours from 10pm to 7am and on Saturdays and Sundays',
    { on: true, from: '22:00', to: '07:00', days: WEEKEND },
  ],
  ['quiet hours 20:00 to 7:30, urgent things may come through', { on: true, from: '20:00', to: '07:30', urgent: true }],
  ['turn on quiet hours', { on: true }],
  ['turn quiet hours back on', { on: true }],
  ['urgent things may break through', { urgent: true }],
  ['Dringendes darf trotzdem kommen', { urgent: true }],
  ['no news on public holidays', { on: true, holidays: true }],
  ['no messages on bank holidays in Scotland', { on: true, holidays: 'GB-SCT' }],
  ['no news on 24 December', { on: true, off: [{ from: { day: 24, month: 12 } }] }],
  ['quiet from 24 Dec to 2 Jan', { on: true, off: [{ from: { day: 24, month: 12 }, to: { day: 2, month: 1 } }] }],
  ['nothing on public holidays in NRW please', { on: true, holidays: 'DE-NW' }],
  ['Ruhe an Feiertagen in Bayern', { on: true, holidays: 'DE-BY' }],
  [
    'keine Meldungen vom 24.12. bis 2.1.',
    { on: true, off: [{ from: { day: 24, month: 12 }, to: { day: 2, month: 1 } }] },
  ],
  ['pas de messages les jours fériés', { on: true, holidays: true }],
  ['sin mensajes el 24 de diciembre', { on: true, off: [{ from: { day: 24, month: 12 } }] }],
  ['geen berichten op feestdagen', { on: true, holidays: true }],
  ['quiet hours off', { on: false }],
  ['no quiet hours', { on: false }],
  ['turn off the quiet hours here', { on: false }],
  ['Ruhezeit von 18 bis 8 Uhr', NIGHT],
  ['Ruhezeiten 18:00–8:00', NIGHT],
  ['bitte keine Nachrichten zwischen 18 und 8 Uhr', NIGHT],
  ['Am Wochenende bitte keine Meldungen', { on: true, days: WEEKEND }],
  ['stör uns nachts nicht', NIGHT],
  [
    'Ruhezeit von 22 Uhr bis 6:30 Uhr und samstags und sonntags',
    { on: true, from: '22:00', to: '06:30', days: ['sunday', 'saturday'] },
  ],
  ['Ruhezeit aus', { on: false }],
  ['keine Ruhezeiten mehr', { on: false }],
  ['heures calmes de 18h à 8h', NIGHT],
  ['pas de messages entre 18h et 8h', NIGHT],
  ['pas de notifications le week-end', { on: true, days: WEEKEND }],
  ['ne nous dérange pas la nuit', NIGHT],
  ['désactive les heures calmes', { on: false }],
  ['horas de silencio de 18:00 a 8:00', NIGHT],
  ['no nos molestes de 18 a 8', NIGHT],
  ['sin mensajes los fines de semana', { on: true, days: WEEKEND }],
  ['quita las horas de silencio', { on: false }],
  ['stille uren van 18 tot 8 uur', NIGHT],
  ["geen berichten 's nachts", NIGHT],
  ['geen meldingen in het weekend', { on: true, days: WEEKEND }],
  ['stille uren uit', { on: false }],
])('%s', (text, quiet) => {
  const { intent } = quietSaid(text) ?? {};
  const days = quiet.days === undefined ? {} : { days: expect.arrayContaining([...quiet.days]) as unknown };
  expect(intent).toEqual({ name: 'settings', topic: 'quiet', quiet: { ...quiet, ...days } });
});

it.each([
  'quiet hours',
  'when are the quiet hours?',
  'Ruhezeit?',
  'what are our quiet hours?',
  'heures calmes',
  'stille uren?',
  'what are the quiet hours here',
])('asks what is set: %s', (text) => {
  expect(quietSaid(text)?.intent).toEqual({ name: 'settings', topic: 'quiet' });
});

it.each([
  'no messages',
  'be quiet',
  'nothing from Contoso',
  'no news on Contoso since Monday',
  'Contoso is quiet at night',
  'is Quiet Hours Ltd accepted?',
  'urgent',
  'from 18 to 8',
  'no notifications',
  'snooze Contoso until Monday',
  'nothing new on Monday',
  'stop the digest on weekends',
  'Nichts Neues von Fabrikam',
  'pas de nouvelles de Contoso',
])('means something else: %s', (text) => {
  expect(quietSaid(text)).toBeUndefined();
});

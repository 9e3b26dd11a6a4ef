import { quietSaid } from '../../src/commands/quiet-said';
import { zoneNamed } from '../../src/commands/zone-said';
import type { PauseAsked } from '../../src/domain/pause';

/** "Quiet until Monday": from now on, once. */

const MONDAY = { until: { weekday: 'monday' } } as const;
const TOMORROW_9 = { until: { named: 'tomorrow' }, time: '09:00' } as const;

it.each<[string, PauseAsked]>([
  ['quiet until Monday', MONDAY],
  ['please be quiet until Monday', MONDAY],
  ['pause until Monday please', MONDAY],
  ['pause all messages until Monday', MONDAY],
  ['mute this channel until Monday', MONDAY],
  ['no messages until tomorrow 9', TOMORROW_9],
  ['no messages here until tomorrow at 9am', TOMORROW_9],
  ["don't disturb us until tomorrow 9:00", TOMORROW_9],
  ['no more notifications until next week', { until: { named: 'next-week' } }],
  ['nothing until 5pm', { time: '17:00' }],
  ['quiet until 5 January', { until: { day: 5, month: 1 } }],
  ['quiet until January 5', { until: { day: 5, month: 1 } }],
  ['quiet for two hours', { minutes: 120 }],
  ['quiet for the next 30 minutes', { minutes: 30 }],
  ['no messages for an hour', { minutes: 60 }],
  ['quiet for 3 days', { until: { in: { count: 3, unit: 'day' } } }],
  ['quiet this week', { until: { named: 'next-week' } }],
  ['no news for the rest of the week', { until: { named: 'next-week' } }],
  ['quiet until after Easter', { until: { after: 'easter' } }],
  ['quiet until Monday evening', { ...MONDAY, time: '18:00' }],
  ['ruhe bis montag', MONDAY],
  ['Bitte Ruhe bis Montag', MONDAY],
  ['keine Nachrichten bis morgen 9 Uhr', TOMORROW_9],
  ['bitte keine Meldungen bis nächste Woche', { until: { named: 'next-week' } }],
  ['zwei Stunden Ruhe', { minutes: 120 }],
  ['Ruhe für zwei Stunden', { minutes: 120 }],
  ['Pause bis Montag', MONDAY],
  ['Ruhe bis nach Ostern', { until: { after: 'easter' } }],
  ['Ruhe bis Montag Mittag', { ...MONDAY, time: '12:00' }],
  ["silence jusqu'à lundi", MONDAY],
  ['pas de messages jusqu’à demain 9h', TOMORROW_9],
  ['silence pendant deux heures', { minutes: 120 }],
  ['silencio hasta el lunes', MONDAY],
  ['sin mensajes hasta mañana a las 9', TOMORROW_9],
  ['silencio durante dos horas', { minutes: 120 }],
  ['stil tot maandag', MONDAY],
  ['geen berichten tot morgen 9 uur', TOMORROW_9],
  ['geen meldingen tot na Pasen', { until: { after: 'easter' } }],
  ['end the pause', 'over'],
  ['you can talk again', 'over'],
  ['Pause beenden', 'over'],
  ['du darfst wieder melden', 'over'],
  ['tu peux parler de nouveau', 'over'],
  ['ya puedes avisar otra vez', 'over'],
  ['je mag weer melden', 'over'],
])('%s', (text, pause) => {
  expect(quietSaid(text)?.intent).toEqual({ name: 'settings', topic: 'quiet', quiet: { pause } });
});

it('takes urgent things with it', () => {
  expect(quietSaid('quiet until Monday except urgent things')?.intent).toMatchObject({
    quiet: { pause: MONDAY, urgent: true },
  });
});

it.each([
  ['no messages from 18:00 until 8:00', { from: '18:00', to: '08:00' }],
  ['keine Nachrichten von 18 bis 8 Uhr', { from: '18:00', to: '08:00' }],
  ['quiet hours from 18 until 8', { from: '18:00', to: '08:00' }],
  ['no messages before 9', { to: '09:00' }],
])('every day still means every day: %s', (text, quiet) => {
  expect(quietSaid(text)?.intent).toMatchObject({ quiet });
});

it.each([
  'pause Contoso until Monday',
  'mute Contoso until Monday',
  'nothing from Contoso until Monday',
  'snooze Contoso until Monday',
  'pause',
  'resume',
  'what ends until Monday',
  'invitations until Monday',
  'resume the review',
])('means something else: %s', (text) => {
  expect(quietSaid(text)).toBeUndefined();
});

it.each([
  ['quiet hours from 18:00 to 8:00 Berlin time', 'Europe/Berlin'],
  ['quiet hours 18-8 New York time', 'America/New_York'],
  ['no messages until tomorrow 9 UK time', 'Europe/London'],
  ['quiet hours from 18:00 to 8:00, Europe/Zurich', 'Europe/Zurich'],
  ['Ruhezeit von 18 bis 8 Uhr Wiener Zeit', 'Europe/Vienna'],
  ['heures calmes de 18h à 8h, heure de Paris', 'Europe/Paris'],
  ['horas de silencio de 18:00 a 8:00 hora de Madrid', 'Europe/Madrid'],
  ['stille uren van 18 tot 8 uur, Amsterdamse tijd', 'Europe/Amsterdam'],
  ['quiet hours from 18:00 to 8:00 UTC', 'UTC'],
  ['quiet hours from 18:00 to 8:00', undefined],
])('the clock that is named: %s', (text, zone) => {
  const { intent } = quietSaid(text) ?? {};
  expect(intent?.name === 'settings' ? intent.zone : undefined).toBe(zone);
});

it.each([
  ['Berlin', 'Europe/Berlin'],
  ['Berlin time', 'Europe/Berlin'],
  ['Berliner Zeit', 'Europe/Berlin'],
  ['in New York', 'America/New_York'],
  ['heure de Bruxelles', 'Europe/Brussels'],
  ['utc', 'UTC'],
  ['Europe/Madrid', 'Europe/Madrid'],
  ['Contoso', undefined],
  ['some time', undefined],
  ['yes', undefined],
])('a place alone: %s', (text, zone) => {
  expect(zoneNamed(text)).toBe(zone);
});

import { hear } from '../../src/commands/matters';
import { routingSaid } from '../../src/commands/routing-said';
import type { Intent } from '../../src/commands/intent';

/** What people in a hurry say of claims, reminders, quiet hours, routing, and of what they were not told. */

const N = { companies: ['Contoso'] };

it.each<[string, Intent]>([
  ["I'm on Contoso, back off everyone", { name: 'assign', ...N }],
  ['got it, mine: Contoso', { name: 'assign', ...N }],
  ['dropping Contoso, too busy', { name: 'unassign', ...N }],
  ["I'm dropping Contoso", { name: 'unassign', ...N }],
  ['ping me thursday re Contoso', { name: 'remind', ...N, day: { weekday: 'thursday' } }],
  ['nudge me about Contoso in 2 days', { name: 'remind', ...N, day: { in: { count: 2, unit: 'day' } } }],
  ['relance-moi sur Contoso vendredi', { name: 'remind', ...N, day: { weekday: 'friday' } }],
  ['stups mich am Freitag wegen Contoso an', { name: 'remind', ...N, day: { weekday: 'friday' } }],
  ['stop nagging us about open accounts', { name: 'settings', topic: 'reminders', value: 'off' }],
  ['hör auf, uns mit Erinnerungen zu nerven', { name: 'settings', topic: 'reminders', value: 'off' }],
  ['shut up until 2pm', { name: 'settings', topic: 'quiet', quiet: { pause: { time: '14:00' } } }],
  ['haltet die klappe bis 14 uhr', { name: 'settings', topic: 'quiet', quiet: { pause: { time: '14:00' } } }],
  [
    'no pings after 6 and before 8, weekends off',
    {
      name: 'settings',
      topic: 'quiet',
      quiet: { on: true, from: '18:00', to: '08:00', days: ['saturday', 'sunday'] },
    },
  ],
  ["nobody touch Contoso, I'm calling them", { name: 'assign', ...N }],
  ['finger weg von Contoso, bin dran', { name: 'assign', ...N }],
  ['pas touche à Contoso, je suis dessus', { name: 'assign', ...N }],
  ['no toquéis Contoso, estoy con él', { name: 'assign', ...N }],
  ['blijf van Contoso af, ik ben ermee bezig', { name: 'assign', ...N }],
  ['put Contoso on ice till the new year', { name: 'snooze', ...N, until: { after: 'new-year' } }],
  ['vergiss Contoso bis Montag', { name: 'snooze', ...N, until: { weekday: 'monday' } }],
  ['oublie Contoso jusqu’à lundi', { name: 'snooze', ...N, until: { weekday: 'monday' } }],
  ...['freitags ist hier zu', 'fermé le vendredi', 'cerrado los viernes', 'vrijdags gesloten'].map(
    (text): [string, Intent] => [text, { name: 'settings', topic: 'quiet', quiet: { on: true, days: ['friday'] } }],
  ),
  [
    'office closed 24-26 dec',
    {
      name: 'settings',
      topic: 'quiet',
      quiet: { on: true, off: [{ from: { day: 24, month: 12 }, to: { day: 26, month: 12 } }] },
    },
  ],
  ['invité a Contoso ayer', { name: 'invited', ...N, on: { span: { named: 'yesterday' } } }],
  ['invité Contoso hier', { name: 'invited', ...N, on: { span: { named: 'yesterday' } } }],
  ['warum hab ich nix von Contoso mitbekommen?', { name: 'announced', ...N }],
  ['¿por qué no me enteré de Contoso?', { name: 'announced', ...N }],
  ['waarom hoorde ik niks over Contoso?', { name: 'announced', ...N }],
])('%s', (text, intent) => {
  const [heard] = hear(text).heard;
  expect(heard?.outcome === 'understood' ? heard.intent : heard).toEqual(intent);
});

it.each([
  ['stop posting swiss stuff', 'not', 'CH'],
  ["don't send us dutch ones any more", 'not', 'NL'],
  ['nur noch Liechtensteiner', 'only', 'LI'],
])('in a channel: %s', (text, what, country) => {
  expect(routingSaid(text, [], 'alone')).toMatchObject({ what, countries: [country] });
});

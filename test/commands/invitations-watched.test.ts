import { hear } from '../../src/commands/matters';

/** "Watch all invitations of this week": which ones are meant; what cannot be told lists them, and watches none. */

const said = (text: string) => hear(text).heard.map((one) => (one.outcome === 'understood' ? one.intent : one.outcome));

it.each([
  ['watch all invitations of this week', { period: 'this_week' }],
  ['watch all open invitations', {}],
  ['pls watch everyone we invited this week', { period: 'this_week' }],
  ['keep an eye on all invitations from last month', { period: 'last_month' }],
  ["notify me when any of this week's invitations is accepted", { period: 'this_week' }],
  ['tell me when anyone we invited today accepts', { period: 'today' }],
  ['let me know when anyone we invited this week says yes', { period: 'this_week' }],
  ['can you watch all my pending invites?', { by: true }],
  ['watch everyone I invited', { by: true }],
  ['watch all invitations by Alice', { by: 'Alice' }],
  ['watch all invitations older than a week', { olderDays: 7 }],
  ['beobachte alle Einladungen dieser Woche', { period: 'this_week' }],
  ['bitte alle Einladungen von letzter Woche beobachten', { period: 'last_week' }],
  ['behalte die Einladungen dieses Monats im Auge', { period: 'this_month' }],
  ['beobachte alle, die wir diese Woche eingeladen haben', { period: 'this_week' }],
  ['alle offenen Einladungen beobachten', {}],
  ['surveille toutes les invitations de cette semaine', { period: 'this_week' }],
  ['suis les invitations de la semaine', { period: 'this_week' }],
  ["préviens-moi dès qu'une des invitations de cette semaine est acceptée", { period: 'this_week' }],
  ['surveille les invitations du mois dernier', { period: 'last_month' }],
  ['vigila todas las invitaciones de esta semana', { period: 'this_week' }],
  ['avísame cuando acepten las invitaciones de esta semana', { period: 'this_week' }],
  ['vigila todas las invitaciones de hoy por favor', { period: 'today' }],
  ['volg alle uitnodigingen van deze week', { period: 'this_week' }],
  ['hou alle uitnodigingen van deze week in de gaten', { period: 'this_week' }],
  ['volg iedereen die we deze week hebben uitgenodigd', { period: 'this_week' }],
] as const)('%s', (text, narrowed) => {
  expect(said(text)).toEqual([{ name: 'invitations', ...narrowed, watched: true }]);
});

it.each([
  'watch all invitations of the last two weeks',
  'watch invitations since Monday',
  'beobachte die Einladungen der letzten drei Wochen',
  'surveille les invitations depuis lundi',
  'volg de uitnodigingen van vóór de vakantie',
])('%s: lists them', (text) => {
  expect(said(text)).toEqual([{ name: 'invitations' }]);
});

it.each(["don't watch all invitations", 'show all invitations of this week', 'watch Contoso', 'stop watching Contoso'])(
  '%s: is no such wish',
  (text) => {
    expect(JSON.stringify(said(text))).not.toContain('watched');
  },
);

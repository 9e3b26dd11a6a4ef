import { hear } from '../../src/commands/matters';

const said = (text: string) =>
  hear(text).heard.map((one) =>
    one.outcome === 'understood' ? { ...one.intent, ...(one.proposed ? { proposed: true } : {}) } : one.outcome,
  );
const SNOOZE = { name: 'snooze', companies: ['Contoso'] };

it.each([
  'put Contoso on hold',
  'stell Contoso zurück',
  'bitte stellen Sie Contoso zurück',
  'mets Contoso en attente',
  'pon Contoso en espera',
  'stel Contoso uit',
  'parkeer Contoso',
])('%s: until when is asked', (text) => {
  expect([text, said(text)]).toEqual([text, [SNOOZE]]);
});

it.each([
  'not today: Contoso',
  'Contoso not today',
  'heute nicht: Contoso',
  "pas aujourd'hui : Contoso",
  'hoy no: Contoso',
  'vandaag niet: Contoso',
])('%s: until tomorrow is offered', (text) => {
  expect([text, said(text)]).toEqual([text, [{ ...SNOOZE, until: { named: 'tomorrow' }, proposed: true }]]);
});

it.each([
  'Contoso unterschreibt erst am Montag',
  'Contoso ne signe pas avant lundi',
  'Contoso no firma hasta el lunes',
  'Contoso tekent pas maandag',
  'Contoso will not sign before Monday',
])('%s: until then is offered', (text) => {
  expect([text, said(text)]).toEqual([text, [{ ...SNOOZE, until: { weekday: 'monday' }, proposed: true }]]);
});

it.each([
  "si Contoso ne signe pas aujourd'hui, je laisse tomber",
  'wenn Contoso heute nicht unterschreibt',
  'if Contoso is not in by Monday we stop',
  'si Contoso no firma hoy',
  'als Contoso vandaag niet tekent',
  'they said not today',
  'put Contoso back',
])('%s: nothing waits', (text) => {
  expect(said(text)).not.toContainEqual(expect.objectContaining({ name: 'snooze' }));
});

import { mutePhrase } from '../../src/commands/mute';

const said = (text: string): string | undefined => {
  const { intent } = mutePhrase(text) ?? {};
  if (intent?.name === 'settings') return `${intent.news} ${String(intent.value)}`;
  return intent !== undefined && 'companies' in intent ? `${intent.name} ${intent.companies.join(' + ')}` : undefined;
};

it.each([
  ['mute Contoso here', 'mute Contoso'],
  ['mute Contoso', 'mute Contoso'],
  ['please mute “Adventure Works, Inc.” in this channel', 'mute Adventure Works, Inc.'],
  ['nothing more about Contoso here please', 'mute Contoso'],
  ["don't tell us about Contoso here any more", 'mute Contoso'],
  ["don't tell us about Contoso any more in here", 'mute Contoso'],
  ['shut up about Contoso here', 'mute Contoso'],
  ['stumm: Contoso', 'mute Contoso'],
  ['unmute Contoso', 'unmute Contoso'],
  ['announce Contoso here again', 'unmute Contoso'],
  ['mute endings here', 'endings off'],
  ['mute contradictions', 'contradictions off'],
  ['unmute ended relationships', 'ended on'],
  ['nothing about deleted customers here', 'customers-gone off'],
  ['Schalte Müller & Söhne hier stumm', 'mute Müller & Söhne'],
  ['Contoso bitte stummschalten', 'mute Contoso'],
  ['hier nichts mehr über Contoso', 'mute Contoso'],
  ['Contoso nicht mehr stumm', 'unmute Contoso'],
  ['Hebe die Stummschaltung von Contoso auf', 'unmute Contoso'],
  ['melde Contoso hier wieder', 'unmute Contoso'],
  ['hier nichts mehr über Widersprüche', 'contradictions off'],
  ['mets Contoso en sourdine ici', 'mute Contoso'],
  ['plus rien sur Contoso ici', 'mute Contoso'],
  ['enlève la sourdine de Contoso', 'unmute Contoso'],
  ['plus rien sur les échéances ici', 'endings off'],
  ['silencia a Contoso aquí', 'mute Contoso'],
  ['deja de silenciar a Contoso', 'unmute Contoso'],
  ['nada más sobre vencimientos aquí', 'endings off'],
  ['demp Contoso hier', 'mute Contoso'],
  ['demp Contoso niet meer', 'unmute Contoso'],
  ['niets meer over conflicten hier', 'contradictions off'],
])('%s', (text, heard) => {
  expect(said(text)).toBe(heard);
});

it.each([
  'mute',
  'mute notifications',
  'mute yourself',
  'mute all notifications please',
  'unmute',
  'Benachrichtigungen stummschalten',
  'silencia las notificaciones',
  'meldingen dempen',
  'stop telling me about Contoso',
  'announce here',
  'nothing new here',
])('nothing of the kind: %s', (text) => {
  expect(said(text)).toBeUndefined();
});

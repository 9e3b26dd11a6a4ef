import { understand } from '../../src/commands/understand';

const NAMES = new Set(['contoso', 'hkb', 'fabrikam', 'smith and sons']);
const known = { has: (name: string) => NAMES.has(name.toLowerCase()), isPerson: () => false };
const said = (text: string) => {
  const heard = understand(text, { known });
  return heard.outcome === 'understood' && 'companies' in heard.intent
    ? [heard.intent.name, heard.intent.companies]
    : heard.outcome;
};

/** Two companies in one command, in five languages: the command is done for each. */
it.each([
  ['snooze contoso and hkb until friday', 'snooze'],
  ['stelle contoso und hkb bis freitag zurück', 'snooze'],
  ["mets contoso et hkb en veille jusqu'à vendredi", 'snooze'],
  ['pospón contoso y hkb hasta el viernes', 'snooze'],
  ['stel contoso en hkb uit tot vrijdag', 'snooze'],
  ["I'll take contoso and hkb", 'assign'],
  ['ich nehme contoso und hkb', 'assign'],
  ['je prends contoso et hkb', 'assign'],
  ['me encargo de contoso y hkb', 'assign'],
  ['ik neem contoso en hkb', 'assign'],
  ['mute contoso, hkb', 'mute'],
  ['schalte contoso und hkb stumm', 'mute'],
  ['mets contoso et hkb en sourdine', 'mute'],
  ['silencia a contoso y hkb', 'mute'],
  ['demp contoso en hkb', 'mute'],
  ['wake contoso and hkb', 'wake'],
  ['remind me about contoso and hkb on friday', 'remind'],
  ['snooze contoso, hkb', 'snooze'],
])('%s', (text, name) => {
  expect(said(text)).toEqual([name, ['contoso', 'hkb']]);
});

it.each([
  ['snooze contoso, hkb and fabrikam until friday', 'snooze'],
  ["I'll take contoso, hkb and fabrikam", 'assign'],
])('%s', (text, name) => {
  expect(said(text)).toEqual([name, ['contoso', 'hkb', 'fabrikam']]);
});

it.each(['snooze smith and sons until friday', "I'll take smith and sons"])('%s: one name', (text) => {
  expect(said(text)).toEqual([expect.any(String), ['smith and sons']]);
});

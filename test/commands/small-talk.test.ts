import { smallTalk } from '../../src/commands/small-talk';

it.each([
  ['bye for today', 'goodbye', 'en'],
  ['see you, bye for today!', 'goodbye', 'en'],
  ['ok danke, tschüss für heute', 'goodbye', 'de'],
  ["à demain, c'est tout pour aujourd'hui", 'goodbye', 'fr'],
  ['gracias, hasta mañana por hoy', 'goodbye', 'es'],
  ['doei voor vandaag', 'goodbye', 'nl'],
  ["that's wrong, this can't be right", 'complaint', 'en'],
  ['nobody told me', 'untold', 'en'],
] as const)('%s', (text, kind, language) => {
  expect(smallTalk(text, language)).toEqual({ kind, language });
});

it.each(['bye Contoso', 'see you map Contoso to Fabrikam', 'nobody told me about Contoso'])('none: %s', (text) => {
  expect(smallTalk(text, 'en')).toBeUndefined();
});

import { endsReview } from '../../src/commands/review-ended';

it.each([
  ['stop the review', 'en'],
  ['End the review please.', 'en'],
  ['done with the review', 'en'],
  ['no more reviewing', 'en'],
  ['quit reviewing', 'en'],
  ['Durchsicht beenden', 'de'],
  ['beende bitte die Durchsicht', 'de'],
  ['hör auf mit der Durchsicht', 'de'],
  ['brich die Durchsicht ab', 'de'],
  ['arrête la revue', 'fr'],
  ['termine la revue stp', 'fr'],
  ['termina la revisión', 'es'],
  ['deja de revisar', 'es'],
  ['stop met doorlopen', 'nl'],
  ['stop de review', 'nl'],
  ['stop', undefined],
  ['review', undefined],
  ['stop the reminders', undefined],
  ['stop the review of Contoso', undefined],
])('%s', (text, language) => {
  expect(endsReview(text)).toBe(language);
});

import { hear } from '../../src/commands/matters';
import { understand } from '../../src/commands/understand';

/** To be reminded of a company on a day, in five languages. */
it.each([
  ['remind me about Contoso on Friday', { weekday: 'friday' }],
  ['remind me on Friday about Contoso', { weekday: 'friday' }],
  ['please remind me of Contoso tomorrow', { named: 'tomorrow' }],
  ['remind me to check Contoso on Monday', { weekday: 'monday' }],
  ['erinnere mich am Freitag an Contoso', { weekday: 'friday' }],
  ['erinner mich morgen an Contoso', { named: 'tomorrow' }],
  ['erinnere mich an Contoso am Freitag', { weekday: 'friday' }],
  ['rappelle-moi Contoso vendredi', { weekday: 'friday' }],
  ['rappelle-moi demain de Contoso', { named: 'tomorrow' }],
  ['recuérdame Contoso el viernes', { weekday: 'friday' }],
  ['recuérdame mañana lo de Contoso', { named: 'tomorrow' }],
  ['herinner me vrijdag aan Contoso', { weekday: 'friday' }],
  ['herinner me aan Contoso op vrijdag', { weekday: 'friday' }],
  ['erinnere mich am 15. an Contoso', { day: 15 }],
  ['erinnere mich am 15.12. an Contoso', { day: 15, month: 12 }],
  ['remind me about Contoso tomorrow at 3', { named: 'tomorrow' }],
  ['remind me about Contoso on the 3rd friday in december', { unread: 'the 3rd friday in december' }],
])('%s', (text, day) => {
  expect(understand(text)).toMatchObject({ intent: { name: 'remind', companies: ['Contoso'], day } });
});

it('asks when, where no day is said', () => {
  expect(understand('remind me about Contoso')).toMatchObject({ intent: { name: 'remind', companies: ['Contoso'] } });
});

it.each([
  'remind me about the meeting tomorrow',
  'remind me to call mum',
  'erinnere mich an die Besprechung',
  'rappelle-moi de téléphoner',
  'reminders off',
  'remind us after 3 days',
])('%s is nothing of a company', (text) => {
  expect(understand(text)).not.toMatchObject({ intent: { name: 'remind' } });
});

it.each([
  ['remind me about Contoso every Monday', { weekday: 'monday' }],
  ['remind me weekly about Contoso', { named: 'next-week' }],
  ['erinnere mich jeden Montag an Contoso', { weekday: 'monday' }],
  ['erinnere mich täglich an Contoso', { named: 'tomorrow' }],
  ['rappelle-moi Contoso tous les lundis', { weekday: 'monday' }],
  ['recuérdame Contoso cada lunes', { weekday: 'monday' }],
  ['herinner me elke maandag aan Contoso', { weekday: 'monday' }],
])('%s: again and again', (text, day) => {
  expect(understand(text)).toMatchObject({ intent: { name: 'remind', companies: ['Contoso'], day, repeats: true } });
});

it.each([
  'what reminders do I have?',
  'was hab ich für Erinnerungen?',
  'quels rappels ai-je ?',
  '¿qué recordatorios tengo?',
  'welke herinneringen heb ik?',
])('%s', (text) => {
  expect(understand(text)).toMatchObject({ intent: { name: 'watches' } });
});

it('a number with a stop begins no other sentence', () => {
  expect(hear('erinnere mich am 15. an Contoso').heard).toMatchObject([
    { intent: { name: 'remind', day: { day: 15 } } },
  ]);
});

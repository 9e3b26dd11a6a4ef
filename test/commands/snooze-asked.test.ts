import { understand } from '../../src/commands/understand';

/** Whether an account waits, until when and who said so, stands on its card. */
it.each([
  'who snoozed Contoso',
  'why is Contoso snoozed?',
  'is Contoso snoozed?',
  'until when is Contoso snoozed?',
  'when does Contoso come back?',
  'ist Contoso zurückgestellt?',
  'wer hat Contoso zurückgestellt?',
  'bis wann ist Contoso zurückgestellt?',
  'est-ce que Contoso est en veille ?',
  'qui a mis Contoso en veille ?',
  '¿está Contoso pospuesto?',
  '¿por qué está pospuesto Contoso?',
  'is Contoso uitgesteld?',
  'wie heeft Contoso uitgesteld?',
])('%s', (text) => {
  expect(understand(text)).toMatchObject({
    outcome: 'understood',
    intent: { name: 'show', companies: ['Contoso'], what: 'overview' },
  });
});

it.each(['is it snoozed?', 'what is on hold?', 'snooze Contoso until Monday'])('%s is something else', (text) => {
  expect(understand(text)).not.toMatchObject({ intent: { name: 'show' } });
});

import { understand } from '../../src/commands/understand';
import type { InvitationsNarrowed } from '../../src/domain/invitations-narrowed';

/** What narrows a question for invitations. */
it.each<[string, InvitationsNarrowed]>([
  ['invitations', {}],
  ['who has not answered?', {}],
  ['invitations by alice', { by: 'alice' }],
  ['my invitations', { by: true }],
  ['which invitations are older than a week', { olderDays: 7 }],
  ['invitations older than 10 days', { olderDays: 10 }],
  ['invitations of this week', { period: 'this_week' }],
  ['Einladungen von Greta', { by: 'Greta' }],
  ['meine Einladungen', { by: true }],
  ['welche Einladungen sind älter als zwei Wochen?', { olderDays: 14 }],
  ['Einladungen dieser Woche', { period: 'this_week' }],
  ["quelles invitations sont sans réponse depuis plus d'une semaine ?", { olderDays: 7 }],
  ['¿qué invitaciones llevan más de una semana sin respuesta?', { olderDays: 7 }],
  ['invitaciones de Sofía', { by: 'Sofía' }],
  ['welke uitnodigingen staan al langer dan een week open?', { olderDays: 7 }],
  ['uitnodigingen van deze week', { period: 'this_week' }],
  ['wie moeten we nog achter de broek zitten?', {}],
])('%s', (text, narrowed) => {
  expect(understand(text)).toMatchObject({ outcome: 'understood', intent: { name: 'invitations', ...narrowed } });
  const { intent } = understand(text) as { intent: object };
  expect(intent).toEqual({ name: 'invitations', ...narrowed });
});

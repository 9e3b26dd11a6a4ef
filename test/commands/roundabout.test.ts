import { hear } from '../../src/commands/matters';
import { expectHeardAs } from './heard-as';
import type { Intent } from '../../src/commands/intent';

/** What people say in more or other words than the command has. */

const C = { companies: ['Contoso'] };

it.each<[Intent, readonly string[]]>([
  [
    { name: 'mute', ...C },
    [
      "I don't want to see Contoso in this channel again",
      'von Contoso will ich hier nichts mehr lesen',
      'je veux plus voir Contoso ici',
      'no quiero ver más a Contoso por aquí',
      'ik wil Contoso hier niet meer zien',
    ],
  ],
  [
    { name: 'unmute', ...C },
    ['you can talk about Contoso again', 'du darfst wieder über Contoso reden', 'je mag weer over Contoso praten'],
  ],
  [
    { name: 'wake', ...C },
    [
      "Contoso doesn't need to wait any longer",
      'Contoso muss nicht mehr warten',
      "Contoso n'a plus besoin d'attendre",
      'Contoso ya no tiene que esperar',
      'Contoso hoeft niet meer te wachten',
    ],
  ],
  [
    { name: 'announced', ...C },
    ['did you ever post Contoso anywhere', 'hast du Contoso irgendwo gemeldet', 'heb je Contoso ooit gemeld'],
  ],
  [{ name: 'unassign', ...C }, ["I can't do Contoso after all, someone else please"]],
  [
    { name: 'who_mapped', ...C },
    [
      'which one of us matched Contoso',
      'wer von uns hat Contoso zugeordnet?',
      "qui d'entre nous a associé Contoso ?",
      '¿quién de nosotros asignó Contoso?',
      'wie van ons heeft Contoso gekoppeld?',
    ],
  ],
  [
    { name: 'map', account: 'Contoso', customer: 'Contoso Holding' },
    [
      'Contoso is Contoso Holding in the CRM',
      'Contoso ist Contoso Holding im CRM',
      'Contoso est Contoso Holding dans le CRM',
      'Contoso es Contoso Holding en el CRM',
      'Contoso is Contoso Holding in het CRM',
    ],
  ],
  [
    { name: 'request', ...C, who: 'Marta' },
    ['pídele a Marta que se quede con Contoso', 'pide a Marta que se encargue de Contoso'],
  ],
  [
    { name: 'review' },
    [
      "let's do the backlog",
      'den Stapel abarbeiten',
      "on attaque l'arriéré",
      'vamos con lo pendiente',
      'de stapel wegwerken',
    ],
  ],
  [
    { name: 'report' },
    [
      'how are we doing this month overall',
      'wie läuft es diesen Monat',
      '¿cómo vamos este mes?',
      'hoe doen we het deze maand',
    ],
  ],
  [
    { name: 'help' },
    [
      'what are you good for',
      'wozu bist du gut?',
      'à quoi tu sers',
      '¿para qué sirves?',
      'waar dien je eigenlijk voor?',
    ],
  ],
])('%j', expectHeardAs);

it.each([
  "don't bother us with Contoso before the 12th",
  'nerv uns mit Contoso nicht vor dem 12.',
  'no nos molestes con Contoso hasta el 12',
  'val ons niet lastig met Contoso voor de 12e',
])('%s: until then is offered', (text) => {
  expect(hear(text).heard).toMatchObject([{ intent: { name: 'snooze', ...C, until: { day: 12 } }, proposed: true }]);
});

it('asks nobody to take what a person wants to know', () => {
  expect(hear('gib mir mal kurz alles zu Contoso').heard).not.toMatchObject([{ intent: { name: 'request' } }]);
});

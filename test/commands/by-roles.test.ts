import { hear } from '../../src/commands/matters';
import type { Intent } from '../../src/commands/intent';

const C = { companies: ['Contoso'] };
const said = (text: string) =>
  hear(text).heard.map((one) =>
    one.outcome === 'understood'
      ? { ...one.intent, ...(one.proposed === true ? { proposed: true } : {}) }
      : one.outcome,
  );

it.each<[Intent, readonly string[]]>([
  [
    { name: 'invitations' },
    [
      "who's ghosting our invites",
      'who have we invited and heard nothing from',
      'welche Eingeladenen schweigen noch',
      'quels invités ne se sont pas manifestés',
      'invitaciones que nadie contestó',
      'uitnodigingen zonder reactie',
    ],
  ],
  [
    { name: 'endings' },
    ['upcoming expiries?', 'welche Zugriffe laufen demnächst ab', 'expiring soon?', 'hay vencimientos pronto'],
  ],
  [
    { name: 'health' },
    [
      'is the sync still running',
      'läuft die Synchronisation noch',
      'la synchro tourne toujours',
      'sigue funcionando la sincronización',
      'loopt de synchronisatie nog',
    ],
  ],
  [
    { name: 'announced', ...C },
    [
      'how come this channel never got Contoso',
      'wo hast du Contoso gemeldet',
      'où as-tu annoncé Contoso',
      'dónde anunciaste Contoso',
      'waar heb je Contoso gemeld',
    ],
  ],
])('%j', (intent, texts) => {
  expect(texts.map((text) => [text, said(text)])).toEqual(texts.map((text) => [text, [intent]]));
});

it.each<[Intent, readonly string[]]>([
  [
    { name: 'mute', ...C },
    [
      'stop going on about Contoso in here',
      'verschon uns hier mit Contoso',
      'arrête de parler de Contoso dans ce canal',
      'deja de hablar de Contoso en este canal',
      'hou op over Contoso in dit kanaal',
    ],
  ],
  [{ name: 'unmute', ...C }, ['start posting Contoso here again', 'resume posts about Contoso in this channel']],
  [
    { name: 'wake', ...C },
    [
      'Contoso is back, put them on the board',
      'Contoso zurück auf die Liste',
      'remets Contoso au tableau',
      'Contoso otra vez al tablero',
      'Contoso mag weer op het bord',
    ],
  ],
  [
    { name: 'unassign', ...C },
    [
      'no longer doing Contoso',
      'Contoso ist nicht mehr meins',
      'Contoso, je passe la main',
      'suelto Contoso, no tengo tiempo',
    ],
  ],
  [
    { name: 'snooze', ...C },
    ['stick Contoso in the freezer', 'Contoso au placard pour l’instant', 'mete Contoso en la nevera'],
  ],
  [
    { name: 'remind', ...C, day: { weekday: 'tuesday' } },
    [
      'Contoso - nudge on tuesday',
      'am Dienstag bitte an Contoso denken',
      'pense à me reparler de Contoso mardi',
      'el martes háblame de Contoso',
      'spreek me dinsdag aan over Contoso',
    ],
  ],
])('%j is offered', (intent, texts) => {
  expect(texts.map((text) => [text, said(text)])).toEqual(texts.map((text) => [text, [{ ...intent, proposed: true }]]));
});

it.each([
  'Paul stop talking in here',
  'my sandwich is in the freezer',
  'die Liste für die Feier hängt in der Küche',
  'la liste des courses est au tableau',
  'no quiero hablar más de eso',
  'het ijs zit in de vriezer',
  'WHO PARKED IN MY SPACE',
  'is Not On The High Street Ltd accepted?',
])('%s: nothing is to be done', (text) => {
  const changes = ['mute', 'unmute', 'wake', 'unassign', 'snooze', 'remind'];
  expect(said(text).filter((one) => typeof one !== 'string' && changes.includes(one.name))).toEqual([]);
});

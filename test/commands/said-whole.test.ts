import { hear } from '../../src/commands/matters';
import { expectHeardAs } from './heard-as';
import type { Intent } from '../../src/commands/intent';

const DIGEST = { name: 'settings', topic: 'digest' } as const;
const QUIET = { name: 'settings', topic: 'quiet' } as const;
const ROUTED = { name: 'settings', topic: 'notifications' } as const;
const SURE = { name: 'review', only: 'sure' } as const;
const ENDINGS = { name: 'endings', span: { named: 'this_week' } } as const;
const INVITATIONS = { name: 'invitations' } as const;
const WATCHED = { name: 'invitations', watched: true } as const;
const EXCEL = { name: 'export', what: 'mappings', format: 'xlsx' } as const;

it.each<[Intent, readonly string[]]>([
  [
    DIGEST,
    [
      'send me the digest now',
      'can I get the summary right now',
      'schick mir die Zusammenfassung jetzt',
      'envoie-moi le résumé maintenant',
      'mándame el resumen ahora',
      'stuur me nu de samenvatting',
    ],
  ],
  [
    QUIET,
    [
      'only ping us if urgent',
      "don't ping us unless it's urgent",
      'melde dich nur wenn’s dringend ist',
      "ne nous préviens que si c'est urgent",
      'avísanos solo si es urgente',
      'laat alleen iets weten als het dringend is',
    ],
  ],
  [
    ROUTED,
    [
      'where do French accounts go?',
      'which channel gets the French ones?',
      'wo landen die österreichischen?',
      'où vont les comptes français ?',
      '¿adónde van las cuentas francesas?',
      'waar komen de Duitse terecht?',
    ],
  ],
  [
    SURE,
    [
      'which ones are we sure about',
      'welche sind sicher?',
      'lesquels sont sûrs ?',
      '¿de cuáles estamos seguros?',
      'van welke zijn we zeker?',
    ],
  ],
  [
    ENDINGS,
    [
      'anything expiring this week?',
      'läuft diese Woche was ab?',
      'läuft was ab diese Woche?',
      'quelque chose expire cette semaine ?',
      '¿vence algo esta semana?',
      'loopt er deze week iets af?',
      'verloopt er iets deze week?',
    ],
  ],
  [
    INVITATIONS,
    [
      "who hasn't answered our invites?",
      'which invites are just sitting there',
      'wer hat auf unsere Einladungen nicht reagiert',
      "qui n'a pas donné suite à nos invitations ?",
      'quiénes no contestaron las invitaciones',
      'wie heeft er nog niet geantwoord op onze uitnodigingen',
    ],
  ],
  [
    WATCHED,
    [
      'let me know about every invite',
      'sag mir bei jeder Einladung Bescheid',
      'préviens-moi pour chaque invitation',
      'avísame de cada invitación',
      'laat me iets weten over elke uitnodiging',
    ],
  ],
  [EXCEL, ['can I have all this in excel', 'das Ganze als Excel bitte', 'me lo das en excel', 'mag ik dat in excel']],
])('%j', expectHeardAs);

it.each([
  'who accepted since Friday',
  'wer hat seit letztem Freitag angenommen',
  'qui a accepté depuis vendredi dernier',
  'quién aceptó desde el viernes',
  'wie heeft sinds vrijdag geaccepteerd',
])('%s: from that day on', (text) => {
  const conditions = [{ is: 'accepted', span: { sinceLast: 'friday' } }];

  expect(hear(text).heard).toMatchObject([{ intent: { name: 'list', filter: { conditions } } }]);
});

import type { Command, Reading } from './command';
import { EVERYWHERE } from './command';
import { frames } from './frame';
import type { Intent } from './intent';

/**
 * show NAME | NAME subscriptions | licences of NAME | users of NAME | what does NAME have
 */
export const show: Command = {
  name: 'show',
  help: 'help.show',
  summary: 'Shows a customer: subscriptions, licences and users.',
  scopes: EVERYWHERE,
  listed: true,
  cues: ['show', 'subscriptions', 'licences', 'users'],
  frames: [
    ...frames(
      ['(show|list|send|about)? subscriptions have? NAME have?', '(show|list|send)? NAME have? subscriptions'],
      { tag: 'subscriptions' },
    ),
    ...frames(
      [
        '(show|list|send|about)? licences have? NAME have?',
        '(show|list|send)? NAME have? licences',
        'licences subscriptions NAME',
        'NAME subscriptions? licences',
      ],
      { tag: 'licences' },
    ),
    ...frames(['(show|list|send|about|who)? users have? NAME have?', '(show|list|send)? NAME have? users'], {
      tag: 'users',
    }),
    ...frames(['show about? NAME', 'NAME show', 'tellme about NAME', 'show NAME show'], { tag: 'overview' }),
    ...frames(['list NAME have', 'send about NAME', 'check NAME show'], { tag: 'overview', cost: 0.6 }),
  ],
  examples: {
    en: [
      'show {name}',
      'show subscriptions of {name}',
      'how many licences does {name} have?',
      'list the users of {name}',
    ],
    de: ['zeige {name}', 'Abonnements von {name}', 'wie viele Lizenzen hat {name}?', 'Benutzer von {name}'],
    fr: ['montre {name}', 'abonnements de {name}', 'combien de licences a {name} ?', 'utilisateurs de {name}'],
    es: ['muestra {name}', 'suscripciones de {name}', '¿cuántas licencias tiene {name}?', 'usuarios de {name}'],
    nl: ['toon {name}', 'abonnementen van {name}', 'hoeveel licenties heeft {name}?', 'gebruikers van {name}'],
  },
  build,
};

function build(reading: Reading): Intent | undefined {
  const companies = reading.companies();
  if (!companies) return undefined;
  const tag = saysLicences(reading) ? 'licences' : reading.tag;
  const what = tag === 'subscriptions' || tag === 'licences' || tag === 'users' ? tag : 'overview';
  return { name: 'show', companies, what };
}

/** "how many licences did X buy": the thing that is named counts, not the verb. */
function saysLicences({ sentence, match, tag }: Reading): boolean {
  if (tag !== 'subscriptions') return false;
  const name = match.parts.find((part) => part.slot === 'NAME');
  return sentence
    .hitsOf('licences')
    .some((hit) => name !== undefined && (hit.end <= name.start || hit.start >= name.end));
}

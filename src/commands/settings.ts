import type { Command, Reading } from './command';
import { EVERYWHERE } from './command';
import { frame, frames } from './frame';
import type { Intent, SettingsTopic, SettingsValue } from './intent';
import { toLanguage, toWeekday } from './values';

/**
 * digest on | digest off | digest daily at 8:30 | mute | notifications on | switch language to German | settings
 */
export const settings: Command = {
  name: 'settings',
  help: 'help.settings',
  summary: 'Digest on, off and when; notifications on or off; language.',
  scopes: EVERYWHERE,
  listed: true,
  cues: ['settings', 'digest', 'notifications', 'language', 'mute'],
  frames: [
    ...frames(
      [
        'set? digest on? to? (daily|weekly|weekday) weekday? time?',
        'set? (daily|weekly|weekday) digest on? time?',
        'on? (daily|weekly|weekday)? digest weekday? time',
        'set? digest instead? (daily|weekly|weekday) to (daily|weekly|weekday) time?',
        'set? (daily|weekly|weekday) digest instead (daily|weekly)',
        'set? digest (daily|weekly|weekday) time? instead (daily|weekly|weekday)',
        'set? digest time (daily|weekly|weekday)',
        '(daily|weekly|weekday) time digest',
        'set? time digest',
        'set? time (daily|weekly|weekday) digest',
        'set? (daily|weekly) digest weekday time?',
        'set? digest on? to? (daily|weekly|weekday) weekday? time? (set|speak)',
        'set? (daily|weekly|weekday) weekday? time? digest (set|speak)?',
        'set? digest time? (set|speak)? (daily|weekly|weekday) (set|speak)?',
        'set? digest time (set|speak)',
        '(off|nomore|instead) (daily|weekly|weekday) digest (daily|weekly|weekday) time?',
      ],
      { tag: 'digest' },
    ),
    ...frames(
      [
        'off digest',
        'set? digest off',
        'set? (daily|weekly) digest off',
        'nomore digest',
        'stop digest',
        'off (daily|weekly|weekday) digest',
      ],
      {
        tag: 'digest-off',
      },
    ),
    ...frames(['on digest', 'digest on', 'on (daily|weekly) digest'], { tag: 'digest-on', cost: 0.1 }),
    ...frames(['(settings|when|show)? digest', 'digest settings', 'settings digest', 'digest when'], {
      tag: 'digest-show',
      cost: 0.35,
    }),
    ...frames(
      [
        'off notifications all?',
        'notifications off',
        'nomore notifications all?',
        'mute notifications?',
        'stop all? notifications',
      ],
      { tag: 'notifications-off' },
    ),
    ...frames(['on notifications', 'notifications on', 'unmute notifications?'], {
      tag: 'notifications-on',
      cost: 0.05,
    }),
    ...frames(['settings notifications', 'notifications settings', 'notifications'], {
      tag: 'notifications-show',
      cost: 0.4,
    }),
    ...frames(
      [
        '(speak|set)? language to? langname (speak|set)?',
        'speak langname (speak|set)?',
        'speak (set|notifications) langname',
        'langname language?',
        'langname (speak|set)',
      ],
      { tag: 'language' },
    ),
    ...frames(['settings? language settings?'], { tag: 'language-show', cost: 0.35 }),
    frame('show? settings', { cost: 0.05 }),
  ],
  examples: {
    en: [
      'settings',
      'digest off',
      'send the digest every day at 8:30',
      'mute notifications',
      'switch language to German',
    ],
    de: [
      'Einstellungen',
      'Übersicht aus',
      'schick die Übersicht jeden Tag um 8:30',
      'Benachrichtigungen aus',
      'Sprache auf Englisch',
    ],
    fr: [
      'paramètres',
      'désactive le résumé',
      'envoie le résumé tous les jours à 8h30',
      'désactive les notifications',
      'parle en anglais',
    ],
    es: [
      'ajustes',
      'desactiva el resumen',
      'envía el resumen todos los días a las 8:30',
      'silencia las notificaciones',
      'cambia el idioma a inglés',
    ],
    nl: [
      'instellingen',
      'zet het overzicht uit',
      'stuur het overzicht elke dag om 8:30',
      'zet meldingen uit',
      'zet de taal op Engels',
    ],
  },
  build,
};

function build(reading: Reading): Intent | undefined {
  const { tag } = reading;
  if (tag === '') return { name: 'settings' };
  if (tag === 'digest') return isDeadline(reading) || isMentioned(reading) ? undefined : digest(reading);
  if (tag === 'language') {
    const value = toLanguage(reading.value('langname'));
    return value === undefined || isOwnLanguage(reading) ? undefined : { name: 'settings', topic: 'language', value };
  }
  const [topic, action] = tag.split('-');
  const about: SettingsTopic = topic === 'digest' || topic === 'language' ? topic : 'notifications';
  // "Change the time of the digest to 9" sets, it does not ask.
  if (tag === 'digest-show' && reading.anywhere('time') !== undefined)
    return reading.sentence.has('set') ? digest(reading) : undefined;
  if (action === 'show' && !isSettingAsked(reading)) return undefined;
  // "is the digest on?" asks, it does not switch.
  const asked = reading.sentence.is(0, 'aux') && !reading.sentence.hitsAt(0).some((hit) => hit.concept === 'polite');
  if (!asked && (action === 'on' || action === 'off')) return { name: 'settings', topic: about, value: action };
  return { name: 'settings', topic: about };
}

/** "Notifications?" and "when does the digest come?" ask for a setting; much else has these words in it. */
function isSettingAsked({ sentence, match }: Reading): boolean {
  if (match.parts.some((part) => part.concept === 'settings' || part.concept === 'when')) return true;
  return sentence.size <= 2 || sentence.tokens.some((token) => token.raw === '?');
}

const POINTING = new Set('that this your our the'.split(' '));

/** "That daily digest is killing me": what it is called, not what it is to become. */
function isMentioned({ sentence, match }: Reading): boolean {
  const [first, second, ...more] = match.parts;
  const named = (first?.concept === 'daily' || first?.concept === 'weekly') && second?.concept === 'digest';
  return named && more.length === 0 && POINTING.has(sentence.tokens[first.start - 1]?.fold ?? '');
}

const BY = new Set(['by', 'bis', 'avant', 'antes', 'voor', 'until', 'till']);

/** "Can I have the report by 5": a deadline, unless a day or a habit is said too. */
function isDeadline({ sentence, match }: Reading): boolean {
  const time = match.parts.find((part) => part.concept === 'time');
  const regular = match.parts.some(
    ({ concept }) => concept === 'daily' || concept === 'weekly' || concept === 'weekday',
  );
  return time !== undefined && !regular && BY.has(sentence.tokens[time.start - 1]?.fold ?? '');
}

const FIRST_PERSON = new Set(['i', 'ich', 'je', 'yo', 'ik', 'we', 'wir', 'nous', 'on', 'wij']);
const SPEAKING = new Set('speak talk write spreche rede parle parlons hablo spreek praat sprechen'.split(' '));

/** "I speak a little French" tells, it does not ask. */
function isOwnLanguage({ sentence }: Reading): boolean {
  return sentence.tokens.some(
    ({ fold }, at) => SPEAKING.has(fold) && FIRST_PERSON.has(sentence.tokens[at - 1]?.fold ?? ''),
  );
}

/** The value that is wanted: the last one said, but not the one that it replaces ("weekly instead of daily"). */
function digest(reading: Reading): Intent {
  const { parts } = reading.match;
  const instead = parts.findIndex((part) => part.concept === 'instead');
  const wanted = instead > 0 ? parts.slice(0, instead) : parts;
  const said = wanted.filter(
    (part) => part.concept === 'daily' || part.concept === 'weekly' || part.concept === 'weekday',
  );
  const last = said.findLast((part) => part.concept === 'weekday') ?? said.at(-1);
  const time = parts.findLast((part) => part.concept === 'time')?.value ?? reading.anywhere('time');
  const value: SettingsValue | undefined =
    last?.concept === 'weekday'
      ? toWeekday(last.value)
      : last?.concept === 'daily' || last?.concept === 'weekly'
        ? last.concept
        : undefined;
  return {
    name: 'settings',
    topic: 'digest',
    ...(value === undefined ? {} : { value }),
    ...(time === undefined ? {} : { time }),
  };
}

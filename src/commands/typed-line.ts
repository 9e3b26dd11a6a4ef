import { writtenDay } from '../domain/day-asked';
import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import { LANGUAGE_NAMES, WEEKDAYS_SAID } from './intent';
import type { Intent } from './intent';
import { exampleOf } from './table';

type Settings = Extract<Intent, { readonly name: 'settings' }>;

interface Words {
  /** The last of the examples of `unwatch`. */
  readonly all: string;
  readonly digest: Readonly<Record<'on' | 'off' | 'daily' | 'weekly', string>>;
  readonly weekday: (day: string) => string;
  readonly at: (time: string) => string;
  /** Only the time is to be another one. */
  readonly time: (time: string) => string;
  readonly notifications: Readonly<Record<'on' | 'off', string>>;
  readonly language: (name: string) => string;
  /** An account waits until a day, as in 2026-12-31. */
  readonly snooze: (name: string, day: string) => string;
  /** The morning of a day, as above. */
  readonly remind: (name: string, day: string) => string;
  readonly and: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    all: 'stop all my watches',
    digest: { on: 'digest on', off: 'digest off', daily: 'digest every day', weekly: 'digest every week' },
    weekday: (day) => `digest every ${day}`,
    at: (time) => ` at ${time}`,
    time: (time) => `digest at ${time}`,
    notifications: { on: 'notifications on', off: 'notifications off' },
    language: (name) => `switch language to ${name}`,
    snooze: (name, day) => `snooze ${name} until ${day}`,
    remind: (name, day) => `remind me about ${name} on ${day}`,
    and: 'and',
  },
  de: {
    all: 'alle Beobachtungen beenden',
    digest: { on: 'Übersicht an', off: 'Übersicht aus', daily: 'Übersicht jeden Tag', weekly: 'Übersicht jede Woche' },
    weekday: (day) => `Übersicht jeden ${day}`,
    at: (time) => ` um ${time}`,
    time: (time) => `Übersicht um ${time}`,
    notifications: { on: 'Benachrichtigungen an', off: 'Benachrichtigungen aus' },
    language: (name) => `Sprache auf ${name}`,
    snooze: (name, day) => `stelle ${name} bis ${day} zurück`,
    remind: (name, day) => `erinnere mich am ${day} an ${name}`,
    and: 'und',
  },
  fr: {
    all: 'arrête toutes mes alertes',
    digest: {
      on: 'active le résumé',
      off: 'désactive le résumé',
      daily: 'envoie le résumé tous les jours',
      weekly: 'envoie le résumé chaque semaine',
    },
    weekday: (day) => `envoie le résumé tous les ${day}s`,
    at: (time) => ` à ${time}`,
    time: (time) => `résumé à ${time}`,
    notifications: { on: 'active les notifications', off: 'désactive les notifications' },
    language: (name) => `parle en ${name}`,
    snooze: (name, day) => `mets ${name} en veille jusqu'à ${day}`,
    remind: (name, day) => `rappelle-moi ${name} le ${day}`,
    and: 'et',
  },
  es: {
    all: 'cancela todas mis alertas',
    digest: {
      on: 'activa el resumen',
      off: 'desactiva el resumen',
      daily: 'envía el resumen todos los días',
      weekly: 'envía el resumen cada semana',
    },
    weekday: (day) => `envía el resumen cada ${day}`,
    at: (time) => ` a las ${time}`,
    time: (time) => `resumen a las ${time}`,
    notifications: { on: 'activa las notificaciones', off: 'silencia las notificaciones' },
    language: (name) => `cambia el idioma a ${name}`,
    snooze: (name, day) => `pospón ${name} hasta ${day}`,
    remind: (name, day) => `recuérdame ${name} el ${day}`,
    and: 'y',
  },
  nl: {
    all: 'stop al mijn meldingen',
    digest: {
      on: 'zet het overzicht aan',
      off: 'zet het overzicht uit',
      daily: 'stuur het overzicht elke dag',
      weekly: 'stuur het overzicht elke week',
    },
    weekday: (day) => `stuur het overzicht elke ${day}`,
    at: (time) => ` om ${time}`,
    time: (time) => `overzicht om ${time}`,
    notifications: { on: 'zet meldingen aan', off: 'zet meldingen uit' },
    language: (name) => `zet de taal op ${name}`,
    snooze: (name, day) => `stel ${name} uit tot ${day}`,
    remind: (name, day) => `herinner me op ${day} aan ${name}`,
    and: 'en',
  },
};

/** What can be typed, or put on a button, to have this change and no other; undefined for what changes nothing. */
export function typedLine(intent: Intent, language: Language): string | undefined {
  switch (intent.name) {
    case 'watch':
    case 'unmap':
    case 'assign':
    case 'unassign':
    case 'wake':
      return exampleOf(intent.name, language, listed(intent.companies, language));
    case 'request':
      return exampleOf('request', language, listed(intent.companies, language), intent.who);
    case 'unwatch':
      return 'all' in intent ? WORDS[language].all : exampleOf('unwatch', language, listed(intent.companies, language));
    case 'map':
      return exampleOf('map', language, quoted(intent.account), quoted(intent.customer));
    case 'snooze': {
      const day = writtenDay(intent.until);
      return day === undefined ? undefined : WORDS[language].snooze(listed(intent.companies, language), day);
    }
    case 'remind': {
      const day = writtenDay(intent.day);
      return day === undefined ? undefined : WORDS[language].remind(listed(intent.companies, language), day);
    }
    case 'undo':
      return exampleOf('undo', language);
    case 'settings':
      return settingsLine(intent, language);
    default:
      return undefined;
  }
}

function settingsLine({ topic, value, time }: Settings, language: Language): string | undefined {
  const words = WORDS[language];
  if (topic === 'language') return value === undefined ? undefined : words.language(nameOf(value, language));
  if (topic === 'notifications') return value === 'on' || value === 'off' ? words.notifications[value] : undefined;
  if (topic !== 'digest') return undefined;
  const at = time === undefined ? '' : words.at(time);
  if (value === 'off') return words.digest.off;
  if (value === 'on' || value === undefined) return time === undefined ? words.digest.on : words.time(time);
  if (value === 'daily' || value === 'weekly') return words.digest[value] + at;
  return words.weekday(dayOf(value, language)) + at;
}

/** A Monday; the days after it follow. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 24 * 60 * 60 * 1000;

function dayOf(value: string, language: Language): string {
  const place = WEEKDAYS_SAID.findIndex((day) => day === value);
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(MONDAY + place * DAY);
}

function nameOf(value: string, language: Language): string {
  const place = LANGUAGE_NAMES.findIndex((name) => name === value);
  return new Intl.DisplayNames(language, { type: 'language' }).of(LANGUAGES[place] ?? 'en') ?? value;
}

function listed(companies: readonly string[], language: Language): string {
  const quotes = companies.map(quoted);
  const last = quotes.at(-1) ?? '';
  return quotes.length < 2 ? last : `${quotes.slice(0, -1).join(', ')} ${WORDS[language].and} ${last}`;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '')}"`;
}

import type { InvitationsNarrowed } from '../domain/invitations-narrowed';
import type { PeriodName } from './intent';

/** What narrows a question for invitations: "by Alice", "mine", "older than a week", "of this week". */

const NUMBERS = [
  [1, 'an?|one|ein(?:e[nmrs]?)?|une?|una?|een|één'],
  [2, 'two|zwei|deux|dos|twee'],
  [3, 'three|drei|trois|tres|drie'],
  [4, 'four|vier|quatre|cuatro'],
] as const;
const UNITS = [
  [1, 'days?|tage?n?|jours?|días?|dag|dagen'],
  [7, 'weeks?|wochen?|semaines?|semanas?|weken'],
  [30, 'months?|monate?n?|mois|mes|meses|maand|maanden'],
] as const;
const oneOf = (words: readonly (readonly [number, string])[]): string => words.map(([, said]) => said).join('|');
const AGE = new RegExp(
  `(?<!\\p{L})(?:older|longer|more|over|for|since|than|länger|älter|über|mehr|als|seit|plus|depuis|más|desde|hace|llevan|langer|ouder|meer|sinds|dan|al|de|d'|que) ?(?<count>\\d{1,3}|${oneOf(NUMBERS)}) (?<unit>${oneOf(UNITS)})(?!\\p{L})`,
  'iu',
);

const PERIODS: readonly (readonly [PeriodName, RegExp])[] = [
  [
    'this_week',
    /(?<!\p{L})(?:this week|(?:diese[rn]?|der) woche|cette semaine|de la semaine(?! (?:dernière|passée))|esta semana|deze week)(?!\p{L})/iu,
  ],
  [
    'last_week',
    /(?<!\p{L})(?:last week|letzte[rn]? woche|vorige[rn]? woche|la semaine (?:dernière|passée)|la semana pasada|vorige week|afgelopen week)(?!\p{L})/iu,
  ],
  [
    'this_month',
    /(?<!\p{L})(?:this month|diese[nms]* monats?|des monats|ce mois|du mois(?! (?:dernier|passé))|este mes|deze maand)(?!\p{L})/iu,
  ],
  [
    'last_month',
    /(?<!\p{L})(?:last month|letzte[nms]* monats?|(?:le|du) mois (?:dernier|passé)|el mes pasado|vorige maand|afgelopen maand)(?!\p{L})/iu,
  ],
  ['today', /(?<!\p{L})(?:today|heute|aujourd'hui|hoy|vandaag)(?!\p{L})/iu],
  ['yesterday', /(?<!\p{L})(?:yesterday|gestern|hier|ayer|gisteren)(?!\p{L})/iu],
];

const MINE =
  /(?<!\p{L})(?:my|mine|(?:by|from) me|meine[rn]?|von mir|mes|(?:par|de) moi|les miennes|mis|(?:por|de) mí|mías|mijn|van mij)(?!\p{L})/iu;
const BY =
  /(?:invit|einladung|uitnodiging).*(?<!\p{L})(?:(?:by|from|of|von|de|par|por|van) |d')(?<who>\p{L}[\p{L}'-]*(?: \p{L}[\p{L}'-]*)?)$/iu;
const NOBODY =
  /^(?:the|this|last|today|yesterday|us|our|all|an?|diese\p{L}*|letzte\p{L}*|uns|heute|gestern|gisteren|cette|ce|la|le|nous|aujourd'hui|esta|este|hoy|ayer|nosotros|deze|vorige|ons|vandaag|plus|más|more)(?!\p{L})/iu;

/** `text` is known to ask for invitations. */
export function invitationsNarrowed(text: string): InvitationsNarrowed {
  const said = text.replaceAll('’', "'").replace(/[\s?.!]+$/u, '');
  const olderDays = ageIn(said);
  const period = PERIODS.find(([, pattern]) => pattern.test(said))?.[0];
  const by = whoseIn(said);
  return {
    ...(by === undefined ? {} : { by }),
    ...(olderDays === undefined ? {} : { olderDays }),
    ...(period === undefined || olderDays !== undefined ? {} : { period }),
  };
}

function whoseIn(said: string): string | true | undefined {
  if (MINE.test(said)) return true;
  const who = BY.exec(said)?.groups?.['who'];
  return who === undefined || AGE.test(said) || NOBODY.test(who) ? undefined : who;
}

function ageIn(said: string): number | undefined {
  const { count, unit } = AGE.exec(said)?.groups ?? {};
  if (count === undefined || unit === undefined) return undefined;
  return (numberOf(unit, UNITS) ?? 1) * (numberOf(count, NUMBERS) ?? Number(count));
}

function numberOf(said: string, words: readonly (readonly [number, string])[]): number | undefined {
  return words.find(([, pattern]) => new RegExp(`^(?:${pattern})$`, 'iu').test(said))?.[0];
}

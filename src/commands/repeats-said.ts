import type { DayAsked } from '../domain/day-asked';
import { dayIn } from './day-said';

/** "Every Monday", "jeden Tag", "les lundis": again and again; the day is the first of them. */

const EACH =
  /^(?:every(?: single| other| second)?|each|jede[nrsm]?(?: zweiten?)?|alle|chaque|tou(?:s|tes) les(?: deux)?|cada|tod[oa]s l[oa]s|elke|iedere?|om de) (?<of>.+)$/iu;
const DAYS: readonly (readonly [RegExp, DayAsked])[] = [
  [
    /^(?:daily|every ?day|täglich|quotidiennement|a diario|diariamente|dagelijks|(?:working |week)?days?|(?:arbeits|werk)?tage?|jours?(?: ouvrables?)?|días?(?: laborables)?|(?:werk)?dag(?:en)?|mornings?|morgen|matins?|mañanas?|ochtend)$/iu,
    { named: 'tomorrow' },
  ],
  [
    /^(?:weekly|wöchentlich|hebdomadaire(?:ment)?|semanalmente|wekelijks|weeks?|wochen?|semaines?|semanas?|weken)$/iu,
    { named: 'next-week' },
  ],
  [
    /^(?:monthly|monatlich|mensuellement|mensualmente|maandelijks|months?|monate?|mois|mes(?:es)?|maand(?:en)?)$/iu,
    { named: 'next-month' },
  ],
];
/** "On Mondays", "montags", "los lunes". */
const PLURAL =
  /^(?:(?:on )?(?<en>(?:mon|tues|wednes|thurs|fri|satur|sun)day)s|(?:immer )?(?<de>(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)s|les (?<fr>(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)s|los (?<es>lunes|martes|miércoles|jueves|viernes|sábado|domingo)s?|(?:op )?(?<nl>(?:maan|dins|woens|donder|vrij|zater|zon)dag)en)$/iu;

/** Undefined where nothing is to happen again and again. */
export function repeatsIn(said: string): { readonly day?: DayAsked } | undefined {
  const text = said.trim();
  const plural: Readonly<Record<string, string | undefined>> = PLURAL.exec(text)?.groups ?? {};
  const weekday = Object.values(plural).find((name) => name !== undefined);
  const of = weekday ?? EACH.exec(text)?.groups?.['of'];
  if (of === undefined && !ADVERB.test(text)) return undefined;
  const what = of ?? text;
  const day = named(what) ?? dayIn(what) ?? dayIn(what.replace(/s$/u, ''));
  return day === undefined ? {} : { day };
}

/** These say by themselves that it is to happen again. */
const ADVERB =
  /^(?:daily|everyday|täglich|quotidiennement|diariamente|dagelijks|weekly|wöchentlich|hebdomadairement|semanalmente|wekelijks|monthly|monatlich|mensuellement|mensualmente|maandelijks)$/iu;

function named(text: string): DayAsked | undefined {
  return DAYS.find(([pattern]) => pattern.test(text))?.[1];
}

import type { PauseAsked } from '../domain/pause';
import { dayIn } from './day-said';

/** "Until Monday", "bis morgen 9", "for two hours": how long it is to be quiet from now on. */

const UNTIL =
  /(?<!\p{L})(?:until|till?|'til|untill|up to|bis(?: zum| zur| auf)?|jusqu'(?:à|a|aux?|en)(?: ce que)?|jusque|hasta(?: el| la| las| los)?|tot(?: aan)?)(?!\p{L})\s*(?<when>[^|]+)/iu;
const AFTER = /(?<!\p{L})(?:jusqu')?(?<when>(?:après|apres) [^|]+)/iu;
const THIS_WEEK =
  /(?<!\p{L})(?:(?:for )?(?:the )?(?:rest|remainder) of (?:the|this) week|(?:for )?this week|(?:den |für den )?rest der woche|diese woche|(?:le )?reste de la semaine|cette semaine|(?:el )?resto de la semana|esta semana|(?:de )?rest van de week|deze week)(?: over)?(?!\p{L})/iu;
const FOR =
  /(?<!\p{L})(?:(?:for|für|fuer|pour|pendant|por|durante|voor)(?: the next| die nächsten?| les prochaines?| las próximas?| los próximos| de komende)?|the next|die nächsten?) (?<length>[^|]+)/iu;
const LENGTH =
  /^(?<count>\d{1,4}|half an|an?|one|two|three|four|five|six|eine?r?|einer halben|zwei|drei|vier|fünf|sechs|une?|deux|trois|quatre|una?|dos|tres|cuatro|een|twee|drie|vier) ?(?<unit>min(?:ute|uto|uut|uten)?s?n?|h|hrs?|hours?|std|stunden?|heures?|horas?|uur|uren)$/iu;
/** "Two hours of quiet"; what can be a time of day is none. */
const BARE =
  /(?:^|[\s|])(?<length>(?:\d{1,3}|half an|an?|one|two|three|four|eine|zwei|drei|vier|een|twee|drie) (?:hours?|minutes?|stunden?|minuten|uren))(?!\p{L})(?: (?:of|lang))?/iu;
const COUNTS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'a an one ein eine einer un une una een',
    'two zwei deux dos twee',
    'three drei trois tres drie',
    'four vier quatre cuatro',
    'five fünf',
    'six sechs',
  ].flatMap((words, at) => words.split(' ').map((word) => [word, at + 1])),
);

const AT = '(?:at |um |gegen |à |a las? |om |@ ?)?';
const TIME = new RegExp(
  `(?:^|[\\s,]+)${AT}(?:(?<hour>\\d{1,2})(?:[:.h](?<minute>\\d{2}))?(?<mark> ?(?:a\\.?m\\.?|p\\.?m\\.?|uhr|h|heures?|horas?|uur|u|o'clock))?|(?<named>noon|midday|mittags?|midi|mediodía|(?:(?:in the |this )?(?:evening|afternoon))|(?:am )?(?:abends?|nachmittags?)|(?:l')?après-midi|(?:ce )?soir|(?:por la )?(?:tarde|noche)|(?:in de )?(?:avond|namiddag)))(?<half> (?:in the )?(?:morning|evening|afternoon)| (?:de la )?(?:mañana|tarde)| morgens| früh| abends)?$`,
  'iu',
);
const POLITE =
  /[\s,]+(?:please|pls|bitte|s'il (?:te|vous) plaît|stp|svp|por favor|aub|graag|alsjeblieft|thanks|danke|merci|gracias|bedankt)[\s.!]*$/iu;

export interface PauseSaid {
  readonly pause: PauseAsked;
  /** What is left of the text. */
  readonly rest: string;
}

/** `isAlone`: a time without a day is meant, too. */
export function pauseIn(text: string, isAlone: boolean): PauseSaid | undefined {
  const week = THIS_WEEK.exec(text);
  if (week !== null) return { pause: { until: { named: 'next-week' } }, rest: without(text, week[0]) };
  for (const pattern of [UNTIL, AFTER]) {
    const found = pattern.exec(text);
    const when = found?.groups?.['when']?.replace(POLITE, '').trim();
    const pause = when === undefined ? undefined : endSaid(when, isAlone);
    if (found !== null && pause !== undefined) return { pause, rest: without(text, found[0]) };
  }
  const found = FOR.exec(text) ?? BARE.exec(text);
  const length = found?.groups?.['length']?.replace(POLITE, '').trim();
  const pause = length === undefined ? undefined : lengthSaid(length);
  return found === null || pause === undefined ? undefined : { pause, rest: without(text, found[0]) };
}

function endSaid(when: string, isAlone: boolean): PauseAsked | undefined {
  const found = TIME.exec(when);
  const time = found === null ? undefined : timeOf(found.groups ?? {});
  const before = found === null ? '' : when.slice(0, found.index).trim();
  if (time !== undefined && before === '') return isAlone ? { time } : undefined;
  const day = time === undefined ? undefined : dayIn(before);
  const isBare = found?.groups?.['hour'] !== undefined && !/[:.h]|\p{L}/u.test(found[0].trim());
  // "January 5" is a day, "Monday 5" has a time.
  if (day !== undefined && time !== undefined && (!isBare || 'weekday' in day || 'named' in day))
    return { until: day, time };
  const until = dayIn(when);
  return until === undefined ? undefined : { until };
}

function lengthSaid(length: string): PauseAsked | undefined {
  const { count = '', unit = '' } = LENGTH.exec(length)?.groups ?? {};
  const isHalf = /^half an$|halb/iu.test(count);
  const many = isHalf ? 0.5 : /^\d/u.test(count) ? Number(count) : COUNTS[count.toLowerCase()];
  if (many !== undefined && many > 0) return { minutes: Math.round(many * (/^min/iu.test(unit) ? 1 : 60)) };
  const until = dayIn(`for ${length}`);
  return until !== undefined && 'in' in until ? { until } : undefined;
}

const NAMED: readonly (readonly [RegExp, string])[] = [
  [/noon\b|midday|mittag(?!s?$)|^mittags?$|midi$(?<!après-midi)|mediodía/iu, '12:00'],
  [/afternoon|nachmittag|après-midi|tarde|namiddag/iu, '13:00'],
  [/evening|abend|soir|noche|avond/iu, '18:00'],
];

function timeOf(said: Readonly<Record<string, string | undefined>>): string | undefined {
  const { hour: written, minute = '00', mark = '', named, half = '' } = said;
  if (named !== undefined) return NAMED.find(([words]) => words.test(named.trim()))?.[1];
  const hour = Number(written);
  const isLater =
    (/p/iu.test(mark.replace(/heures?/iu, '')) || /evening|afternoon|tarde|abend/iu.test(half)) && hour < 12;
  const isMidnight = /^ ?a/iu.test(mark) && hour === 12;
  const time = isMidnight ? 0 : isLater ? hour + 12 : hour;
  if (written === undefined || time > 24 || Number(minute) > 59) return undefined;
  return `${String(time % 24).padStart(2, '0')}:${minute}`;
}

function without(text: string, said: string): string {
  return text.replace(said, ' | ');
}

import type { DaysOffAsked } from '../domain/days-off';
import { dayIn } from './day-said';

const MONTH =
  'jan(?:uar[yi]?|vier)?|j[äa]n(?:ner)?|enero|ene|feb(?:ruar[yi]?|rero)?|f[ée]v(?:rier)?|m[äa]r(?:ch|z|s|zo|t)?|maart|mrt|apr(?:il)?|avr(?:il)?|abr(?:il)?|ma[iy]o?|mei|jun[ei]?|juin|junio|jul[yi]?|juil(?:let)?|julio|aug(?:ust(?:us)?)?|ao[uû]t|ago(?:sto)?|sep(?:t(?:ember|embre|iembre)?)?|o[ck]t(?:ober|obre|ubre)?|nov(?:ember|embre|iembre)?|d[eéi][cz](?:ember|embre|iembre)?';
const DATE = `\\d{1,2}(?:st|nd|rd|th|er|º)?\\.?(?: (?:of|de|du|del))? (?:${MONTH})(?!\\p{L})\\.?(?: (?:de )?20\\d\\d)?|(?:${MONTH}) \\d{1,2}(?:st|nd|rd|th)?(?!\\d)(?:,? 20\\d\\d)?|\\d{1,2}\\.\\d{1,2}\\.(?:20\\d\\d)?|20\\d\\d-\\d\\d-\\d\\d`;
const ARTICLE = "(?:on|am|an|den|dem|der|the|le|l'|el|al|op|du|del|vom) ?";
const TO =
  "(?: (?:to|until|till|through|bis|bis zum|au|à|jusqu'au|al|a|hasta|hasta el|tot|tot en met|t/m) |\\s?[–—-]\\s?)";

/** "24 Dec to 2 Jan", "24.–27.12."; then "on 24 December", "until 5 January". */
const RANGE = new RegExp(
  `(?<!\\d)(?:(?:from|between|von|vom|du|de|del|van) )?(?:${ARTICLE})?(${DATE})${TO}(?:${ARTICLE})?(${DATE})`,
  'iu',
);
const SHORT_RANGE = new RegExp(
  `(?<!\\d)(?:(?:from|von|vom|du|del|van) )?(?:${ARTICLE})?(\\d{1,2})\\.?${TO}(?:${ARTICLE})?(${DATE})`,
  'iu',
);
const UNTIL = new RegExp(
  `(?:until|till|bis(?: zum)?|jusqu'au|hasta(?: el)?|tot(?: en met)?) (?:${ARTICLE})?(${DATE})`,
  'iu',
);
const ONE = new RegExp(`(?<!\\d)(?:${ARTICLE})?(${DATE})`, 'iu');

const LEAD =
  '(?:(?:on|over|at|during|for|around|am|an|über|ueber|zu|um|à|a|pendant|pour|en|por|durante|con|met|op|tijdens|rond|de|la|le|el|the|den) )*';
const CHRISTMAS = 'christmas|xmas|x-mas|weihnachten|noël|noel|navidad(?:es)?|kerst(?:mis)?';
const NEW_YEAR =
  "new year(?:'?s)?(?: day)?|neujahr|silvester|(?:le )?(?:nouvel an|jour de l'an)|(?:el )?año nuevo|oud en nieuw|nieuwjaar|oud en nieuw";
const feast = (words: string): RegExp => new RegExp(`(?<!\\p{L})${LEAD}(?:${words})(?!\\p{L})`, 'iu');
const december = (day: number) => ({ day, month: 12 });

/** Days that have a name, the longest name first. What is said of today holds for the rest of it. */
const NAMED: readonly (readonly [RegExp, DaysOffAsked])[] = [
  [
    feast(
      `(?:between|zwischen|entre|tussen) (?:${LEAD})(?:${CHRISTMAS}) (?:and|und|et|y|en) (?:${LEAD})(?:${NEW_YEAR})|zwischen den jahren`,
    ),
    { from: december(25), to: { day: 1, month: 1 } },
  ],
  [
    feast('(?:christmas|xmas) eve|heilig(?:er |en )?abend|veille de noël|nochebuena|kerstavond'),
    { from: december(24) },
  ],
  [feast("new year'?s'? eve|nye|silvester|saint-sylvestre|nochevieja|oude?jaars(?:dag|avond)"), { from: december(31) }],
  [feast(NEW_YEAR), { from: { day: 1, month: 1 } }],
  [feast('semana santa'), { from: { feast: 'maundy-thursday' }, to: { feast: 'easter-monday' } }],
  [
    feast(
      '(?:the )?easter(?: weekend| holidays?| days)?|ostern|osterfeiertagen?|(?:das )?osterwochenende|(?:week-?end de )?pâques|pascua|pasen|(?:het )?paasweekend|(?:de )?paasdagen',
    ),
    { from: { feast: 'good-friday' }, to: { feast: 'easter-monday' } },
  ],
  [
    feast(
      'whitsun|pentecost|pfingsten|pfingstfeiertagen?|(?:das )?pfingstwochenende|(?:la )?pentecôte|pentecostés|pinksteren|(?:het )?pinksterweekend|(?:de )?pinksterdagen',
    ),
    { from: { feast: 'pentecost' }, to: { feast: 'whit-monday' } },
  ],
  [feast('weihnachten|weihnachtstage'), { from: december(24), to: december(26) }],
  [feast(`(?:${CHRISTMAS})(?: days?| dagen)?|kerstdagen`), { from: december(25), to: december(26) }],
  [feast("today|for the rest of (?:the|to) ?day|heute|aujourd'hui|hoy|vandaag"), {}],
  [feast('tomorrow|morgen(?! ?früh)|demain|mañana'), { from: { named: 'tomorrow' } }],
];

/** Whether a text may hold any of them. */
export function mayHoldDays(text: string): boolean {
  return /\d/u.test(text) || NAMED.some(([pattern]) => pattern.test(text));
}

export interface DatesTaken {
  readonly off: readonly DaysOffAsked[];
  readonly rest: string;
}

/** The dates of a text, and what is left of it; undefined where one of them is none. */
export function datesIn(text: string): DatesTaken | undefined {
  const off: DaysOffAsked[] = [];
  let rest = text;
  for (const [pattern, days] of NAMED) {
    const found = pattern.exec(rest);
    if (found === null) continue;
    off.push(days);
    rest = `${rest.slice(0, found.index)} | ${rest.slice(found.index + found[0].length)}`;
  }
  for (let left = true; left;) {
    left = false;
    for (const [pattern, read] of READERS) {
      const found = pattern.exec(rest);
      if (found === null) continue;
      const days = read(found[1] ?? '', found[2] ?? '');
      if (days === undefined) return undefined;
      off.push(days);
      rest = `${rest.slice(0, found.index)} | ${rest.slice(found.index + found[0].length)}`;
      left = true;
      break;
    }
  }
  return { off, rest };
}

type Read = (first: string, second: string) => DaysOffAsked | undefined;

const READERS: readonly (readonly [RegExp, Read])[] = [
  [RANGE, (first, second) => both(dayIn(first), dayIn(second))],
  [SHORT_RANGE, (first, second) => ofOneMonth(first, dayIn(second))],
  [UNTIL, (last) => untilDay(dayIn(last))],
  [ONE, (day) => oneDay(dayIn(day))],
];

type Day = ReturnType<typeof dayIn>;

function both(from: Day, to: Day): DaysOffAsked | undefined {
  return from === undefined || to === undefined ? undefined : { from, to };
}

function ofOneMonth(first: string, to: Day): DaysOffAsked | undefined {
  return to === undefined || !('day' in to) ? undefined : { from: { ...to, day: Number(first) }, to };
}

function untilDay(to: Day): DaysOffAsked | undefined {
  return to === undefined ? undefined : { to };
}

function oneDay(from: Day): DaysOffAsked | undefined {
  return from === undefined ? undefined : { from };
}

/** The same where nothing but dates is typed; undefined where something else is. */
export function daysOffNamed(text: string): readonly DaysOffAsked[] | undefined {
  const found = datesIn(text);
  if (found === undefined) return undefined;
  return found.rest.replaceAll(/(?:and|und|et|y|en)(?!\p{L})|[\s|,;&+]/giu, '') === '' ? found.off : undefined;
}

import type { Language } from '../domain/language';
import type { Span } from '../domain/span';
import { dayBeforeIn } from './day-before';
import { timeAt } from './filters/times';
import { askedWords, foldAsked, itemsIn } from './filters/words';

/** What may stand before a month that is said by itself. */
const IN = /^(?:(?:during|in|im|en|au|durant|pendant|durante)(?: the| le| el| de)?(?: mois de| mes de| maand)? )/;
const UNTIL =
  "(?:before|by|until|till|up to|through|vor|bis(?: zu[mr]?)?|avant|d'ici(?: a)?|jusqu'(?:a|au)|antes de(?: la| las| el)?|hasta(?: la| las| el)?|para|voor|tot(?: en met)?)";
const ARTICLE = '(?: (?:the|den|dem|de|la|le|les|el|las|het))?';
/** Days that have a name, by the last day before they are over or begin. */
const HOLIDAYS: readonly (readonly [string, { readonly month: number; readonly day: number }])[] = [
  [
    'christmas|xmas|x-mas|weihnacht(?:en|s\\p{L}*)|heiligabend|noel|navidad(?:es)?|kerst(?:mis)?|the holidays|feiertagen|fetes|fiestas|feestdagen',
    { month: 12, day: 24 },
  ],
  [
    "(?:the )?new year(?:'?s(?: eve| day)?)?|neujahr|silvester|jahreswechsel|nouvel an|jour de l'an|ano nuevo|nochevieja|nieuwjaar|oud en nieuw|jaarwisseling|year end|jahresende",
    { month: 12, day: 31 },
  ],
];
const NAMED_DAYS = HOLIDAYS.map(([names, until]) => ({
  until,
  said: new RegExp(`^${UNTIL}${ARTICLE} (?:${names})$`, 'u'),
}));

/** The period to come that these words are, all of them: also "in December" and "before Christmas". */
export function spanAhead(said: string, language: Language): Span | undefined {
  const text = foldAsked(said).replaceAll('’', "'").trim();
  const holiday = NAMED_DAYS.find((one) => one.said.test(text));
  if (holiday !== undefined) return { until: holiday.until };
  const day = dayBeforeIn(said, language);
  if (day !== undefined && 'span' in day) return day.span;
  const items = itemsIn(askedWords(text.replace(IN, '')), language);
  const time = timeAt(items, 0);
  return time?.time === 'span' && time.end === items.length ? time.span : undefined;
}

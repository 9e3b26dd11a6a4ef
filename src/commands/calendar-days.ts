import type { DayAsked } from '../domain/day-asked';

/** Days of the year that have a name. */
const FEASTS: readonly (readonly [RegExp, { readonly day: number; readonly month: number }])[] = [
  [
    /^(?:the )?(?:christmas|xmas|x-mas) eve$|^(?:den )?heilig(?:er |en |e |en)?abend$|^(?:la )?veille de noel$|^(?:la )?nochebuena$|^kerstavond$/u,
    { day: 24, month: 12 },
  ],
  [
    /^(?:christmas|xmas|x-mas)(?: day)?$|^weihnacht(?:en|stag)$|^(?:la )?noel$|^(?:la )?navidad$|^(?:de )?(?:eerste )?kerst(?:mis|dag)?$/u,
    { day: 25, month: 12 },
  ],
  [
    /^(?:new year'?s'? eve|nye)$|^silvester$|^(?:la )?saint-sylvestre$|^(?:la )?nochevieja$|^oude?jaar(?:sdag|savond)?$/u,
    { day: 31, month: 12 },
  ],
];

/** "KW 50", "week 50". */
const WEEK =
  /^(?:(?:in|the|der|die|de|la|ab) )*(?:calendar week|cw|wk|week|kw|kalenderwoche|woche|semaine|sem\.?|semana)(?: (?:n[ro°º]?\.? ?))? ?(?<week>\d{1,2})$/u;

/** A day that calendars name or count: "Christmas Eve", "KW 50"; folded, and without what stands before it. */
export function calendarDay(said: string): DayAsked | undefined {
  const feast = FEASTS.find(([pattern]) => pattern.test(said));
  if (feast !== undefined) return feast[1];
  const week = WEEK.exec(said)?.groups?.['week'];
  return week === undefined ? undefined : { week: Number(week) };
}

import type { Weekday } from '../domain/calendar';
import type { DayAsked } from '../domain/day-asked';
import type { Unit } from '../domain/span';
import { calendarDay } from './calendar-days';
import { feastSaid } from './feasts-said';

/** A day to come in words, in five languages: "Monday", "in 3 days", "am 15.", "después de las fiestas", "volgende week". */

const WEEKDAYS: Readonly<Record<Weekday, string>> = {
  monday: 'monday mon montag mo lundi lun lunes maandag ma',
  tuesday: 'tuesday tue tues dienstag di mardi martes dinsdag',
  wednesday: 'wednesday wed weds mittwoch mi mercredi mer miercoles woensdag wo woe',
  thursday: 'thursday thu thur thurs donnerstag do jeudi jeu jueves donderdag',
  friday: 'friday fri freitag fr vendredi ven viernes vrijdag vr vrij',
  saturday: 'saturday sat samstag sonnabend sa samedi sam sabado zaterdag za',
  sunday: 'sunday sun sonntag so dimanche dim domingo zondag zo',
};

const MONTHS: readonly string[] = [
  'january jan januar janner janvier enero ene januari',
  'february feb februar fevrier fev febrero februari',
  'march mar marz mars marzo maart mrt',
  'april apr avril avr abril abr',
  'may mai mayo mei',
  'june jun juni juin junio',
  'july jul juli juillet juil julio',
  'august aug aout agosto ago augustus',
  'september sept sep septembre septiembre',
  'october oct oktober okt octobre octubre',
  'november nov novembre noviembre',
  'december dec dezember dez decembre diciembre dic',
];

const NUMBERS: readonly string[] = [
  'a an one ein eine einem einer einen un une uno una een',
  'two zwei deux dos twee',
  'three drei trois tres drie',
  'four vier quatre cuatro',
  'five funf cinq cinco vijf',
  'six sechs seis zes',
  'seven sieben sept siete zeven',
  'eight acht huit ocho',
  'nine neun neuf nueve negen',
  'ten zehn dix diez tien',
];

const UNITS: Readonly<Record<Unit, string>> = {
  day: 'day days tag tage tagen jour jours dia dias dag dagen',
  week: 'week weeks wk wks woche wochen semaine semaines semana semanas weken',
  month: 'month months mth mths monat monate monaten mois mes meses maand maanden',
  year: 'year years jahr jahre jahren an ans annee ano anos jaar',
};

function table<T>(entries: readonly (readonly [T, string])[]): ReadonlyMap<string, T> {
  return new Map(entries.flatMap(([value, words]) => words.split(' ').map((word): [string, T] => [word, value])));
}

// Object.entries forgets the names of its keys, here and below.
const weekdays = table(Object.entries(WEEKDAYS).map(([day, words]) => [day as Weekday, words] as const));

/** A weekday by its name; short ones mean other things by themselves. */
export function weekdayNamed(folded: string): Weekday | undefined {
  return folded.length > 4 ? weekdays.get(folded) : undefined;
}
const months = table(MONTHS.map((words, at) => [at + 1, words] as const));
const numbers = table(NUMBERS.map((words, at) => [at + 1, words] as const));
const units = table(Object.entries(UNITS).map(([unit, words]) => [unit as Unit, words] as const));

/** The month of this name, in any of the languages; small letters without accents. */
export function monthNamed(word: string): number | undefined {
  return months.get(word);
}

type Named = Extract<DayAsked, { readonly named: unknown }>['named'];

const TODAY_PART =
  ' (?:morning|afternoon|evening|night|vormittag|nachmittag|abend|matin|apres-midi|soir|ochtend|middag|avond)';
const NAMED: readonly (readonly [Named, string])[] = [
  [
    'today',
    `today|(?:later )?today|this(?:${TODAY_PART})|tonight|heute|aujourd'hui|ce(?: soir|t apres-midi)|hoy|esta (?:tarde|noche)|vandaag|vanmiddag|vanavond`,
  ],
  [
    'tomorrow',
    'tomorrow|tomorow|tommorow|tommorrow|tmrw?|tmw|2moro|morgen|demain|manana|morgen ?(?:vroeg|ochtend|middag)|morgen fruh',
  ],
  [
    'day-after-tomorrow',
    '(?:the )?day after(?: tomorrow)?|ubermorgen|uebermorgen|apres-? ?demain|pasado(?: manana)?|overmorgen',
  ],
  [
    'next-week',
    'next week|the (?:following|coming|week after|beginning of next) ?(?:week)?|(?:anfang )?(?:nachste[rn]?|naechste[rn]?|kommende[rn]?) woche|(?:die )?nachste woche|semaine prochaine|(?:debut de )?(?:la )?semaine (?:prochaine|suivante)|(?:la )?(?:proxima semana|semana (?:que viene|proxima|siguiente))|(?:begin )?(?:volgende|komende) week|(?:the |over the |over |this |after the |nach dem |uber das |ubers |apres le |pendant le |ce |dit |over het |este |despues del |tras el |na het |het )?(?:weekend|week-end|wochenende|fin de semana)',
  ],
  [
    'week-after-next',
    '(?:the )?week after next|(?:die |der |die )?(?:ubernachste[rn]?|uebernachste[rn]?) woche|(?:la )?semaine (?:d.apres|apres la prochaine)|dentro de dos semanas|(?:la )?semana siguiente a la proxima|(?:de )?week (?:erna|daarna|erop|na volgende week)',
  ],
  [
    'next-month',
    '(?:the )?(?:beginning of )?next month|(?:(?:anfang )?(?:nachste[nrm]?|naechste[nrm]?|kommende[nrm]?) monats?)|(?:le )?mois prochain|(?:el )?(?:proximo mes|mes (?:que viene|proximo))|(?:begin )?volgende maand',
  ],
  [
    'next-quarter',
    '(?:the )?next quarter|(?:nachste[snm]?|kommende[snm]?) quartal|(?:le )?trimestre prochain|(?:le )?prochain trimestre|(?:el )?(?:proximo trimestre|trimestre que viene)|(?:het )?volgende? kwartaal',
  ],
  [
    'next-year',
    "next year|(?:nachste[snm]?|naechste[snm]?|kommende[snm]?) jahr|l'an(?:nee)? prochaine?|(?:el )?(?:proximo ano|ano que viene)|volgend jaar",
  ],
  [
    'end-of-week',
    '(?:the )?end of (?:the |this )?week|(?:zum )?ende (?:der|dieser) woche|wochenende?r? freitag|(?:la )?fin de (?:la |cette )?semaine|final(?:es)? de (?:la |esta )?semana|(?:het )?einde? (?:van )?(?:de |deze )?week',
  ],
  [
    'end-of-month',
    '(?:the )?end of (?:the |this )?month|(?:zum )?(?:ende (?:des|dieses) monats|monatsende)|(?:la )?fin (?:du|de ce) mois|(?:el )?(?:fin|final(?:es)?) (?:de |del )?(?:este )?mes|(?:het )?einde? (?:van )?(?:de |deze )?maand',
  ],
  [
    'end-of-year',
    "(?:the )?(?:end of (?:the |this )?year|year(?: |-)?end)|(?:zum )?(?:ende (?:des|dieses) jahres|jahresende)|(?:la )?fin (?:de l'annee|d'annee|de cette annee)|(?:el )?(?:fin|final(?:es)?) (?:de |del )?(?:este )?ano|(?:het )?einde? (?:van )?(?:het |dit )?jaar",
  ],
];
const AFTER: readonly (readonly ['holidays' | 'new-year', string])[] = [
  [
    'new-year',
    "(?:(?:after|in|from) (?:the )?new year(?:'?s)?(?: day)?|(?:the )?new year|nach (?:neujahr|silvester|dem jahreswechsel)|(?:im |ins )?neuen? jahr|(?:apres (?:le )?(?:nouvel an|jour de l'an)|(?:la )?nouvelle annee)|(?:despues (?:de|del) |tras (?:el )?|pasado (?:el )?)?ano nuevo|na (?:nieuwjaar|oud en nieuw|de jaarwisseling)|(?:in )?het nieuwe jaar)",
  ],
  [
    'holidays',
    '(?:after (?:the |my |our )?(?:holidays?|hols|vacations?|festive season|season|break)|(?:when|once) (?:the )?holidays are over|nach (?:den |dem |unseren )?(?:feiertagen|ferien|urlaub)|apres (?:les |mes )?(?:fetes|vacances|conges)|(?:la )?rentree|(?:despues de (?:las )?|tras (?:las )?|pasadas las )(?:fiestas|vacaciones|festivos)|na (?:de |mijn )?(?:feestdagen|vakantie|feest)|(?:the )?holidays)',
  ],
];

const whole = (words: string): RegExp => new RegExp(`^(?:${words})$`, 'u');
const named = NAMED.map(([name, words]) => [name, whole(words)] as const);
const after = AFTER.map(([name, words]) => [name, whole(words)] as const);

/** What may stand before a day that is said by its name or number. */
const BEFORE =
  "(?:(?:on|by|the|coming|this|am|an|den|dem|der|die|das|le|la|l'|el|los|dia|op|de|het|of|ab|zum|zur|a|au|al|kommenden?|diesen?|ce|este|deze|dit|aanstaande|komende) )*";
const NEXT_BEFORE =
  '(?:next|volgende week|next week(?: on)?|nachste[rn]? woche|kommende[rn]? woche|volgende|semaine prochaine)';
const NEXT_BEHIND =
  '(?:next week|(?:in der )?(?:nachste[rn]?|kommende[rn]?) woche|de (?:la )?semaine prochaine|de la (?:proxima semana|semana que viene)|(?:van )?volgende week|week after)';
const COMING = '(?:nachste[rn]?|naechste[rn]?|proximo|prochain|que viene|a\\.? ?s\\.?)';
const PART =
  "(?:,? (?:early|first thing|in the morning|morning|afternoon|evening|(?:at |um |a las? |om |vers )?\\d{1,2}(?:[:.h]\\d\\d)? ?(?:am|pm|h|uhr|uur|o'clock)|fruh|vormittag|vormittags|nachmittag|nachmittags|matin|apres-midi|por la (?:manana|tarde)|ochtend|middag))?";

const WEEKDAY = new RegExp(
  `^${BEFORE}(?:(?<next>${NEXT_BEFORE}) |(?:${COMING} ))?${BEFORE}(?<day>[a-z]{2,10})\\.?(?: (?<behind>${NEXT_BEHIND})| ${COMING})?${PART}$`,
  'u',
);
const IN =
  /^(?:(?:in|for|another|about|fur|um|noch|dans|pendant|pour|d'ici|en|dentro de|por|durante|over|voor|nog) )*(?<count>\d{1,3}|[a-z]+) (?<unit>[a-z]+)(?:'s?| time|'s? time|s' time| lang| later| spater| from now)*$/u;
const SOME =
  /^(?:(?:in|for|fur|dans|pendant|en|dentro de|over|voor) )?(?:a (?:couple of|few)|ein paar|einige|quelques|unos|un par de|een paar|enkele) (?<unit>[a-z]+)$/u;
const FORTNIGHT =
  /^(?:(?:in|for|fur|dans|pendant|en|dentro de|over|voor) )?(?:a fortnight|quinze jours|quince dias|vierzehn tagen?|veertien dagen)$/u;

const ISO = /^(?<year>20\d\d)-(?<month>\d{1,2})-(?<day>\d{1,2})$/u;
const DOTTED = /^(?<day>\d{1,2})\. ?(?<month>\d{1,2})\.? ?(?<year>(?:20)?\d\d)?$/u;
const SLASHED = /^(?<first>\d{1,2})[/-](?<second>\d{1,2})(?:[/-](?<year>(?:20)?\d\d))?$/u;
const DAY_FIRST =
  /^(?<day>\d{1,2})(?:st|nd|rd|th|er|e|\.)?(?: (?:of|de|del))? (?<word>[a-z]+)\.?,?(?: (?:de |del )?(?<year>20\d\d))?$/u;
const MONTH_FIRST = /^(?<word>[a-z]+)\.? (?:the )?(?<day>\d{1,2})(?:st|nd|rd|th)?,?(?: (?<year>20\d\d))?$/u;
const DAY_ALONE = /^(?<day>\d{1,2})(?<mark>st|nd|rd|th|er|e|\.)?$/u;

const BEFORE_IT = new RegExp(`^${BEFORE}`, 'u');
const PART_BEHIND = new RegExp(`${PART}$`, 'u');

/** The whole text as a day; undefined when it is none. */
export function dayIn(text: string, language?: 'en'): DayAsked | undefined {
  const said = folded(text);
  const withoutPart = said.replace(PART_BEHIND, '');
  const [name] = named.find(([, pattern]) => pattern.test(withoutPart)) ?? [];
  if (name !== undefined) return { named: name };
  const [holidays] = after.find(([, pattern]) => pattern.test(said)) ?? [];
  if (holidays !== undefined) return { after: holidays };
  return (
    feastSaid(withoutPart) ??
    calendarDay(withoutPart.replace(BEFORE_IT, '')) ??
    weekdayIn(said) ??
    spanIn(said) ??
    dateIn(withoutArticle(said), said, language)
  );
}

/** "Monday week", "a week on Monday", "Montag in einer Woche", "lundi en huit": the one after the coming one. */
const IN_EIGHT =
  /^(?:(?:a )?week (?:on|from) (?<second>[a-z]{3,10})|(?:on |am |an )?(?<first>[a-z]{3,10}) (?:week|in (?:einer|1) woche|en huit|over een week|dentro de una semana))$/u;

function weekdayIn(said: string): DayAsked | undefined {
  const { first, second } = IN_EIGHT.exec(said)?.groups ?? {};
  const inEight = weekdays.get(first ?? second ?? '');
  if (inEight !== undefined) return { weekday: inEight, inEight: true };
  const { next, day = '', behind } = WEEKDAY.exec(said)?.groups ?? {};
  const weekday = weekdays.get(day);
  if (weekday === undefined) return undefined;
  return next === undefined && behind === undefined ? { weekday } : { weekday, next: true };
}

function spanIn(said: string): DayAsked | undefined {
  if (FORTNIGHT.test(said)) return { in: { count: 14, unit: 'day' } };
  const some = units.get(SOME.exec(said)?.groups?.['unit'] ?? '');
  if (some !== undefined) return { in: { count: 2, unit: some } };
  const { count: counted = '', unit: word = '' } = IN.exec(said)?.groups ?? {};
  const unit = units.get(word);
  const count = /^\d/.test(counted) ? Number(counted) : numbers.get(counted);
  return unit === undefined || count === undefined || count === 0 ? undefined : { in: { count, unit } };
}

function dateIn(date: string, said: string, language: 'en' | undefined): DayAsked | undefined {
  const iso = (ISO.exec(date) ?? DOTTED.exec(date))?.groups;
  if (iso !== undefined) return dated(iso['day'], Number(iso['month']), iso['year']);
  const slashed = SLASHED.exec(date)?.groups;
  if (slashed !== undefined) return slashedDate(slashed, said, language);
  const written = (DAY_FIRST.exec(date) ?? MONTH_FIRST.exec(date))?.groups;
  const month = months.get(written?.['word'] ?? '');
  if (written !== undefined && month !== undefined) return dated(written['day'], month, written['year']);
  const alone = DAY_ALONE.exec(date)?.groups;
  // A bare number is a day where an article or a mark says so: "the 15", "am 15.", "el 15".
  if (alone !== undefined && (alone['mark'] !== undefined || date !== said)) return { day: Number(alone['day']) };
  const whole = months.get(date);
  return whole === undefined || date.length < 4 ? undefined : { day: 1, month: whole };
}

/** "12/5" is a day in May everywhere but where English is spoken: there nobody can tell. */
function slashedDate(
  { first = '', second = '', year }: Readonly<Record<string, string | undefined>>,
  said: string,
  language: 'en' | undefined,
): DayAsked {
  const [one, two] = [Number(first), Number(second)];
  if (two > 12 && one <= 12) return dated(second, one, year);
  if (one <= 12 && language === 'en' && one !== two) return { unread: said };
  return dated(first, two, year);
}

function dated(day = '', month: number, year: string | undefined): DayAsked {
  const full = year === undefined ? {} : { year: Number(year.length === 2 ? `20${year}` : year) };
  return { day: Number(day), month, ...full };
}

function withoutArticle(said: string): string {
  return said.replace(BEFORE_IT, '').replace(PART_BEHIND, '');
}

function folded(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll('’', "'")
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/\s+/gu, ' ');
}

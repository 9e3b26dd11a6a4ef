import type { DayAsked } from '../domain/day-asked';
import type { Feast } from '../domain/feasts';

/** Days that calendars name, in five languages; folded. */

const FEASTS: readonly (readonly [Feast, string])[] = [
  ['easter-monday', 'easter monday|ostermontag|lundi de paques|lunes de pascua|(?:tweede|2e) paasdag|paasmaandag'],
  ['good-friday', 'good friday|karfreitag|vendredi saint|viernes santo|goede vrijdag'],
  ['maundy-thursday', 'maundy thursday|grundonnerstag|gruendonnerstag|jeudi saint|jueves santo|witte donderdag'],
  [
    'easter',
    'easter(?: sunday| weekend| days)?|oster(?:n|sonntag|feiertagen?|wochenende)|(?:(?:week-?end|dimanche|fetes) de )?paques|semana santa|(?:domingo de )?pascua|pasen|eerste paasdag|paas(?:weekend|dagen)',
  ],
  [
    'whit-monday',
    'whit monday|pfingstmontag|lundi de (?:la )?pentecote|lunes de pentecostes|(?:tweede|2e) pinksterdag',
  ],
  [
    'pentecost',
    'pentecost|whit(?:sun| sunday)|pfingst(?:en|sonntag|feiertagen?|wochenende)|pentecote|pentecostes|pinksteren|pinkster(?:weekend|dagen)',
  ],
  ['assumption', 'assumption(?: day)?|maria himmelfahrt|assomption|15 aout|asuncion|maria-tenhemelopneming'],
  [
    'ascension',
    'ascension(?: day| thursday)?|(?:christi )?himmelfahrt|(?:jeudi|pont) de l.ascension|hemelvaart(?:sdag)?',
  ],
  ['corpus-christi', 'corpus christi|fronleichnam|fete-dieu|sacramentsdag'],
  ['carnival', 'carnival|mardi gras|shrove tuesday|karneval|fasching|fast?nacht|carnaval'],
  ['thanksgiving', 'thanksgiving(?: day| weekend)?|action de graces?|accion de gracias'],
  ['memorial-day', 'memorial day'],
  ['labor-day', 'labou?r day'],
  ['independence-day', '(?:4th|fourth) of july|july (?:4th|fourth)|independence day'],
  [
    'may-day',
    'tag der arbeit|(?:1\\.|ersten) mai|fete du travail|(?:1er|premier) mai|dia del trabajo|dag van de arbeid',
  ],
  ['bastille-day', 'bastille day|(?:14|quatorze) juillet'],
  ['german-unity', '(?:tag der )?deutschen? einheit'],
  ['all-saints', "all saints(?:'? day)?|allerheiligen|toussaint|todos los santos"],
  ['epiphany', 'epiphany|(?:heilige[nr]? )?drei ?konigs?(?:e|en|tag)?|epiphanie|(?:dia de )?reyes|driekoningen'],
  ['kings-day', "king'?s day|koningsdag"],
  ['christmas', 'christmas|xmas|x-mas|weihnacht(?:en|s|sfeiertagen?)|noel|navidad(?:es)?|kerst(?:mis|dagen)?'],
  [
    'new-year',
    "new year(?:'?s)?(?: day| eve)?|neujahr|silvester|jahreswechsel|nouvel an|jour de l'an|ano nuevo|nieuwjaar|oud en nieuw|jaarwisseling",
  ],
  [
    'holiday',
    '(?:next |coming )?(?:bank|public) holiday|(?:nachsten? )?feiertag|(?:prochain )?jour ferie|(?:proximo )?(?:dia )?festivo|(?:volgende )?feestdag',
  ],
];

const ARTICLE = "(?:the |(?:de[nmr]|dem|den|das|die) |(?:la|le|les|l') ?|(?:el|la|las|los|del?) |(?:de|het) )*";
const AFTER = '(?:after|nach|nachm|apres|despues del?|tras|pasad[ao]s?|na)';

const feasts = FEASTS.map(([feast, words]) => ({
  feast,
  itself: new RegExp(`^${ARTICLE}(?:${words})$`, 'u'),
  after: new RegExp(`^${AFTER} ${ARTICLE}(?:${words})$`, 'u'),
}));

/** Several days, so that none of them is meant by the name alone; or dates. */
const ONLY_AFTER: ReadonlySet<Feast> = new Set(['carnival', 'christmas', 'new-year', 'holiday']);

/** "After Easter", "na Pasen": the day on which people work again; "Good Friday": the day itself. */
export function feastSaid(said: string): DayAsked | undefined {
  const { feast: after } = feasts.find((one) => one.after.test(said)) ?? {};
  if (after !== undefined) return { after };
  const { feast } = feasts.find((one) => !ONLY_AFTER.has(one.feast) && one.itself.test(said)) ?? {};
  return feast === undefined ? undefined : { feast };
}

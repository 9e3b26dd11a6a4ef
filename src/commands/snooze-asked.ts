import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { Intent } from './intent';

/** Whether an account waits, until when, why and who said so: its card tells all of it. */

/** No such question lacks all of these. */
const MENTIONS =
  /snooz|asleep|parked|on hold|postponed|come back|comes back|coming back|zurückgestellt|vertagt|verschoben|geparkt|schläft|kommt|veille|report[ée]|pospuest|aplazad|vuelve|uitgesteld|verschoven|geparkeerd|terug/iu;

const X = String.raw`(?<name>[^,;?]{1,80}?)`;

const ASKED: Readonly<Record<Language, readonly string[]>> = {
  en: [
    `(?:who|why|when) (?:has |have |did |was |were )?(?:you |they |we )?(?:snoozed?|parked|postponed) ${X}`,
    `(?:(?:who|why|until when|till when|how long|since when|for how long|by whom) )?(?:is|was|has|isn't) ${X} (?:still |already |currently |been )*(?:snoozed|asleep|parked|on hold|postponed)(?: for| by| until when| by whom)?`,
    `when (?:does|will|is|do) ${X} (?:come|coming|be) back`,
  ],
  de: [
    `(?:wer|warum|wieso|weshalb|wann) (?:hat|wurde|ist) (?:man |wer )?${X} (?:denn |noch |schon )*(?:zurückgestellt|vertagt|verschoben|geparkt|gesnoozt|gesnoozed)(?: worden)?`,
    `(?:bis wann |wie lange |seit wann |von wem )?(?:ist|wurde|schläft) ${X} (?:denn |noch |schon |gerade )*(?:zurückgestellt|vertagt|verschoben|geparkt|gesnoozt|gesnoozed)`,
    `wann kommt ${X} (?:denn )?(?:wieder|zurück)`,
  ],
  fr: [
    `qui a (?:mis|reporté) ${X}(?: en (?:veille|attente))?`,
    `(?:pourquoi |jusqu'à quand |jusqu'à quelle date |depuis quand |par qui )?(?:est-ce que |est-ce qu')?${X} (?:est(?:-il|-elle)?|a été) (?:encore |toujours |déjà |mis |mise )*(?:en veille|reportée?)`,
    `quand (?:est-ce que )?(?:revient )?${X} (?:revient|sort de veille)`,
  ],
  es: [
    `(?:quién|quien|por qué) (?:ha |se ha )?(?:pospuesto|aplazado) (?:a )?${X}`,
    `(?:por qué |hasta cuándo |desde cuándo |por quién )?está (?:pospuest[oa]|aplazad[oa]) ${X}`,
    `(?:por qué |hasta cuándo |desde cuándo )?está ${X} (?:todavía |aún |ya )*(?:pospuest[oa]|aplazad[oa])`,
    `cuándo vuelve ${X}`,
  ],
  nl: [
    `(?:wie|waarom) heeft (?:men |wie )?${X} (?:uitgesteld|verschoven|geparkeerd|gesnoozed)`,
    `(?:waarom |tot wanneer |hoe lang |sinds wanneer |door wie )?(?:is|staat) ${X} (?:nog |al |toch )*(?:uitgesteld|verschoven|geparkeerd|gesnoozed)`,
    `wanneer komt ${X} terug`,
  ],
};

const PATTERNS = LANGUAGES.flatMap((language) =>
  ASKED[language].map((words) => ({ language, pattern: new RegExp(`^[¿ ]*${words}\\s*[?.!]*$`, 'iu') })),
);
/** Of these it is asked where nobody is named. */
const NOBODY =
  /^(?:it|that|this|they|what|which|anything|something|es|das|was|welche|etwas|il|elle|ça|que|eso|qué|het|dat|wat|er|the bot|der bot)$/iu;
const LONGEST = 160;

export function snoozeAsked(plain: string): { readonly intent: Intent; readonly language: Language } | undefined {
  if (plain.length > LONGEST || !MENTIONS.test(plain)) return undefined;
  const text = plain.trim().replaceAll('’', "'");
  for (const { language, pattern } of PATTERNS) {
    const name = pattern
      .exec(text)
      ?.groups?.['name']?.trim()
      .replace(/^["“„«»]+|["”“»]+$/gu, '');
    if (name === undefined || name === '' || NOBODY.test(name)) continue;
    return { language, intent: { name: 'show', companies: [name], what: 'overview' } };
  }
  return undefined;
}

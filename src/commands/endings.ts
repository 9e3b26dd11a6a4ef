import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { Command } from './command';
import { EVERYWHERE } from './command';
import { spanAhead } from './span-ahead';
import type { Intent } from './intent';
import { SparingPattern } from './sparing-pattern';

/** What ends this month? Said whole: what ends of one company stands on its card. */
export const endings: Command = {
  name: 'endings',
  help: 'help.endings',
  summary: 'Lists what ends soon, and agreements that lack.',
  scopes: EVERYWHERE,
  listed: false,
  cues: [],
  frames: [],
  examples: {
    en: ['what ends this month?', 'what ends soon?'],
    de: ['was endet diesen Monat?', 'was läuft bald ab?'],
    fr: ['qu’est-ce qui se termine ce mois-ci ?', 'qu’est-ce qui expire bientôt ?'],
    es: ['¿qué termina este mes?', '¿qué caduca pronto?'],
    nl: ['wat loopt deze maand af?', 'wat verloopt binnenkort?'],
  },
  build: () => undefined,
};

const WHEN = String.raw`(?<when>\S.{0,60}?)`;

/** Of what it is asked; `gdap` is asked of a list of accounts that can be narrowed further. */
const OF: Readonly<Record<Language, string>> = {
  en: '(?:(?:of )?(?:(?:the|all|our|their|any) )*(?<of>(?:gdap|(?:delegated )?admin)(?: access| relationships?)?|subscriptions?|subs|licen[cs]es?|trials?|trial subscriptions?|renewals?|contracts?|things?))',
  de: '(?:(?:(?:die|alle|unsere) )*(?<of>gdap\\S*|(?:delegierte[rn]? )?admin-?(?:zugriff|zugang|recht)\\p{L}*|abos?|abonnements?|lizenzen|test(?:abos?|versionen|phasen|lizenzen)|trials?|verträge))',
  fr: "(?:(?:(?:les?|la|l'|nos|tous les) ?)*(?<of>gdap|accès (?:admin\\S*|gdap)(?: délégués?)?|abonnements?|licences?|essais?|contrats?))",
  es: '(?:(?:(?:los|las|el|nuestr[oa]s|tod[oa]s) )*(?<of>gdap|accesos? (?:de admin\\S*|gdap)(?: delegados?)?|suscripci(?:ón|ones)|licencias?|pruebas?|contratos?))',
  nl: '(?:(?:(?:de|alle|onze) )*(?<of>gdap\\S*|admin-?(?:toegang|rechten)|abonnementen|licenties|proef(?:abonnementen|versies|licenties|periodes)|trials?|contracten))',
};
const GDAP = /gdap|admin/iu;

const SAID: Readonly<Record<Language, readonly string[]>> = {
  en: [
    `(?:(?:what|which|whose|any)(?:'?s| is| will| are| of)?(?: all)?(?: OF)?|(?:show|list)(?: me| us)?(?: OF)|OF)(?: that| which)?(?: will| is| are)?(?: VERB)(?: WHEN)?`,
    `(?:show|list)(?: me| us)? (?:what|everything that|all that) (?:will )?VERB(?: WHEN)?`,
    `(?:what|which|whose)(?: OF)? WHEN VERB`,
    `(?:when do|when does) OF VERB`,
    `(?:(?:is|are) there )?(?:anything|something|nothing)(?: else)?(?: that(?:'?s| is| will)?| which)?(?: is| will)? VERB(?: WHEN)?`,
    `(?:what|which|whose) OF (?:is|are|come|comes|coming) (?:up|due)(?: for renewal| to (?:end|renew|expire))?(?: WHEN)?`,
  ],
  de: [
    `(?:was|welche|wessen|bei wem)(?: OF)? (?:endet|enden|läuft|laufen|verfällt|verfallen)(?: alles| alle)?(?: OF)?(?: WHEN)?(?: ab| aus)?`,
    `(?:was|welche|wessen|bei wem)(?: OF)? (?:läuft|laufen)(?: alles| alle)?(?: OF)? (?:ab|aus) WHEN`,
    `zeige?(?: mir| uns)?,? (?:was|OF,? die) (?:WHEN )?(?:endet|enden|abläuft|ablaufen|ausläuft|auslaufen)`,
    `(?:läuft|endet|verfällt|laufen|enden)(?: denn| da| hier| noch| bei uns)* (?:was|etwas|irgendwas|irgendetwas)(?: ab| aus)?(?: WHEN)?`,
    `(?:läuft|endet|verfällt|laufen|enden)(?: denn| da| hier| noch| bei uns)* (?:was|etwas|irgendwas|irgendetwas) WHEN(?: ab| aus)`,
    `(?:läuft|endet|verfällt|laufen|enden) WHEN (?:was|etwas|irgendwas|irgendetwas)(?: ab| aus)?`,
    `OF,? (?:die )?(?:WHEN )?(?:enden|ablaufen|auslaufen|laufen(?: WHENB)? (?:ab|aus))`,
  ],
  fr: [
    `(?:qu'est-ce qui|que|quels?|quelles?|quels sont|chez qui|à qui)(?: OF)?(?: qui)? VERB(?: OF)?(?: WHEN)?`,
    `OF (?:de qui |qui )?VERB(?: WHEN)?`,
    `(?:y a-t-il |il y a |est-ce qu'il y a |est-ce que |on a )?(?:quelque chose|des choses|quoi que ce soit|un truc)(?: qui)? VERB(?: WHEN)?`,
    `(?:montre|liste)[rz]?(?:-moi|-nous)? (?:ce qui|OF qui) VERB(?: WHEN)?`,
  ],
  es: [
    `¿?(?:a quién (?:se )?le|de quién|qué|cuáles|cuál)(?: OF)? VERB(?: OF)?(?: WHEN)?`,
    `OF que VERB(?: WHEN)?`,
    `(?:hay )?(?:algo|alguna cosa)(?: que)?(?: se)? VERB(?: WHEN)?`,
    `(?:se )?VERB (?:algo|alguna cosa)(?: WHEN)?`,
    `(?:muestra|muéstrame|lista) (?:lo que|OF que) VERB(?: WHEN)?`,
  ],
  nl: [
    `(?:wat|welke|wiens|van wie|bij wie)(?: OF)? (?:loopt|lopen|eindigt|eindigen|verloopt|verlopen)(?: er)?(?: OF)?(?: WHEN)?(?: af)?`,
    `(?:wat|welke|wiens|van wie|bij wie)(?: OF)? (?:loopt|lopen)(?: er)?(?: OF)? af WHEN`,
    `(?:toon|laat zien)(?: me| ons)? (?:wat|OF die) (?:WHEN )?(?:afloopt|aflopen|eindigt|eindigen|verloopt|verlopen)`,
    `(?:loopt|lopen|eindigt|verloopt|vervalt)(?: er)?(?: nog)? (?:iets|wat)(?: af)?(?: WHEN)?`,
    `(?:loopt|lopen)(?: er)?(?: nog)? (?:iets|wat) WHEN af`,
    `(?:loopt|lopen|eindigt|verloopt|vervalt)(?: er)? WHEN (?:iets|wat)(?: af)?`,
    `OF die (?:WHEN )?(?:aflopen|eindigen|verlopen)`,
  ],
};
const VERB: Readonly<Record<Language, string>> = {
  en: '(?:ends?|expires?|ending|expiring|runs? out|running out|laps(?:e|es|ing)|(?:about|due|going) to (?:end|expire|run out|lapse))',
  de: '',
  fr: '(?:(?:se )?termine(?:nt)?(?:-t-il)?|expire(?:nt)?|prend fin|prennent fin|finit|finissent|arrive(?:nt)? à (?:échéance|terme))',
  es: '(?:(?:termin[ae]|caduque|caduca|vence|venza|expir[ae]|acab[ae]|finaliza|finalice)n?|está por vencer)',
  nl: '',
};
const SOON: Readonly<Record<Language, RegExp>> = {
  en: /^(?:soon|shortly|next)$/iu,
  de: /^(?:bald|demnächst|als nächstes)$/iu,
  fr: /^(?:bientôt|prochainement)$/iu,
  es: /^(?:pronto|próximamente)$/iu,
  nl: /^(?:binnenkort|snel|er binnenkort)$/iu,
};

/** A pattern with each kind of words named as often as it stands there. */
function compiled(text: string, language: Language): RegExp {
  let named = 0;
  const filled = text
    .replaceAll('WHENB', '\\S.{0,60}?')
    .replaceAll('VERB', VERB[language])
    .replaceAll('WHEN', WHEN)
    .replaceAll('OF', OF[language])
    .replaceAll(/\?<(of|when)>/gu, (_, name: string) => `?<${name}${(named += 1)}>`);
  return new SparingPattern(`^[¿\\s]*${filled}(?:,? (?:please|bitte|svp|por favor|graag))?\\s*[?.!]*$`, 'iu');
}

const PATTERNS = LANGUAGES.map((language) => ({
  language,
  patterns: SAID[language].map((text) => compiled(text, language)),
}));

/** That somebody asks what ends; undefined when anything else is said as well. */
export function endingsPhrase(plain: string): { readonly intent: Intent; readonly language: Language } | undefined {
  const text = plain.trim().replaceAll('’', "'");
  for (const { language, patterns } of PATTERNS) {
    for (const pattern of patterns) {
      const groups = Object.entries(pattern.exec(text)?.groups ?? { none: undefined });
      if (groups[0]?.[0] === 'none') continue;
      const said = (kind: string): string | undefined =>
        groups.find(([name, words]) => name.startsWith(kind) && words !== undefined)?.[1]?.trim();
      const intent = intentOf(said('of'), said('when'), language);
      if (intent !== undefined) return { intent, language };
    }
  }
  return undefined;
}

function intentOf(of: string | undefined, when: string | undefined, language: Language): Intent | undefined {
  const isSoon = when === undefined || SOON[language].test(when);
  const span = isSoon ? undefined : spanAhead(when, language);
  if (!isSoon && span === undefined) return undefined;
  const asked = span === undefined ? {} : { span };
  if (of === undefined || /^things?$/iu.test(of)) return { name: 'endings', ...asked };
  if (!GDAP.test(of)) return { name: 'endings', ...asked, of: 'subscription' };
  if (span === undefined) return undefined;
  return { name: 'list', what: 'accepted', filter: { conditions: [{ is: 'admin-ends', span }] } };
}

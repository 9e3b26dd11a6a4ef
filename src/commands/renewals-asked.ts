import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import { isOfNobody } from './services-asked';
import { SparingPattern } from './sparing-pattern';

export interface RenewalsAsked {
  /** One company or several, as typed. */
  readonly companies: string;
  readonly language: Language;
}

const NAMES = '(.{1,200}?)';

/** When subscriptions are renewed is told with them; the date on which admin access ends is another one. */
const RENEWALS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    `when (?:does|do|will|is|are) ${NAMES}(?:['’]s?)?(?: (?:subscriptions?|licen[cs]es?))? (?:(?:up )?for renewal|renew(?:s|ed|ing)?|due (?:for|to) renew(?:al)?)`,
    `(?:when is |what is |what's |show me )?${NAMES}['’]s? (?:next )?renewals?(?: dates?)?`,
    `when is (?:the )?(?:next )?renewal (?:date )?(?:of|for|at) ${NAMES}`,
    `(?:show me |give me |what is |what's )?(?:the )?(?:next )?renewals?(?: dates?)? (?:of|for|at) ${NAMES}`,
  ],
  de: [
    `wann (?:verlängern sich|verlängert sich|erneuern sich|erneuert sich|wird|werden) (?:(?:die|das) )?(?:(?:abos?|abonnements?|lizenzen) (?:von|bei) )?${NAMES}(?: (?:verlängert|erneuert))?`,
  ],
  fr: [
    `quand (?:se )?(?:renouvellent|renouvelle) (?:les? )?(?:(?:abonnements?|licences?) (?:de |d['’]|chez ))?${NAMES}`,
    `quand (?:les? )?(?:(?:abonnements?|licences?) (?:de |d['’]|chez ))?${NAMES} (?:se )?(?:renouvelle(?:nt)?|renouvelle-t-il|sera renouvelée?|seront renouvelée?s)(?:-t-(?:il|elle)|-(?:ils|elles))?`,
  ],
  es: [`cuándo (?:se )?renuevan? (?:(?:las?|los?) )?(?:(?:suscripci(?:ón|ones)|licencias?) (?:de|en) )?${NAMES}`],
  nl: [
    `wanneer (?:verlengt|verlengen|vernieuwt|vernieuwen|wordt|worden) (?:zich )?(?:(?:de|het) )?(?:(?:abonnement(?:en)?|licenties?) van )?${NAMES}(?: (?:zich|verlengd|vernieuwd))?`,
  ],
};

const PATTERNS = LANGUAGES.flatMap((language) =>
  RENEWALS[language].map((text) => ({ language, pattern: new SparingPattern(`^[¿\\s]*${text}\\s*[?.!]*$`, 'iu') })),
);
/** Whose question has one of these words: the others are spared the patterns. */
const MAYBE = /rene[uw]|renouv|renuev|verl[aä]ng|erneuer|verleng|vernieu/iu;
/** "Wird ... verlängert": the verb at the end is what makes it this question. */
const PASSIVE = /^(?:wann (?:wird|werden)|wanneer (?:wordt|worden))\b/iu;
const ADMIN = /(?<!\p{L})(?:g?dap|admin\p{L}*|beheer\p{L}*|accès|acceso)(?!\p{L})/iu;

/** "When does Contoso renew?"; undefined for anything else. */
export function renewalsAsked(plain: string): RenewalsAsked | undefined {
  if (!MAYBE.test(plain) || ADMIN.test(plain)) return undefined;
  if (PASSIVE.test(plain) && !/(?:verlängert|erneuert|verlengd|vernieuwd)\s*[?.!]*$/iu.test(plain)) return undefined;
  for (const { language, pattern } of PATTERNS) {
    const companies = pattern.exec(plain)?.[1]?.trim();
    if (companies !== undefined && companies !== '' && !isOfNobody(companies)) return { companies, language };
  }
  return undefined;
}

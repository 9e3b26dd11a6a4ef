import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import { isNoName } from './no-names';
import { SparingPattern } from './sparing-pattern';

export interface CountryAsked {
  readonly company: string;
  readonly language: Language;
}

const NAME = '(.{1,100}?)';

const COUNTRY: Readonly<Record<Language, readonly string[]>> = {
  en: [
    `(?:in )?(?:which|what) country is ${NAME}(?: in| from| based in| located in)?`,
    `(?:what(?:'s| is) )?(?:the )?country (?:of|for) ${NAME}`,
    `(?:what(?:'s| is) )?${NAME}'s? country`,
    `where is ${NAME} (?:based|located|from)`,
  ],
  de: [
    `(?:in|aus) welche[mn] land (?:ist|sitzt|liegt|kommt|hat) ${NAME}(?: seinen sitz| ihren sitz)?`,
    `(?:was ist )?das land von ${NAME}`,
    `wo (?:sitzt|hat) ${NAME}(?: seinen sitz| ihren sitz)?`,
  ],
  fr: [`(?:dans|de) quel pays (?:est|se trouve|se situe|vient) ${NAME}`, `(?:quel est )?le pays (?:de |d')${NAME}`],
  es: [`(?:en|de) qué país (?:está|es|se encuentra) ${NAME}`, `(?:cuál es )?el país de ${NAME}`],
  nl: [`(?:in|uit) welk land (?:zit|is|ligt|komt|staat) ${NAME}`, `(?:wat is )?het land van ${NAME}`],
};

const PATTERNS = LANGUAGES.flatMap((language) =>
  COUNTRY[language].map((text) => ({ language, pattern: new SparingPattern(`^[¿\\s]*${text}\\s*[?.!]*$`, 'iu') })),
);

/** "Which country is Contoso in?"; undefined for anything else. */
export function countryAsked(plain: string): CountryAsked | undefined {
  for (const { language, pattern } of PATTERNS) {
    const company = pattern
      .exec(plain)?.[1]
      ?.trim()
      .replace(/^"(.*)"$/, '$1');
    if (company !== undefined && isCompany(company)) return { company, language };
  }
  return undefined;
}

function isCompany(name: string): boolean {
  return name !== '' && !isNoName(name, undefined) && !/[,;:?!\n]/.test(name) && name.split(' ').length <= 6;
}

/** The languages that the bot hears and speaks. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'nl'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Countries in which nearly everybody does business in one of them; of the others, such as Belgium, the country tells none. */
const SPOKEN_IN: Readonly<Record<Language, string>> = {
  en: 'GB UK IE US AU NZ ZA',
  de: 'DE AT LI',
  fr: 'FR MC',
  es: 'ES MX AR CL CO PE UY EC BO PY VE CR PA GT',
  nl: 'NL',
};

/** The language of a country (ISO 3166 alpha-2); undefined when it has several, or none of ours. */
export function languageOfCountry(country: string): Language | undefined {
  return LANGUAGES.find((language) => SPOKEN_IN[language].split(' ').includes(country.toUpperCase()));
}

/** Countries with several of them, as nearly everybody there could say; such as Belgium. */
const SEVERAL: Readonly<Record<string, readonly Language[]>> = {
  BE: ['nl', 'fr', 'de'],
  CH: ['de', 'fr'],
  LU: ['fr', 'de'],
  CA: ['en', 'fr'],
};

/** Which of our languages are spoken there; none of a country that has none of ours. */
export function languagesOfCountry(country: string): readonly Language[] {
  const language = languageOfCountry(country);
  return language === undefined ? (SEVERAL[country.toUpperCase()] ?? []) : [language];
}

/** The language of a client's locale, such as `de-DE`; undefined when it is none of ours. */
export function localeLanguage(locale: string | undefined): Language | undefined {
  return LANGUAGES.find((language) => locale?.toLowerCase().startsWith(language) === true);
}

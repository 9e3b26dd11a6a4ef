/** The languages that the bot hears and speaks. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'nl'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of a client's locale, such as `de-DE`; undefined when it is none of ours. */
export function localeLanguage(locale: string | undefined): Language | undefined {
  return LANGUAGES.find((language) => locale?.toLowerCase().startsWith(language) === true);
}

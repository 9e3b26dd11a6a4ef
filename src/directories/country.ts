/** Turns what people type into a CRM's country field into ISO 3166 alpha-2, upper case; undefined when unsure. */
export type CountryReader = (typed: string | null | undefined) => string | undefined;

const LANGUAGES = ['en', 'de', 'fr', 'nl', 'es', 'it', 'pt', 'sv', 'da', 'nb', 'pl'];

/** What the language data of the platform does not call a country by. */
const ALSO: Readonly<Record<string, string>> = {
  'uk': 'GB',
  'great britain': 'GB',
  'england': 'GB',
  'scotland': 'GB',
  'wales': 'GB',
  'northern ireland': 'GB',
  'usa': 'US',
  'united states of america': 'US',
  'america': 'US',
  'holland': 'NL',
  'the netherlands': 'NL',
  'czech republic': 'CZ',
  'uae': 'AE',
  'republic of ireland': 'IE',
  'eire': 'IE',
  'turkey': 'TR',
};

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/** Made when the first country is read: it takes some milliseconds, which a start does not have to wait for. */
let known: ReadonlyMap<string, string> | undefined;

export function createCountryReader(): CountryReader {
  return (typed) => {
    if (!typed) return undefined;
    known ??= countryNames();
    return known.get(plain(typed));
  };
}

function countryNames(): ReadonlyMap<string, string> {
  const codes = LETTERS.flatMap((a) => LETTERS.map((b) => a + b)).filter(isCountry);
  const known = new Map<string, string>();
  for (const language of LANGUAGES) {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of codes) {
      const name = plain(names.of(code) ?? code);
      if (!known.has(name)) known.set(name, code);
    }
  }
  for (const code of codes) known.set(code.toLowerCase(), code);
  for (const [name, code] of Object.entries(ALSO)) known.set(name, code);
  return known;
}

const ENGLISH = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const GROUPS = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

/** Leaves out codes that were replaced (the GDR's `DD`) and groups of countries. */
function isCountry(code: string): boolean {
  return !GROUPS.has(code) && ENGLISH.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code;
}

/** Case, accents and full stops do not tell countries apart. */
function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}.]/gu, '')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

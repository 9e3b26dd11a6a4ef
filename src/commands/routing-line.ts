import type { Language } from '../domain/language';
import type { RoutingSaid } from './routing-said';

interface Words {
  readonly only: (list: string) => string;
  readonly but: (list: string) => string;
  /** Added to what is chosen, or chosen where nothing was. */
  readonly these: (list: string) => string;
  readonly and: string;
  /** Of people who speak each of our languages. */
  readonly speaking: Readonly<Record<Language, string>>;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    only: (list) => `only ${list} here`,
    but: (list) => `all but ${list} here`,
    these: (list) => `announce ${list} here`,
    and: 'and',
    speaking: {
      en: 'English-speaking',
      de: 'German-speaking',
      fr: 'French-speaking',
      es: 'Spanish-speaking',
      nl: 'Dutch-speaking',
    },
  },
  de: {
    only: (list) => `hier nur ${list}`,
    but: (list) => `hier alle außer ${list}`,
    these: (list) => `melde hier ${list}`,
    and: 'und',
    speaking: {
      en: 'englischsprachige',
      de: 'deutschsprachige',
      fr: 'französischsprachige',
      es: 'spanischsprachige',
      nl: 'niederländischsprachige',
    },
  },
  fr: {
    only: (list) => `seulement ${list} ici`,
    but: (list) => `tous sauf ${list} ici`,
    these: (list) => `annonce ${list} ici`,
    and: 'et',
    speaking: {
      en: 'anglophones',
      de: 'germanophones',
      fr: 'francophones',
      es: 'hispanophones',
      nl: 'néerlandophones',
    },
  },
  es: {
    only: (list) => `solo ${list} aquí`,
    but: (list) => `todas menos ${list} aquí`,
    these: (list) => `anuncia ${list} aquí`,
    and: 'y',
    speaking: {
      en: 'anglohablantes',
      de: 'germanohablantes',
      fr: 'francohablantes',
      es: 'hispanohablantes',
      nl: 'neerlandohablantes',
    },
  },
  nl: {
    only: (list) => `alleen ${list} hier`,
    but: (list) => `alles behalve ${list} hier`,
    these: (list) => `meld ${list} hier`,
    and: 'en',
    speaking: { en: 'Engelstalige', de: 'Duitstalige', fr: 'Franstalige', es: 'Spaanstalige', nl: 'Nederlandstalige' },
  },
};

/** What can be typed to have it so; undefined for what has no such line. */
export function routingLine(
  { what, providers, countries, letters, languages, size }: RoutingSaid,
  language: Language,
): string | undefined {
  const { and, speaking, ...words } = WORDS[language];
  const country = new Intl.DisplayNames(language, { type: 'region' });
  const named = [
    ...providers,
    ...countries.map((code) => country.of(code) ?? code),
    ...languages.map((one) => speaking[one]),
    ...letters,
  ];
  const last = named.at(-1);
  if (last === undefined || size !== undefined || what === 'all' || what === 'also') return undefined;
  const list = named.length === 1 ? last : `${named.slice(0, -1).join(', ')} ${and} ${last}`;
  return words[what === 'not' ? 'but' : what](list);
}

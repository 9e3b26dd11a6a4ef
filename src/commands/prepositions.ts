import type { Language } from '../domain/language';
import { saysTime } from './filters/times';
import type { Intent } from './intent';
import type { KnownNames } from './known-names';

/** Between what is asked of a company and its name: "lizenzen von woodgrove". */
const BEFORE_NAME = /^(of|for|from|von|für|bei|de|du|des|chez|pour|para|van|voor|bij|d')\s*(?=\S)/u;
/** In Dutch an article, with which many a name begins. */
const DUTCH_ARTICLE = 'de';
/** Words of the longest time: "since the first of March 2025". */
const MOST_TIME_WORDS = 6;

/** A preposition in small letters before a name that we know is not part of it, where something of that name is asked. */
export function withoutPrepositions(intent: Intent, language: Language, known: KnownNames | undefined): Intent {
  if (known === undefined || !isOfCompany(intent) || intent.companies === undefined) return intent;
  const companies = intent.companies.map((name) => {
    const [said = '', preposition] = BEFORE_NAME.exec(name) ?? [];
    if (said === '' || (preposition === DUTCH_ARTICLE && language === 'nl')) return name;
    const bare = name.slice(said.length);
    return known.has(bare) ? bare : name;
  });
  return { ...intent, companies };
}

/** What a company is, said before its name: "Firma Contoso". */
const KIND =
  /^(?:(?:the|die|der|la|le|el|de|het) )?(?:firma|firm|company|customer|client|tenant|kunde|mandant|société|entreprise|client|empresa|cliente|bedrijf|klant)\s+(?=\S)/iu;

/** A word for what it is before a name that we know is no part of it. */
export function withoutKinds(intent: Intent, known: KnownNames | undefined): Intent {
  if (known === undefined || !('companies' in intent)) return intent;
  const companies = intent.companies.map((name) => {
    const bare = name.replace(KIND, '');
    return bare !== name && known.has(bare) ? bare : name;
  });
  return { ...intent, companies };
}

/** "Contoso im März": a time behind a name that we know is no part of it. */
export function withoutTimes(intent: Intent, language: Language, known: KnownNames | undefined): Intent {
  if (known === undefined || !('companies' in intent)) return intent;
  const companies = intent.companies.map((name) => (known.has(name) ? name : beforeTime(name, language, known)));
  return { ...intent, companies };
}

function beforeTime(name: string, language: Language, known: KnownNames): string {
  const words = name.split(' ');
  const least = Math.max(1, words.length - MOST_TIME_WORDS);
  for (let end = words.length - 1; end >= least; end -= 1) {
    const head = words.slice(0, end).join(' ');
    if (known.has(head) && saysTime(words.slice(end).join(' '), language)) return head;
  }
  return name;
}

/** The verb of the question, in small letters behind the name: "fabrikam a accepté ?". */
const VERB_BEHIND: Readonly<Record<Language, RegExp>> = {
  en: /\s(?:has|have|is|are)$/u,
  de: /\s(?:hat|haben|ist|sind)$/u,
  fr: /\s(?:a|ont|est|sont)$/u,
  es: /\s(?:ha|han|está|están)$/u,
  nl: /\s(?:heeft|hebben|is|zijn)$/u,
};

/** A verb behind a name is no part of it, unless somebody is called so. */
export function withoutVerbs(intent: Intent, language: Language, known: KnownNames | undefined): Intent {
  if (!('companies' in intent)) return intent;
  const companies = intent.companies.map((name) => {
    const bare = name.replace(VERB_BEHIND[language], '');
    return bare === '' || known?.has(name) === true ? name : bare;
  });
  return { ...intent, companies };
}

function isOfCompany(intent: Intent): intent is Extract<Intent, { readonly name: 'show' | 'history' | 'who_mapped' }> {
  return (
    intent.name === 'history' || intent.name === 'who_mapped' || (intent.name === 'show' && intent.what !== 'overview')
  );
}

import type { Language } from '../domain/language';

/** Endings that a form of a word may have, and what stands in their place in the form that a lexicon lists. */
const ENDINGS: Readonly<Record<Language, readonly (readonly [string, readonly string[]])[]>> = {
  en: [
    ['ies', ['y']],
    ['es', ['', 'e']],
    ['s', ['']],
    ['ed', ['', 'e']],
    ['ing', ['', 'e']],
    ['in', ['ing']],
  ],
  de: [
    ['ten', ['en', 't', 'te']],
    ['te', ['en', 't']],
    ['en', ['', 'e', 'en', 't']],
    ['em', ['', 'e', 'en']],
    ['er', ['', 'e', 'en']],
    ['es', ['', 'e', 'en']],
    ['st', ['', 'e', 'en']],
    ['e', ['', 'en']],
    ['t', ['en', 'e', '']],
    ['n', ['']],
    ['s', ['']],
  ],
  fr: [
    ['ees', ['e', 'er']],
    ['ee', ['e', 'er']],
    ['es', ['', 'e', 'er']],
    ['ez', ['e', 'er', 'ez']],
    ['ons', ['e', 'er']],
    ['ent', ['e', 'er']],
    ['er', ['e', 'ez']],
    ['s', ['']],
    ['e', ['', 'er']],
    ['x', ['', 'l']],
  ],
  es: [
    ['mela', ['']],
    ['melo', ['']],
    ['sela', ['']],
    ['selo', ['']],
    ['les', ['']],
    ['las', ['', 'los', 'do', 'da']],
    ['los', ['']],
    ['nos', ['']],
    ['me', ['']],
    ['la', ['']],
    ['lo', ['']],
    ['le', ['']],
    ['se', ['']],
    ['es', ['', 'e']],
    ['as', ['o', 'os', 'a']],
    ['s', ['']],
    ['en', ['e', 'ar', 'an']],
    ['an', ['a', 'e', 'ar']],
    ['a', ['o', 'e', 'ar']],
    ['e', ['a', 'ar']],
    ['ado', ['ar']],
    ['ada', ['ado', 'ar']],
  ],
  nl: [
    ['en', ['', 'e', 't']],
    ['de', ['', 'd', 'en']],
    ['te', ['t', 'en']],
    ['t', ['', 'en']],
    ['e', ['', 'en']],
    ['s', ['']],
  ],
};

/** Pronouns that French hangs on a verb: `envoyez-moi`, `a-t-elle`. */
const HUNG =
  /-(?:t-)?(?:moi|toi|nous|vous|les?|la|lui|leur|y|en|ils?|elles?|on|je|tu|ce)(?:-(?:moi|nous|les?|la|lui))?$/;

const SHORTEST_STEM = 4;

/** The forms of a folded word that a lexicon may list, likeliest first. */
export function formsOf(language: Language, word: string): readonly string[] {
  const bare = language === 'fr' ? word.replace(HUNG, '') : word;
  const forms = bare === word ? [] : [bare];
  for (const [ending, others] of ENDINGS[language]) {
    if (!bare.endsWith(ending) || bare.length - ending.length < SHORTEST_STEM) continue;
    const stem = bare.slice(0, -ending.length);
    for (const other of others) forms.push(stem + other);
  }
  return forms;
}

/** Languages that write a compound as one word, whose last part says what it is. */
export function endsOf(language: Language, word: string): readonly string[] {
  if (language !== 'de' && language !== 'nl') return [];
  const ends: string[] = [];
  for (let at = 3; at <= word.length - SHORTEST_END; at += 1) ends.push(word.slice(at));
  return ends;
}

const SHORTEST_END = 5;

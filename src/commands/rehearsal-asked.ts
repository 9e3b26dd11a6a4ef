import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { Intent } from './intent';
import { SparingPattern } from './sparing-pattern';

/** Whether the bot means what it says: health tells where it rehearses. */
const SAID: Readonly<Record<Language, string>> = {
  en: "(?:is|isn't) (?:this|it) (?:still |only |just )*(?:a |in )?(?:rehearsal|dry[- ]run|test run)(?: mode)?|(?:are|aren't) (?:you|we) (?:still |only |just )*(?:rehearsing|in (?:a )?(?:rehearsal|dry[- ]run|test)(?: mode)?)|(?:is )?(?:the )?rehearsal(?: mode)?(?: on| off| over| status)?|where do (?:you|we) rehearse",
  de: '(?:ist das|läuft)(?: gerade| noch| nur)* (?:eine |die )?probe|probst du(?: noch| gerade)?|(?:bist du |sind wir )?(?:noch )?im probe(?:modus|betrieb|lauf)|wo probst du',
  fr: "(?:est-ce(?: encore)? |c'est |est-ce que c'est )une répétition|répètes-tu|tu répètes|(?:es-tu |on est )?en (?:mode )?répétition|où répètes-tu",
  es: '(?:es|esto es)(?: todavía)? un ensayo|estás ensayando|(?:estás )?en (?:modo )?(?:de )?ensayo|dónde ensayas',
  nl: 'is dit (?:nog )?een (?:oefening|repetitie)|ben je (?:nog )?aan het oefenen|oefen je(?: nog)?|(?:ben je )?in (?:de )?oefenmodus|waar oefen je',
};

const PATTERNS = LANGUAGES.map((language) => ({
  language,
  pattern: new SparingPattern(`^(?:¿ ?)?(?:${SAID[language]})\\s*[?.!]*$`, 'iu'),
}));

export function rehearsalPhrase(plain: string): { readonly intent: Intent; readonly language: Language } | undefined {
  const text = plain.trim();
  const found = PATTERNS.find(({ pattern }) => pattern.test(text));
  return found === undefined ? undefined : { intent: { name: 'health' }, language: found.language };
}

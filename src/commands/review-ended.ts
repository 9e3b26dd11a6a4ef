import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';

const POLITE =
  "(?:,? (?:please|pls|now|for now|here|bitte|jetzt|hier|stp|svp|s'il (?:te|vous) plaît|ici|por favor|ahora|aub|nu|graag))*";
const ENDS: Readonly<Record<Language, string>> = {
  en: "(?:stop|end|quit|exit|close|cancel|abort|finish|leave|pause)(?: with)? (?:the |this |my |our )?review(?:ing)?|(?:stop|quit) reviewing|(?:i(?:’|')?m |we(?:’|')?re )?done (?:with the review|reviewing)|no more review(?:ing)?|enough review(?:ing)?(?: for (?:today|now))?",
  de: '(?:stoppe?|beende|beenden wir|mach schluss mit|schlie(?:ß|ss)e?|brich|breche)(?: mit)?(?: bitte)? (?:die |diese |meine |der )?durchsicht(?: ab)?|(?:die )?durchsicht (?:beenden|stoppen|abbrechen|schließen|aufhören)|(?:das )?durchgehen (?:beenden|abbrechen|stoppen)|(?:h(?:ö|oe)r|hören wir) (?:mit der durchsicht |mit dem durchgehen )?auf(?: mit der durchsicht)?|genug durchgesehen|schluss mit der durchsicht',
  fr: '(?:arrête[rz]?|arrêtons|termine[rz]?|stoppe[rz]?|quitte[rz]?|ferme[rz]?|fin de|finis) (?:avec )?(?:la |cette |ma )?(?:revue|passage en revue)|arrête[rz]? de passer en revue|assez de revue',
  es: '(?:para[r]?|termina[r]?|acaba[r]?|deten(?:er)?|detén|cierra|cerrar|cancela[r]?|fin de|deja[r]?) (?:con )?(?:la |esta |mi )?revisión|deja(?:r)? de revisar|basta de revisar',
  nl: '(?:stop|beëindig|sluit|eindig|annuleer|klaar)(?: met)? (?:de |het |deze |dit )?(?:doorlopen|beoordeling|review|doorloop)|(?:het )?doorlopen (?:stoppen|beëindigen|afbreken)|genoeg doorlopen',
};
const patterns = LANGUAGES.map((language) => ({
  language,
  pattern: new RegExp(`^(?:ok(?:ay)?,? |please |bitte |let's |let us )*(?:${ENDS[language]})${POLITE}\\s*[.!]*$`, 'iu'),
}));

/** "Stop the review": in which language; undefined where anything else is said. */
export function endsReview(plain: string): Language | undefined {
  return patterns.find(({ pattern }) => pattern.test(plain.trim()))?.language;
}

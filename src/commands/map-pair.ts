import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { Intent } from './intent';
import type { KnownNames } from './known-names';
import { POLITE } from './map-pairs';
import { isPureName } from './name-like';
import { SparingPattern } from './sparing-pattern';

/** One account and one customer, whatever words their names hold: "map alpine ski house to alpine ski house ag". */
const SAID: Readonly<Record<Language, string>> = {
  en: '(?:map|remap|re-map|link|match|connect|attach|tie|move|change|switch) (?<account>.+?) (?:over |across )?(?:to|onto|with|under) (?<customer>.+?)',
  de: '(?:mappe?|verknüpfe?|verbinde|ordne|verlinke) (?<account>.+?) (?:zu|mit|auf|dem(?: kunden)?|der(?: firma)?|zum kunden) (?<customer>.+?)(?: zu)?',
  fr: '(?:associe[rz]?|relie[rz]?|lie[rz]?|rattache[rz]?|mappe[rz]?) (?<account>.+?) (?:à|au|avec) (?<customer>.+?)',
  es: '(?:asigna[r]?|vincula[r]?|asocia[r]?|enlaza[r]?|mapea[r]?) (?:a )?(?<account>.+?) (?:a|al|con) (?<customer>.+?)',
  nl: '(?:koppel|verbind|map) (?<account>.+?) (?:aan|met|naar) (?<customer>.+?)',
};

const PATTERNS = LANGUAGES.map((language) => ({
  language,
  pattern: new SparingPattern(`^${POLITE}${SAID[language]}(?: please| pls| bitte| svp| stp| graag)?[.!?]*$`, 'iu'),
}));
const LONGEST = 250;

/** Verbs of nothing else: behind them, a name that nobody bears is a customer that is to be looked for. */
const MAPS =
  /(?:^| )(?:(?:re-?)?map|link|match|mappe?|verknüpfe?|ordne|associe[rz]?|rattache[rz]?|mappe[rz]?|vincula[r]?|mapea[r]?|koppel) /iu;
/** "The first candidate", "its customer": nobody by name. */
const SUGGESTED =
  /^(?:(?:its|the|her|his|their|den|dem|der|die|das|seinen|seinem|le|la|son|el|su|de|het|zijn) )?(?:(?:right|suggested|proposed|first|best|top|matching|likeliest|same|own|richtigen?|vorgeschlagenen?|ersten?|besten?|passenden?|bon|premier|meilleur|primer|mejor|juiste|voorgestelde|eerste|beste) )+(?:one|customers?|candidates?|match|suggestion|record|kunden?|kandidaten?|vorschlag|treffer|client|candidat|cliente|candidato|klant|kandidaat)?$|^(?:its|seinen|seinem|son|su|zijn) (?:own )?(?:customers?|kunden?|client|cliente|klant)$/iu;

/** The mapping that a line asks for of an account that we know; undefined where it may ask for anything else. */
export function mapPair(
  plain: string,
  known: KnownNames | undefined,
): { readonly intent: Intent; readonly language: Language } | undefined {
  const text = plain.trim();
  if (known === undefined || text.length > LONGEST) return undefined;
  for (const { language, pattern } of PATTERNS) {
    const { account = '', customer = '' } = pattern.exec(text)?.groups ?? {};
    if (account === '' || !known.has(account) || account.toLowerCase() === customer.toLowerCase()) continue;
    // Whoever fits best is offered.
    if (SUGGESTED.test(customer)) return { intent: { name: 'map', account, customer: '' }, language };
    if (!known.has(customer) && !(MAPS.test(text) && isPureName(customer, known))) continue;
    return { intent: { name: 'map', account, customer }, language };
  }
  return undefined;
}

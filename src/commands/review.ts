import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { Command } from './command';
import { EVERYWHERE } from './command';
import type { Intent } from './intent';

/** review | go through the open ones | map the sure ones. Set phrases: nothing else in them can be a name. */
export const review: Command = {
  name: 'review',
  help: 'help.review',
  summary: 'Goes through the open accounts, twelve at a time.',
  scopes: EVERYWHERE,
  listed: true,
  cues: [],
  frames: [],
  examples: {
    en: ['review', 'go through the open ones', 'map the sure ones'],
    de: ['durchgehen', 'offene Konten durchgehen', 'die sicheren zuordnen'],
    fr: ['passer en revue', 'passer en revue les comptes ouverts', 'associer les sûrs'],
    es: ['revisar', 'revisar las cuentas abiertas', 'asignar las seguras'],
    nl: ['doorlopen', 'open accounts doorlopen', 'de zekere koppelen'],
  },
  build: () => undefined,
};

/** What is gone through: any number of these words, and no other. */
const WHAT: Readonly<Record<Language, string>> = {
  en: "all|the|every|each|of|them|our|open|unmapped|waiting|pending|remaining|rest|accounts?|ones|customers?|tenants?|mappings?|what|is|what's|left|many|at|once",
  de: 'alle|die|der|offenen?|unzugeordneten?|restlichen?|wartenden?|konten|kunden|accounts|mandanten|zuordnungen|rest',
  fr: 'tous|toutes|les|des|comptes|clients|ouverts|restants|non|associés|en attente',
  es: 'todas|todos|las|los|cuentas|clientes|abiertas|pendientes|sin|asignar|restantes',
  nl: 'alle|de|open|openstaande|resterende|accounts|klanten|niet|gekoppelde',
};
const after = (language: Language): string => `(?: (?:${WHAT[language]}))*`;
const before = (language: Language): string => `(?:(?:${WHAT[language]}) )*`;

const GO: Readonly<Record<Language, string>> = {
  en: `(?:(?:start|begin|open)(?: (?:the|a))? review(?:ing)?|review|(?:let's |lets |let us )?(?:go|walk|work|run) through)${after('en')}`,
  de: `(?:(?:gehe?|gehen wir)${after('de')} durch|${before('de')}durchgehen|(?:die )?durchsicht(?: starten)?)`,
  fr: `(?:pass(?:e|er|ons|ez) en revue|revue)${after('fr')}`,
  es: `(?:revis(?:a|ar|emos)|repas(?:a|ar|emos))${after('es')}`,
  nl: `(?:(?:doorloop|loop)${after('nl')}(?: door)?|${before('nl')}doorlopen)`,
};

const SURE: Readonly<Record<Language, string>> = {
  en: '(?:map|review|do|link|go through|confirm|accept)(?: (?:all|the|only))* (?:sure|certain|obvious|safe|clear) (?:ones|accounts?|mappings?|matches)',
  de: '(?:(?:alle |nur |die )*sicheren(?: konten| treffer)? (?:zuordnen|durchgehen|bestätigen)|ordne(?: alle| nur| die)* sicheren(?: konten| treffer)? zu)',
  fr: '(?:associe[rz]?|confirme[rz]?|passer? en revue)(?: tous| les| comptes)* (?:sûrs|certains)',
  es: '(?:asigna(?:r)?|confirma(?:r)?|revisa(?:r)?)(?: todas| las| cuentas)* (?:seguras|claras)',
  nl: '(?:(?:alle |de |alleen )*zekere(?: accounts)? (?:koppelen|doorlopen|bevestigen)|koppel(?: alle| de)* zekere(?: accounts)?)',
};

const POLITE = {
  before: '(?:please |bitte |por favor,? |graag )?',
  after: "(?: please| bitte| s'il te plaît| s'il vous plaît| por favor| aub| graag)?[.!]*",
};

const PATTERNS = LANGUAGES.map((language) => ({
  language,
  sure: new RegExp(`^${POLITE.before}${SURE[language]}${POLITE.after}$`, 'iu'),
  go: new RegExp(`^${POLITE.before}${GO[language]}${POLITE.after}$`, 'iu'),
}));

/** That somebody wants to go through the open accounts; undefined when anything else is said as well. */
export function reviewPhrase(plain: string): { readonly intent: Intent; readonly language: Language } | undefined {
  const text = plain.trim();
  for (const { language, sure, go } of PATTERNS) {
    if (sure.test(text)) return { intent: { name: 'review', only: 'sure' }, language };
    if (go.test(text)) return { intent: { name: 'review' }, language };
  }
  return undefined;
}

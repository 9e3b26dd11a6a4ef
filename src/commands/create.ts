import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { Command } from './command';
import { EVERYWHERE } from './command';
import type { Intent } from './intent';
import { SparingPattern } from './sparing-pattern';

/** create the customer for X | create X as a customer. Said whole: the words around the name are of this command alone. */
export const create: Command = {
  name: 'create',
  help: 'help.create',
  summary: 'Opens a form that creates a customer for an account that none fits.',
  scopes: EVERYWHERE,
  listed: false,
  cues: [],
  frames: [],
  examples: {
    en: ['create the customer for {name}', 'create {name} as a new customer'],
    de: ['lege den Kunden für {name} an', 'lege {name} als neuen Kunden an'],
    fr: ['crée le client pour {name}', 'crée {name} comme nouveau client'],
    es: ['crea el cliente para {name}', 'da de alta a {name} como cliente'],
    nl: ['maak de klant voor {name} aan', 'maak {name} aan als nieuwe klant'],
  },
  build: () => undefined,
};

const X = '(?<name>.{1,120}?)';

const ASKING: Readonly<Record<Language, string>> = {
  en: "(?:please |pls |can you |could you |would you |i want to |i need to |we need to |let us |let's )*",
  de: '(?:bitte |kannst du |könntest du |können sie |ich möchte |wir müssen )*',
  fr: "(?:s'il te plaît,? |s'il vous plaît,? |peux-tu |pouvez-vous |je veux |il faut )*",
  es: '(?:por favor,? |puedes |podrías |quiero |hay que )*',
  nl: '(?:graag |kun je |kunt u |wil je |ik wil )*',
};

const WHAT: Readonly<Record<Language, string>> = {
  en: '(?:the |a |an |our )?(?:new )?(?:customer|client|customer record|crm record|work 365 customer|account record)',
  de: '(?:den |einen |die |eine )?(?:neuen |neue )?(?:kunden|kundin|kundensatz|kundendatensatz|kundenkonto|firma)',
  fr: '(?:le |un |la |une )?(?:nouveau |nouvelle )?(?:client|cliente|fiche client|fiche de client)',
  es: '(?:el |un |al |la |una )?(?:nuevo |nueva )?(?:cliente|ficha de cliente)',
  nl: '(?:de |een )?(?:nieuwe )?(?:klant|klantrecord|klantkaart)',
};

const SAID: Readonly<Record<Language, readonly string[]>> = {
  en: [
    `(?:create|add|make|set up|register|enter|open) ${WHAT.en}(?: record)? (?:for|from|out of|of|called|named) ${X}`,
    `(?:create|add|register|set up|enter|make) ${X} (?:as|into) ${WHAT.en}(?: in work ?365| in the crm)?`,
    `${WHAT.en} (?:for|from) ${X},? (?:please )?(?:create|add)(?: it)?`,
    `new customer (?:for|from) ${X}`,
    `(?:there is|there's|we have) no customer(?: record)? for ${X}(?: yet)?[,;:]? (?:so |then |please |can you |could you )*(?:create|add|make|set up) (?:it|one|them)`,
    `(?:make|turn) ${X} (?:a|into a) (?:new )?(?:customer|account|record) in (?:dynamics|the crm|crm|work ?365|dataverse)`,
  ],
  de: [
    `(?:lege?|erstelle?|erzeuge|mach|nimm|trage?) (?:bitte |mir )?${WHAT.de} (?:für|aus|von|namens) ${X}(?: (?:an|auf|ein))?`,
    `(?:lege?|erstelle?|nimm|trage?) (?:bitte )?${X} (?:bitte )?als ${WHAT.de} (?:an|auf|ein)`,
    `${WHAT.de} (?:für|aus|von) ${X} (?:anlegen|erstellen|aufnehmen|eintragen)`,
    `${X} als ${WHAT.de} (?:anlegen|erstellen|aufnehmen|eintragen)`,
    `neuer kunde für ${X}`,
  ],
  fr: [
    `(?:crée[rz]?|ajoute[rz]?|enregistre[rz]?|ouvr(?:e|ez|ir)) ${WHAT.fr} (?:pour|à partir de|de|d'|nommé[e]? ) ?${X}`,
    `(?:crée[rz]?|ajoute[rz]?|enregistre[rz]?) ${X} (?:comme|en tant que) ${WHAT.fr}`,
    `nouveau client pour ${X}`,
  ],
  es: [
    `(?:crea[r]?|cree|añad(?:e|ir|a)|registra[r]?|da(?:r)? de alta) ${WHAT.es} (?:para|de|llamado) ${X}`,
    `(?:crea[r]?|cree|añad(?:e|ir|a)|registra[r]?|da(?:r)? de alta) (?:a )?${X} como ${WHAT.es}`,
    `nuevo cliente para ${X}`,
  ],
  nl: [
    `(?:maak|voeg) ${WHAT.nl} (?:aan|toe) (?:voor|van|uit) ${X}`,
    `(?:maak|voeg) ${WHAT.nl} (?:voor|van|uit) ${X}(?: (?:aan|toe))?`,
    `(?:maak|voeg) ${X} (?:(?:aan|toe) als ${WHAT.nl}|als ${WHAT.nl} (?:aan|toe))`,
    `${WHAT.nl} (?:voor|van) ${X} (?:aanmaken|toevoegen)`,
    `${X} als ${WHAT.nl} (?:aanmaken|toevoegen)`,
    `nieuwe klant voor ${X}`,
  ],
};

const END = "(?:,? (?:please|pls|bitte|s'il te plaît|s'il vous plaît|por favor|aub|alsjeblieft|graag))*\\s*[?.!]*$";

const PATTERNS = LANGUAGES.flatMap((language) =>
  SAID[language].map((said) => ({ language, pattern: new SparingPattern(`^${ASKING[language]}${said}${END}`, 'iu') })),
);

/** Nobody in particular: then there is nothing to fill a form from. */
const NOBODY =
  /^(?:me|us|it|this|that|them|him|her|you|mich|uns|es|das|ihn|sie|moi|nous|lui|mí|nosotros|mij|ons|het|hem|(?:the|a|this|my|der|die|das|den|le|la|les|el|los|de|het) (?:account|customer|tenant|konto|kunde|kunden|compte|client|cuenta|cliente|klant)|partner center|work ?365|invoice|billing|test(?:ing)?)$/iu;

/** That somebody wants a customer created for an account that is named; undefined when anything else is said as well. */
export function createPhrase(plain: string): { readonly intent: Intent; readonly language: Language } | undefined {
  const text = plain.trim().replaceAll('’', "'");
  for (const { language, pattern } of PATTERNS) {
    const name = pattern
      .exec(text)
      ?.groups?.['name']?.trim()
      .replace(/^["“„«»']+|["”“»']+$/g, '');
    if (name === undefined || name === '' || NOBODY.test(name)) continue;
    return { intent: { name: 'create', companies: [name] }, language };
  }
  return undefined;
}

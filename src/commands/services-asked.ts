import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import { SparingPattern } from './sparing-pattern';

export interface ServicesAsked {
  /** One company or several, as typed. */
  readonly companies: string;
  readonly language: Language;
}

const NAMES = '(.{1,200}?)';

/** "Services" ends the name of many a firm, so it is the thing asked for only where the sentence says so. */
const SERVICES: Readonly<Record<Language, readonly string[]>> = {
  en: [
    `(?:(?:please )?(?:show|list|give|tell|get|send)(?: me| us)? )?(?:all )?(?:the |which |what )?(?:cloud |active |enabled )?(?:services|service plans)(?: and their states?)? (?:of|for|at) ${NAMES}`,
    `(?:which|what) (?:cloud |active |enabled )?(?:services|service plans) (?:does|do|has|have|is|are) ${NAMES}(?: (?:have|use|got|get|using|subscribed to|subscribe to|bought|buy))?`,
    `(?:(?:please )?(?:show|list)(?: me| us)? |what are )?(?!the\\b)${NAMES}['’]s? (?:services|service plans)`,
  ],
  de: [
    `(?:(?:bitte )?(?:zeige?|liste|gib)(?: mir| uns)? )?(?:alle )?(?:die )?(?:dienste|services|dienstpläne|servicepläne) (?:von|für|bei) ${NAMES}`,
    `welche (?:dienste|services|dienstpläne|servicepläne) (?:hat|nutzt|haben|nutzen|verwendet|bezieht) ${NAMES}(?: (?:abonniert|gebucht|im einsatz))?`,
  ],
  fr: [
    `(?:(?:montre|affiche|liste|donne)[rz]?(?:[- ](?:moi|nous))? )?(?:tous )?(?:les |des )?(?:services|plans de service) (?:de |d['’]|chez |pour )${NAMES}`,
    `quels (?:services|plans de service) (?:a|ont|utilise|utilisent) ${NAMES}`,
    `quels sont les services (?:de |d['’])${NAMES}`,
  ],
  es: [
    `(?:(?:muestra|muéstrame|lista|dame|enseña) )?(?:todos )?(?:los )?(?:servicios|planes de servicio) (?:de|para) ${NAMES}`,
    `(?:qué|cuáles) (?:servicios|planes de servicio) (?:tiene|tienen|usa|usan|utiliza) ${NAMES}`,
  ],
  nl: [
    `(?:(?:toon|laat|geef|lijst)(?: me| mij)? )?(?:alle )?(?:de )?(?:diensten|services|serviceplannen) (?:van|voor|bij) ${NAMES}(?: zien)?`,
    `welke (?:diensten|services|serviceplannen) (?:heeft|gebruikt|hebben|gebruiken|neemt) ${NAMES}(?: af)?`,
  ],
};

const PATTERNS = LANGUAGES.flatMap((language) =>
  SERVICES[language].map((text) => ({ language, pattern: new SparingPattern(`^[¿\\s]*${text}\\s*[?.!]*$`, 'iu') })),
);

/** Of nobody in particular: "services of all customers", "services of my company". */
const NOBODY =
  /^(?:(?:it|them|they|that|this|those|each|every|all|any|our|my|your|the|customers?|clients?|accounts?|compan(?:y|ies)|ihm|ihnen|alle[nr]?|unsere[nr]?|kunden?|lui|eux|tous|nos|clients|ellos|todos|nuestros|clientes|hen|ons|onze|klanten)(?:\s+|$))+$/iu;

export function isOfNobody(companies: string): boolean {
  return NOBODY.test(companies);
}

/** "Which services does Contoso have?"; undefined for anything else. */
export function servicesAsked(plain: string): ServicesAsked | undefined {
  for (const { language, pattern } of PATTERNS) {
    const companies = pattern.exec(plain)?.[1]?.trim();
    if (companies !== undefined && companies !== '' && !isOfNobody(companies)) return { companies, language };
  }
  return undefined;
}

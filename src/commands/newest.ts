import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { Intent } from './intent';
import { SparingPattern } from './sparing-pattern';

const WHO: Readonly<Record<Language, string>> = {
  en: '(?:accounts?|customers?|clients?|tenants?|companies|ones)',
  de: '(?:konten|kunden|firmen|mandanten)',
  fr: '(?:comptes|clients|sociétés)',
  es: '(?:cuentas|clientes|empresas)',
  nl: '(?:accounts|klanten|bedrijven)',
};

/** The newest customers, or all of them: the list of who accepted begins with the newest. */
const NEWEST: Readonly<Record<Language, string>> = {
  en: `(?:(?:show|list|give|tell)(?: me| us)? |what are |which are |who are )?(?:the |our |my )?(?:newest|latest|most recent|all(?: of)?(?: our| the)?) (?:\\d+ )?${WHO.en}(?: (?:we|you) (?:have|know))?`,
  de: `(?:(?:zeige?|liste|gib)(?: mir| uns)? |was sind |welche sind )?(?:die |unsere )?(?:neue?sten|alle|sämtliche) ${WHO.de}`,
  fr: `(?:(?:montre|liste|affiche)[rz]?(?:[- ](?:moi|nous))? |quels sont )?(?:(?:les |nos )?(?:derniers|dernières|tous (?:les|nos)|toutes (?:les|nos)) ${WHO.fr}|(?:les |nos )?${WHO.fr} les plus récente?s)`,
  es: `¿?(?:(?:muestra|muéstrame|lista|dame) |cuáles son )?(?:(?:las |los |nuestr[oa]s )?(?:últim[oa]s|tod[oa]s (?:las|los)) ${WHO.es}|(?:las |los )?${WHO.es} más (?:recientes|nuev[oa]s))`,
  nl: `(?:(?:toon|lijst|geef)(?: me| mij| ons)? |wat zijn |welke zijn )?(?:de |onze )?(?:nieuwste|laatste|alle) ${WHO.nl}`,
};

const PATTERNS = LANGUAGES.map((language) => ({
  language,
  pattern: new SparingPattern(
    `^(?:please |bitte )?${NEWEST[language]}(?:,? (?:please|pls|bitte|svp|por favor|graag))?\\s*[?.!]*$`,
    'iu',
  ),
}));

/** "Newest accounts", "list all customers"; undefined for anything else. */
export function newestAsked(plain: string): { readonly intent: Intent; readonly language: Language } | undefined {
  const found = PATTERNS.find(({ pattern }) => pattern.test(plain));
  return found === undefined ? undefined : { intent: { name: 'list', what: 'accepted' }, language: found.language };
}

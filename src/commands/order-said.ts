import type { Language } from '../domain/language';
import { LANGUAGES } from '../domain/language';
import type { ListOrder } from '../domain/list-order';
import type { Understanding } from './understanding';
import { SparingPattern } from './sparing-pattern';

/** "… newest first", "sort them by size": how a list is to be ordered, and what is left of the message without it. */
export interface OrderSaid {
  readonly order: ListOrder;
  readonly language: Language;
  /** Empty where nothing else was said. */
  readonly rest: string;
}

const ORDERS: Readonly<Record<Language, Readonly<Record<ListOrder, string>>>> = {
  en: {
    newest:
      '(?:the )?(?:newest|latest|most recent|youngest)(?: ones| accounts)? (?:first|on top|at the top)|by (?:date|newest|acceptance date)',
    oldest:
      '(?:the )?(?:oldest|longest waiting|longest)(?: ones| accounts)? (?:first|on top|at the top)|by (?:age|oldest|waiting time|how long they wait)',
    largest:
      '(?:the )?(?:largest|biggest|most seats|most licen[cs]es|most subscriptions)(?: ones| accounts)? (?:first|on top|at the top)|by (?:size|(?:number of )?(?:seats|licen[cs]es|subscriptions))',
    name: 'alphabetical(?:ly)?|in alphabetical order|(?:from )?a to z|by name',
  },
  de: {
    newest: '(?:die )?(?:neue?sten|jüngsten) (?:zuerst|zuoberst|oben)|neue?ste (?:zuerst|oben)|nach (?:dem )?datum',
    oldest: '(?:die )?ältesten (?:zuerst|zuoberst|oben)|älteste (?:zuerst|oben)|nach (?:alter|wartezeit)',
    largest:
      '(?:die )?größten (?:zuerst|zuoberst|oben)|größte (?:zuerst|oben)|(?:die )?grössten zuerst|nach (?:der )?(?:größe|grösse|(?:anzahl (?:der )?)?(?:plätzen?|lizenzen|abonnements))',
    name: 'alphabetisch|nach (?:dem )?namen?|von a bis z',
  },
  fr: {
    newest: "(?:d'abord )?(?:les )?plus récente?s?(?: d'abord| en premier)|d'abord les plus récente?s|par date",
    oldest: "(?:les )?plus ancien(?:ne)?s?(?: d'abord| en premier)|d'abord les plus ancien(?:ne)?s|par ancienneté",
    largest:
      "(?:les )?plus (?:grand(?:e)?s?|gros(?:ses)?)(?: d'abord| en premier)|d'abord les plus (?:grand(?:e)?s|gros(?:ses)?)|par (?:taille|(?:nombre (?:de |d'))?(?:postes|licences|abonnements))",
    name: 'par (?:nom|ordre alphabétique)|alphabétiquement',
  },
  es: {
    newest:
      '(?:las |los )?más (?:nuev[oa]s|recientes) primero|primero (?:las |los )?más (?:nuev[oa]s|recientes)|por fecha',
    oldest:
      '(?:las |los )?más (?:antigu[oa]s|viej[oa]s) primero|primero (?:las |los )?más (?:antigu[oa]s|viej[oa]s)|por antigüedad',
    largest:
      '(?:las |los )?(?:más grandes|mayores) primero|primero (?:las |los )?(?:más grandes|mayores)|por (?:tamaño|(?:número de )?(?:puestos|licencias|suscripciones))',
    name: 'por (?:nombre|orden alfabético)|alfabéticamente',
  },
  nl: {
    newest: '(?:de )?nieuwste (?:eerst|bovenaan)|op datum',
    oldest: '(?:de )?oudste (?:eerst|bovenaan)|op (?:leeftijd|wachttijd)',
    largest: '(?:de )?grootste (?:eerst|bovenaan)|op (?:grootte|(?:aantal )?(?:plekken|licenties|abonnementen))',
    name: 'alfabetisch|op (?:naam|alfabetische volgorde)|van a tot z',
  },
};

/** To order, and what is ordered, before the order itself. */
const SORT: Readonly<Record<Language, string>> = {
  en: '(?:(?:re-?)?(?:sort|order)(?:ed)?|arranged?)(?: (?:them|it|these|this|those|(?:the |this |that )?list|all|everything))?|(?:show|list|give)(?: me| us)?(?: (?:them|it|these|all))?|with|put',
  de: '(?:sortier(?:e|t)?|ordne|geordnet)(?: (?:sie|es|das|diese|die liste|alle))?|(?:zeige?|liste)(?: mir| uns)?(?: (?:sie|es|das|diese))?',
  fr: '(?:tri(?:e[rz]?|ée?s?)|class(?:e[rz]?|ée?s?))(?:[- ](?:les|la|le|ça|la liste|cette liste))?|(?:montre|liste|affiche)[rz]?(?:[- ](?:moi|nous|les))*',
  es: '(?:ord[eé]n(?:a|ar|ad[oa]s?|al[oa]s|ál[oa]s))(?: (?:las|los|la lista|esta lista|todo))?|(?:muestra|muéstrame|muéstral[oa]s|lista|dame)',
  nl: '(?:sorteer|gesorteerd|orden|geordend)(?: (?:ze|het|deze|de lijst|alles))?|(?:toon|laat)(?: me| mij| ons)?(?: (?:ze|deze))?',
};
const POLITE = "(?:,? (?:please|pls|bitte|s'il te plaît|s'il vous plaît|svp|por favor|graag|aub))?";
const BEFORE =
  '(?:(?:and|now|please|can you|could you|bitte|und|jetzt|et|maintenant|y|ahora|por favor|en|nu|graag),? )*';

const PATTERNS = LANGUAGES.flatMap((language) =>
  Object.entries(ORDERS[language]).map(([order, words]) => ({
    language,
    // The table above has these keys and no other.
    order: order as ListOrder,
    alone: new SparingPattern(`^${BEFORE}(?:(?:${SORT[language]}),? )?(?:${words})${POLITE}\\s*[?.!]*$`, 'iu'),
    behind: new SparingPattern(
      `^(.{2,200}?)(?:,|;|:| -)? (?:(?:${SORT[language]}),? )?(?:${words})${POLITE}\\s*([?.!]*)$`,
      'iu',
    ),
    before: new SparingPattern(`^(?:${words})[,:;]? (.{2,200})$`, 'iu'),
  })),
);

/** "The largest unmapped accounts", "… with the most seats": said of what is listed, and an order all the same. */
const LARGEST: readonly (readonly [Language, RegExp])[] = [
  ['en', /^(.*?)(?:the )?(?:largest|biggest) (.+)$/iu],
  [
    'en',
    /^(.+?) (?:with|that have|which have|have|has) (?:the )?most (?:seats|licen[cs]es|subscriptions)(\s*[?.!]*)$/iu,
  ],
  ['de', /^(.*?)(?:größten?|grössten) (.+)$/iu],
  ['de', /^(.+?) (?:mit|haben) (?:den|die) meisten (?:plätzen?|lizenzen|abonnements)(\s*[?.!]*)$/iu],
  ['fr', /^(.*?)plus (?:grand|gros)\p{L}* (.+)$/iu],
  ['fr', /^(.+?) (?:avec|qui ont|ont) le plus (?:de postes|de licences|d'abonnements)(\s*[?.!]*)$/iu],
  ['es', /^(.+?) (?:más grandes|mayores)(?= |$|[?.!])(.*)$/iu],
  ['es', /^(.+?) (?:con|que tienen|tienen) más (?:puestos|licencias|suscripciones)(\s*[?.!]*)$/iu],
  ['nl', /^(.*?)grootste (.+)$/iu],
  ['nl', /^(.+?) (?:met|hebben) de meeste (?:plekken|licenties|abonnementen)(\s*[?.!]*)$/iu],
];

/** Undefined where nothing is said of an order. */
export function orderSaid(plain: string): OrderSaid | undefined {
  const text = plain.trim();
  if (text.length > LONGEST || !MAY_ORDER.test(text)) return undefined;
  for (const { order, language, alone } of PATTERNS) if (alone.test(text)) return { order, language, rest: '' };
  for (const { order, language, behind, before } of PATTERNS) {
    const [, asked, end = ''] = behind.exec(text) ?? [];
    const rest = asked === undefined ? before.exec(text)?.[1] : `${asked}${end}`;
    if (rest !== undefined) return { order, language, rest };
  }
  for (const [language, pattern] of LARGEST) {
    const [, before, after] = pattern.exec(text) ?? [];
    if (before !== undefined && after !== undefined)
      return { order: 'largest', language, rest: `${before}${after}`.trim() };
  }
  return undefined;
}

/** Without one of these nothing is said of an order, which most messages are spared to be searched for. */
const MAY_ORDER =
  /(?<!\p{L})(?:first|on top|at the top|by|nach|par|por|op|zuerst|zuoberst|oben|d'abord|premier|primero|eerst|bovenaan|alphab\p{L}*|alfab\p{L}*|a to z|von a|van a|largest|biggest|most|größ\p{L}*|gröss\p{L}*|plus|más|mayores|grootste|meeste|meisten)(?!\p{L})/iu;

/** Longer messages are not about an order. */
const LONGEST = 250;

/** A list in the order that was said; undefined where what is left of the message without it asks for none. */
export function inOrder(plain: string, read: (rest: string) => Understanding): Understanding | undefined {
  const said = orderSaid(plain);
  if (said === undefined) return undefined;
  const { order, language, rest } = said;
  if (rest === '') {
    const intent = { name: 'list', what: 'unmapped', order } as const;
    return { outcome: 'understood', intent, language, evidence: [`order "${order}"`] };
  }
  const heard = read(rest);
  if (heard.outcome !== 'understood' || heard.intent.name !== 'list' || heard.instead !== undefined) return undefined;
  return { ...heard, intent: { ...heard.intent, order } };
}

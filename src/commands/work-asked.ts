import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import { SparingPattern } from './sparing-pattern';

/** A question for work or for news that names no kind of thing, in the words that the grammar reads. */
interface Plainer {
  readonly pattern: RegExp;
  readonly plain: string;
}

const WHEN: Readonly<Record<Language, string>> = {
  en: '(?: (?:today|now|right now|here|this (?:morning|week|month)|since (?:yesterday|last week|monday|friday)|from yesterday))?',
  de: '(?: (?:heute|jetzt|hier|heute (?:früh|morgen)|diese woche|diesen monat|seit (?:gestern|letzter woche|montag|freitag)|von gestern))?',
  fr: "(?: (?:aujourd'hui|maintenant|ici|ce matin|cette semaine|ce mois-ci|depuis (?:hier|la semaine dernière|lundi|vendredi)))?",
  es: '(?: (?:hoy|ahora|aquí|esta (?:mañana|semana)|este mes|desde (?:ayer|la semana pasada|el lunes|el viernes)))?',
  nl: '(?: (?:vandaag|nu|hier|vanochtend|deze (?:week|maand)|sinds (?:gisteren|vorige week|maandag|vrijdag)))?',
};

const FOR_US: Readonly<Record<Language, string>> = {
  en: '(?: (?:for|from) (?:me|us))?',
  de: '(?: (?:für|von) (?:mich|mir|uns))?',
  fr: '(?: (?:pour|chez) (?:moi|nous))?',
  es: '(?: para (?:mí|mi|nosotros))?',
  nl: '(?: (?:voor|bij) (?:mij|me|ons))?',
};

/** "What do I still have to do?", "was liegt an?" */
const TO_DO: Readonly<Record<Language, string>> = {
  en: "(?:what (?:do|must|should) (?:i|we) (?:still |else )?(?:have to |need to |got to )?do(?: still)?|what(?:'?s| is)(?: still| there)?(?: left)?(?: still)? to (?:be )?do(?:ne)?|what(?:'?s| is)(?: still)? (?:left|on my plate|on our plate|on my list)|any(?:thing)?(?: work| jobs?| tasks?)? (?:left |still )?(?:to do|for (?:me|us)(?: to do)?)|my (?:tasks|to-?dos?|to-?do list|work))",
  de: '(?:was (?:muss|müssen|soll|sollen|darf|kann) (?:ich|wir) (?:noch |jetzt |heute )*(?:tun|machen|erledigen)|was (?:ist|gibt es|gibts|bleibt) (?:noch |heute |jetzt )*zu (?:tun|machen|erledigen)|was (?:liegt|steht) (?:noch |heute |so )*an|(?:hab(?:e)?|haben) (?:ich|wir) (?:noch |heute )*(?:was|etwas|arbeit) zu (?:tun|machen|erledigen)|meine (?:aufgaben|todos|to-dos))',
  fr: "(?:qu(?:'est-ce qu(?:e (?:je|nous)|'on) (?:dois|devons|doit|ai|avons|a)(?: encore)?(?: à)? faire|'(?:y a|il y a)(?:-t-il)? (?:encore )?à faire)|(?:qu'est-ce qu'il|que|qu'est-ce qui) (?:me |nous )?reste(?:-t-il)? à faire|qu'est-ce qu'il y a (?:encore )?à faire|(?:il )?(?:me |nous )?reste(?:-t-il)? quoi à faire|mes tâches)",
  es: '¿?\\s*(?:qué (?:me |nos )?(?:falta|queda|toca|tengo que|tenemos que|hay que)(?: todavía| aún)?(?: por)? hacer(?: todavía| aún)?|qué hay (?:todavía |aún )?(?:por|que) hacer|(?:tengo|hay) algo (?:que|por) hacer|mis tareas)',
  nl: '(?:wat (?:moet|moeten) (?:ik|we|wij) (?:nog |nu |vandaag )*doen|wat (?:is er|valt er|is|staat er|ligt er) (?:nog |nu |vandaag )*(?:te doen|op de planning)|(?:heb|hebben) (?:ik|we|wij) nog (?:iets|wat) te doen|mijn (?:taken|to-?dos?))',
};

/** "How many are we behind?", "wie viele hängen noch?" */
const BEHIND: Readonly<Record<Language, string>> = {
  en: "(?:how (?:many|far|much|badly|late) (?:behind |late )?(?:are|do) we(?: (?:running|lagging|lag|still|falling|behind|late|short))*|how (?:many|much) (?:is|are) (?:still |we )*(?:stuck|lagging|overdue|held up|behind|piling up)|(?:what(?:'?s| is)|how (?:big|large|long) is) (?:the|our) (?:backlog|pile|queue))",
  de: '(?:wie (?:viele?|weit|sehr) (?:hängen|hinken|liegen|sind) wir (?:noch |eigentlich |da |gerade )*(?:hinterher|zurück|im rückstand|im verzug|nach|drüber)|wie viele (?:hängen|stecken|klemmen|stauen sich|liegen|stocken)(?: noch| gerade| denn| da| fest| rum| herum| bei uns)*|wie (?:groß|hoch) ist (?:der|unser) (?:rückstand|stapel|verzug))',
  fr: "(?:(?:on a|nous avons|on accumule) combien de retard|combien (?:de retard )?(?:on a|a-t-on|avons-nous|accumule-t-on)(?: de retard| en retard)?|combien (?:sont|restent|traînent|bloquent|coincent)(?: encore| toujours)*(?: en (?:retard|souffrance|attente|plan|rade))?|on est (?:en retard|à la bourre) de combien|(?:quel est|c'est quoi) (?:le|notre) (?:retard|arriéré))",
  es: '¿?\\s*(?:cuánt[oa]s? (?:llevamos|tenemos|hay|van|están|quedan|siguen) (?:de |con |todavía |aún )*(?:retras[oa]|atraso|retrasad[oa]s?|atrasad[oa]s?|atascad[oa]s?|trabad[oa]s?|parad[oa]s?|colgad[oa]s?)|cuánto (?:retraso|atraso) (?:llevamos|tenemos|hay)|(?:qué|cuánto) (?:tan )?(?:retrasados|atrasados) (?:vamos|estamos))',
  nl: '(?:hoeveel (?:lopen|liggen|zitten) we (?:nog |eigenlijk |er )*(?:achter|mee achter|vast)|hoe ver (?:lopen|liggen) we achter|hoeveel (?:hangen|steken|zitten|liggen|blijven) er (?:nog |vast|nu |eigenlijk )*(?:hangen|liggen|vast)?|hoe(?:veel| groot is (?:de|onze)) achterstand(?: (?:hebben|is er)(?: we)?)?)',
};

/** "What's new?", "quoi de neuf ?" */
const NEWS: Readonly<Record<Language, string>> = {
  en: "(?:so )?(?:what(?:'?s| is) new|any(?:thing)? new|any news|got any news|what(?:'?s| is) the latest|anything come in|what(?:'?s| has) come in)",
  de: "(?:(?:was )?gibt(?:'?s| es) (?:(?:et)?was )?(?:schon )?neues|(?:et)?was neues|neuigkeiten|was ist neu|was ist (?:neu )?(?:reingekommen|dazugekommen))",
  fr: '(?:quoi de neuf|du neuf|du nouveau|y a-t-il du nouveau|(?:il )?y a du nouveau|des nouvelles|quelles nouvelles)',
  es: '¿?\\s*(?:qué (?:hay|hay de|cuentas de) nuevo|qué hay de nuevo|algo nuevo|hay (?:algo|alguna) (?:nuevo|novedad)|(?:alguna|qué) novedad(?:es)?|novedades)',
  nl: '(?:(?:is|nog|zijn) er (?:nog )?(?:iets |wat )?nieuws|(?:nog )?(?:iets|wat) nieuws|nog nieuws|wat is (?:er )?nieuw|wat is er (?:nieuw )?binnengekomen)',
};

const OPEN_ACCOUNTS: Readonly<Record<Language, string>> = {
  en: 'list unmapped',
  de: 'nicht zugeordnete Konten',
  fr: 'comptes non associés',
  es: 'cuentas sin asignar',
  nl: 'niet gekoppelde accounts',
};

const NEW_ACCOUNTS: Readonly<Record<Language, string>> = {
  en: 'new customers$1',
  de: 'neue Kunden$1',
  fr: 'nouveaux clients$1',
  es: 'clientes nuevos$1',
  nl: 'nieuwe klanten$1',
};

const HELLO =
  '(?:(?:hi|hey|hello|morning|good morning|hallo|moin|guten morgen|servus|bonjour|salut|hola|buenos días|buenas|hoi|goedemorgen)(?: (?:all|team|there|zusammen|à tous|a todos|allemaal))?\\s*[,!.]? )?';
const END = '(?:,? (?:please|pls|bitte|svp|stp|por favor|graag|aub))?\\s*[?.!]*$';

const PLAINER: readonly Plainer[] = LANGUAGES.flatMap((language) => [
  {
    pattern: new SparingPattern(`^${HELLO}${TO_DO[language]}${FOR_US[language]}${WHEN[language]}${END}`, 'iu'),
    plain: OPEN_ACCOUNTS[language],
  },
  {
    pattern: new SparingPattern(`^${HELLO}${BEHIND[language]}${WHEN[language]}${END}`, 'iu'),
    plain: OPEN_ACCOUNTS[language],
  },
  {
    pattern: new SparingPattern(`^${HELLO}${NEWS[language]}${FOR_US[language]}(${WHEN[language]})${END}`, 'iu'),
    plain: NEW_ACCOUNTS[language],
  },
]);

/** More is a message with something else in it. */
const LONGEST = 80;

/** What is to be done here is to map accounts, and what is new are accounts; undefined for anything else. */
export function workAsked(text: string): string | undefined {
  const trimmed = text.trim().replaceAll('’', "'");
  if (trimmed.length > LONGEST) return undefined;
  const found = PLAINER.find(({ pattern }) => pattern.test(trimmed));
  return found === undefined ? undefined : trimmed.replace(found.pattern, found.plain).trim();
}

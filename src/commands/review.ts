import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { Command } from './command';
import { EVERYWHERE } from './command';
import type { Intent } from './intent';
import { SparingPattern } from './sparing-pattern';

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
  en: "all|the|every|each|of|them|our|my|new|newest|latest|next|open|unmapped|unassigned|waiting|pending|remaining|rest|accounts?|ones|customers?|tenants?|mappings?|what|is|what's|left|many|at|once|together",
  de: 'alle|alles|was|noch|ist|neuen?|die|der|den|unsere|offenen?|unzugeordneten?|restlichen?|wartenden?|konten|kunden|accounts|mandanten|zuordnungen|rest',
  fr: 'tout|ce|qui|est|nouveaux|tous|toutes|les|des|comptes|clients|ouverts|restants|non|associés|en attente',
  es: 'todo|lo|nuevas|nuevos|todas|todos|las|los|cuentas|clientes|abiertas|pendientes|sin|asignar|restantes',
  nl: 'alles|wat|nog|is|nieuwe|alle|de|open|openstaande|resterende|accounts|klanten|niet|gekoppelde',
};
const after = (language: Language): string => `(?: (?:${WHAT[language]}))*`;
const before = (language: Language): string => `(?:(?:${WHAT[language]}) )*`;

const GO: Readonly<Record<Language, string>> = {
  en: `(?:(?:(?:start|begin|open|continue|resume|go on|carry on|proceed)(?: with)?(?: (?:the|a|my|our))? review(?:ing)?|review|do (?:a |the )?review|(?:go|walk|work|run|get) through|work off|work on|clear)${after('en')}|(?:show|give|bring|send)(?: me| us)? the next (?:\\d{1,2}|twelve|ones|batch|page|accounts?)(?: (?:to|for) (?:map|mapping|review|decide|do|go through))?|(?:do|work(?: on| through)?|clear|tackle|attack|go through) (?:the |our |my |this )?(?:backlog|pile|queue|stack)|(?:bulk|mass)[- ]?(?:map|mapping|review|edit|assign)|(?:do|map|review|decide|handle|assign) (?:many|several|more|a lot)(?: (?:of them|accounts|ones))?(?: at once| at the same time| together| in one go))`,
  de: `(?:(?:gehe?|gehen wir)${after('de')} durch|${before('de')}(?:abarbeiten|durcharbeiten|durchsehen|prüfen)|(?:weiter mit der |setze die )?durchsicht(?: fort(?:setzen)?)?|viele(?: konten)? (?:auf einmal|gleichzeitig|zusammen) (?:zuordnen|durchgehen)|(?:zeig(?:e)?(?: mir)?|gib mir) die nächsten(?: \\d{1,2}| zwölf)?(?: konten)?|(?:den |unseren )(?:rückstand|stapel|haufen) (?:abarbeiten|durchgehen|abbauen)|${before('de')}durchgehen|(?:die )?durchsicht(?: starten)?)`,
  fr: `(?:(?:pass(?:e|er|ons|ez) en revue|revue|parcour(?:s|ir|ons|ez)|trait(?:e|er|ons|ez))${after('fr')}|(?:on )?(?:attaque|traite|liquide|rattrape)(?:r|ns|z)? (?:le |la |notre |l')?(?:retard|arriéré|pile)|(?:continue[rz]?|reprend(?:s|re|ez)) la revue|(?:associer|traiter) plusieurs(?: comptes)? (?:à la fois|en une fois))`,
  es: `(?:(?:revis(?:a|ar|emos)|repas(?:a|ar|emos)|recorr(?:e|er|amos))${after('es')}|(?:vamos con|hagamos|revisemos|despachemos|despachar) (?:todo )?(?:lo |los |las |el |la )?(?:pendientes?|atrasad[oa]s?|cola)|(?:continúa|continuar|sigue|seguir) (?:con )?la revisión|(?:asignar|revisar) (?:varias|muchas)(?: cuentas)? a la vez)`,
  nl: `(?:(?:doorloop|loop)${after('nl')}(?: door)?|${before('nl')}(?:afwerken|nalopen|beoordelen)|(?:ga verder met|vervolg) (?:de |het )?(?:doorlopen|beoordeling)|(?:we |laten we )?(?:de |onze )(?:achterstand|stapel) (?:wegwerken|doorlopen|afwerken)|veel(?: accounts)? tegelijk (?:koppelen|doorlopen)|${before('nl')}doorlopen)`,
};

const SURE: Readonly<Record<Language, string>> = {
  en: '(?:map|review|do|link|go through|confirm|accept|approve|save|take)(?: (?:all|the|only|of|your|almost))* (?:sure|certain|obvious|safe|clear|easy|confident|unambiguous) (?:ones|accounts?|mappings?|matches|suggestions?|proposals?)|(?:accept|take|approve|apply|confirm|use)(?: (?:all|the|your|every|of))* (?:suggestions?|proposals?|recommendations?|first choices)',
  de: '(?:(?:alle |nur |die )*sicheren(?: konten| treffer)? (?:zuordnen|durchgehen|bestätigen)|ordne(?: alle| nur| die)* sicheren(?: konten| treffer)? zu)',
  fr: '(?:associe[rz]?|confirme[rz]?|accepte[rz]?|passer? en revue)(?: tous| les| comptes)* (?:sûrs|certains)',
  es: '(?:asigna(?:r)?|confirma(?:r)?|revisa(?:r)?)(?: todas| las| cuentas)* (?:seguras|claras)',
  nl: '(?:(?:alle |de |alleen )*zekere(?: accounts)? (?:koppelen|doorlopen|bevestigen)|koppel(?: alle| de)* zekere(?: accounts)?)',
};

const POLITE = {
  before:
    "(?:please |can you |could you |can (?:i|we) |could (?:i|we) |may (?:i|we) |let's |lets |let us |shall we |help me(?: to)? |i (?:want|need|would like|'d like) to |i'd like to |we (?:want|need) to |i will |i'll |bitte |ich (?:möchte|will|würde gern(?:e)?) |wir (?:möchten|wollen|müssen) |lass(?:t)? uns |können wir |kann ich |je (?:veux|voudrais|dois) |nous (?:voulons|devons) |on (?:peut|va) |peut-on |puis-je |por favor,? |quiero |quisiera |queremos |me gustaría |vamos a |puedo |podemos |graag |ik wil(?: graag)? |we willen |laten we |kunnen we |kan ik )*",
  after: "(?: please| bitte| s'il te plaît| s'il vous plaît| por favor| aub| graag)?[.?!]*",
};

const PATTERNS = LANGUAGES.map((language) => ({
  language,
  sure: new SparingPattern(`^${POLITE.before}${SURE[language]}${POLITE.after}$`, 'iu'),
  go: new SparingPattern(`^${POLITE.before}${GO[language]}${POLITE.after}$`, 'iu'),
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

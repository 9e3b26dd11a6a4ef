import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { Command } from './command';
import { EVERYWHERE } from './command';
import type { Intent } from './intent';
import { SparingPattern } from './sparing-pattern';

/** report | how are we doing? | show me the figures. Set phrases: nothing else in them can be a name. */
export const report: Command = {
  name: 'report',
  help: 'help.report',
  summary: 'Shows how it went in the last weeks, with pictures.',
  scopes: EVERYWHERE,
  listed: false,
  cues: [],
  frames: [],
  examples: {
    en: ['report', 'how are we doing?', 'show me the figures'],
    de: ['Bericht', 'wie läuft es?', 'zeig mir die Zahlen'],
    fr: ['rapport', 'comment ça avance ?', 'montre-moi les chiffres'],
    es: ['informe', '¿cómo vamos?', 'muéstrame las cifras'],
    nl: ['rapport', 'hoe gaat het met ons?', 'laat me de cijfers zien'],
  },
  build: () => undefined,
};

const SAID: Readonly<Record<Language, string>> = {
  en: "(?:(?:show|give|send|make|get)(?: me| us)? )?(?:the |a |an |our |me the )*(?:weekly |monthly |status |mapping |progress )?(?:report|figures|statistics|stats|metrics|kpis|numbers|dashboard|charts?|performance report)(?: please)?|how (?:are we doing|is it going with the mappings?|did we do(?: (?:lately|this (?:week|month)|last (?:week|month)))?|have we been doing|fast are we|quick are we)(?: (?:lately|so far|with (?:the )?mappings?|overall|this (?:week|month)|altogether|as a team))*|how's it going with the mappings?|how long (?:does|do|did) (?:a |the |it |we )?(?:mapping |usually |normally )*(?:take|need)(?: us| you)?(?: on average| usually)?(?: to map(?: (?:an account|one|them))?)?(?: on average)?|(?:(?:show|draw|give)(?: me| us)? )?(?:a |the )?(?:chart|graph|diagram|picture)s? of (?:the |our )*(?:mappings?|acceptances?|accepted|progress|open accounts?|work)(?: (?:per|by|a|over) (?:the )?(?:weeks?|months?|time))?|how often (?:was|is|were|are) (?:your|the|our) (?:first )?(?:suggestions?|proposals?|guess|guesses|candidates?) (?:right|correct|taken|accepted|chosen)|who (?:mapped|maps|has mapped|decided|did) (?:the )?most(?: (?:mappings|accounts))?(?: (?:last|this) (?:month|week))?",
  de: '(?:(?:zeig|zeige|gib|mach|erstelle)(?: mir| uns)? )?(?:die |den |einen |unsere |unseren |mir die )*(?:bericht|report|zahlen|statistik(?:en)?|kennzahlen|auswertung|diagramme?|wochenbericht|monatsbericht)|wie (?:läuft es(?: bei uns)?|läuft’s|läufts|stehen wir da|kommen wir voran|gut sind wir|schnell sind wir)(?: (?:diesen monat|diese woche|gerade|insgesamt|so|bisher|denn))*|wie lange (?:dauert|brauchen wir für) (?:eine |die )?zuordnung(?: im schnitt)?|wer hat (?:am meisten|die meisten)(?: konten)? zugeordnet|wie oft (?:war|lag) (?:dein|der) erste(?:r)? vorschlag richtig',
  fr: "(?:(?:montre|montrez|donne|donnez|fais|affiche)(?:[- ]moi|[- ]nous)? )?(?:le |un |les |la |nos |notre )*(?:rapport|bilan|chiffres|statistiques|indicateurs|graphiques?|compte[- ]rendu)|comment (?:ça avance|ça va pour nous|avançons-nous|nous en sortons-nous|s'en sort-on)(?: (?:ce mois-ci|cette semaine|en ce moment|globalement))*|où en sommes-nous|combien de temps (?:prend|faut-il pour) une association|qui a (?:associé|fait) le plus(?: d'associations)?",
  es: '(?:(?:muéstra(?:me|nos)|muestra|da(?:me|nos)|haz|enséña(?:me|nos)) )?(?:el |un |las |los |nuestras |nuestros )*(?:informe|reporte|cifras|estadísticas|métricas|indicadores|números|gráficos?)|¿?cómo (?:vamos|nos va|lo estamos haciendo|va todo con las asignaciones)(?: (?:este mes|esta semana|en general|hasta ahora))*|cuánto (?:tarda|tardamos en) (?:una asignación|asignar)|quién (?:asignó|ha asignado) más',
  nl: '(?:(?:toon|geef|laat|maak)(?: me| mij| ons)? )?(?:de |het |een |onze )*(?:rapport|verslag|cijfers|statistieken|overzichtsrapport|grafieken?)(?: zien)?|hoe (?:gaat het met ons|doen we het|loopt het|staan we ervoor)(?: (?:deze maand|deze week|in het algemeen|nu))*|hoe lang duurt een koppeling(?: gemiddeld)?|wie heeft het meest gekoppeld',
};

const POLITE = {
  before: "(?:please |bitte |por favor,? |graag |s'il te plaît,? )?",
  after: "(?: please| bitte| s'il te plaît| s'il vous plaît| por favor| aub| graag)?\\s*[?.!]*",
};

const PATTERNS: Readonly<Record<Language, RegExp>> = {
  en: whole(SAID.en),
  de: whole(SAID.de),
  fr: whole(SAID.fr),
  es: whole(SAID.es),
  nl: whole(SAID.nl),
};

function whole(said: string): RegExp {
  return new SparingPattern(`^${POLITE.before}(?:${said})${POLITE.after}$`, 'iu');
}

/** That somebody wants to know how it goes; undefined when anything else is said as well. `own` is their language. */
export function reportPhrase(
  plain: string,
  own: Language,
): { readonly intent: Intent; readonly language: Language } | undefined {
  const text = plain.trim();
  const language = [own, ...LANGUAGES].find((one) => PATTERNS[one].test(text));
  return language === undefined ? undefined : { intent: { name: 'report' }, language };
}

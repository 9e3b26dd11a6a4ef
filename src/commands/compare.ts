import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { Command } from './command';
import { EVERYWHERE } from './command';
import type { Intent } from './intent';
import { SparingPattern } from './sparing-pattern';

/** compare with Work 365 | how do your proposals compare with Work 365? Set phrases: nothing else in them can be a name. */
export const comparing: Command = {
  name: 'compare',
  help: 'help.compare',
  summary: 'Compares what is mapped in Work 365 with what would be proposed here.',
  scopes: EVERYWHERE,
  listed: false,
  cues: [],
  frames: [],
  examples: {
    en: ['compare with Work 365', 'how do your proposals compare with Work 365?'],
    de: ['mit Work 365 vergleichen', 'wie passen deine Vorschläge zu Work 365?'],
    fr: ['comparer avec Work 365', 'comment tes propositions se comparent-elles à Work 365 ?'],
    es: ['comparar con Work 365', '¿cómo se comparan tus propuestas con Work 365?'],
    nl: ['vergelijken met Work 365', 'hoe verhouden je voorstellen zich tot Work 365?'],
  },
  build: () => undefined,
};

const THERE = '(?:work ?365|w365|dataverse)';

const OURS: Readonly<Record<Language, string>> = {
  en: "(?:(?:your|our|the|its|handshake's|all|first|own|current) )*(?:proposals?|suggestions?|candidates|matches|guesses|mappings?|picks|choices|yourself|you|everything|us|it|them)",
  de: '(?:(?:deine|eure|ihre|unsere|die|alle|ersten) )*(?:vorschläge|zuordnungen|treffer|kandidaten|dich|alles|sie|euch)',
  fr: '(?:(?:tes|vos|nos|les|toutes|premières) )*(?:propositions|suggestions|associations|candidats|tout)',
  es: '(?:(?:tus|sus|nuestras|las|los|todas|primeras) )*(?:propuestas|sugerencias|asignaciones|candidatos|todo)',
  nl: '(?:(?:jouw|je|jullie|onze|de|alle|eerste) )*(?:voorstellen|suggesties|koppelingen|kandidaten|alles|jezelf)',
};

const SAID: Readonly<Record<Language, readonly string[]>> = {
  en: [
    `how (?:do|does|well do|well does|would|closely do) ${OURS.en} (?:compare|fit|agree|match(?: up)?|differ|go|line up|fare|do|hold up)(?: (?:with|to|from|against|next to))? (?:what is (?:mapped |already |there )*in |(?:the )?mappings (?:in|of) |those (?:in|of) )?${THERE}`,
    `(?:do|does) ${OURS.en} (?:agree|match|fit|compare|differ)(?: (?:with|to|from))? (?:the mappings in |those in |what is in )?${THERE}`,
    `(?:compare|check|hold)(?: ${OURS.en})? (?:with|to|against) (?:what is (?:mapped |already )*in |(?:the )?mappings (?:in|of) |those (?:in|of) )?${THERE}`,
    `(?:the |a |show (?:me )?the )?comparison (?:with|to|against) ${THERE}`,
    `where (?:do|would) you (?:disagree|differ) (?:with|from) ${THERE}`,
    `(?:which|what) mappings (?:in|of) ${THERE} (?:are|look|seem|may be|might be) (?:wrong|odd|strange|mistakes|old mistakes|doubtful|suspicious)`,
    `(?:are|is) (?:the |our )?mappings? in ${THERE} (?:right|correct|ok|okay|good)`,
    `(?:which|what)(?: of)?(?: the| our)? mappings (?:in|of) ${THERE} (?:do|would) you (?:disagree with|not agree with|doubt|propose differently|map differently)`,
    `(?:do|would) you (?:dis)?agree with (?:what is (?:mapped |already )*in |what's mapped in |(?:the |our )?mappings (?:in|of) )?${THERE}`,
    `(?:compare|check) ${OURS.en} (?:with|to|against) (?:the |our )?(?:existing|current|present|old) mappings`,
  ],
  de: [
    `wie (?:gut )?(?:passen|stehen|stimmen|verhalten sich|decken sich|vergleichen sich) ${OURS.de} (?:mit|zu|gegenüber|gegen) (?:denen |dem )?(?:in |von )?${THERE}(?: zusammen| überein| da)?`,
    `(?:passen|stimmen|decken sich) ${OURS.de} (?:mit|zu) (?:denen (?:in|von) )?${THERE}(?: zusammen| überein)?`,
    `vergleich(?:e|st du)? ${OURS.de} (?:bitte )?mit (?:denen (?:in|von) )?${THERE}`,
    `(?:${OURS.de} )?mit ${THERE} vergleichen`,
    `(?:der |den |zeig(?:e)? (?:mir )?den )?(?:vergleich|abgleich) mit ${THERE}`,
    `wo weichst du von ${THERE} ab`,
    `welche zuordnungen in ${THERE} (?:sind|wären|sehen|könnten) (?:falsch|seltsam|zweifelhaft|fehler|merkwürdig)(?: aus| sein)?`,
    `(?:sind|stimmen) (?:die |unsere )?zuordnungen in ${THERE}(?: richtig| korrekt)?`,
  ],
  fr: [
    `comment ${OURS.fr} se comparent(?:[- ]elles)? (?:à|avec|aux) (?:celles (?:de|dans) )?${THERE}`,
    `(?:est-ce que )?${OURS.fr} (?:correspondent|concordent)(?:[- ]elles)? (?:à|avec) (?:celles (?:de|dans) )?${THERE}`,
    `compar(?:e|er|ez)(?: ${OURS.fr})? (?:à|avec) (?:celles (?:de|dans) )?${THERE}`,
    `(?:la |montre(?:[- ]moi)? la )?comparaison (?:à|avec) ${THERE}`,
    `où (?:diffères-tu|différez-vous|es-tu en désaccord) (?:de|avec) ${THERE}`,
    `quelles associations (?:de|dans) ${THERE} (?:sont|semblent) (?:fausses|étranges|douteuses|erronées)`,
  ],
  es: [
    `cómo (?:se comparan|coinciden|encajan) ${OURS.es} con (?:las (?:de|en) |los (?:de|en) )?${THERE}`,
    `(?:coinciden|concuerdan) ${OURS.es} con (?:las (?:de|en) )?${THERE}`,
    `compar(?:a|ar|e)(?: ${OURS.es})? con (?:las (?:de|en) )?${THERE}`,
    `(?:la |muéstrame la )?comparación con ${THERE}`,
    `en qué (?:difieres|te diferencias) de ${THERE}`,
    `qué asignaciones (?:de|en) ${THERE} (?:están|son|parecen) (?:mal|incorrectas|raras|dudosas|equivocadas)`,
  ],
  nl: [
    `hoe (?:goed )?(?:verhouden|vergelijken|passen|komen) ${OURS.nl}(?: zich)? (?:tot|met|bij|overeen met) (?:die (?:van|in) )?${THERE}`,
    `(?:komen|kloppen) ${OURS.nl} (?:overeen )?met (?:die (?:van|in) )?${THERE}(?: overeen)?`,
    `vergelijk ${OURS.nl} met (?:die (?:van|in) )?${THERE}`,
    `(?:${OURS.nl} )?(?:met ${THERE} vergelijken|vergelijken met ${THERE})`,
    `(?:de |toon (?:me )?de )?vergelijking met ${THERE}`,
    `waar wijk je af van ${THERE}`,
    `welke koppelingen in ${THERE} (?:zijn|lijken) (?:fout|vreemd|twijfelachtig|verkeerd)`,
  ],
};

const POLITE =
  "(?:please |can you |could you |bitte |kannst du |peux-tu |por favor,? |¿ ?|kun je |graag |s'il te plaît,? )*";
const AFTER = "(?: please| bitte| s'il te plaît| s'il vous plaît| por favor| aub| graag)?\\s*[?.!]*";

const PATTERNS = LANGUAGES.map((language) => ({
  language,
  pattern: new SparingPattern(`^${POLITE}(?:${SAID[language].join('|')})${AFTER}$`, 'iu'),
}));

/** That somebody wants our proposals beside what Work 365 has; undefined when anything else is said as well. */
export function comparePhrase(plain: string): { readonly intent: Intent; readonly language: Language } | undefined {
  const text = plain.trim();
  const found = PATTERNS.find(({ pattern }) => pattern.test(text));
  return found === undefined ? undefined : { intent: { name: 'compare' }, language: found.language };
}

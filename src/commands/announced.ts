import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import { namesJoined } from './assign';
import type { Command } from './command';
import { EVERYWHERE } from './command';
import type { Intent } from './intent';
import { SparingPattern } from './sparing-pattern';

/** Was X announced here, and why not? Said whole: in another sentence the same words mean other things. */
export const announced: Command = {
  name: 'announced',
  help: 'help.announced',
  summary: 'Says whether and where an account was announced, and which rule kept it from that.',
  scopes: EVERYWHERE,
  listed: false,
  cues: [],
  frames: [],
  examples: {
    en: ['why was I not told about {name}?', 'where was {name} announced?'],
    de: ['warum wurde {name} hier nicht gemeldet?', 'wo wurde {name} gemeldet?'],
    fr: ["pourquoi {name} n'a pas été annoncé ici ?", 'où {name} a été annoncé ?'],
    es: ['¿por qué no se anunció {name} aquí?', '¿dónde se anunció {name}?'],
    nl: ['waarom is {name} hier niet gemeld?', 'waar is {name} gemeld?'],
  },
  build: () => undefined,
};

/** A comma leads to something else, unless a legal form follows. */
const NAME = String.raw`(?<name>(?:[^,;?]|,(?= ?(?:inc|ltd|llc|gmbh|s\.?a|b\.?v|plc)(?:[. ?]|$))){1,120}?)`;

const TOLD_IN_GERMAN =
  '(?:gesagt|erzählt|gemeldet|berichtet|bescheid gegeben|bescheid gesagt|informiert|benachrichtigt|gehört|erfahren|mitbekommen)(?: worden)?';

const SAID: Readonly<Record<Language, readonly string[]>> = {
  en: [
    `(?:so )?(?:why|how come) (?:was|were|am|are|has|have) (?:i|we|this channel|nobody|no one|no-one) (?:here )?(?:not |never |n't )?(?:been )?(?:told|notified|informed|alerted) (?:here )?(?:about|of) ${NAME}`,
    `(?:so )?(?:why|how come) (?:wasn't|weren't|haven't|hasn't) (?:i|we|this channel|anybody|anyone) (?:been )?(?:told|notified|informed|alerted) (?:here )?(?:about|of) ${NAME}`,
    `(?:so )?(?:why|how come) (?:i|we|this channel) (?:was|were|am|are) (?:not|never) (?:told|notified|informed|alerted) (?:here )?(?:about|of) ${NAME}`,
    `(?:why|how come) (?:(?:did|have|has) )?(?:nobody|no one|no-one|i|we) (?:not |never )?(?:tell|told|hear|heard|see|seen|get|got)(?: anything| a card| a message| an announcement| news)? ?(?:me|us)?(?: here)? (?:about|of|for) ${NAME}`,
    `(?:why|how come) (?:didn't|did not|don't|haven't) (?:i|we|you) (?:here )?(?:(?:get|see|gotten|seen|got) (?:anything|a card|a message|an announcement|news)|hear|heard|tell|notify|inform)(?: me| us)?(?: anything)?(?: here)? (?:about|of|for|on) ${NAME}`,
    `(?:why|how come) (?:didn't|did not|haven't) (?:i|we|you) (?:announce|post|announced|posted) ${NAME}`,
    `(?:why|how come) (?:did|have) (?:you|we) (?:not|never) (?:announce|post|announced|posted) ${NAME}`,
    `(?:why|how come) (?:does|did|has|doesn't|didn't|hasn't) ${NAME} (?:not )?(?:have |get |got |gotten )?(?:a|no|its own) card(?: of its own)?`,
    `(?:why|how come) (?:did|do|have) (?:you|i|we) (?:not|never) (?:tell|told|notify|hear|heard)(?: me| us)?(?: anything)? (?:about|of) ${NAME}`,
    `(?:why|how come) (?:is|was|has|isn't|wasn't|hasn't) ${NAME} (?:not |never |n't )?(?:been )?(?:announced|posted|told|shown|reported)(?: to (?:me|us))?`,
    `(?:why|how come) (?:is there |was there )?no (?:card|message|announcement|notification|news) (?:here )?(?:about|of|for|on) ${NAME}`,
    `(?:where|when|was|has|were we told where) (?:was |has |is )?${NAME} (?:already )?(?:been )?(?:announced|posted|told to us)`,
    `did (?:you|anybody|anyone|somebody|someone) (?:ever )?(?:post|announce|mention) ${NAME}(?: (?:anywhere|at all|to anyone|somewhere))*`,
    `did (?:you|anybody|anyone|somebody|someone) (?:ever )?(?:tell|notify|inform) (?:me|us) (?:about|of) ${NAME}`,
    `(?:where|when) (?:was|were) (?:i|we) (?:told|notified|informed) (?:about|of) ${NAME}`,
    `(?:was|were) (?:i|we|anybody|anyone|this channel) (?:ever )?(?:told|notified|informed) (?:about|of) ${NAME}`,
    // The same as a complaint.
    `(?:nobody|no one|no-one) (?:ever |even |has |had |bothered to )*(?:tell|told|notif(?:y|ied)|inform(?:ed)?|mention(?:ed)? anything|said anything|say anything)(?: (?:me|us|anyone|anybody|anything|here))* (?:about|of|to us about) ${NAME}`,
    `(?:you|they|i|we) (?:(?:have|were|was|did) )?(?:never|not|didn't|haven't|hasn't|wasn't|weren't|did not|have not|was not|were not)(?: (?:ever|even|been))* (?:tell|told|notif(?:y|ied)|inform(?:ed)?|hear|heard|say|said)(?: (?:me|us|anyone|anything|here))* (?:about|of) ${NAME}`,
  ],
  de: [
    `(?:warum|wieso|weshalb) (?:hab(?:e|en|')?|kriegen?|kriege?|bekomme?n?|höre?n?) (?:ich|wir|man) (?:hier )?(?:nix|nichts|nie was|nie etwas|keinen ton|keine nachricht)(?: mehr)? (?:von|über|zu|wegen) ${NAME}(?: (?:mitbekommen|mitgekriegt|gehört|gesehen|gelesen|erfahren|bekommen))?`,
    `(?:warum|wieso|weshalb) (?:wurde|wurden|bin|sind|habe|haben|hat) (?:ich|wir|man|mir|uns|niemand|keiner|du mir|du uns) ?(?:hier )?(?:nichts |nicht |nie |keine (?:meldung|nachricht|karte) )?(?:über|von|zu|wegen) ${NAME} (?:nicht |nichts |nie )?(?:informiert|benachrichtigt|gehört|erfahren|bekommen|erhalten|gesagt|gemeldet|bescheid bekommen|mitbekommen)(?: worden)?`,
    `(?:warum|wieso|weshalb) (?:wurde|ist|wird) ${NAME} (?:hier |bei uns |mir |uns )?(?:nicht|nie) (?:gemeldet|angekündigt|gepostet|angezeigt|gesagt)(?: worden)?`,
    `(?:warum|wieso|weshalb) (?:hast du|habt ihr) (?:mir|uns) (?:nichts|nicht) (?:über|von|zu) ${NAME} (?:gesagt|gemeldet|erzählt|bescheid gegeben)`,
    `(?:warum|wieso|weshalb) (?:hast du|habt ihr) ${NAME} (?:hier |bei uns )?(?:nicht|nie) (?:gemeldet|angekündigt|gepostet|angezeigt)`,
    `(?:warum|wieso|weshalb) (?:hat|bekam|bekommt) ${NAME} (?:hier )?keine (?:eigene )?karte(?: bekommen)?`,
    `(?:warum|wieso|weshalb) (?:kam|gab es|gibt es|kommt) (?:hier )?(?:keine|nie eine) (?:meldung|nachricht|karte|ankündigung) (?:zu|über|für|von) ${NAME}`,
    `(?:warum|wieso|weshalb) hat (?:mir|uns) (?:niemand|keiner) (?:etwas |was )?(?:von|über|zu) ${NAME} (?:gesagt|erzählt|gemeldet|bescheid gegeben|berichtet)`,
    `(?:warum|wieso|weshalb) (?:weiß|wusste) (?:ich|wir) nichts (?:von|über) ${NAME}`,
    `(?:(?:mir|uns) hat|hat (?:mir|uns)) (?:ja |auch |hier )*(?:niemand|keiner|nie jemand) (?:etwas |was |je )*(?:von|über|zu|wegen) ${NAME} ${TOLD_IN_GERMAN}`,
    `(?:niemand|keiner) hat (?:mir|uns) (?:etwas |was |je )*(?:von|über|zu|wegen) ${NAME} ${TOLD_IN_GERMAN}`,
    `(?:du hast|ihr habt|sie haben) (?:mir|uns) (?:ja |nie |nichts |nicht |niemals )+(?:von|über|zu|wegen) ${NAME} ${TOLD_IN_GERMAN}`,
    `(?:von|über|zu) ${NAME} (?:hat (?:mir|uns)|habe ich|haben wir|weiß ich|wissen wir) (?:niemand|keiner|nie|nichts)(?: (?:etwas|was|je))* ?${TOLD_IN_GERMAN}?`,
    `(?:ich|wir) (?:wurden?|bin|sind|habe?n?) (?:ja |nie |nicht |nichts |niemals )+(?:von|über|zu) ${NAME} ${TOLD_IN_GERMAN}`,
    `(?:hast du|habt ihr) ${NAME} (?:je |jemals |irgendwo |schon )*(?:gemeldet|angekündigt|gepostet)`,
    `(?:wo|wann|wurde|ist)(?: wurde| ist)? ${NAME} (?:hier |schon |bei uns )*(?:gemeldet|angekündigt|gepostet)(?: worden)?`,
  ],
  fr: [
    `pourquoi (?:je n'ai|on n'a|nous n'avons|n'ai-je|n'avons-nous|n'a-t-on) (?:pas |rien |jamais )?(?:été |pas été )?(?:prévenus?|informés?|avertis?|notifiés?|reçu|su|entendu)(?: de (?:message|carte))? (?:de |d'|au sujet de |pour |sur )${NAME}`,
    `(?:pourquoi )?(?:on ne (?:m'|nous )a|tu ne (?:m'|nous )as|vous ne (?:m'|nous )avez|personne ne (?:m'|nous )a) (?:pas |rien |jamais )*(?:prévenus?|informés?|avertis?|dit|parlé) (?:de |d'|pour |sur |au sujet de )${NAME}`,
    `(?:je n'ai|on n'a|nous n'avons) (?:pas |jamais )+été (?:prévenus?|informés?|avertis?) (?:de |d'|pour |sur |au sujet de )${NAME}`,
    `pourquoi ${NAME} n'(?:a|est) (?:pas|jamais) (?:été )?annoncée?`,
    `pourquoi (?:tu n'as|vous n'avez|n'as-tu|n'avez-vous) (?:pas|jamais) (?:annoncé|publié|posté) ${NAME}`,
    `pourquoi ${NAME} n'a pas (?:eu |reçu )?(?:de carte|sa carte|sa propre carte)`,
    `pourquoi (?:n'y a-t-il|il n'y a) (?:pas |eu )*(?:de |d'|aucune )(?:message|annonce|carte) (?:pour|sur|de|d') ?${NAME}`,
    `(?:as-tu|tu as|avez-vous) (?:déjà |jamais )?(?:annoncé|publié|posté) ${NAME}(?: quelque part)?`,
    `(?:où|quand) (?:est-ce que )?${NAME} a(?:-t-il|-t-elle)? (?:déjà )?été annoncée?`,
    `(?:est-ce que )?${NAME} a(?:-t-il|-t-elle)? (?:déjà )?été annoncée?`,
  ],
  es: [
    `¿? ?por qué (?:no )?(?:me|nos) (?:enteré|enteramos|he enterado|hemos enterado|entero)(?: de nada)? de(?:l)? (?:lo de )?${NAME}`,
    `¿? ?por qué no (?:supe|supimos|sé|sabía|vi|vimos|recibí|recibimos)(?: nada)? (?:de|sobre) ${NAME}`,
    `(?:por qué )?(?:no|nunca) (?:me|nos|se me|se nos) (?:avisaste|avisaron|avisó|dijiste|dijeron|informó|informaron|informaste|notificaron|notificó|ha avisado|han avisado|has avisado) ?(?:nada )?(?:aquí )?(?:de|sobre|acerca de) ${NAME}`,
    `(?:por qué )?nadie (?:me|nos) (?:avisó|ha avisado|dijo|ha dicho|informó|ha informado|contó|ha contado) ?(?:nada )?(?:de|sobre|acerca de) ${NAME}`,
    `por qué no (?:se (?:anunció|ha anunciado)|fue anunciad[oa]|ha sido anunciad[oa]|anunciaste|anunciaron) (?:aquí )?(?:a )?${NAME}`,
    `por qué no (?:publicaste|has publicado|has anunciado|publicaron|se publicó) (?:aquí )?(?:a )?${NAME}`,
    `por qué ${NAME} no (?:tiene|tuvo|recibió) (?:una |su )?(?:propia )?tarjeta(?: propia)?`,
    `por qué ${NAME} no (?:se (?:anunció|ha anunciado)|fue anunciad[oa]|ha sido anunciad[oa])`,
    `por qué no (?:hay|hubo|he recibido|hemos recibido|recibí|recibimos) (?:ningún |ninguna |un |una )?(?:aviso|mensaje|tarjeta|anuncio) (?:aquí )?(?:de|sobre|para) ${NAME}`,
    `(?:alguna vez )?(?:anunciaste|publicaste|has anunciado|has publicado) (?:alguna vez )?(?:a )?${NAME}(?: (?:en algún (?:sitio|canal)|alguna vez))?`,
    `(?:dónde|cuándo) (?:se (?:anunció|ha anunciado)|fue anunciad[oa]) ${NAME}`,
    `se (?:anunció|ha anunciado) (?:ya )?${NAME}`,
  ],
  nl: [
    `waarom (?:hoorde?n?|hoor|zag|zagen|wist|wisten|kreeg|kregen) (?:ik|wij|we) (?:hier )?(?:niks|niets|nooit iets|geen bericht)(?: gehoord)? (?:over|van) ${NAME}`,
    `waarom (?:ben|is|zijn|heb|hebben|had) (?:ik|we|wij|niemand|dit kanaal) (?:hier )?(?:niet |niets |nooit )?(?:over|van) ${NAME} (?:niet |niets |nooit )?(?:geïnformeerd|ingelicht|gehoord|bericht|op de hoogte gebracht|gekregen)`,
    `waarom (?:ben|is|zijn|heb|hebben|had) (?:ik|we|wij|niemand|dit kanaal) (?:hier )?(?:niet|niets|nooit) (?:geïnformeerd|ingelicht|gehoord|gekregen|op de hoogte gebracht) (?:over|van) ${NAME}`,
    `waarom (?:is|werd) ${NAME} (?:hier |bij ons )?(?:niet|nooit) (?:gemeld|aangekondigd|gepost)`,
    `waarom (?:heb je|hebt u|hebben jullie) (?:me|mij|ons) (?:niets|niet) (?:over|van) ${NAME} (?:verteld|gezegd|gemeld)`,
    `waarom (?:heb je|hebt u|hebben jullie) ${NAME} (?:hier |bij ons )?(?:niet|nooit) (?:gemeld|aangekondigd|gepost)`,
    `waarom (?:heeft|kreeg) ${NAME} (?:hier )?geen (?:eigen )?kaart(?: gekregen)?`,
    `(?:waarom heeft niemand|niemand heeft) (?:me|mij|ons) (?:iets |ooit )*(?:over|van) ${NAME} (?:verteld|gezegd|gemeld|laten weten)`,
    `(?:je|jij|u|jullie) (?:hebt|heb|hebben) (?:me|mij|ons) (?:nooit |niets |niet |niks |iets )+(?:over|van) ${NAME} (?:verteld|gezegd|gemeld|laten weten)`,
    `(?:ik|we|wij) (?:ben|zijn|werd|werden|heb|hebben) (?:nooit |niets |niet |niks )+(?:over|van) ${NAME} (?:verteld|geïnformeerd|ingelicht|gehoord)`,
    `waarom (?:kwam er|is er|was er) (?:hier )?geen (?:bericht|melding|kaart|aankondiging) (?:over|voor|van) ${NAME}`,
    `heb je ${NAME} (?:ooit |ergens |al )*(?:gemeld|aangekondigd|gepost)`,
    `(?:waar|wanneer|is|werd)(?: is| werd)? ${NAME} (?:hier |al |bij ons )*(?:gemeld|aangekondigd|gepost)`,
  ],
};

const HERE =
  '(?: (?:here|in here|in this (?:channel|chat|team)|to us|hier|in diesem (?:kanal|chat)|ici|dans ce canal|aquí|en este canal|in dit kanaal|yet|already|so far|schon|déjà|ya|al))*';

const PATTERNS = LANGUAGES.flatMap((language) =>
  SAID[language].map((words) => ({
    language,
    pattern: new SparingPattern(
      `^[¿ ]*(?:(?:please|pls|hey|hi|and|so|und|et|y|en),? )*${words}${HERE}\\s*[?!.]*$`,
      'iu',
    ),
  })),
);

/** Nobody in particular. */
const NOBODY =
  /^(?:(?:hast du|habt ihr|heb je|hebt u|hebben jullie) .*|it|this|that|them|him|her|there|all|everything|anything|something|here|es|das|alles|sie|ihn|hier|nichts|le|la|ça|cela|tout|rien|eso|esto|todo|nada|het|dit|dat|niets|(?:the |a |an |this |these |new |any |our |den |die |das |neue[nr]? |le |la |les |un |une |nouveaux? |el |los |las |una? |nuev[oa]s? |de |een |nieuwe )*(?:customers?|accounts?|tenants?|kunden?|konten|konto|clients?|comptes?|clientes?|cuentas?|klant(?:en)?|news|providers?))$/iu;

export function announcedPhrase(plain: string): { readonly intent: Intent; readonly language: Language } | undefined {
  const text = plain.trim().replaceAll('’', "'");
  if (text.length > 240 || text.includes('\n')) return undefined;
  for (const { language, pattern } of PATTERNS) {
    const name = pattern
      .exec(text)
      ?.groups?.['name']?.trim()
      .replace(/^["“„«»']+|["”“»',]+$/gu, '')
      .trim();
    if (name === undefined || name === '' || NOBODY.test(name)) continue;
    return { language, intent: { name: 'announced', companies: namesJoined(name) } };
  }
  return undefined;
}

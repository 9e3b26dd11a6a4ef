import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { InvitationsNarrowed } from '../domain/invitations-narrowed';
import type { Intent } from './intent';
import { invitationsNarrowed } from './invitations-narrowed';
import { SparingPattern } from './sparing-pattern';

/**
 * "Watch all invitations of this week": whoever is meant is looked up when it is asked. `TAIL` is what says which; what
 * cannot be told there lists them all, and watches none.
 */
interface Words {
  /** All invitations, however they are called. */
  readonly all: string;
  readonly whole: readonly string[];
  /** What may stand in a tail, and nothing else. */
  readonly tail: string;
}

const TAIL = String.raw`(?<tail>(?:[ ,].{0,60}?)?)`;

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    all: "(?:(?:all|every|each|any|one|of|the|my|our|open|pending|unanswered|outstanding|(?:this|last) (?:week|month)'?s|today'?s|yesterday'?s) )*(?:invitations?|invites?|invited (?:companies|customers|ones)|(?:everyone|everybody|whoever|anyone|all(?: of them| those| the (?:companies|customers|ones))?|(?:the )?(?:companies|customers|ones))(?: that| who| whom| which)? (?:we|i)(?:'ve| have)? (?:just )?invited)",
    whole: [
      `(?:watch|follow|track|monitor|keep (?:an eye|tabs) on|keep track of|(?:notify|ping|alert) me (?:about|of|on))(?: for me)? ALL${TAIL}`,
      `(?:tell|notify|ping|alert|let) (?:me|us)(?: know)? (?:when|once|if|as soon as|whenever) (?:someone (?:of|from) |anyone (?:of|from) |anything (?:of|from) )?ALL${TAIL} (?:accepts?|is accepted|are accepted|gets accepted|answers?|(?:has|have) (?:accepted|answered)|replies|reply|responds?|says? yes|signs?)`,
      `(?:put|set) (?:a )?watch(?:es)? on ALL${TAIL}`,
      `(?:(?:let me know|update me|inform me|keep me (?:posted|updated|informed)) (?:about|of|on|for) (?:all|every|each|any)|tell me about every)(?: single| one of| of)*(?: the| our| my| open)* ?(?:invitations?|invites?)`,
    ],
    tail: "(?:,|of|from|for|in|sent|made|went|out|that|which|who|were|are|is|have|has|not|been|yet|we|i|still|open|pending|unanswered|without|an?|any|answers?|answered|accepted|by|me|us|mine|older|than|more|(?:this|last) (?:week|month)'?s?|today'?s?|yesterday'?s?|days?|weeks?|months?|two|three|four|\\d{1,3})",
  },
  de: {
    all: '(?:(?:alle[nrs]?|jede[nr]?|die|der|den|von|aus|meine[rn]?|unsere[rn]?|offene[nr]?|unbeantwortete[nr]?|heutigen|gestrigen) )*(?:einladungen|eingeladenen(?: kunden| firmen)?)',
    whole: [
      `(?:beobachte|überwache|ueberwache|verfolge|behalte?|tracke)(?: bitte| mal| mir)* ALL${TAIL}(?: im (?:auge|blick))?`,
      `(?:bitte )?ALL${TAIL} (?:beobachten|überwachen|verfolgen|im (?:auge|blick) behalten|tracken)`,
      `(?:sage?|gib|melde?|informiere?|benachrichtige?)(?: mir| uns| dich| mich)?(?: bitte)? (?:bei|über|zu|von) (?:jeder|alle[nr]?|jede)(?: einzelnen| unserer?| offenen?)* ?einladung(?:en)?(?: bescheid)?`,
      `(?:beobachte|überwache|verfolge|behalte?)(?: bitte| mal)* (?:alle|jeden|die)(?: kunden| firmen)?,? (?:die|den) (?:wir|ich)(?<tail2>.{0,40}?) eingeladen (?:haben|habe|hatten)(?: im (?:auge|blick))?`,
      `alle(?: kunden| firmen)?,? die (?:wir|ich)(?<tail3>.{0,40}?) eingeladen (?:haben|habe|hatten),? (?:beobachten|überwachen|im auge behalten)`,
      `(?:sag|gib|melde?)(?: mir| uns| dich)?(?: bitte)?(?: bescheid)?,? (?:wenn|sobald|falls) (?:eine[rs]?|jemand|etwas|was)? ?(?:aus |von |der )*ALL${TAIL} (?:annimmt|angenommen (?:wird|werden|hat)|annehmen|zusagt|antwortet|antworten)`,
    ],
    tail: '(?:,|von|vom|aus|der|des|die|das|dem|den|seit|in|im|letzte[nrms]*|vorige[nrms]*|diese[nrms]*|woche[n]?|monat[es]*|heute|gestern|ohne|antwort|offen(?:en)?|noch|sind|wir|ich|mir|uns|länger|älter|als|mehr|tage?n?|ein(?:e[rnm]?)?|zwei|drei|vier|\\d{1,3})',
  },
  fr: {
    all: "(?:(?:toutes?|chacune|une|les|l'|des|d'|de|mes|nos) ?)*(?:invitations?|invité(?:e)?s)(?: (?:ouvertes?|en attente|sans réponse))?",
    whole: [
      `(?:surveille[rz]?|suis|suivre|suivez|garde[rz]? un œil sur|garde[rz]? à l'œil|observe[rz]?)(?: bien)? ALL${TAIL}`,
      `(?:surveille[rz]?|suis|suivre|suivez) (?:tous )?ceux (?:que (?:j'ai|nous avons|on a)|qu'on a) invités${TAIL.replace('tail', 'tail2')}`,
      `(?:préviens|prévenez|avertis|avertissez|informe[rz]?|tiens|tenez)-(?:moi|nous)(?: au courant| informée?s?)? (?:pour|de|à) (?:chaque|toutes? (?:les|nos)|toute) invitations?`,
      `(?:préviens|prévenez|avertis|avertissez|dis|dites)-(?:moi|nous) (?:quand|dès que|dès qu'|si|lorsque|lorsqu') ?ALL${TAIL} (?:(?:est|sont|sera|seront) acceptées?|accepte(?:nt)?|répond(?:ent)?|a accepté|ont accepté)`,
    ],
    tail: "(?:,|de|d'|du|des|la|le|l'|cette|ce|cet|semaine|mois|derni(?:er|ère)s?|passée?|aujourd'hui|hier|qui|que|sont|encore|en|attente|ouvertes?|sans|réponse|depuis|plus|envoyées?|par|moi|nous|mes|jours?|semaines|un|une|deux|trois|quatre|\\d{1,3})",
  },
  es: {
    all: '(?:(?:todas|cada|alguna|una|de|las|los|mis|nuestras) )*(?:invitaciones|invitación|invitados)(?: (?:abiertas?|pendientes?|sin respuesta))?',
    whole: [
      `(?:vigila[r]?|vigile|sigue|seguir|siga|observa[r]?|monitorea[r]?)(?: a)? ALL${TAIL}`,
      `(?:vigila[r]?|sigue|seguir) a (?:todos )?los que (?:invité|invitamos|he invitado|hemos invitado)${TAIL.replace('tail', 'tail2')}`,
      `(?:av[ií]sa(?:me|nos)|infórma(?:me|nos)) (?:de|por|con|sobre) (?:cada|todas (?:las|nuestras)|toda) invitaci(?:ón|ones)`,
      `(?:av[ií]sa(?:me|nos)|dime|dinos) (?:cuando|si|en cuanto) (?:se )?(?:acepten?|respondan?|contesten?) ALL${TAIL}`,
      `(?:av[ií]sa(?:me|nos)|dime|dinos) (?:cuando|si|en cuanto) ALL${TAIL.replace('tail', 'tail3')} (?:(?:sea|sean) aceptadas?|acepten?|respondan?|contesten?)`,
    ],
    tail: '(?:,|de|del|la|el|los|las|en|esta|este|semana|mes|pasad[oa]|hoy|ayer|que|están|siguen|aún|todavía|abiertas?|pendientes?|sin|respuesta|desde|hace|más|enviadas?|por|mí|nosotros|mías|días?|semanas|un|una|dos|tres|cuatro|\\d{1,3})',
  },
  nl: {
    all: '(?:(?:alle|elke|een|van|de|mijn|onze|open|openstaande|onbeantwoorde) )*(?:uitnodigingen|uitgenodigden|uitgenodigde (?:klanten|bedrijven))',
    whole: [
      `(?:volg|bewaak|monitor|houd?|hou)(?: even| graag)? ALL${TAIL}(?: (?:in de gaten|in het oog|bij))?`,
      `ALL${TAIL} (?:volgen|bewaken|in de gaten houden|in het oog houden)`,
      `(?:volg|hou|houd) (?:iedereen|alle (?:klanten|bedrijven)) die (?:we|ik|wij)(?<tail2>.{0,40}?) (?:hebben uitgenodigd|heb uitgenodigd|uitgenodigd hebben|uitgenodigd heb)(?: in de gaten)?`,
      `(?:laat|meld|waarschuw|informeer|hou)(?: het)?(?: me| mij| ons)(?: iets| het)?(?: weten| op de hoogte)? (?:over|bij|van|voor) (?:elke|iedere|alle)(?: onze)? uitnodiging(?:en)?(?: weten)?`,
      `(?:laat (?:me|mij|ons) weten|waarschuw (?:me|mij|ons)|zeg (?:me|het|het me)) (?:wanneer|als|zodra) (?:iemand van |een van )?ALL${TAIL} (?:(?:wordt|worden|is|zijn) geaccepteerd|geaccepteerd (?:wordt|worden)|accepteert|accepteren|antwoordt|antwoorden)`,
    ],
    tail: '(?:,|van|uit|in|de|het|deze|dit|vorige|afgelopen|week|maand|vandaag|gisteren|die|nog|zijn|staan|open|zonder|antwoord|sinds|langer|ouder|meer|dan|wij?|we|ik|mij|ons|verstuurd|dagen|dag|weken|een|één|twee|drie|vier|\\d{1,3})',
  },
};

const LEAD =
  "(?:(?:please|pls|can you|could you|would you|i want to|i'd like to|bitte|kannst du|könntest du|ich möchte|ich will|s'il (?:te|vous) plaît|peux-tu|pouvez-vous|je veux|je voudrais|por favor|puedes|quiero|graag|kun je|wil je|ik wil),? )*";
const END =
  '(?:,? (?:please|pls|for me|too|now|bitte|auch|für mich|stp|svp|por favor|también|aub|graag|ook))*\\s*[.!?]*$';

const PATTERNS = LANGUAGES.map((language) => {
  const { all, whole, tail } = WORDS[language];
  return {
    language,
    whole: whole.map((one) => new SparingPattern(`^[¿¡ ]*${LEAD}${one.replace('ALL', all)}${END}`, 'iu')),
    tail: new RegExp(`^(?:${tail}[ ,]*)*$`, 'iu'),
  };
});

/** "That I sent": of whoever asks. */
const MINE = /(?<!\p{L})(?:i|i've|ich|j'ai|invité|he invitado|ik)(?!\p{L})/iu;
const INVITES = /invit|einladung|eingeladen|uitnodig|uitgenodig/iu;
const LONGEST = 160;

/** "Por favor" behind it all names nobody. */
function named({ by, ...when }: InvitationsNarrowed, said: string): InvitationsNarrowed {
  return by === undefined || (by !== true && !said.includes(by)) ? when : { by, ...when };
}

/** A time that no list of invitations knows. */
const TIME =
  /\d|week|month|day|woche|monat|tag|heute|gestern|semaine|mois|jour|hier|semana|(?<!\p{L})mes(?!\p{L})|día|hoy|ayer|weken|maand|dag|vandaag|gisteren/iu;

function isTimeKnown(said: string, { olderDays, period }: InvitationsNarrowed): boolean {
  return !TIME.test(said) || (olderDays ?? period) !== undefined;
}

function withoutName(said: string, by: InvitationsNarrowed['by']): string {
  return (typeof by === 'string' ? said.replace(by, '') : said).trim();
}

/** That all invitations of a time, or of somebody, are to be watched; undefined when anything else is said. */
export function invitationsWatched(
  plain: string,
): { readonly intent: Intent; readonly language: Language } | undefined {
  const text = plain.trim().replaceAll('’', "'").replaceAll(/\s+/gu, ' ');
  if (text.length > LONGEST || !INVITES.test(text)) return undefined;
  for (const { language, whole, tail } of PATTERNS) {
    const found = whole.map((pattern) => pattern.exec(text)).find((one) => one !== null);
    if (found === undefined) continue;
    const said = Object.values(found.groups ?? {}).find(Boolean) ?? '';
    const { by, ...when } = named(invitationsNarrowed(text), said);
    if (!tail.test(withoutName(said, by)) || !isTimeKnown(said, when))
      return { language, intent: { name: 'invitations', ...when } };
    const whose = by ?? (MINE.test(text) ? true : undefined);
    const of = whose === undefined ? when : { by: whose, ...when };
    return { language, intent: { name: 'invitations', ...of, watched: true } };
  }
  return undefined;
}

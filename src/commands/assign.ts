import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { Command } from './command';
import { EVERYWHERE } from './command';
import type { Intent } from './intent';
import { SparingPattern } from './sparing-pattern';

/** I'll take X. Said whole: in another sentence the same words mean other things. */
export const assign: Command = {
  name: 'assign',
  help: 'help.assign',
  summary: 'Says that somebody is on an account, so that two do not do the same.',
  scopes: EVERYWHERE,
  listed: false,
  cues: [],
  frames: [],
  examples: {
    en: ["I'll take {name}", 'I am on {name}'],
    de: ['ich übernehme {name}', 'ich kümmere mich um {name}'],
    fr: ['je prends {name}', "je m'occupe de {name}"],
    es: ['me encargo de {name}', 'yo llevo {name}'],
    nl: ['ik pak {name} op', 'ik neem {name}'],
  },
  build: () => undefined,
};

/** I'm not on X any more. */
export const unassign: Command = {
  name: 'unassign',
  help: 'help.unassign',
  summary: 'Says that somebody is not on an account any more.',
  scopes: EVERYWHERE,
  listed: false,
  cues: [],
  frames: [],
  examples: {
    en: ['let {name} go', "I'm not on {name} any more"],
    de: ['ich gebe {name} ab', 'ich übernehme {name} nicht mehr'],
    fr: ['je laisse {name} à quelqu’un d’autre', "je ne m'occupe plus de {name}"],
    es: ['dejo {name} para otro', 'ya no me encargo de {name}'],
    nl: ['ik laat {name} los', 'ik doe {name} niet meer'],
  },
  build: () => undefined,
};

/** A comma leads to something else, unless a legal form follows. */
const NAME = String.raw`(?:[^,;?]|,(?= (?:inc|ltd|llc|gmbh|s\.?a|b\.?v|plc)(?:[. ]|$))){1,120}?`;
const X = `(?<name>${NAME})`;

/** Why others are to leave it: it is theirs. */
const MINE = String.raw`(?:, ?(?:i'm|i am|i'll|i've|it's|ich|bin|das|je|j'ai|c'est|estoy|yo|es|la|lo|ik|dat)(?!\p{L})[^?\n]{0,60})?`;

type Said = Readonly<Record<Language, readonly string[]>>;

const TAKEN: Said = {
  en: [
    `(?:ok(?:ay)?,? |right,? |fine,? )?(?:i'll|i will|i'd|let me|i can|we'll)(?: just| gladly| happily)? (?:take|grab|handle|do|deal with|look after|see to|take care of|take on|take over|be on|own) ${X}(?: on| over)?(?: then| myself| now| today| for now)*`,
    `(?:i'm|i am)(?: already| now| currently)? (?:on|taking|handling|working on|dealing with|looking after|doing|taking care of) ${X}(?: now| myself| already)?(?:,? (?:so )?(?:hands off|back off|leave it|stay away)(?: everyone| everybody| all| guys| please)?)?`,
    `(?:got it|ok(?:ay)?|right|fine),? (?:mine|i have it|i've got it): ?${X}`,
    `(?:claim|i claim|dibs on|mine:) ${X}(?: for me)?`,
    `${X} is mine`,
    `(?:hands off|(?:nobody|no one|don't anybody|don't anyone) (?:touch|take|grab)) ${X}${MINE}`,
    `(?:assign|give|leave) ${X} to me`,
  ],
  de: [
    `(?:ok(?:ay)?,? )?ich (?:übernehme|nehm[e']?|mach[e']?|bearbeite|erledige|kümmere mich um|schnapp(?:e|') mir|bin (?:schon )?an) ${X}(?: dran| selbst| mal| jetzt| dann)*`,
    `(?:um )?${X} (?:übernehme|nehme|mache|bearbeite|erledige) ich(?: selbst| jetzt| dann)*`,
    `(?:um )?${X} kümmere ich mich(?: selbst| jetzt)*`,
    `${X} gehört mir`,
    `(?:finger|hände|pfoten) weg von ${X}${MINE}`,
    `(?:weise|teile) (?:mir ${X}|(?<after>${NAME}) mir) zu`,
  ],
  fr: [
    `(?:ok,? |d'accord,? )?je (?:prends|gère|traite|m'occupe (?:de |d')|me charge (?:de |d')|suis (?:déjà )?sur ) ?${X}(?: moi-même| en charge)?`,
    `je vais (?:prendre|gérer|traiter|m'occuper (?:de |d')) ?${X}`,
    `${X} est pour moi`,
    `(?:pas touche à|ne touche[zr]? pas à|touchez pas à) ${X}${MINE}`,
    `attribue[rz]?-moi ${X}`,
  ],
  es: [
    `(?:vale,? |ok,? )?(?:yo )?(?:me encargo de|me ocupo de|cojo|tomo|llevo|me quedo con|estoy con) ${X}(?: yo)?`,
    `(?:voy a encargarme|voy a ocuparme) de ${X}`,
    `${X} es para mí`,
    `(?:que nadie toque|no (?:toquéis|toquen|toques)) (?:a )?${X}${MINE}`,
    `asígname (?:a )?${X}`,
  ],
  nl: [
    `(?:ok(?:é|ay)?,? )?ik (?:neem|pak|doe|behandel|ben (?:al )?bezig met|ga voor|zorg voor) ${X}(?: op| over| voor mijn rekening| zelf| wel)*`,
    `${X} (?:neem|pak|doe) ik(?: op| zelf| wel)*`,
    `${X} is voor mij`,
    `(?:handen af van ${X}|blijft? van (?<after>${NAME}) af)${MINE}`,
    `wijs ${X} aan mij toe`,
  ],
};

const LEFT: Said = {
  en: [
    `(?:i )?let ${X} go`,
    `(?:i'll |i will |i )?(?:leave|hand|give) ${X} (?:to (?:others|the others|somebody else|someone else)|back)`,
    `(?:i'm|i am) (?:not|no longer) (?:on|taking|handling|working on|dealing with|doing) ${X}(?: any ?more| after all)?`,
    `(?:i can't|i cannot|i won't|i can not|i will not) (?:take|do|handle|be on) ${X}(?: any ?more| after all)?(?:, (?:so )?(?:someone|somebody) else(?: please| must| has to)?)?`,
    `(?:sorry,? )?(?:can't|cant|cannot|won't|wont) (?:take|do|handle|manage) ${X}(?: any ?more| after all)?`,
    `(?:i'm|im|i am) (?:off|out of|dropping|done with|handing back|stepping away from) ${X}(?: now| again)?`,
    `dropping ${X}(?:,? (?:too busy|no time|sorry|can't do it))?`,
    `(?:i release|(?:i )?give up|unclaim|unassign(?: me from)?) ${X}(?: again)?`,
    `(?:somebody|someone) else (?:should |can |may |has to |please )*take ${X}`,
  ],
  de: [
    `(?:ich )?geb[e']? ${X} (?:wieder |doch )?(?:ab|zurück)`,
    `${X} gebe ich (?:wieder |doch )?(?:ab|zurück)`,
    `(?:ich )?(?:kann|schaffe?) ${X} (?:doch |leider )*nicht(?: mehr)?(?: (?:übernehmen|machen|bearbeiten))?`,
    `${X} (?:kann|schaffe) ich (?:doch |leider )*nicht(?: mehr)?(?: (?:übernehmen|machen|bearbeiten))?`,
    `(?:ich )?bin (?:doch )?raus bei ${X}`,
    `ich lasse ${X} (?:doch )?(?:los|liegen|den anderen)`,
    `ich (?:übernehme|nehme|mache|bearbeite) ${X} (?:doch )?nicht(?: mehr)?`,
    `ich (?:kümmere mich (?:doch )?nicht (?:mehr )?um|bin nicht mehr an) ${X}(?: dran)?`,
    `jemand anderes soll ${X} (?:übernehmen|nehmen|machen)`,
  ],
  fr: [
    `je (?:laisse|rends) ${X}(?: (?:aux autres|à d'autres|à quelqu'un d'autre))?`,
    `je (?:lâche|abandonne) ${X}`,
    `je ne (?:peux|pourrai) (?:finalement )?(?:pas|plus) (?:m'occuper (?:de |d')|prendre |gérer )${X}`,
    `je ne m'occupe (?:pas|plus) (?:de |d')${X}`,
    `je ne (?:prends|gère|traite) (?:pas|plus) ${X}`,
  ],
  es: [
    `dejo ${X} (?:a|para) (?:otros|otro|otra persona|los demás)`,
    `(?:ya )?no (?:me encargo|me ocupo) de ${X}`,
    `ya no (?:llevo|cojo|tomo) ${X}`,
    `(?:devuelvo|suelto) (?:a )?${X}`,
    `(?:al final )?no puedo con ${X}(?: al final)?`,
  ],
  nl: [
    `ik (?:laat|geef) ${X} (?:los|terug|over|aan (?:anderen|een ander|iemand anders))`,
    `ik (?:doe|neem|pak|behandel) ${X} (?:toch )?niet(?: meer)?(?: op)?`,
    `ik kan ${X} (?:toch )?niet (?:meer )?(?:doen|oppakken|nemen)`,
    `${X} geef ik (?:terug|weer af)`,
    `ik ben niet meer bezig met ${X}`,
  ],
};

/** Who is on it stands on its card. */
const ASKED: Said = {
  en: [
    `(?:who is|who's|is (?:anybody|anyone|somebody|someone))(?: already| currently| now)? (?:on|working on|handling|dealing with|looking after|taking care of) ${X}`,
    `who (?:took|has taken|takes|is doing|does) (?:on )?${X}`,
    `is (?:anybody|anyone|somebody|someone)(?: already| currently)? (?:doing|taking) ${X}`,
  ],
  de: [
    `(?:wer|jemand) (?:kümmert sich|ist) (?:schon |gerade |jetzt )?(?:um|an) ${X}(?: dran)?`,
    `kümmert sich (?:schon |gerade )?(?:wer|jemand) (?:schon |gerade )?um ${X}`,
    `(?:arbeitet|ist) (?:schon |gerade )?(?:wer|jemand) (?:schon |gerade )?an ${X}(?: dran)?`,
  ],
  fr: [`(?:qui|est-ce que quelqu'un|quelqu'un) (?:s'occupe|se charge) (?:déjà )?(?:de |d')${X}`],
  es: [`(?:quién|alguien) (?:se encarga|se ocupa) (?:ya )?de ${X}`, `se (?:encarga|ocupa) alguien (?:ya )?de ${X}`],
  nl: [
    `(?:wie is(?: er)?|is er (?:al )?iemand) (?:al )?(?:met|aan) ${X} bezig`,
    `(?:wie is(?: er)?|is er (?:al )?iemand) (?:al )?bezig met ${X}`,
  ],
};

const END = "(?:,? (?:please|pls|thanks|bitte|danke|s'il te plaît|merci|por favor|gracias|aub|alsjeblieft|graag))*\\s*";

const compiled = (said: Said, marks: string) =>
  LANGUAGES.flatMap((language) =>
    said[language].map((words) => ({
      language,
      pattern: new SparingPattern(`^[¿ ]*${words}${END}[${marks}]*$`, 'iu'),
    })),
  );
type Named = (companies: readonly string[]) => Intent;
/** "I'm not on X" is heard before "I'm on X". */
const PATTERNS: readonly { readonly intent: Named; readonly said: ReturnType<typeof compiled> }[] = [
  { intent: (companies) => ({ name: 'unassign', companies }), said: compiled(LEFT, '.!') },
  { intent: (companies) => ({ name: 'assign', companies }), said: compiled(TAKEN, '.!') },
  { intent: (companies) => ({ name: 'show', companies, what: 'overview' }), said: compiled(ASKED, '?.!') },
];

/** Nobody in particular, or words that begin something else: "I'll take a look at it", "I'm on holiday". */
const NOBODY = new RegExp(
  `^(?:${[
    'it there here that this these those them me us you him her all everything nothing something a an another one some any no not from my our off over part place note care home work sick holiday vacation leave lunch call calls standby duty if of',
    'es das dass die den dies diese dieses diesen alles alle sie ihn mich uns nicht nichts kein keine keinen ein eine einen mein meine ob urlaub mittag',
    'le la les lui ça cela ce cet cette ces tout toutes rien un une mon ma mes note vacances pas plus que',
    'lo los las eso esto ese esta todo todos nada un una mi mis vacaciones que no',
    'het dat dit deze die alles niets niet geen een mijn vakantie',
  ]
    .join(' ')
    .split(' ')
    .join('|')})(?=[ .!]|$)`,
  'u',
);

/** That somebody takes an account, lets it go, or asks who is on it; undefined when anything else is said. */
export function assignPhrase(plain: string): { readonly intent: Intent; readonly language: Language } | undefined {
  const text = plain.trim().replaceAll('’', "'");
  for (const { intent, said } of PATTERNS) {
    for (const { language, pattern } of said) {
      const groups = pattern.exec(text)?.groups;
      const company = (groups?.['name'] ?? groups?.['after'])?.trim().replace(/^["“„«»']+|["”“»']+$/g, '');
      if (company === undefined || company === '' || NOBODY.test(company)) continue;
      return { intent: intent(namesJoined(company)), language };
    }
  }
  return undefined;
}

/** "Contoso and Fabrikam" are two where both sides begin as names do; "light and power" may be one. */
export function namesJoined(said: string): readonly string[] {
  const parts = said.split(/\s+(?:and|und|et|y|en)\s+/iu).map((part) => part.trim());
  return parts.length === 2 && parts.every((part) => /^[\p{Lu}\d]/u.test(part) && part.split(' ').length <= 4)
    ? parts
    : [said];
}

import type { DayAsked } from '../domain/day-asked';
import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import { namesJoined } from './assign';
import type { Command } from './command';
import { EVERYWHERE } from './command';
import { dayIn } from './day-said';
import type { Intent } from './intent';
import type { KnownNames } from './known-names';
import { repeatsIn } from './repeats-said';

/** Remind me about X on Friday. */
export const reminding: Command = {
  name: 'remind',
  help: 'help.remind',
  summary: 'Reminds you of a company on the morning of a day.',
  scopes: EVERYWHERE,
  listed: false,
  cues: [],
  frames: [],
  examples: {
    en: ['remind me about {name} on Friday', 'remind me of {name} tomorrow'],
    de: ['erinnere mich am Freitag an {name}', 'erinnere mich morgen an {name}'],
    fr: ['rappelle-moi {name} vendredi', 'rappelle-moi {name} demain'],
    es: ['recuérdame {name} el viernes', 'recuérdame {name} mañana'],
    nl: ['herinner me vrijdag aan {name}', 'herinner me morgen aan {name}'],
  },
  build: () => undefined,
};

/** No such wish lacks all of these. */
const MENTIONS =
  /remind|nudge|ping|poke|prod|buzz|chase|bug|forget|stups|relance|erinner|rappel|recu[eé]rd|recorda|herinner/iu;

interface Words {
  readonly verb: RegExp;
  /** What stands between the day and the name, or before the name. */
  readonly about: RegExp;
}

const lead =
  "(?:(?:ok(?:ay)?|please|pls|bitte|por favor|s'il (?:te|vous) plaît|graag|can you|could you|kannst du|könntest du|können sie|peux-tu|pouvez-vous|puedes|kun je|wil je),? )*";
const verb = (words: string): RegExp => new RegExp(`^[¿ ]*${lead}(?:${words})[,:]? (?<rest>.+)$`, 'iu');

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    verb: verb(
      '(?:remind|nudge|ping|poke|prod|buzz|chase|bug) (?:me|us)(?: again)?|(?:set|give me|i need|i want) a (?:reminder|nudge|ping)|reminder:|don.t let (?:me|us) forget(?: about)?',
    ),
    about:
      /(?<!\p{L})(?:about|of|for|re|regarding|to (?:look (?:at|into)|check(?: on)?|deal with|handle|map|do|review|chase|call))(?= )/giu,
  },
  de: {
    verb: verb('(?:erinner[ne]?|stups[e]?|ping[e]?) (?:mich|uns)(?: bitte)?(?: noch ?mal)?|(?:mich|uns) erinnern'),
    about: /(?<!\p{L})(?:an|wegen)(?= )/giu,
  },
  fr: {
    verb: verb(
      '(?:rappelle|rappelez|rappeler|relance|relancez)(?:-moi|-nous| moi)(?: sur)?|(?:mets|crée)(?:-moi)? un rappel',
    ),
    about: /(?<!\p{L})(?:de|à propos de|au sujet de|pour|de vérifier|de regarder)(?= )|(?<!\p{L})d'/giu,
  },
  es: {
    verb: verb('(?:recu[eé]rda(?:me|nos)|recordar(?:me|nos)|av[ií]same)'),
    about: /(?<!\p{L})(?:lo de|de|sobre|revisar|mirar)(?= )/giu,
  },
  nl: {
    verb: verb('herinner (?:me|mij|ons)(?: even)?'),
    about: /(?<!\p{L})(?:aan|over)(?= )/giu,
  },
};

const END =
  /(?:,? (?:please|pls|thanks|bitte|danke|s'il te plaît|stp|svp|merci|por favor|gracias|aub|alsjeblieft|graag))*\s*[.!?]*$/iu;
/** Before a day, and left over between a name and a day. */
const BEFORE_DAY = /^(?:on|at|by|the|am|den|an|im|in|le|la|au|el|op|de)\s+/iu;
const AND = /\s(?:and|und|et|y|en)\s/iu;
/** The hour, which no reminder has: it comes in the morning, and says so. */
const CLOCK = "\\d{1,2}(?:[:.h]\\d{2})?(?: ?(?:am|pm|h|uhr|uur|o'clock|heures?|horas?))?";
const HOUR = new RegExp(`,? (?:at|around|um|gegen|à|vers|a las?|sobre las|om|rond) ${CLOCK}$`, 'iu');
const HOUR_FIRST = new RegExp(`^(?:at|around|um|gegen|à|vers|a las?|sobre las|om|rond) ${CLOCK} `, 'iu');
const AFTER_NAME = /(?:\s+(?:on|at|by|am|an|im|in|den|le|la|au|el|op|again|wieder|noch ?mal|de nuevo|weer))+$/iu;
/** Nothing that bears a name: what the bot keeps no list of. */
const NO_COMPANY =
  /^(?:the|my|our|your|a|an|it|this|that|them|him|her|me|what|when|if|der|die|das|den|dem|mein\p{L}*|unser\p{L}*|ein\p{L}*|es|ihn|sie|le|la|les|mon|ma|mes|un|une|ça|que|el|los|las|mi|mis|una|eso|lo|de|het|mijn|ons|onze|een|dat|dit|to|zu|te)(?!\p{L})/iu;
const LONGEST = 200;
const LONGEST_DAY = 7;

/** That somebody wants to be reminded of a company; undefined when anything else is said. */
export function remindPhrase(
  plain: string,
  known: KnownNames | undefined,
): { readonly intent: Intent; readonly language: Language } | undefined {
  if (plain.length > LONGEST || plain.includes('\n') || !MENTIONS.test(plain)) return undefined;
  const text = plain.trim().replaceAll('’', "'");
  for (const language of LANGUAGES) {
    const rest = WORDS[language].verb.exec(text)?.groups?.['rest']?.replace(END, '').trim();
    const said = rest === undefined ? undefined : (behindWord(rest, language) ?? withoutWord(rest, language));
    if (said === undefined) continue;
    const { name, day, repeats } = said;
    // A word of the language is no company that anybody knows.
    if (/^\p{Ll}+$/u.test(name) && known?.has(name) !== true) continue;
    const when = { ...(day === undefined ? {} : { day }), ...(repeats === true ? { repeats } : {}) };
    return { language, intent: { name: 'remind', companies: namesJoined(name), ...when } };
  }
  return undefined;
}

export interface When {
  readonly day?: DayAsked;
  readonly repeats?: true;
  /** What stands behind the day is no part of it. */
  readonly isMore?: true;
}

interface Said extends When {
  readonly name: string;
}

/** "Friday about Contoso", "about Contoso on Friday". */
function behindWord(rest: string, language: Language): Said | undefined {
  for (const found of rest.matchAll(WORDS[language].about)) {
    const before = rest.slice(0, found.index).trim();
    const when = before === '' ? undefined : (whenIn(before) ?? unreadWhen(before));
    if (before !== '' && when === undefined) continue;
    const after = rest.slice(found.index + found[0].length).trim();
    const said = when === undefined ? nameThenDay(after) : { name: cleaned(after), ...when };
    if (said.isMore !== true && isCompany(said.name)) return said;
  }
  return undefined;
}

/** "Rappelle-moi Contoso vendredi": only where a day is said. */
function withoutWord(rest: string, language: Language): Said | undefined {
  if (language !== 'fr' && language !== 'es') return undefined;
  const said = nameThenDay(rest);
  const isDayless = said.day === undefined && said.repeats === undefined;
  return isDayless || said.isMore === true || !isCompany(said.name) ? undefined : said;
}

function nameThenDay(text: string): Said {
  const words = text.split(/\s+/u);
  const ends = words.map((_, from) => from).slice(Math.max(1, words.length - LONGEST_DAY));
  for (const from of ends) {
    const tail = words.slice(from).join(' ');
    const when = whenIn(tail) ?? unreadWhen(tail);
    if (when !== undefined) return { name: cleaned(words.slice(0, from).join(' ')), ...when };
  }
  return { name: cleaned(text) };
}

/** The day that is said, all of it. */
export function whenIn(said: string): When | undefined {
  const again = repeatsIn(said);
  if (again !== undefined) return { ...(again.day === undefined ? {} : { day: again.day }), repeats: true };
  const day = dayOf(said);
  return day === undefined ? undefined : { day };
}

/** "On the 3rd Friday in December": a day, and nobody can tell which. */
function unreadWhen(said: string): When | undefined {
  if (!/^(?:(?:on|am|im|in|le|la|el|op|de) |\d)/iu.test(said)) return undefined;
  const words = said.split(' ');
  const begins = words.some((_, at) => at > 0 && dayOf(words.slice(0, at).join(' ')) !== undefined);
  // Another matter follows.
  if (begins && AND.test(said)) return { isMore: true };
  return begins ? { day: { unread: said.replace(BEFORE_DAY, '') } } : undefined;
}

function dayOf(said: string): DayAsked | undefined {
  const text = said
    .replace(/^[,:\s]+|[,:\s]+$/gu, '')
    .replace(HOUR, '')
    .replace(HOUR_FIRST, '');
  return dayIn(text) ?? dayIn(text.replace(BEFORE_DAY, ''));
}

function cleaned(name: string): string {
  return name
    .replace(/[,:;\s]+$/gu, '')
    .replace(AFTER_NAME, '')
    .replace(/^["“„«»']+|["”“»',]+$/gu, '')
    .trim();
}

function isCompany(name: string): boolean {
  return name !== '' && name.length <= 120 && name.split(' ').length <= 8 && !NO_COMPANY.test(name);
}

import type { DayAsked } from '../domain/day-asked';
import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import { LONGEST_REASON } from '../domain/snooze';
import { namesJoined } from './assign';
import type { Command } from './command';
import { EVERYWHERE } from './command';
import { goesOn, leftOpen, unreadDay } from './day-left-open';
import { dayIn } from './day-said';
import type { HeardPhrase } from './understanding';
import { AROUND, BEHIND, ENDS_IN_VERB, FRAMES, NO_ACCOUNT, OTHER_MATTER, REASON, UNTIL, WAKE } from './snooze-words';
import { SparingPattern } from './sparing-pattern';

/** snooze X until DAY, REASON. Said whole: in another sentence the same words mean other things. */
export const snooze: Command = {
  name: 'snooze',
  help: 'help.snooze',
  summary: 'Lets an open account wait until the morning of a day, with the reason.',
  scopes: EVERYWHERE,
  listed: false,
  cues: [],
  frames: [],
  examples: {
    en: ['snooze {name} until Monday', '{name} not before the 15th, waiting for the contract'],
    de: ['stelle {name} bis Montag zurück', '{name} erst nächste Woche'],
    fr: ["mets {name} en veille jusqu'à lundi", '{name} pas avant la semaine prochaine'],
    es: ['pospón {name} hasta el lunes', 'deja {name} para mañana'],
    nl: ['stel {name} uit tot maandag', '{name} pas volgende week'],
  },
  build: () => undefined,
};

/** wake X. */
export const wake: Command = {
  name: 'wake',
  help: 'help.wake',
  summary: 'Takes back that an account waits.',
  scopes: EVERYWHERE,
  listed: false,
  cues: [],
  frames: [],
  examples: {
    en: ['wake {name}', 'bring {name} back'],
    de: ['wecke {name}', 'hole {name} zurück'],
    fr: ['réveille {name}', 'sors {name} de la veille'],
    es: ['despierta {name}', 'reactiva {name}'],
    nl: ['wek {name}', 'haal {name} terug'],
  },
  build: () => undefined,
};

/** Longer than any that names an account, a day and a reason. */
const LONGEST = 400;
const LONGEST_DAY = 7;

/** A request with a question mark. */
const POLITELY =
  /^[¿ ]*(?:please |bitte )?(?:can|could|kannst|könntest|können|peux|pouvez|peut|on peut|puedes|podrías|kun|kunnen|kan)(?!\p{L})/iu;

const lead =
  "(?:(?:ok(?:ay)?|so|please|pls|bitte|por favor|s'il (?:te|vous) plaît|graag|can (?:you|we)|could (?:you|we)|kannst du|könntest du|können (?:sie|wir)|peux-tu|pouvez-vous|merci de|on peut|puedes|podrías|kun je|kunnen we|let's|lets|lass uns|we should|we can|we'll|i'll|i want to|i'd like to|ich möchte|wir|je veux|quiero|ik wil),? )*";
const POLITE =
  "(?:,? (?:please|pls|thanks|thank you|bitte|danke|s'il (?:te|vous) plaît|stp|svp|merci|por favor|gracias|aub|alsjeblieft|graag|dank je))*";

const POLITE_END = new RegExp(`${POLITE}$`, 'iu');

const frames = LANGUAGES.flatMap((language) =>
  FRAMES[language].map(({ words, day }) => ({
    language,
    day,
    pattern: new SparingPattern(`^${lead}(?:${words})(?<rest>.+)$`, 'iu'),
  })),
);
const wakes = LANGUAGES.flatMap((language) =>
  WAKE[language].map((words) => ({
    language,
    pattern: new SparingPattern(`^${lead}${words}${POLITE}\\s*[.!?]*$`, 'iu'),
  })),
);
const until = LANGUAGES.map((language) => ({
  language,
  pattern: new SparingPattern(`(?:^|\\s)(?:${UNTIL[language]})(?=\\s)`, 'iu'),
}));

/** That an account is to wait, or not any more; undefined when anything else is said. */
export function snoozePhrase(plain: string): HeardPhrase | undefined {
  const text = plain
    .trim()
    .replaceAll('’', "'")
    .replace(/jusqu'(?=apr[eè]s )/iu, "jusqu'à ");
  if (text.length > LONGEST || text.includes('\n')) return undefined;
  for (const { language, pattern } of wakes) {
    const name = named(pattern.exec(text)?.groups?.['name']);
    if (name !== undefined) return { language, intent: { name: 'wake', companies: namesJoined(name) } };
  }
  const isAsked = text.endsWith('?');
  if (isAsked && !POLITELY.test(text)) return undefined;
  const said = text.replace(/[\s.!?]+$/u, '').replace(POLITE_END, '');
  for (const { language, day, pattern } of frames) {
    const rest = pattern.exec(said)?.groups?.['rest'];
    const heard = rest === undefined ? undefined : snoozed(rest, language, day);
    if (heard !== undefined) return heard;
  }
  return isAsked ? undefined : withoutVerb(said);
}

/** "Contoso erst nächste Woche", "Contoso not before the 15th": a name, and a day after words that say so by themselves. */
function withoutVerb(said: string): HeardPhrase | undefined {
  for (const { language, pattern } of until) {
    const found = pattern.exec(said);
    if (found === null || found.index === 0 || !/\s|-/u.test(found[0].trim() + ' ')) continue;
    if (!ONLY_THEN.test(found[0].trim())) continue;
    const name = named(trimmed(said.slice(0, found.index)));
    const behind = dayAndRest(said.slice(found.index + found[0].length).trim(), true, undefined, 'whole');
    if (name === undefined || behind === undefined || name.split(' ').length > 6) continue;
    return heardAs(name, language, behind);
  }
  return undefined;
}

/** That it is not to be before then, which nobody says of anything else. */
const ONLY_THEN =
  /^(?:not (?:before|until|till)|erst(?: wieder)?(?: (?:ab|am|im|in))?|pas avant|no antes de(?:l)?|recién|pas(?: weer)?(?: (?:op|in))|pas|niet (?:voor|eerder dan))$/iu;

interface Behind {
  readonly day: DayAsked | undefined;
  readonly reason: string;
}

/** Where the name ends and the day begins: at "until" where that is said, else where the first day stands. */
function snoozed(rest: string, language: Language, needs: 'day' | 'any'): HeardPhrase | undefined {
  const mark = until.map(({ pattern }) => pattern.exec(rest)).find((found) => found !== null && found.index > 0);
  if (mark !== undefined && mark !== null) {
    const name = named(trimmed(rest.slice(0, mark.index)));
    if (name === undefined) return undefined;
    const said = rest.slice(mark.index + mark[0].length).trim();
    const behind = dayAndRest(said, true) ?? (needs === 'any' ? { day: unreadDay(said), reason: '' } : undefined);
    if (behind === undefined) return undefined;
    return until.some(({ pattern }) => pattern.test(` ${behind.reason}`)) ? undefined : heardAs(name, language, behind);
  }
  const words = rest.split(' ');
  for (let at = 1; at < words.length; at += 1) {
    const behind = dayAndRest(words.slice(at).join(' '), false, language);
    if (behind === undefined) continue;
    const name = named(trimmed(words.slice(0, at).join(' ')));
    return name === undefined ? undefined : heardAs(name, language, behind);
  }
  const open = leftOpen(rest);
  if (needs === 'day' && open?.isPutAside !== true) return undefined;
  return withoutDay(open?.rest ?? rest, language);
}

/** "Snooze Contoso, waiting for the contract": until when is asked. */
function withoutDay(rest: string, language: Language): HeardPhrase | undefined {
  const [, before = rest, reason = ''] =
    /^(.+?)(?:\s*[;:(]|,(?! (?:inc|ltd|llc|gmbh|s\.?a|b\.?v|plc)\b)| [-–—] )(.*)$/iu.exec(rest) ?? [];
  const name = named(trimmed(before));
  if (name === undefined || name.split(' ').length > 6) return undefined;
  return heardAs(name, language, { day: undefined, reason });
}

/** A day at the beginning, and what is said behind it. `marked`: a word before it says that a day follows. */
function dayAndRest(
  said: string,
  marked: boolean,
  language?: Language,
  days: 'whole' | 'short' = marked ? 'short' : 'whole',
): Behind | undefined {
  const words = said.split(' ');
  for (let end = Math.min(words.length, LONGEST_DAY); end > 0; end -= 1) {
    const text = words.slice(0, end).join(' ');
    const closed = text.replace(/[,;:.!]+$/u, '');
    // "Do" and "so" are days only where one is said to follow.
    if (days === 'whole' && /^(?:(?:à|a|la|le|de) )?\p{L}{1,2}$/u.test(closed)) continue;
    const day = dayIn(closed, language === 'en' ? 'en' : undefined) ?? (marked ? numbered(closed) : undefined);
    if (day === undefined) continue;
    const rest = words.slice(end).join(' ').replace(BEHIND, '').trim();
    const isApart = /[,;:]$|\p{L}\.$/u.test(text) || /^(?:[,;:(–—-]|$)/u.test(rest) || REASON.test(rest);
    if (marked && !isApart) return goesOn(day, rest) ? withMore(said, day, rest) : { day, reason: rest };
    return marked || isApart || /\.$/u.test(text) ? { day, reason: rest } : undefined;
  }
  return undefined;
}

/** "Monday the 7th" is that date; of "Monday after Christmas" and "the 3rd Friday" nobody can tell the day. */
function withMore(said: string, day: DayAsked, rest: string): Behind {
  const date = 'weekday' in day ? dayAndRest(rest, true) : undefined;
  return date?.day !== undefined && 'day' in date.day ? date : { day: unreadDay(said), reason: '' };
}

function numbered(text: string): DayAsked | undefined {
  const [, day] = /^(\d{1,2})\.?$/u.exec(text) ?? [];
  return day === undefined ? undefined : { day: Number(day) };
}

function heardAs(
  name: string,
  language: Language,
  { day, reason }: { readonly day: DayAsked | undefined; readonly reason: string },
): HeardPhrase | undefined {
  // Another matter follows.
  if (/^(?:and|und|et|y|en(?! attente))\s/iu.test(reason) || reason.includes('?')) return undefined;
  const why = reason
    .replace(/^[\s,;:.(–—-]+/u, '')
    .replace(REASON, (words, opener: string | undefined) => (opener === undefined ? words : ''))
    .replace(/^[\s,;:(]+|[\s)]+$/gu, '')
    .slice(0, LONGEST_REASON);
  return {
    language,
    intent: {
      name: 'snooze',
      companies: namesJoined(name),
      ...(day === undefined ? {} : { until: day }),
      ...(why === '' ? {} : { reason: why }),
    },
  };
}

function trimmed(name: string): string {
  return ` ${name}`
    .replace(/[,;:\s]+$/u, '')
    .replace(AROUND, '')
    .trim();
}

/** What may be the name of an account; undefined for words that begin or end something else. */
export function named(said: string | undefined): string | undefined {
  const name = said
    ?.trim()
    .replace(/^["“„«»']+|["”“»',;:]+$/gu, '')
    .trim();
  return name === undefined || name === '' || name.length > 120 || isNoAccount(name) ? undefined : name;
}

/** "Mal, I'll do it": a comma leads to something else, unless a legal form follows. */
function isNoAccount(name: string): boolean {
  return [NO_ACCOUNT, OTHER_MATTER, OTHER_CLAUSE, SOMEBODY_DOES, ENDS_IN_VERB].some((words) => words.test(name));
}

/** "Ich übernehme Contoso und Fabrikam": a sentence begins, and no name. */
const SOMEBODY_DOES = /^(?:ich|wir|je|j'|nous|on|yo|ik|i|i'll|i'm|we)(?: |(?<='))\p{Ll}/iu;
const OTHER_CLAUSE = /,(?! ?(?:inc|ltd|llc|gmbh|ag|kg|co|s\.? ?a|b\.? ?v|plc|corp)(?:[. ]|$))/iu;

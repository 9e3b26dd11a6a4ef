import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import { namesJoined } from './assign';
import type { Command } from './command';
import { EVERYWHERE } from './command';
import type { Intent } from './intent';
import type { KnownNames } from './known-names';
import { NO_COLLEAGUE, REQUEST_WORDS } from './request-words';
import { SparingPattern } from './sparing-pattern';

/** Ask a colleague to take X. Said whole: in another sentence the same words mean other things. */
export const request: Command = {
  name: 'request',
  help: 'help.request',
  summary: 'Asks a colleague in a chat of their own to take an open account.',
  scopes: EVERYWHERE,
  listed: false,
  cues: [],
  frames: [],
  examples: {
    en: ['ask {other} to take {name}', 'give {name} to {other}'],
    de: ['gib {name} an {other}', 'frag {other}, ob er {name} übernimmt'],
    fr: ['demande à {other} de prendre {name}', 'confie {name} à {other}'],
    es: ['pide a {other} que se encargue de {name}', 'pasa {name} a {other}'],
    nl: ['vraag {other} om {name} op te pakken', 'geef {name} door aan {other}'],
  },
  build: () => undefined,
};

const X = String.raw`(?<name>(?:[^,;?]|,(?= (?:inc|ltd|llc|gmbh|s\.?a|b\.?v|plc)(?:[. ]|$))){1,120}?)`;
const W = String.raw`(?<who>@?[^\s,;?"][^,;?"]{0,60}?)`;
const lead =
  "(?:(?:ok(?:ay)?|so|please|pls|bitte|por favor|s'il (?:te|vous) plaît|graag|can you|could you|kannst du|könntest du|peux-tu|pouvez-vous|puedes|kun je|let's|lass uns),? )*";
const END =
  "(?:,? (?:please|pls|thanks|today|now|bitte|danke|heute|s'il te plaît|stp|svp|merci|por favor|gracias|hoy|aub|alsjeblieft|graag|vandaag))*\\s*[.!?]*";

const PATTERNS = LANGUAGES.flatMap((language) =>
  (['plain', 'loose', 'like'] as const).flatMap((kind) =>
    REQUEST_WORDS[language][kind].map((words) => ({
      language,
      kind,
      pattern: new SparingPattern(
        `^[¿ ]*${lead}${words.replace(/(?<!\p{L})X(?!\p{L})/u, X).replace(/(?<!\p{L})W(?!\p{L})/u, W)}${END}$`,
        'iu',
      ),
    })),
  ),
);

const LONGEST = 250;

/** That a colleague is to take an account; undefined when anything else is said. */
export function requestPhrase(
  plain: string,
  known: KnownNames | undefined,
): { readonly intent: Intent; readonly language: Language } | undefined {
  const text = plain.trim().replaceAll('’', "'");
  if (text.length > LONGEST || text.includes('\n')) return undefined;
  for (const { language, kind, pattern } of PATTERNS) {
    const { name = '', who = '' } = pattern.exec(text)?.groups ?? {};
    const company = unquoted(name);
    const colleague = unquoted(who).replace(/^@/u, '');
    if (company === '' || colleague === '' || NO_ACCOUNT.test(company)) continue;
    const isPerson = known?.isPerson?.(colleague) === true || colleague.includes('@');
    // A company is no colleague, whatever it is to do.
    if (!isPerson && (kind === 'like' || known?.has(colleague) === true || !mayBeColleague(colleague))) continue;
    if (!isPerson && kind === 'loose' && known?.has(company) !== true) continue;
    return { language, intent: { name: 'request', companies: namesJoined(company), who: colleague } };
  }
  return undefined;
}

/** One to three words, as people are called; in small letters only one, as people type in a hurry. */
function mayBeColleague(who: string): boolean {
  if (NO_COLLEAGUE.test(who)) return false;
  const words = who.split(' ');
  return words.length === 1
    ? /^\p{L}[\p{L}.'-]+$/u.test(who)
    : words.length <= 3 && words.every((w) => /^\p{Lu}/u.test(w));
}

const NO_ACCOUNT =
  /^(?:it|that|this|them|these|those|me|us|you|him|her|everything|all|es|das|sie|mir|uns|ça|cela|lui|lo|eso|le|les|het|dat|deze|(?:me|us|mir|uns|moi|nous|mij|ons) .*|access|admin(?: rights)?|permissions?|zugriff|rechte|zugang|accès|acceso|toegang|the (?:link|list|report|digest))$/iu;

function unquoted(text: string): string {
  return text
    .trim()
    .replace(/^["“„«»']+|["”“»']+$/gu, '')
    .trim();
}

import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { DayBefore } from '../domain/invited-on';
import type { Command } from './command';
import { EVERYWHERE } from './command';
import { cutDay, cutDayInside } from './day-before';
import type { WithDay } from './day-before';
import invitedWords from './lexicon/invited.json';
import { SparingPattern } from './sparing-pattern';

/** We invited X on Monday. Said whole: in another sentence the same words mean other things. */
export const invited: Command = {
  name: 'invited',
  help: 'help.invited',
  summary: 'Remembers who was invited, and tells when they answer.',
  scopes: EVERYWHERE,
  listed: false,
  cues: [],
  frames: [],
  examples: {
    en: ['we invited {name}', 'we invited {name} on Monday', 'invitation was sent to {name} yesterday'],
    de: ['wir haben {name} eingeladen', 'wir haben {name} am Montag eingeladen', 'Einladung an {name} ist raus'],
    fr: ['nous avons invité {name}', 'nous avons invité {name} lundi', 'invitation envoyée à {name} hier'],
    es: ['hemos invitado a {name}', 'hemos invitado a {name} el lunes', 'invitamos a {name} ayer'],
    nl: [
      'we hebben {name} uitgenodigd',
      'we hebben {name} maandag uitgenodigd',
      'uitnodiging naar {name} is verstuurd',
    ],
  },
  build: () => undefined,
};

/** Who was invited and has not answered. */
export const invitations: Command = {
  name: 'invitations',
  help: 'help.invitations',
  summary: 'Lists who was invited and has not answered.',
  scopes: EVERYWHERE,
  listed: false,
  cues: [],
  frames: [],
  examples: {
    en: ['invitations', 'who has not answered?'],
    de: ['Einladungen', 'wer hat noch nicht geantwortet?'],
    fr: ['invitations en attente', "qui n'a pas répondu ?"],
    es: ['invitaciones', '¿quién no ha respondido?'],
    nl: ['uitnodigingen', 'wie heeft nog niet geantwoord?'],
  },
  build: () => undefined,
};

/** Forget the invitation of X. */
export const uninvite: Command = {
  name: 'uninvite',
  help: 'help.uninvite',
  summary: 'Waits no longer for the answer of somebody who was invited.',
  scopes: EVERYWHERE,
  listed: false,
  cues: [],
  frames: [],
  examples: {
    en: ['forget the invitation of {name}'],
    de: ['vergiss die Einladung von {name}'],
    fr: ["oublie l'invitation de {name}"],
    es: ['olvida la invitación de {name}'],
    nl: ['vergeet de uitnodiging van {name}'],
  },
  build: () => undefined,
};

/** What a message says of invitations; `companies` are the words in which they are named, one or several. */
export type InvitationSaid = { readonly language: Language } & (
  | { readonly says: 'invited'; readonly companies: string; readonly on?: DayBefore }
  | { readonly says: 'asked' | 'forget' | 'refused'; readonly companies: string }
  | { readonly says: 'list' }
);

const NAME = String.raw`(?<name>\S(?:[^?]{0,998}?\S)?)`;
const END =
  "(?: (?:again|once more|already|too|as well|nochmal|noch einmal|auch|encore|aussi|también|otra vez|ook|opnieuw))*(?:,? (?:please|pls|thanks|thank you|fyi|bitte|danke|s'il te plaît|s'il vous plaît|merci|por favor|gracias|aub|alsjeblieft|graag|dank je))*";

type Kind = 'said' | 'asked' | 'forget' | 'refused' | 'list';

const PATTERNS = LANGUAGES.map((language) => {
  const words = invitedWords[language];
  const compiled = (kind: Kind, marks: string): readonly RegExp[] =>
    words[kind].map((text) => {
      const lead = kind === 'asked' || kind === 'list' ? '' : words.lead;
      const pattern = text.replaceAll('LINK', words.link).replace(/(?<![\p{L}])X(?![\p{L}])/u, NAME);
      return new SparingPattern(`^[¿¡\\s]*${lead}${pattern}${END}\\s*[${marks}]*$`, 'iu');
    });
  return {
    language,
    said: compiled('said', '.!'),
    asked: compiled('asked', '?.!'),
    forget: compiled('forget', '.!?'),
    refused: compiled('refused', '.!'),
    list: compiled('list', '?.!'),
  };
});

/** Nobody in particular, or what somebody is invited to or by. */
const NOBODY = new RegExp(
  `^(?:${[
    'it|them|him|her|us|me|you|i|we|they|who|which|whom|everyone|everybody|all|people|guests?|somebody|someone|nobody|anyone|a|an|the (?:team|customer|customers|client|clients|company|companies|users?)|some|several|many|more|customers?|clients?|companies|colleagues?',
    'wer|wen|wem|welche|es|ihn|sie|ihm|ihr|uns|mich|dich|alle|jemanden|niemanden|keinen|leute|gäste|den kunden|die kunden|kunden|kollegen|wir|ich',
    "qui|lesquels|lui|eux|elle|elles|nous|moi|toi|vous|tous|tout le monde|quelqu'un|personne|le client|les clients|des clients",
    'quién|quiénes|él|ella|ellos|ellas|nosotros|mí|ti|todos|alguien|nadie|el cliente|los clientes|clientes',
    'wie|hem|haar|hen|ze|ons|mij|jou|iedereen|iemand|niemand|de klant|de klanten|klanten|ik|we',
  ].join('|')})$`,
  'iu',
);
const TO_SOMETHING =
  /\s(?:to (?:a|an|the|our|my|this|join|dinner|lunch|test)|zu[mr]?|auf (?:ein|das|die)|à (?:une?|la|notre|participer)|au (?:d|r)|al? (?:una?|la|nuestra|participar)\s|voor (?:een|het|de)|op (?:een|het|de))\s?/iu;
const NO_NAME_START =
  /^(?:and|und|et|y|to|by|not|never|zu|von|nicht|nie|par|pas|por|no|door|niet|whether|if|ob|si|of)\s/iu;
/** "We have not invited Contoso": nothing to remember. */
const DENIED = /(?<!\p{L})(?:not|never|n't|nicht|nie|niemals|noch keine|pas|jamais|nunca|niet|nooit)(?!\p{L})/iu;

const LONGEST = 1_000;
/** In a longer message the day is looked for at its ends only. */
const FEW_WORDS = 25;

/** What the message says of invitations; undefined when it says anything else. */
export function invitationSaid(plain: string): InvitationSaid | undefined {
  const text = plain.trim().replaceAll('’', "'").replaceAll(/\s+/gu, ' ');
  if (text.length > LONGEST || !MENTIONS.test(text)) return undefined;
  for (const { language, list, forget, refused, asked, said } of PATTERNS) {
    if (list.some((pattern) => pattern.test(text))) return { says: 'list', language };
    const forgotten = plainNameIn(text, forget);
    if (forgotten !== undefined) return { says: 'forget', companies: forgotten, language };
    const no = plainNameIn(text, refused);
    if (no !== undefined) return { says: 'refused', companies: no, language };
    if (text.endsWith('?')) {
      const named = plainNameIn(text, asked);
      if (named !== undefined) return { says: 'asked', companies: named, language };
      continue;
    }
    const noted = notedIn(text, said, language);
    if (noted !== undefined) return { says: 'invited', ...noted, language };
    const named = plainNameIn(text, asked);
    if (named !== undefined) return { says: 'asked', companies: named, language };
  }
  return undefined;
}

/** No such message lacks all of these words. */
const MENTIONS =
  /invit|einlad|einge?laden|uitnod|uitgenod|link|enlace|lien|antwoord|answer|replied|reply|respond|react|antwort|reagier|gemeldet|répond|réagi|contest|wait|wart|wacht|esperamos|esperando|attend|reageer|chas(?:e|ing)|follow(?:ing)? up|nudge|refus|declin|interes|intéress|interess|wants?\b|said no|says? no|turned|backed|pulled|\bwill\b|wollen|möchte|abgelehnt|abgesagt|lehnt|nein|nachfass|hinterher|nachlauf|nachhak|erinnern|veut|veulent|souhait|renonc|dit non|relanc|quier|rechaz|que no|insistir|perseguir|recordar|reclamar|esper|geweigerd|afgezegd|bedankt|geïnteress|\bwil\b|willen|broek|herinner|nabel|achterna/iu;

/** No statement that somebody was invited lacks all of these; days are looked for in few messages only. */
const INVITES = /invit|einlad|einge?lad|uitnod|uitgenod|link|enlace|(?<!\p{L})lien/iu;

/** Whether somebody may be said to have been invited. Whoever asks something besides wants the answer. */
export function mayTellOfInvitation(text: string): boolean {
  return INVITES.test(text) && !DENIED.test(text) && !text.includes('?');
}

function notedIn(
  text: string,
  patterns: readonly RegExp[],
  language: Language,
): { readonly companies: string; readonly on?: DayBefore } | undefined {
  if (!mayTellOfInvitation(text)) return undefined;
  for (const reading of readings(text, language)) {
    if (reading === undefined) continue;
    const { rest, day } = reading;
    const named = nameIn(rest, patterns);
    if (named === undefined) continue;
    const cut = day === undefined ? (cutDay(named, language, 'end') ?? cutDay(named, language, 'start')) : undefined;
    const companies = cut?.rest ?? named;
    const on = day ?? cut?.day;
    if (isNobody(companies)) return undefined;
    // Several, and a day that is not that of all.
    if (JOINED.test(companies) && cutDayInside(`${companies} .`, language) !== undefined)
      return { companies, on: { none: 'unclear' } };
    return { companies, ...(on === undefined ? {} : { on }) };
  }
  return undefined;
}

const JOINED = /,|\s(?:and|und|et|y|en)\s/iu;

/** The message as it is, then without the day at one of its ends, or inside. */
function* readings(text: string, language: Language): Generator<Reading | undefined> {
  yield { rest: text };
  yield cutDay(text, language, 'start');
  yield cutDay(text.replace(/[.!]+$/u, ''), language, 'end');
  if (text.split(' ').length <= FEW_WORDS) yield cutDayInside(text, language);
}

type Reading = { readonly rest: string; readonly day?: undefined } | WithDay;

function nameIn(text: string, patterns: readonly RegExp[]): string | undefined {
  for (const pattern of patterns) {
    const name = pattern
      .exec(text)
      ?.groups?.['name']?.trim()
      .replace(/^["“„«»]+|["”“»,]+$/gu, '');
    if (name !== undefined && name !== '' && !isNobody(name)) return name;
  }
  return undefined;
}

/** "Could you see if X has answered": a sentence around the name is no part of it. */
const SENTENCE =
  /(?<!\p{L})(?:i|they|we|he|she|who|which|if|whether|but|not|was|were|is|are|aber|ob|nicht|eigentlich|jemand|mais|si|que|qui|ils|nous|vous|pas|personne|pero|no|alguien|maar|niet|iemand|someone|anyone)(?!\p{L})/iu;

function plainNameIn(text: string, patterns: readonly RegExp[]): string | undefined {
  const name = nameIn(text, patterns);
  return name === undefined || holdsSentence(name) ? undefined : name;
}

export function holdsSentence(name: string): boolean {
  return SENTENCE.test(name);
}

export function isNobody(name: string): boolean {
  return NOBODY.test(name) || NO_NAME_START.test(name) || TO_SOMETHING.test(name);
}

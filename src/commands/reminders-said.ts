import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { Intent } from './intent';
import { SparingPattern } from './sparing-pattern';

/** That a conversation is to be reminded of what is open, not any more, or after which days. */

const OFF: Readonly<Record<Language, string>> = {
  en: "(?:no (?:more )?reminders(?: please)?|(?:stop|turn off|switch off|disable|end|mute|cancel)(?: the| all| your)* reminders|reminders off|(?:stop|quit|no more) (?:reminding|nagging|chasing|pestering|bugging|hassling)(?: (?:us|me))?(?: (?:about|for|over) (?:the |all )?(?:open|unmapped|waiting|old) (?:accounts?|ones|customers?|stuff|things))?|(?:don't|do not|never) remind (?:us|me))(?: any ?more| again)?",
  de: '(?:keine erinnerungen(?: mehr)?|erinnerungen (?:aus|abschalten|abstellen|ausschalten)|(?:schalte?|stelle?) (?:die )?erinnerungen (?:aus|ab)|erinnere? (?:uns|mich) nicht(?: mehr)?|hör auf,? (?:uns|mich) (?:ständig |dauernd |immer )?(?:an (?:die )?offenen? (?:konten|kunden) |mit (?:den |deinen )?erinnerungen )?zu (?:erinnern|nerven)|nerv(?:e|t)? (?:uns|mich) nicht(?: mehr)?(?: mit (?:den |der )?offenen? (?:konten|kunden|sachen))?)',
  fr: '(?:(?:pas|plus) de rappels|aucun rappel|(?:arrête[rz]?|désactive[rz]?|coupe[rz]?|stoppe[rz]?) les rappels|rappels (?:désactivés|non)|ne (?:nous|me) rappelle[rz]? plus(?: rien)?)',
  es: '(?:(?:no más|sin) recordatorios|(?:desactiva|desactivar|quita|quitar|apaga|para) los recordatorios|recordatorios (?:no|desactivados)|no (?:nos|me) recuerdes (?:más|nada)(?: más)?)',
  nl: '(?:geen herinneringen(?: meer)?|(?:zet|schakel) (?:de )?herinneringen uit|herinneringen uit|(?:stop met (?:de )?herinneringen)|herinner (?:ons|me|mij) niet(?: meer)?)',
};

const ON: Readonly<Record<Language, string>> = {
  en: '(?:(?:turn on|switch on|enable|start|we want|i want|send)(?: the| us| me)* reminders|reminders on|remind (?:us|me) (?:again|(?:of|about) (?:what(?:.s| is) open|open (?:accounts|ones))))(?: again)?',
  de: '(?:erinnerungen (?:an|ein|einschalten|anschalten)|(?:schalte?|stelle?) (?:die )?erinnerungen (?:ein|an)|erinnere? (?:uns|mich) (?:wieder|an offene konten))',
  fr: '(?:(?:active[rz]?|remets|réactive[rz]?) les rappels|rappels (?:activés|oui))',
  es: '(?:(?:activa|activar|pon|reactiva) (?:los )?recordatorios|recordatorios (?:sí|activados))',
  nl: '(?:(?:zet|schakel) (?:de )?herinneringen (?:weer )?(?:aan|in)|herinneringen aan|herinner (?:ons|me|mij) weer)',
};

const DAYS: Readonly<Record<Language, string>> = {
  en: '(?:(?:send |set )?(?:the )?reminders?|remind (?:us|me)) (?:after|every|on)(?: days?)? (?<days>.{1,40}?)(?: days?| working days?)?',
  de: '(?:erinnerungen?|erinnere? (?:uns|mich)) nach (?<days>.{1,40}?)(?: tag(?:en)?)?',
  fr: '(?:rappels?|rappelle[rz]?-nous|relance[rz]?-nous) (?:après|au bout de) (?<days>.{1,40}?)(?: jours?)?',
  es: '(?:recordatorios?|recuérdanos) (?:después de|tras|a los) (?<days>.{1,40}?)(?: días?)?',
  nl: '(?:herinneringen?|herinner (?:ons|me|mij)) na (?<days>.{1,40}?)(?: dag(?:en)?)?',
};

const HERE =
  '(?: (?:here|in this (?:channel|chat|team)|hier|in diesem (?:kanal|chat)|ici|dans ce canal|aquí|en este canal|in dit kanaal))?';
const END =
  "(?:,? (?:please|pls|thanks|bitte|danke|s'il (?:te|vous) plaît|merci|por favor|gracias|aub|graag))*\\s*[.!]*$";
const BEGIN = "^(?:please |pls |bitte |graag |por favor,? |s'il (?:te|vous) plaît,? )*";

const compiled = (said: Readonly<Record<Language, string>>) =>
  LANGUAGES.map((language) => ({
    language,
    pattern: new SparingPattern(`${BEGIN}${said[language]}${HERE}${END}`, 'iu'),
  }));
const SAID = { off: compiled(OFF), on: compiled(ON), days: compiled(DAYS) } as const;

export function remindersSaid(text: string): { readonly intent: Intent; readonly language: Language } | undefined {
  for (const { language, pattern } of SAID.days) {
    const days = daysIn(pattern.exec(text)?.groups?.['days']);
    if (days !== undefined) return { language, intent: { name: 'settings', topic: 'reminders', days } };
  }
  for (const value of ['off', 'on'] as const) {
    const found = SAID[value].find(({ pattern }) => pattern.test(text));
    if (found !== undefined)
      return { language: found.language, intent: { name: 'settings', topic: 'reminders', value } };
  }
  return undefined;
}

/** "2, 5 and 10". */
function daysIn(said: string | undefined): readonly number[] | undefined {
  if (said === undefined) return undefined;
  const parts = said.split(/\s*(?:,|;|\/|\s(?:and|und|et|y|en)\s)\s*/iu).map((part) => part.trim());
  return parts.every((part) => /^\d{1,3}$/.test(part)) ? parts.map(Number) : undefined;
}

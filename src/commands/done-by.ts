import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { KnownNames } from './known-names';
import { SparingPattern } from './sparing-pattern';

const WHO = "(?<who>\\p{L}[\\p{L}'’-]+)";
const END = '\\s*[?.!]*$';

/** What a colleague did, and the same as a question about the accounts that were decided. */
const DONE: Readonly<Record<Language, { readonly said: RegExp; readonly plain: string }>> = {
  en: {
    said: new SparingPattern(
      `^(?:(?:and )?what (?:did|has|have) ${WHO} (?:do|done|decided?|get done)|everything (?:that )?${WHO.replace('who', 'other')} (?:did|decided|has decided|has done))(?<rest>(?: \\p{L}+){0,4})${END}`,
      'iu',
    ),
    plain: 'which accounts did $who decide$rest',
  },
  de: {
    said: new SparingPattern(
      `^(?:und )?was (?:hat|habt) ${WHO}(?<rest>(?: \\p{L}+){0,4}?) (?:so )?(?:gemacht|getan|entschieden|erledigt)${END}`,
      'iu',
    ),
    plain: 'welche Konten hat $who$rest entschieden',
  },
  fr: {
    said: new SparingPattern(
      `^(?:et )?(?:(?:qu['’]a fait|qu['’]a décidé|qu['’]est-ce qu['’]a fait) ${WHO}|qu['’]est-ce que ${WHO.replace('who', 'other')} a (?:fait|décidé))(?<rest>(?: [\\p{L}'’]+){0,4})${END}`,
      'iu',
    ),
    plain: 'quels comptes $who a décidés$rest',
  },
  es: {
    said: new SparingPattern(
      `^¿?\\s*(?:y )?qué (?:hizo|ha hecho|decidió|ha decidido) ${WHO}(?<rest>(?: \\p{L}+){0,4})${END}`,
      'iu',
    ),
    plain: 'qué cuentas decidió $who$rest',
  },
  nl: {
    said: new SparingPattern(
      `^(?:en )?wat heeft ${WHO}(?<rest>(?: \\p{L}+){0,4}?) (?:allemaal )?(?:gedaan|besloten|beslist)${END}`,
      'iu',
    ),
    plain: 'welke accounts heeft $who$rest besloten',
  },
};

const NOBODY =
  /^(?:we|you|they|he|she|it|this|that|man|ihr|sie|wir|er|es|das|on|nous|vous|il|elle|ils|usted|ustedes|ellos|él|ella|jullie|u|hij|zij|ze|iemand|anyone|somebody|everyone|jemand|alguien|quelqu['’]un)$/iu;

/** "What did Ben do yesterday?" as a question about the accounts that Ben decided; undefined for anything else. */
export function doneBy(plain: string, known: KnownNames | undefined): string | undefined {
  for (const language of LANGUAGES) {
    const { who, other, rest = '' } = DONE[language].said.exec(plain.trim())?.groups ?? {};
    const name = who ?? other;
    if (name === undefined || NOBODY.test(name)) continue;
    const isPerson = known?.isPerson?.(name) === true;
    if (!isPerson && (known?.has(name) === true || !/^\p{Lu}/u.test(name))) continue;
    return DONE[language].plain.replace('$who', name).replace('$rest', rest);
  }
  return undefined;
}

import { isListedWord } from '../lexicons';
import type { KnownNames } from '../known-names';
import { companiesOf } from '../no-names';
import { normalise } from '../normalise';
import { tokenise } from '../token';
import type { Intent } from '../intent';
import type { HeardWords } from './words';

/** Words with which people correct themselves, or think aloud, in five languages. */
const CORRECTS =
  /(?<!\p{L})(?:sorry|oops|scratch|i mean|i meant|no wait|wait|hmm+|erm?|uh+m?|actually|rather|correction|typo|instead|or maybe|not sure|äh+m?|quatsch|ich meine?|meinte|besser gesagt|vielmehr|doch nicht|moment|euh|pardon|je veux dire|plutôt|enfin|attends?|perdón|digo|quiero decir|mejor|espera|eh|nee wacht|ik bedoel|bedoelde?|liever|of nee|wacht)(?!\p{L})|\.\.\.|…|[,;] (?:no|nein|non|nee)\b/iu;

const DENIES =
  /(?<!\p{L})(?:before you|bevor (?:du|Sie)|avant de|antes de|voordat je|don'?t|do not|never|shouldn'?t|not|nicht|kein\w*|niemals|pas|jamais|nunca|niet|nooit|geen)(?!\p{L})/iu;
/** "Not any more" asks for an end: that is no denial. */
const ENDS =
  /(?<!\p{L})(?:any ?more|any longer|no longer|no need|needn'?t|don'?t (?:need|want|care|bother)|mehr|plus|besoin|ya no|hace falta|meer|hoef\w*)(?!\p{L})/iu;

/** An end that is asked for by what one does not need or want any more, and not by its own word. */
const NOT_PLAINEST =
  /(?<!\p{L})(?:no need|needn'?t|don'?t (?:need|want|care|bother)|enough|kein(?:e|en)? (?:bedarf|lust)|brauche?|genug|plus besoin|pas besoin|assez|no hace falta|no necesito|basta|hoef\w*|genoeg)(?!\p{L})/iu;

/** Whether the words say that something is not to be done. */
export function isDenied(text: string): boolean {
  return DENIES.test(text) && !ENDS.test(text);
}

/** "It is not their customer", "der gehört da nicht hin": how things are, and not what is to be done. */
const REASON =
  /(?<!\p{L})(?:is|are|was|were|(?:it|that|they)['’](?:s|re)|ist|sind|war|gehört|gehören|stimmt|passt|hat|haben|hoort|horen|klopt|zijn|heeft|est|sont|es|son|tiene)\s+(?:\p{L}+\s+){0,2}?(?:not|nicht|niet|pas|no|kein\w*|geen)(?!\p{L})|(?<!\p{L})(?:(?:is|are|was)n['’]t|do(?:es)?n['’]t belong|c['’]est pas|n['’](?:est|a|ont|a rien)\s+(?:pas|rien)|no (?:es|son|pertenece|tiene))(?!\p{L})/giu;

/** Whether nothing is denied but the reason why something is to be done. */
export function deniesOnlyReason(text: string): boolean {
  return !isDenied(text.replace(REASON, ' '));
}

/** "Nee, doch nicht, nimm das Letzte zurück": what is denied was said before, and the request by itself is not. */
export function isDeniedOnlyBefore(text: string, names: readonly string[]): boolean {
  const around = names.reduce((rest, name) => rest.replace(`${name}.`, name).replace(name, NAME), text);
  const clauses = around.split(/[,.;:!?]+\s+/u).filter((clause) => /\p{L}/u.test(clause));
  // What stands behind the last comma may be the rest of a name.
  const asking = clauses.filter((clause) => clause.includes(NAME)).concat(clauses.at(-1) ?? '');
  return clauses.length > 1 && !asking.some(isDenied);
}

const NAME = 'Zznamezz';

const VALUES: ReadonlySet<string> = new Set(['daily', 'weekly', 'weekday', 'langname']);

/** "Back to a daily digest, weekly is too slow": which of the values is wanted, only the person knows. */
export function saysSeveralValues({ hits }: HeardWords): boolean {
  const said = hits.flatMap((here) => here.filter(({ concept }) => VALUES.has(concept)));
  return new Set(said.map(({ concept, value }) => `${concept} ${value ?? ''}`)).size > 1;
}

/** Names in small letters that may be one name or several. */
export function isLooseList(companies: readonly string[], known: KnownNames | undefined): boolean {
  return companies.length > 1 && companies.some((name) => isLow(name) && known?.has(name) !== true);
}

/** Whether a change is said in words that leave nothing open, so that it may be done at once. */
export function isPlainlySaid(text: string, intent: Intent, known: KnownNames | undefined): boolean {
  const plain = normalise(text);
  if (CORRECTS.test(plain)) return false;
  const companies = companiesOf(intent);
  if (isLooseList(companies, known)) return false;
  if (NOT_PLAINEST.test(plain)) return false;
  // Where a name in small letters ends, only who knows it can tell.
  if (companies.some((name) => isLow(name) && name.includes(' ') && known?.has(name) !== true)) return false;
  if (companies.some((name) => isLow(name) && known?.has(name) !== true && mayGoOn(name, plain))) return false;
  const around = companies.reduce((rest, name) => rest.replace(name, ' '), plain);
  return tokenise(around).every(
    ({ kind, fold }) => kind !== 'word' || fold === 's' || isListedWord(fold) || /^\d/.test(fold),
  );
}

const CLOSES = new Set(
  `please pls plz thx thanks thank now anymore any again for when once as is has have are accepts accept accepted signs sign signed says to with
  if from and on at off bitte danke nicht mehr jetzt wenn sobald annimmt an aus zu mit svp stp merci plus quand dès accepte à avec maintenant
  por gracias cuando acepte ahora a al con más aub graag bedankt niet meer wanneer zodra accepteert nu aan met van`.split(
    /\s+/,
  ),
);

/** Whether words are all small ones that change nothing about a command. */
export function saysNothing(text: string): boolean {
  return tokenise(normalise(text)).every(({ kind, fold }) => kind !== 'word' || CLOSES.has(fold));
}

/** "stop watching flip flop shop now": a name in small letters may go on where an ordinary word follows. */
function mayGoOn(name: string, text: string): boolean {
  const next = /^\s+([\p{L}\p{N}]+)/u.exec(text.slice(text.indexOf(name) + name.length))?.[1];
  return text.includes(name) && next !== undefined && !CLOSES.has(next.toLowerCase());
}

function isLow(name: string): boolean {
  return name === name.toLowerCase() && !name.includes('.');
}

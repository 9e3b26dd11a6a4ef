import { intentChanges } from './intent';
import type { Intent } from './intent';
import { isPureName } from './name-like';
import { pastedList } from './pasted-list';
import type { SpokenList } from './spoken-list';
import { spokenLists } from './spoken-list';
import type { Understanding, UnderstandOptions } from './understanding';

/**
 * Lists of companies are read apart from the sentence around them: one stand-in takes their place, so that whoever reads
 * the sentence has one sure name in it, and the names are put back afterwards.
 */
const STAND_IN = 'Zzyzx Standin';

/** "are these accepted?": the words that point at a list. */
const POINTING =
  /\b(?:(?:all (?:of )?)?(?:these|the following|those)(?: (?:companies|customers|accounts|tenants|clients|ones|names|guys))?|them(?: all)?|they(?: all)?|(?:alle )?(?:diese[nr]?|folgende[nr]?)(?: (?:firmen|kunden|konten|unternehmen))?|ces(?: (?:clients|soci[ée]t[ée]s|comptes|entreprises))?|(?:estos|estas)(?: (?:clientes|empresas|cuentas))?|(?:deze|volgende)(?: (?:klanten|bedrijven|accounts))?|sie|ils|ellos|zij|ze)(?=$|[\s?!.,:])/iu;

type Read = (sentence: string, options: UnderstandOptions) => Understanding;
type Understood = Extract<Understanding, { readonly outcome: 'understood' }>;

/** What a list is read with: what is known, how a sentence is read, and the names that were heard in the whole. */
export interface ListReading {
  readonly options: UnderstandOptions;
  readonly read: Read;
  readonly names: readonly string[];
}

/** The message as a question about a list of companies; undefined when it holds no list, or asks nothing of one. */
export function readList(text: string, reading: ListReading): Understanding | undefined {
  const { options, read } = reading;
  const pasted = pastedList(text, options.known);
  if (pasted === undefined) return readSpoken(spaced(text), reading);
  // "status of contoso", and the rest of the list on the lines below.
  const spoken =
    pasted.words === '' ? readSpoken(pasted.names.join(', '), reading, (list) => list.before !== '') : undefined;
  return spoken ?? readPasted(pasted.names, pasted.words, options, read);
}

/** Ways to cut a list that are read at most: each costs as much as a message. */
const MOST_READ = 6;

function readSpoken(
  line: string,
  { options, read, names }: ListReading,
  wanted: (list: SpokenList) => boolean = () => true,
): Understanding | undefined {
  const lists = likeliest(spokenLists(line, options.known).filter(wanted), names);
  for (const list of lists.slice(0, MOST_READ)) {
    const heard = ofList(questionsFor(list.before, list.after), list.names, options, read);
    if (heard !== undefined) return heard;
  }
  return undefined;
}

/** First those that begin and end with a name that was heard by itself; of others the order stays. */
function likeliest(lists: readonly SpokenList[], names: readonly string[]): readonly SpokenList[] {
  const fits = ({ names: cut }: SpokenList) => [cut[0], cut.at(-1)].filter((name) => names.includes(name ?? '')).length;
  return lists.toSorted((a, b) => fits(b) - fits(a));
}

function readPasted(
  names: readonly string[],
  words: string,
  options: UnderstandOptions,
  read: Read,
): Understanding | undefined {
  const asked = ofList(questionsFor(words, ''), names, options, read);
  if (asked !== undefined) return asked;
  // A name that stands in the question itself: "status of contoso", and the rest of the list below it.
  const alone = read(words, options);
  if (alone.outcome !== 'understood') return undefined;
  const known = names.filter((name) => options.known?.has(name) === true).length;
  const { intent } = alone;
  if (!isOfCompanies(intent) || known * 2 < names.length) return undefined;
  return { ...alone, intent: { ...intent, companies: [...(intent.companies ?? []), ...names] } };
}

function ofList(
  questions: readonly string[],
  names: readonly string[],
  options: UnderstandOptions,
  read: Read,
): Understood | undefined {
  for (const question of questions) {
    const heard = read(question, options);
    if (heard.outcome !== 'understood' || !isOfCompanies(heard.intent)) continue;
    const { companies = [] } = heard.intent;
    if (companies.length !== 1 || companies[0] !== STAND_IN) continue;
    // What changes something takes only what is a name and nothing but a name.
    if (intentChanges(heard.intent) && !names.every((name) => isPureName(name, options.known))) continue;
    const evidence = heard.evidence.map((line) => line.replace(STAND_IN, names.join('; ')));
    return { ...heard, intent: { ...heard.intent, companies: names }, evidence };
  }
  return undefined;
}

/** The sentence with one company where the list stood. */
function questionsFor(before: string, after: string): readonly string[] {
  const quoted = `"${STAND_IN}"`;
  const plain = before.replace(/[:\s]+$/, '');
  const around = `${before} ${quoted} ${after}`.trim();
  const pointed = [before, after].flatMap((part, index) =>
    POINTING.test(part)
      ? [
          index === 0
            ? part.replace(POINTING, quoted)
            : `${before === '' ? '' : `${before} `}${part.replace(POINTING, quoted)}`,
        ]
      : [],
  );
  const turned = plain.endsWith('?') ? [`${plain.slice(0, -1)} ${quoted}?`] : [`${plain} ${quoted}`];
  return plain === '' && after === '' ? [quoted, `status ${quoted}`] : [...pointed, around, ...turned];
}

type OfCompanies = Extract<Intent, { readonly companies?: readonly string[] }>;

function isOfCompanies(intent: Intent): intent is OfCompanies {
  switch (intent.name) {
    case 'status':
    case 'show':
    case 'watch':
    case 'invited':
    case 'uninvite':
    case 'unmap':
    case 'who_mapped':
    case 'assign':
    case 'unassign':
    case 'remind':
    case 'snooze':
    case 'wake':
    case 'mute':
    case 'unmute':
      return true;
    case 'unwatch':
      return 'companies' in intent;
    case 'history':
    case 'invite_link':
      return intent.companies !== undefined;
    default:
      return false;
  }
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

import { companiesOf } from './no-names';
import { intentChanges } from './intent';
import type { Intent, IntentName } from './intent';
import { invitedApart } from './invited-apart';
import { isPureName, spacedWords } from './name-like';
import { OF_EACH } from './names-apart';
import { opens } from './openers';
import { isSaidWhole, isSnooze, ofReason, snoozedAlike } from './snoozed-beside';
import { withLanguage } from './digest-said';
import { longMessage, withRest } from './long-message';
import { merged } from './merged';
import { normalise } from './normalise';
import { pastedList } from './pasted-list';
import { nextSlice } from '../matching/slices';
import { namesThem, withReference } from './references';
import type { PartReading } from './references';
import { MOST_SENTENCES, sentencesIn } from './sentences';
import { AND, isFiltered, mappingsIn, ofTwoProviders } from './several-at-once';
import { askedIn, reader } from './understand';
import type { Hearing, Understanding, UnderstandOptions } from './understanding';

/** More in one message are named, not answered. */
export const MOST_MATTERS = 5;
/** Joins of one message at which a cut is tried: both sides are read at each of them. */
const MOST_CUTS = 8;
/** Cuts that lead to nothing, after which no more are tried. */
const MOST_VAIN_CUTS = 4;
/** Letters that are read once more to find where a message is to be cut: more than any that a person types takes. */
const MOST_READ = 2_500;
const SHORTEST_QUESTION = 3;
const LONGEST_NAME = 120;
const MOST_NAME_WORDS = 4;

/** Reads a message that may ask several things: each is heard by itself where the parts stand by themselves. */
export function hear(message: string, options: UnderstandOptions = {}): Hearing {
  const reading = hearing(message, options);
  let step = reading.next();
  while (step.done !== true) step = reading.next();
  return step.value;
}

/** The same beside other work: a long message is read piece by piece. */
export async function hearInSlices(message: string, options: UnderstandOptions = {}): Promise<Hearing> {
  const reading = hearing(message, options);
  for (;;) {
    const step = reading.next();
    if (step.done === true) return step.value;
    await nextSlice();
  }
}

/** Stops wherever other work may have its turn. */
function* hearing(message: string, options: UnderstandOptions): Generator<undefined, Hearing> {
  const text = askedIn(message);
  const reading = { options, read: reader(options) };
  const whole = hearAtOnce(text, reading);
  const long = longMessage(text);
  if (long === undefined || pastedList(text, options.known) !== undefined)
    return { ...whole, heard: withLanguage(whole.heard, text, reading.read) };
  return yield* withRest(whole, long, (piece) => hearAtOnce(piece, reading));
}

function hearAtOnce(text: string, reading: PartReading): Hearing {
  const { options, read } = reading;
  const mappings = mappingsIn(text, options);
  if (mappings !== undefined) return several(mappings, [], []);
  const invited = invitedApart(text, options);
  if (invited !== undefined) return { heard: invited, missed: [] };
  const whole = read(text);
  const single = { heard: [whole], missed: [] };
  if (isFiltered(whole)) return ofTwoProviders(text, reading) ?? single;
  if (isSnooze(whole)) return ofReason(whole, reading) ?? single;
  if (pastedList(text, options.known) !== undefined) return single;
  const parts = partsOf(normalise(text), reading);
  if (parts.length < 2) return single;
  const asked = distinct(heardIn(parts, reading));
  const missed = parts.filter((part) => isMissed(part, reading));
  if (asked.length > 1) return several(asked, missed, questionsBehind(normalise(text)));
  const [only] = asked;
  if (only === undefined || whole.outcome !== 'understood') return single;
  if (isMore(only, whole)) return { heard: [only.heard], missed };
  return missed.length > 0 && sameMatter(only, whole) ? { heard: [whole], missed } : single;
}

/** Questions behind the sentences that are looked at one by one. */
function questionsBehind(plain: string): readonly string[] {
  return sentencesIn(plain, Infinity)
    .slice(MOST_SENTENCES)
    .filter((sentence) => sentence.endsWith('?'));
}

interface Asked {
  readonly part: string;
  readonly heard: Exclude<Understanding, { readonly outcome: 'nothing' | 'misunderstood' }>;
}

function several(asked: readonly Asked[], missed: readonly string[], behind: readonly string[]): Hearing {
  const over = [...asked.slice(MOST_MATTERS).map(({ part }) => part), ...behind];
  return {
    heard: asked.slice(0, MOST_MATTERS).map(({ heard }) => heard),
    missed,
    ...(over.length === 0 ? {} : { over }),
  };
}

/** What may still be tried in a message. */
interface Tries {
  left: number;
  inVain: number;
  letters: number;
}

/** The sentences, each cut where "and" leads to another question or request. */
function partsOf(plain: string, reading: PartReading): readonly string[] {
  const tries = { left: MOST_CUTS, inVain: 0, letters: MOST_READ };
  return sentencesIn(plain).flatMap((sentence) => clausesOf(sentence, reading, tries, undefined));
}

function clausesOf(
  sentence: string,
  reading: PartReading,
  tries: Tries,
  before: Understanding | undefined,
): readonly string[] {
  const { options } = reading;
  for (const join of sentence.matchAll(AND)) {
    const left = sentence.slice(0, join.index).trim();
    const right = sentence.slice(join.index + join[0].length).trim();
    const alike = snoozedAlike(left, right, reading);
    if (alike !== undefined) return [left, ...clausesOf(alike, reading, tries, reading.read(left))];
    const isName = right.length <= LONGEST_NAME && options.known?.has(right.replace(/[?!.\s]+$/, '')) === true;
    if (!isName && !isSaidWhole(right, options) && (!opens(right) || beginsWithName(right, options))) continue;
    if (tries.left === 0 || tries.inVain === MOST_VAIN_CUTS || tries.letters <= 0) break;
    tries.left -= 1;
    tries.letters -= sentence.length;
    const heard = withReference(left, before, reading);
    if (!stands(heard) || (isName ? isOneName(heard, join[0], right, options) : !beginsMatter(right, heard, reading))) {
      tries.inVain += 1;
      continue;
    }
    return [left, ...clausesOf(right, reading, tries, heard)];
  }
  return [sentence];
}

/** Whether a matter begins here: up to the next join, or in all the rest. The first is short, and read once more anyway. */
function beginsMatter(right: string, before: Understanding, reading: PartReading): boolean {
  const [next] = right.matchAll(AND);
  const first = next === undefined ? right : right.slice(0, next.index);
  return [first, right].some((clause) => stands(withReference(clause, before, reading)));
}

/** "Light and Power" is one name where somebody bears it. */
function isOneName(left: Understanding, and: string, right: string, { known }: UnderstandOptions): boolean {
  const asked = left.outcome === 'understood' && left.intent.name !== 'map' ? left.intent : undefined;
  const name = asked === undefined ? undefined : companiesOf(asked).at(-1);
  return name === undefined || known?.has(`${name}${and}${right.replace(/[?!.\s]+$/, '')}`) === true;
}

/** Whether a clause asks something by itself. */
function stands(heard: Understanding): boolean {
  return heard.outcome === 'beyond' || (heard.outcome === 'understood' && !isSmallTalk(heard.intent));
}

/** "A Datum mapped?" begins with a name, whatever its first word may be. */
function beginsWithName(clause: string, { known }: UnderstandOptions): boolean {
  const words = spacedWords(clause).slice(0, MOST_NAME_WORDS);
  return known !== undefined && words.some((_, at) => at > 0 && known.has(words.slice(0, at + 1).join(' ')));
}

/** What each part asks. One that only names a company asks about it what was asked before. */
function heardIn(parts: readonly string[], reading: PartReading): readonly Asked[] {
  const asked: Asked[] = [];
  for (const part of parts) {
    const before = asked.at(-1)?.heard;
    const heard = continuation(part, before) ?? withReference(part, before, reading);
    if (heard.outcome === 'beyond') asked.push({ part, heard });
    if (heard.outcome !== 'understood' || isSmallTalk(heard.intent)) continue;
    const continued =
      isBareName(heard) && before?.outcome === 'understood' ? inherit(before.intent, heard.intent) : undefined;
    if (continued !== undefined) asked.push({ part, heard: { ...heard, intent: continued } });
    else if (asks(part, heard)) asked.push({ part, heard });
  }
  return asked;
}

/** "And Fabrikam?" after a question: a name, and nothing but a name. */
const CONTINUES =
  /^(?:¿\s*)?(?:(?:and|und|et|y|en|also|or)\s+)?(?:what about|how about|was ist mit|wie ist es mit|qu'en est-il d[eu]|et pour|qué tal|qué hay de|hoe zit het met)?\s*(.+?)\s*[?.!]*$/iu;

/** Several names are read as the list that they are. */
const LISTS = /[,;]\s/u;

function continuation(part: string, before: Asked['heard'] | undefined): Understood | undefined {
  if (before?.outcome !== 'understood') return undefined;
  const name = CONTINUES.exec(part)?.[1] ?? '';
  const { intent, language } = before;
  if (
    name === part ||
    LISTS.test(name) ||
    !isPureName(name, undefined) ||
    inherit(intent, { name: 'status', companies: [name] }) === undefined
  )
    return undefined;
  return {
    outcome: 'understood',
    intent: { name: 'status', companies: [name] },
    language,
    evidence: [`NAME "${name}"`],
  };
}

/** A statement asks nothing, though it holds the words of a question. */
function asks(part: string, heard: Understood): boolean {
  if (part.trimEnd().endsWith('?') || isPhrase(heard)) return true;
  return opens(part.replace(/^[¿¡\s]+/, '')) || (!intentChanges(heard.intent) && spacedWords(part).length <= 4);
}

const REQUESTS: ReadonlySet<IntentName> = new Set<IntentName>([...OF_EACH, 'invitations']);

/** Said whole, it is a request in itself: "I'll take Contoso". That somebody was invited leads to a question, too. */
function isPhrase({ intent, evidence }: Understood): boolean {
  return REQUESTS.has(intent.name) && evidence.length > 0 && evidence.every((part) => part.startsWith('phrase'));
}

type Understood = Extract<Understanding, { readonly outcome: 'understood' }>;

function isBareName({ evidence }: Understood): boolean {
  return evidence.length === 1 && evidence[0]?.startsWith('NAME') === true;
}

function inherit(before: Intent, named: Intent): Intent | undefined {
  const companies = companiesOf(named);
  if (before.name === 'map' || !('companies' in before) || companies.length === 0) return undefined;
  return { ...before, companies };
}

/** A question, or a request, that nobody can read, and that points at nothing said before. */
function isMissed(part: string, { read }: PartReading): boolean {
  const question = part.trimEnd().endsWith('?');
  if (!question || spacedWords(part).length < SHORTEST_QUESTION || namesThem(part)) return false;
  return read(part).outcome === 'misunderstood';
}

function distinct(asked: readonly Asked[]): readonly Asked[] {
  const seen = new Set<string>();
  return joined(asked).filter(({ heard }) => {
    const key = JSON.stringify(heard.outcome === 'beyond' ? heard.topic : heard.intent);
    return !seen.has(key) && seen.add(key);
  });
}

/** "Is contoso accepted? And fabrikam?": the same question about several companies is one. */
function joined(asked: readonly Asked[]): readonly Asked[] {
  const result: Asked[] = [];
  for (const one of asked) {
    const before = result.at(-1);
    const intent = before && merged(before.heard, one.heard);
    if (before?.heard.outcome === 'understood' && intent !== undefined)
      result[result.length - 1] = { part: before.part, heard: { ...before.heard, intent } };
    else result.push(one);
  }
  return result;
}

/** "Is Contoso accepted? And Fabrikam?" asks about one company more than the whole, read as one sentence. */
function isMore({ heard }: Asked, whole: Understood): boolean {
  if (heard.outcome !== 'understood' || heard.intent.name !== whole.intent.name) return false;
  return companiesOf(heard.intent).length > companiesOf(whole.intent).length;
}

function sameMatter({ heard }: Asked, whole: Understood): boolean {
  return heard.outcome === 'understood' && JSON.stringify(heard.intent) === JSON.stringify(whole.intent);
}

const SMALL_TALK: ReadonlySet<IntentName> = new Set<IntentName>(['greeting', 'thanks', 'help']);

function isSmallTalk({ name }: Intent): boolean {
  return SMALL_TALK.has(name);
}

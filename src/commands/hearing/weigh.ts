import { intentChanges } from '../intent';
import type { Intent, IntentName } from '../intent';
import type { KnownNames } from '../known-names';
import { isListedWord } from '../lexicons';
import { normalise } from '../normalise';
import { tokenise } from '../token';
import { suggestions } from '../did-you-mean';
import { companiesOf } from '../no-names';
import { probably } from '../probably';
import { exampleOf } from '../table';
import { typedLine } from '../typed-line';
import type { Understanding, UnderstandOptions } from '../understanding';
import { withAllNamed } from './all-named';
import { asBareName } from './bare-name';
import { isMoreExact } from './more-exact';
import { mayPropose, SURE } from './may-propose';
import { isPlainlySaid, saysNothing, saysSeveralValues } from './plainly';
import type { Recognised } from './recognise';
import { withoutAskedChange } from './told-or-asked';

/** So likely must be what was learned to count against the grammar, or to stand alone. */
const LIKELY = 0.5;
/** A change is done at once only where it is nearly certain. */
const CERTAIN = 0.9;

/** Questions about the bot itself: the utterances that the model learns from have none of them. */
const NOT_LEARNED: ReadonlySet<IntentName> = new Set<IntentName>([
  'watches',
  'invited',
  'invitations',
  'uninvite',
  'endings',
  'names',
  'health',
  'review',
  'export',
  'report',
  'compare',
  'request',
  'remind',
]);

type Understood = Extract<Understanding, { readonly outcome: 'understood' }>;
type Misunderstood = Extract<Understanding, { readonly outcome: 'misunderstood' }>;

/**
 * What a message asks, by what was learned and by the grammar. Of questions the likelier counts. A change is done at
 * once only where both read it alike and it is plainly said; else it is proposed, or asked back.
 */
export function weigh(
  text: string,
  grammar: Understanding,
  recognised: Recognised,
  options: UnderstandOptions,
): Understanding {
  const learned = asBareName(text, withoutAskedChange(text, recognised));
  if (grammar.outcome === 'nothing' || grammar.outcome === 'beyond') return grammar;
  if (isNumbered(text, options.known)) return ofName(text, learned.language);
  if (grammar.outcome === 'understood')
    return withAllNamed(withGrammar(text, grammar, learned, options), learned, text);
  return offered(text, grammar) ?? alone(grammar, learned, text);
}

function withGrammar(
  text: string,
  grammar: Understood,
  learned: Recognised,
  { known }: UnderstandOptions,
): Understanding {
  const { intent } = grammar;
  if (isUnclearSetting(intent, text, learned))
    return {
      ...(isSameWithTime(intent, learned.intent) ? ofLearned(learned, learned.intent) : grammar),
      proposed: true,
    };
  if (isOurLine(text, grammar) || (intent.name === 'status' && intent.fresh === true)) return grammar;
  // "Show woodgrove": a command and a name, and not a word more.
  if (
    isCommandLine(text, grammar) &&
    (intentChanges(intent)
      ? learned.intent === undefined && learned.share < SURE
      : learned.intent === undefined || learned.share < CERTAIN || endsWithin(intent, learned.intent))
  )
    return grammar;
  // "My watches", "paramètres": what the grammar found is all that was said.
  const isAll = NOT_LEARNED.has(intent.name) || (!intentChanges(intent) && isBareCommand(grammar));
  if (isAll && isNothingElse(text, grammar, known)) return grammar;
  if (NOT_LEARNED.has(intent.name) && (learned.intent === undefined || learned.share < CERTAIN)) return grammar;
  // Both hear the same command, and only the grammar all that it needs.
  if (wantedCommand(learned) === intent.name) {
    if (!intentChanges(intent) && learned.intent === undefined) return grammar;
    if (intentChanges(intent) && namesAgree(intent, learned) && isNothingElse(text, grammar, known)) return grammar;
  }
  if (isSame(intent, learned.intent) || isMoreExact(intent, learned.intent, text, known)) {
    const certain = learned.share >= CERTAIN && isPlainlySaid(text, intent, known);
    return !intentChanges(intent) || certain ? grammar : { ...grammar, proposed: true };
  }
  if (learned.intent === undefined ? isHarmless(intent, text) : intent.name === 'help' && intentChanges(learned.intent))
    return grammar;
  if (learned.share < LIKELY) return intentChanges(intent) ? { ...grammar, proposed: true } : grammar;
  if (learned.intent === undefined) return asked(grammar, text);
  if (!intentChanges(learned.intent))
    return intentChanges(intent) ? asked(grammar, text) : ofLearned(learned, learned.intent);
  return mayPropose(learned, text) ? { ...ofLearned(learned, learned.intent), proposed: true } : asked(grammar, text);
}

const HOUR =
  /(?<!\p{L})(?:morning|afternoon|evening|noon|midday|o'?clock|uhr|früh|morgens|vormittags?|nachmittags?|abends?|mittags?|heures?|matin|après-midi|soir|midi|mañana|tarde|noche|mediodía|uur|ochtends?|middags?|avonds?)(?!\p{L})|\d[:.h]\d\d|\d ?[ap]m/iu;
/** Nobody reads a digest so early: "Friday, four o'clock" is more likely the afternoon. */
const EARLIEST = '06:00';

/** A digest of which more was said than was read. */
function isUnclearSetting(intent: Intent, text: string, { words }: Recognised): boolean {
  if (intent.name !== 'settings' || !intentChanges(intent)) return false;
  if (saysSeveralValues(words)) return true;
  return intent.topic === 'digest' && (intent.time === undefined ? HOUR.test(text) : intent.time < EARLIEST);
}

/** "On Mondays only, ten in the morning": the hour that the grammar missed. */
function isSameWithTime(grammar: Intent, learned: Intent | undefined): learned is Intent {
  if (grammar.name !== 'settings' || learned?.name !== 'settings' || grammar.time !== undefined) return false;
  return learned.time !== undefined && learned.topic === grammar.topic && learned.value === grammar.value;
}

function wantedCommand({ wanted }: Recognised): string | undefined {
  return wanted.split(':')[0];
}

/** Both end the names where the other does; or none was learned, and what was learned is not certain without one. */
function namesAgree(intent: Intent, { names, share, warned }: Recognised): boolean {
  const named = companiesOf(intent);
  const [first, last] = [named[0], named.at(-1)];
  if (warned) return false;
  if (first === undefined || last === undefined) return true;
  if (names.length === 0) return share < CERTAIN;
  return names[0]?.startsWith(first) === true && names.at(-1)?.endsWith(last) === true;
}

/** "Stop watching Woodgrove": what the grammar found is the whole message, but for small words. */
function isNothingElse(text: string, { intent, evidence }: Understood, known: KnownNames | undefined): boolean {
  const found = evidence.map((part) => /"(.*)"$/u.exec(part)?.[1] ?? '');
  return isPlainlySaid(text, intent, known) && saysNothing(found.reduce((rest, part) => rest.replace(part, ' '), text));
}

/** A mapping whose names can be cut in two ways: which is meant is for the person to say. */
function isAmbiguous({ near, nearest }: Misunderstood, { name }: Intent): boolean {
  return name === 'map' && near[0] === 'map' && nearest.filter((line) => line.includes('" ')).length > 1;
}

/** The very line that we offer for it. */
function isOurLine(text: string, { intent, language }: Understood): boolean {
  return typedLine(intent, language) === text;
}

const OFFERED: readonly Intent[] = [{ name: 'settings' }, { name: 'history' }, { name: 'help' }];

/** A single word that we offer as a line by itself. */
function offered(text: string, { language }: Misunderstood): Understood | undefined {
  const intent = OFFERED.find(({ name }) => exampleOf(name, language) === text);
  return intent && { outcome: 'understood', intent, language, evidence: [`line "${text}"`] };
}

const ASKS_SETTING = /\?|setting|einstellung|paramètre|réglage|ajuste|configurac|instelling/iu;

/** Help, and a question about settings: the utterances hold few of them, and whoever gets them without need is not harmed. */
function isHarmless(intent: Intent, text: string): boolean {
  if (intent.name === 'help') return true;
  return (
    intent.name === 'settings' && !intentChanges(intent) && (intent.topic === undefined || ASKS_SETTING.test(text))
  );
}

/** "show me die Abos von Contoso": what was learned to be the name is only the end of it. */
function endsWithin(grammar: Intent, learned: Intent): boolean {
  const [whole = ''] = companiesOf(grammar);
  const [name] = companiesOf(learned);
  return (
    name === undefined ||
    learned.name !== grammar.name ||
    whole === name ||
    !whole.endsWith(name) ||
    grammar.name !== 'show'
  );
}

/** The words of the command in front, one name behind, and nothing else. */
function isCommandLine(text: string, { evidence }: Understood): boolean {
  const [cue, name, more] = evidence.map((part) => /^(.*?) "(.*)"$/u.exec(part));
  if (!cue || !name || more !== undefined || cue[1] === 'NAME' || name[1] !== 'NAME') return false;
  return `${cue[2] ?? ''} ${name[2] ?? ''}`.toLowerCase() === text.replace(/[.!?\s]+$/, '').toLowerCase();
}

function isBareCommand({ evidence }: Understood): boolean {
  return evidence.length <= 2 && evidence.every((part) => !part.startsWith('NAME'));
}

/** "Contoso asdfgh qwer": beside the name stand only words that no language has. */
function isNoise(text: string, names: readonly string[]): boolean {
  const around = names.reduce((rest, name) => rest.replace(name, ' '), text);
  const words = tokenise(normalise(around)).filter(({ kind }) => kind === 'word');
  return words.length > 0 && words.every(({ fold }) => !isListedWord(fold));
}

/** "Contoso 12345": a number behind a name that we know belongs to it. */
function isNumbered(text: string, known: KnownNames | undefined): boolean {
  const [, name] = /^(.+?)\s+#?\d+$/u.exec(text) ?? [];
  return name !== undefined && known?.has(name) === true;
}

function ofName(name: string, language: Understood['language']): Understood {
  const intent = { name: 'status', companies: [name] } as const;
  return { outcome: 'understood', intent, language, evidence: [`NAME "${name}"`] };
}

/** The grammar finds nothing, or not enough. */
function alone(grammar: Misunderstood, learned: Recognised, text: string): Understanding {
  const { intent, share } = learned;
  if (intent === undefined || share < LIKELY || isAmbiguous(grammar, intent)) return grammar;
  if (intent.name === 'status' && isNoise(text, companiesOf(intent))) return grammar;
  if (!intentChanges(intent)) return ofLearned(learned, intent);
  if (learned.howTo && (learned.share < CERTAIN || text.includes('?'))) return ofLearned(learned, { name: 'help' });
  if (mayPropose(learned, text)) return { ...ofLearned(learned, intent), proposed: true };
  return asked({ intent, language: learned.language }, text);
}

function ofLearned({ wanted, share, language, cue }: Recognised, said: Intent): Understood {
  const intent: Intent = said.name === 'help' && cue !== undefined ? { name: 'help', topic: cue } : said;
  return { outcome: 'understood', intent, language, evidence: [`learned ${wanted} ${share.toFixed(2)}`] };
}

/** Not sure enough: what it may have been is one click away. */
function asked({ intent, language }: Pick<Understood, 'intent' | 'language'>, text: string): Misunderstood {
  const [company] = companiesOf(intent);
  const line = typedLine(intent, language);
  const nearest = [...(line === undefined ? [] : [line]), ...suggestions([intent.name], language, company)];
  return probably({ intent, language }, text, [...new Set(nearest)].slice(0, 3));
}

function isSame(one: Intent, other: Intent | undefined): boolean {
  return other !== undefined && keyOf(one) === keyOf(other);
}

/** What the intent is about; a question for one fact, or for help with one command, is the same question. */
function keyOf(intent: Intent): string {
  if (intent.name === 'help') return 'help';
  const said = Object.entries(intent).filter(([key, value]) => key !== 'facts' && value !== undefined);
  return JSON.stringify(said.sort(([a], [b]) => (a < b ? -1 : 1))).toLowerCase();
}

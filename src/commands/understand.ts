import type { Intent, IntentName, Language } from './intent';
import { ENGLISH, LEXICONS } from './lexicons';
import { isFrayed } from './frayed';
import type { KnownNames } from './known-names';
import { knownSpans } from './known-spans';
import { Message } from './message';
import { arrowless } from './arrows';
import { requestsIn } from './clauses';
import { Candidates, CHANGING, ownLanguage } from './readings';
import type { Candidate } from './readings';
import { normalise } from './normalise';
import { Sentence } from './sentence';
import { guessName, hinted, suggestions } from './did-you-mean';
import { withoutTickets } from './tickets';
import { tokenise } from './token';
import { LIMIT } from './weights';

export type { KnownNames } from './known-names';

export interface UnderstandOptions {
  readonly known?: KnownNames;
  /** The person's locale, such as `de-AT`; decides between languages only where the text does not. */
  readonly locale?: string;
}

export type Understanding =
  | {
      readonly outcome: 'understood';
      readonly intent: Intent;
      readonly language: Language;
      /** What the reading rests on, for logs and tests: `accept "accepted"`, `NAME "Contoso"`. */
      readonly evidence: readonly string[];
    }
  | {
      readonly outcome: 'misunderstood';
      /** The place in `text` that puzzled us; null when nothing in it was familiar. */
      readonly at: { readonly start: number; readonly end: number } | null;
      /** What was read: the message without mentions and markup. */
      readonly text: string;
      readonly language: Language;
      /** The command that was probably meant, when a part of it is missing or it was not safe to act on. */
      readonly probably?: IntentName;
      /** Commands that can be typed instead, best first, with the names found in the text put in. */
      readonly nearest: readonly string[];
      /** Names that were probably meant. */
      readonly companies?: readonly string[];
    }
  /** Empty, or only a mention: not for us. */
  | { readonly outcome: 'nothing' };

type Misunderstood = Extract<Understanding, { readonly outcome: 'misunderstood' }>;

const SMALL_TALK: ReadonlySet<IntentName> = new Set<IntentName>(['greeting', 'thanks']);

/** Readings that lie closer than this to a changing one are believed instead of it. */
const RIVAL = 0.25;

/** Reads one message. Pure, never throws; work grows linearly with the text, which is cut at TEXT_LIMIT. */
export function understand(text: string, options: UnderstandOptions = {}): Understanding {
  const plain = withoutTickets(normalise(text));
  const whole = read(plain, options);
  const command = isMapping(whole) || whole.outcome === 'misunderstood' ? besideArrow(plain, options) : undefined;
  if (command !== undefined) return command;
  return whole.outcome === 'misunderstood' ? (requested(whole, options) ?? whole) : whole;
}

function isMapping(heard: Understanding): boolean {
  return heard.outcome === 'understood' && heard.intent.name === 'map';
}

/** Before an arrow stands an account, or else a command by itself: then the arrow leads to what it is about. */
function besideArrow(plain: string, options: UnderstandOptions): Understanding | undefined {
  const parts = arrowless(plain);
  if (parts === undefined) return undefined;
  const alone = read(parts.before, options);
  if (alone.outcome === 'understood' && alone.intent.name === 'status' && isMapping(read(plain, options)))
    return undefined;
  const heard = read(parts.whole, options);
  return heard.outcome === 'understood' && (alone.outcome === 'understood' || !CHANGING.has(heard.intent.name))
    ? heard
    : undefined;
}

/** What a polite letter asks for: the first of its requests that can be read. */
function requested(letter: Misunderstood, options: UnderstandOptions): Understanding | undefined {
  for (const request of requestsIn(letter.text, letter.companies?.[0])) {
    const alone = read(request, options);
    if (alone.outcome === 'understood' && !SMALL_TALK.has(alone.intent.name)) return alone;
  }
  return undefined;
}

function read(plain: string, options: UnderstandOptions): Understanding {
  const tokens = tokenise(plain);
  if (tokens.length === 0) return { outcome: 'nothing' };
  if (/^[?¿\s]+$/.test(plain))
    return { outcome: 'understood', intent: { name: 'help' }, language: ownLanguage(options.locale), evidence: ['?'] };
  const message = new Message(plain, tokens, knownSpans(plain, tokens, options.known));
  return decide(message, new Candidates(message, options.locale), options);
}

interface Built {
  readonly candidate: Candidate;
  readonly intent: Intent | 'ambiguous';
}

function decide(message: Message, candidates: Candidates, options: UnderstandOptions): Understanding {
  const built = firstBuilt(candidates);
  if (!built) return puzzled(message, candidates, undefined, options);
  const { candidate, intent } = built;
  if (intent === 'ambiguous') return puzzled(message, candidates, candidate, options);
  if (candidate.strictness === 'reading') {
    return candidate.cost <= LIMIT.reading
      ? understood(candidate, intent)
      : puzzled(message, candidates, candidate, options);
  }
  if (candidate.cost > LIMIT.changing || isFrayed(candidate.sentence, candidate.reading.match))
    return puzzled(message, candidates, candidate, options);
  const rival = candidates
    .below(candidate.cost + RIVAL)
    .filter((other) => !CHANGING.has(other.command.name) && other.command.name !== 'watches')
    .filter((other) => other.language === candidate.language)
    .map(build)
    .find((other) => other !== undefined);
  if (rival && rival.intent !== 'ambiguous' && rival.candidate.cost <= LIMIT.reading)
    return understood(rival.candidate, rival.intent);
  return understood(candidate, intent);
}

function firstBuilt(candidates: Candidates): Built | undefined {
  for (let index = 0; ; index += 1) {
    const candidate = candidates.at(index);
    const built = candidate && build(candidate);
    if (built || !candidate) return built;
  }
}

function build(candidate: Candidate): Built | undefined {
  const intent = candidate.command.build(candidate.reading);
  return intent === undefined ? undefined : { candidate, intent };
}

function understood(candidate: Candidate, intent: Intent): Understanding {
  const { sentence, match } = candidate.reading;
  const evidence = match.parts.map(
    (part) => `${part.concept ?? part.slot ?? '?'} "${sentence.slice(part.start, part.end)}"`,
  );
  return { outcome: 'understood', intent, language: sentence.lexicon.language, evidence };
}

function puzzled(
  message: Message,
  candidates: Candidates,
  best: Candidate | undefined,
  options: UnderstandOptions,
): Understanding {
  const near = candidates.below(LIMIT.reading * 1.6);
  const sentence =
    (best ?? near[0])?.sentence ??
    new Sentence(message, LEXICONS.find((one) => one.language === ownLanguage(options.locale)) ?? ENGLISH);
  const guess = guessName(sentence);
  const names = [...hinted(sentence), ...near.map((candidate) => candidate.command.name)];
  const [probably] = names;
  return {
    outcome: 'misunderstood',
    at: guess.puzzle,
    text: message.text,
    language: sentence.lexicon.language,
    nearest: suggestions(names, sentence.lexicon.language, guess.name),
    ...(probably === undefined ? {} : { probably }),
    ...(guess.name === undefined ? {} : { companies: [guess.name] }),
  };
}

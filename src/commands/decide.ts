import type { Language } from '../domain/language';
import { guessName, hinted, suggestions } from './did-you-mean';
import { isFrayed } from './frayed';
import type { Intent } from './intent';
import { likeliestOf } from './hearing/leaning';
import type { Leaning } from './hearing/leaning';
import type { Recognised } from './hearing/recognise';
import { contradiction, doubtOf, limitOf } from './judgement';
import { knownSpans } from './known-spans';
import { languageOfWords, lexiconOf } from './lexicons';
import { HeardMessage } from './message';
import { isRash } from './rash';
import { Candidates, ownLanguage } from './readings';
import type { ReadingCandidate } from './readings';
import { Sentence } from './sentence';
import { commandTable } from './table';
import { tokenise } from './token';
import type { Token } from './token';
import type { Understanding, UnderstandOptions } from './understanding';
import { isVetoed } from './veto';
import { LIMIT } from './weights';

/** Added to a reading that the question at the end of the message has nothing to do with. */
const ASIDE = 1;
/** Two ways to cut the names that lie closer than this cannot be told apart. */
const AMBIGUOUS = 0.25;

/** A command that the words speak for so clearly is offered first. */
const PROBABLE = 0.6;
const NO_LEANING: Leaning = new Map();

export interface Heard {
  readonly understanding: Understanding;
  /** What the words alone speak for. */
  readonly leaning: Leaning;
}

/** Reads a text as one message; `learned` is what the model makes of the same text. */
export function hearByGrammar(plain: string, options: UnderstandOptions, learned?: Recognised): Heard {
  const tokens = learned?.words.text === plain ? learned.words.tokens : tokenise(plain);
  if (tokens.length === 0) return { understanding: { outcome: 'nothing' }, leaning: NO_LEANING };
  if (/^[?¿\s]+$/.test(plain)) {
    const understanding = { outcome: 'understood', intent: { name: 'help' }, evidence: ['?'] } as const;
    return { understanding: { ...understanding, language: ownLanguage(options.locale) }, leaning: NO_LEANING };
  }
  const message = new HeardMessage(plain, tokens, knownSpans(plain, tokens, options.known));
  const candidates = new Candidates(message, options.locale, learned);
  return {
    understanding: decide(message, candidates, options),
    get leaning() {
      return candidates.leaning;
    },
  };
}

interface Built {
  readonly candidate: ReadingCandidate;
  readonly intent: Intent | 'ambiguous';
}

function decide(message: HeardMessage, candidates: Candidates, options: UnderstandOptions): Understanding {
  const built = likeliest(candidates, message);
  if (!built) return puzzled(message, candidates, undefined, options);
  const { candidate, intent } = built;
  if (intent === 'ambiguous') return puzzled(message, candidates, candidate, options);
  if (candidate.cost > limitOf(candidate, candidates.leaning)) return puzzled(message, candidates, candidate, options);
  if (candidate.strictness === 'reading') return understood(candidate, intent, candidates);
  const { sentence, reading } = candidate;
  if (isFrayed(sentence, reading.match) || isRash(sentence, reading.match) || isAmbiguous(candidates, built))
    return puzzled(message, candidates, candidate, options);
  return understood(candidate, intent, candidates);
}

/** The same command with other names, as likely as this one: better asked than guessed. */
function isAmbiguous(candidates: Candidates, { candidate, intent }: Built): boolean {
  if (candidate.command.name === 'settings' || candidate.command.name === 'names') return false;
  const chosen = JSON.stringify(intent);
  return candidates
    .below(candidate.cost + AMBIGUOUS)
    .filter((other) => other.command === candidate.command && other.language === candidate.language)
    .some((other) => {
      const built = build(other);
      return built !== undefined && JSON.stringify(built.intent) !== chosen;
    });
}

/**
 * The candidate that the grammar and the words together speak for; where the message ends with a question, one that the
 * question has to do with.
 */
function likeliest(candidates: Candidates, message: HeardMessage): Built | undefined {
  const question = questionOf(message);
  const tried = new Set<string>();
  let best: Built | undefined;
  let least = Infinity;
  for (let index = 0; ; index += 1) {
    const candidate = candidates.at(index);
    if (!candidate || candidate.cost >= least) return best;
    const key = `${candidate.command.name} ${candidate.language}`;
    if (tried.has(key)) continue;
    const built = build(candidate);
    if (!built) continue;
    tried.add(key);
    const aside = candidate.strictness === 'reading' && question > 0 && !isAsked(candidate, question);
    const cost = candidate.cost + doubtOf(candidates.leaning, candidate) + (aside ? ASIDE : 0);
    if (cost >= least) continue;
    best = built;
    least = cost;
  }
}

function isAsked({ reading }: ReadingCandidate, question: number): boolean {
  const said = reading.match.parts.filter((part) => part.slot === undefined);
  return said.length === 0 || said.some((part) => part.end > question);
}

/** Where the question begins that ends the message after other sentences; 0 when there is none. */
function questionOf({ tokens }: HeardMessage): number {
  if (tokens.at(-1)?.raw !== '?') return 0;
  const before = tokens.findLastIndex((token, at) => at < tokens.length - 1 && /^[.!?\n]$/.test(token.raw));
  return before > 0 && tokens.length - before > 4 ? before + 1 : 0;
}

function build(candidate: ReadingCandidate): Built | undefined {
  const intent = candidate.command.build(candidate.reading);
  return intent === undefined || isVetoed(candidate.command.name, candidate.reading)
    ? undefined
    : { candidate, intent };
}

function understood(candidate: ReadingCandidate, intent: Intent, candidates: Candidates): Understanding {
  const { sentence, match } = candidate.reading;
  const evidence = match.parts.map(
    (part) => `${part.concept ?? part.slot ?? '?'} "${sentence.slice(part.start, part.end)}"`,
  );
  const rather = contradiction(candidates.leaning, candidate);
  return {
    outcome: 'understood',
    intent,
    language: sentence.lexicon.language,
    evidence,
    ...(rather === undefined ? {} : { rather }),
  };
}

/** What was not understood is answered in the language of its words, and where they tell none in that of the client. */
function languageSaid(tokens: readonly Token[], read: Language, locale: string | undefined): Language {
  const words = tokens.flatMap(({ kind, fold }) => (kind === 'word' ? [fold] : []));
  return languageOfWords(words, locale === undefined ? read : ownLanguage(locale));
}

function puzzled(
  message: HeardMessage,
  candidates: Candidates,
  best: ReadingCandidate | undefined,
  options: UnderstandOptions,
): Understanding {
  const near = candidates.below(LIMIT.reading * 1.6);
  const sentence = (best ?? near[0])?.sentence ?? new Sentence(message, lexiconOf(ownLanguage(options.locale)));
  const guess = guessName(sentence);
  const spoken = likeliestOf(candidates.leaning);
  const named = spoken.share >= PROBABLE ? commandTable.filter((command) => command.name === spoken.name) : [];
  const names = [
    ...named.map((command) => command.name),
    ...hinted(sentence),
    ...near.map((candidate) => candidate.command.name),
  ];
  const [probably] = names;
  const language = languageSaid(message.tokens, sentence.lexicon.language, options.locale);
  return {
    outcome: 'misunderstood',
    at: guess.puzzle,
    text: message.text,
    language,
    near: names,
    nearest: suggestions(names, language, guess.name),
    ...(probably === undefined ? {} : { probably }),
    ...(guess.name === undefined ? {} : { companies: [guess.name] }),
  };
}

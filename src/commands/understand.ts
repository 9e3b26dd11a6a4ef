import type { Command } from './command';
import { Reading } from './command';
import { changes } from './intent';
import type { Intent, IntentName, Language } from './intent';
import { CompiledLexicon } from './lexicon';
import { dutch } from './lexicon/dutch';
import { english } from './lexicon/english';
import { french } from './lexicon/french';
import { german } from './lexicon/german';
import { spanish } from './lexicon/spanish';
import type { Frame } from './frame';
import type { Match, Scratch } from './match';
import { matchFrame, scratchFor } from './match';
import { normalise } from './normalise';
import { Sentence, spanKey } from './sentence';
import type { Strictness } from './sentence';
import { guessName, suggestions } from './did-you-mean';
import { commandTable } from './table';
import { tokenise } from './token';
import type { Token } from './token';
import { LIMIT } from './weights';

/** The names the bot knows when it runs. Asked a few times per word, so `has` must not scan. */
export interface KnownNames {
  /** Whether a customer, an account or a learned name is called exactly this, case and punctuation aside. */
  has(name: string): boolean;
}

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

/** The small words of the other languages, which are no names in English either. */
const FOREIGN_WORDS = new CompiledLexicon('en', {
  common: [german, french, spanish, dutch].map((lexicon) => lexicon.filler ?? '').join(','),
  risk: [german, french, spanish, dutch].map((lexicon) => lexicon.neg ?? '').join(','),
});

const ENGLISH = new CompiledLexicon('en', english, FOREIGN_WORDS);

const LEXICONS: readonly CompiledLexicon[] = [
  ENGLISH,
  new CompiledLexicon('de', german, ENGLISH),
  new CompiledLexicon('fr', french, ENGLISH),
  new CompiledLexicon('es', spanish, ENGLISH),
  new CompiledLexicon('nl', dutch, ENGLISH),
];

const CHANGING: ReadonlySet<IntentName> = new Set<IntentName>([
  'watch',
  'unwatch',
  'map',
  'unmap',
  'undo',
  'settings',
  'names',
]);

/** A language other than English must fit a little better; the person's own a little worse. */
const FOREIGN = 0.3;
const OWN = -0.25;

/** Readings that lie closer than this to a changing one are believed instead of it. */
const RIVAL = 0.25;

/** Longest known name in tokens. */
const KNOWN_TOKENS = 10;

interface Candidate {
  readonly command: Command;
  readonly reading: Reading;
  readonly cost: number;
}

/** Reads one message. Pure, never throws; work grows linearly with the text, which is cut at TEXT_LIMIT. */
export function understand(text: string, options: UnderstandOptions = {}): Understanding {
  const plain = normalise(text);
  const tokens = tokenise(plain);
  if (tokens.length === 0) return { outcome: 'nothing' };
  if (/^[?¿\s]+$/.test(plain))
    return { outcome: 'understood', intent: { name: 'help' }, language: ownLanguage(options), evidence: ['?'] };
  const known = knownSpans(plain, tokens, options.known);
  const candidates = allReadings(plain, tokens, known, options);
  candidates.sort((a, b) => a.cost - b.cost);
  return decide(plain, tokens, candidates, known, options);
}

function allReadings(
  text: string,
  tokens: readonly Token[],
  known: ReadonlySet<number>,
  options: UnderstandOptions,
): Candidate[] {
  const inEnglish = new Sentence(text, tokens, ENGLISH, known);
  const others = LEXICONS.filter((lexicon) => lexicon !== ENGLISH && mayBe(lexicon, tokens, options)).map(
    (lexicon) => new Sentence(text, tokens, lexicon, known, inEnglish.warned),
  );
  return [inEnglish, ...others].flatMap((sentence) => readingsIn(sentence, options));
}

/** A language is tried when it is the person's own, or when a word belongs to it and not to English. */
function mayBe(lexicon: CompiledLexicon, tokens: readonly Token[], options: UnderstandOptions): boolean {
  if (lexicon.language === ownLanguage(options)) return true;
  return tokens.some((token) => token.kind === 'word' && lexicon.uses(token.fold) && !ENGLISH.uses(token.fold));
}

function ownLanguage(options: UnderstandOptions): Language {
  const found = LEXICONS.find((lexicon) => options.locale?.toLowerCase().startsWith(lexicon.language) === true);
  return found?.language ?? 'en';
}

function readingsIn(sentence: Sentence, options: UnderstandOptions): Candidate[] {
  const { language } = sentence.lexicon;
  const scratch = scratchFor(sentence.size);
  const bias =
    language === ownLanguage(options) && options.locale !== undefined ? OWN : language === 'en' ? 0 : FOREIGN;
  const found: Candidate[] = [];
  for (const command of commandTable) {
    const match = bestMatch(sentence, command, scratch);
    for (const one of match) found.push({ command, reading: new Reading(sentence, one), cost: one.cost + bias });
  }
  return found;
}

/** All frames of a command that fit well enough to be worth building. */
function bestMatch(sentence: Sentence, command: Command, scratch: Scratch): Match[] {
  const matches: Match[] = [];
  for (const frame of command.frames) {
    const match = matchFrame(sentence, frame, strictnessOf(command, frame), scratch);
    if (match && match.cost < LIMIT.reading * 3) matches.push(match);
  }
  return matches;
}

function strictnessOf(command: Command, frame: Frame): Strictness {
  return CHANGING.has(command.name) && frame.tag !== 'list' ? 'changing' : 'reading';
}

interface Built {
  readonly candidate: Candidate;
  readonly intent: Intent | 'ambiguous';
}

function decide(
  text: string,
  tokens: readonly Token[],
  candidates: readonly Candidate[],
  known: ReadonlySet<number>,
  options: UnderstandOptions,
): Understanding {
  const built = firstBuilt(candidates, () => true);
  if (!built) return puzzled(text, tokens, candidates, undefined, options, known);
  const { candidate, intent } = built;
  if (intent === 'ambiguous') return puzzled(text, tokens, candidates, candidate, options, known);
  if (strictnessOf(candidate.command, candidate.reading.match.frame) === 'reading') {
    return candidate.cost <= LIMIT.reading
      ? understood(candidate, intent)
      : puzzled(text, tokens, candidates, candidate, options, known);
  }
  if (candidate.cost > LIMIT.changing || isFrayed(candidate))
    return puzzled(text, tokens, candidates, candidate, options, known);
  const rival = firstBuilt(
    candidates,
    (other) =>
      !CHANGING.has(other.command.name) &&
      other.command.name !== 'watches' &&
      other.cost < candidate.cost + RIVAL &&
      languageOf(other) === languageOf(candidate),
  );
  if (rival && rival.intent !== 'ambiguous' && rival.candidate.cost <= LIMIT.reading)
    return understood(rival.candidate, rival.intent);
  return understood(candidate, intent);
}

function languageOf(candidate: Candidate): Language {
  return candidate.reading.sentence.lexicon.language;
}

/** A name with capitals that begins or ends with a small unknown word may be cut wrongly: too risky to act on. */
function isFrayed({ reading }: Candidate): boolean {
  const { sentence, match } = reading;
  const lower = (at: number) =>
    sentence.unknown(at) && !sentence.capital(at) && /^\p{Ll}/u.test(sentence.tokens[at]?.raw ?? '');
  return match.parts.some((part) => {
    if (part.slot === undefined || part.slot === 'REST' || sentence.knownName(part.start, part.end)) return false;
    const capitals = sentence.tokens
      .slice(part.start, part.end)
      .some((_, index) => sentence.capital(part.start + index));
    if (capitals && (lower(part.start) || lower(part.end - 1))) return true;
    return part.end - part.start <= 2 && sentence.isThing(part.end - 1);
  });
}

function firstBuilt(candidates: readonly Candidate[], wanted: (candidate: Candidate) => boolean): Built | undefined {
  for (const candidate of candidates) {
    if (!wanted(candidate)) continue;
    const intent = candidate.command.build(candidate.reading);
    if (intent !== undefined) return { candidate, intent };
  }
  return undefined;
}

function understood(candidate: Candidate, intent: Intent): Understanding {
  const { sentence, match } = candidate.reading;
  const evidence = match.parts.map(
    (part) => `${part.concept ?? part.slot ?? '?'} "${sentence.slice(part.start, part.end)}"`,
  );
  return { outcome: 'understood', intent, language: sentence.lexicon.language, evidence };
}

function puzzled(
  text: string,
  tokens: readonly Token[],
  candidates: readonly Candidate[],
  best: Candidate | undefined,
  options: UnderstandOptions,
  known: ReadonlySet<number>,
): Understanding {
  const near = candidates.filter((candidate) => candidate.cost < LIMIT.reading * 1.6);
  const sentence =
    best?.reading.sentence ??
    new Sentence(
      text,
      tokens,
      LEXICONS.find((one) => one.language === ownLanguage(options)) ?? new CompiledLexicon('en', english),
      known,
    );
  const guess = guessName(sentence);
  const probably = near[0]?.command.name;
  return {
    outcome: 'misunderstood',
    at: guess.puzzle,
    text,
    language: sentence.lexicon.language,
    nearest: suggestions(
      near.map((candidate) => candidate.command.name),
      sentence.lexicon.language,
      guess.name,
    ),
    ...(probably === undefined ? {} : { probably }),
    ...(guess.name === undefined ? {} : { companies: [guess.name] }),
  };
}

/** Every span whose words are a known name, as typed or without a possessive 's. */
function knownSpans(text: string, tokens: readonly Token[], known: KnownNames | undefined): ReadonlySet<number> {
  const spans = new Set<number>();
  if (!known) return spans;
  tokens.forEach((first, start) => {
    if (first.kind === 'mark' || first.kind === 'arrow') return;
    for (let end = start + 1; end <= Math.min(tokens.length, start + KNOWN_TOKENS); end += 1) {
      const last = tokens[end - 1];
      if (!last || last.kind === 'arrow' || last.raw === '\n') break;
      if (last.kind === 'mark' && last.raw !== ')') continue;
      const name = end - start === 1 ? first.raw : text.slice(first.start, last.end);
      if (known.has(name) || (/'s?$/i.test(name) && known.has(name.replace(/'s?$/i, ''))))
        spans.add(spanKey(start, end));
    }
  });
  return spans;
}

import type { Intent, IntentName, Language } from './intent';
import { ENGLISH, LEXICONS } from './lexicons';
import { isFrayed } from './frayed';
import type { KnownNames } from './known-names';
import { knownSpans } from './known-spans';
import { allReadings, CHANGING, languageOf, ownLanguage, strictnessOf } from './readings';
import type { Candidate } from './readings';
import { normalise } from './normalise';
import { Sentence } from './sentence';
import { guessName, hinted, suggestions } from './did-you-mean';
import { tokenise } from './token';
import type { Token } from './token';
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

/** Readings that lie closer than this to a changing one are believed instead of it. */
const RIVAL = 0.25;

/** Reads one message. Pure, never throws; work grows linearly with the text, which is cut at TEXT_LIMIT. */
export function understand(text: string, options: UnderstandOptions = {}): Understanding {
  const plain = normalise(text);
  const tokens = tokenise(plain);
  if (tokens.length === 0) return { outcome: 'nothing' };
  if (/^[?¿\s]+$/.test(plain))
    return { outcome: 'understood', intent: { name: 'help' }, language: ownLanguage(options.locale), evidence: ['?'] };
  const known = knownSpans(plain, tokens, options.known);
  const candidates = allReadings(plain, tokens, known, options.locale);
  candidates.sort((a, b) => a.cost - b.cost);
  return decide(plain, tokens, candidates, known, options);
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
  if (candidate.cost > LIMIT.changing || isFrayed(candidate.reading.sentence, candidate.reading.match))
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
    (best ?? near[0])?.reading.sentence ??
    new Sentence(text, tokens, LEXICONS.find((one) => one.language === ownLanguage(options.locale)) ?? ENGLISH, known);
  const guess = guessName(sentence);
  const names = [...hinted(sentence), ...near.map((candidate) => candidate.command.name)];
  const [probably] = names;
  return {
    outcome: 'misunderstood',
    at: guess.puzzle,
    text,
    language: sentence.lexicon.language,
    nearest: suggestions(names, sentence.lexicon.language, guess.name),
    ...(probably === undefined ? {} : { probably }),
    ...(guess.name === undefined ? {} : { companies: [guess.name] }),
  };
}

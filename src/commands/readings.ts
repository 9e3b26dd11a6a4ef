import type { Command } from './command';
import { Reading } from './command';
import type { Frame } from './frame';
import type { IntentName, Language } from './intent';
import type { CompiledLexicon } from './lexicon';
import { ENGLISH, LEXICONS } from './lexicons';
import type { Match, Scratch } from './match';
import { matchFrame, scratchFor } from './match';
import { Sentence } from './sentence';
import type { Strictness } from './sentence';
import { commandTable } from './table';
import type { Token } from './token';
import { LIMIT } from './weights';

export const CHANGING: ReadonlySet<IntentName> = new Set<IntentName>([
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

/** One way to read the message. */
export interface Candidate {
  readonly command: Command;
  readonly reading: Reading;
  readonly cost: number;
}

export function allReadings(
  text: string,
  tokens: readonly Token[],
  known: ReadonlySet<number>,
  locale: string | undefined,
): Candidate[] {
  const inEnglish = new Sentence(text, tokens, ENGLISH, known);
  const others = LEXICONS.filter((lexicon) => lexicon !== ENGLISH && mayBe(lexicon, tokens, locale)).map(
    (lexicon) => new Sentence(text, tokens, lexicon, known, inEnglish.warned),
  );
  return [inEnglish, ...others].flatMap((sentence) => readingsIn(sentence, locale));
}

/** A language is tried when it is the person's own, or when a word belongs to it and not to English. */
function mayBe(lexicon: CompiledLexicon, tokens: readonly Token[], locale: string | undefined): boolean {
  if (lexicon.language === ownLanguage(locale)) return true;
  return tokens.some((token) => token.kind === 'word' && lexicon.uses(token.fold) && !ENGLISH.uses(token.fold));
}

export function ownLanguage(locale: string | undefined): Language {
  const found = LEXICONS.find((lexicon) => locale?.toLowerCase().startsWith(lexicon.language) === true);
  return found?.language ?? 'en';
}

function readingsIn(sentence: Sentence, locale: string | undefined): Candidate[] {
  const { language } = sentence.lexicon;
  const scratch = scratchFor(sentence.size);
  const bias = language === ownLanguage(locale) && locale !== undefined ? OWN : language === 'en' ? 0 : FOREIGN;
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

export function strictnessOf(command: Command, frame: Frame): Strictness {
  return CHANGING.has(command.name) && frame.tag !== 'list' ? 'changing' : 'reading';
}

export function languageOf(candidate: Candidate): Language {
  return candidate.reading.sentence.lexicon.language;
}

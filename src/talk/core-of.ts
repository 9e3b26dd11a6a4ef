import type { Vocabulary } from './vocabulary';
import { apart, talkWords } from './tokens';
import type { Word } from './tokens';

/** What a message says once the words around it are taken away, and what these words were. */
export interface Core {
  readonly text: string;
  readonly words: readonly Word[];
  /** "And …", "same for …", "… too". */
  readonly carried: boolean;
  /** "No, I meant …". */
  readonly corrected: boolean;
}

/** Takes the message apart: fillers, words that carry on, words that correct, and what is said between them. */
export function coreOf(message: string, vocabulary: Vocabulary): Core {
  const text = apart(vocabulary.rewritten(message));
  const core = bared(text, vocabulary);
  return afterNot(core, vocabulary) ?? core;
}

function bared(text: string, vocabulary: Vocabulary): Core {
  const words = talkWords(text);
  let begin = 0;
  let carried = false;
  let corrected = false;
  for (let moved = true; moved && begin < words.length;) {
    const corrects = vocabulary.phrases('corrections').at(words, begin);
    const carries = vocabulary.phrases('carries').at(words, begin);
    const fills = vocabulary.phrases('fillers').at(words, begin);
    const step = Math.max(corrects, carries, fills);
    if (step > 0 && step === corrects) corrected = true;
    else if (step > 0 && step === carries) carried = true;
    moved = step > 0;
    begin += step;
  }
  let end = words.length;
  for (let moved = true; moved && end > begin;) {
    const corrects = vocabulary.phrases('correctionTrails').endingAt(words, end);
    const trails = Math.max(
      vocabulary.phrases('trails').endingAt(words, end),
      vocabulary.phrases('fillers').endingAt(words, end),
    );
    const step = Math.max(corrects, trails);
    if (step > 0 && step === corrects) corrected = true;
    else if (step > 0 && begin === 0) carried ||= vocabulary.phrases('carries').endingAt(words, end) > 0 || trails > 0;
    moved = step > 0 && end - step > begin;
    if (moved) end -= step;
  }
  return part(text, words, begin, end, { carried, corrected });
}

/** "Not licences, users": the second part; "users, not licences": the first. */
function afterNot(core: Core, vocabulary: Vocabulary): Core | undefined {
  const { text, words } = core;
  const not = vocabulary.phrases('not');
  const at = words.findIndex((_, place) => not.at(words, place) > 0);
  if (at < 0) return undefined;
  if (
    at > 0 &&
    /[,;.–-]\s*$/.test(
      text
        .slice(words[at - 1]?.end, words[at]?.start)
        .concat(' ')
        .trimEnd(),
    )
  ) {
    const first = words[0];
    return first === undefined ? undefined : inner(text.slice(first.start, words[at - 1]?.end), vocabulary);
  }
  const begins = at === 0 && core.corrected ? 0 : at;
  if (begins !== 0) return undefined;
  const but = words.findIndex((word, place) => {
    if (place <= at) return false;
    const between = text.slice(words[place - 1]?.end, word.start);
    return /[,;.–-]/.test(between) || vocabulary.phrases('but').at(words, place) > 0;
  });
  const next = words[but];
  return next === undefined ? undefined : inner(text.slice(next.start), vocabulary);
}

function inner(text: string, vocabulary: Vocabulary): Core {
  return { ...bared(text, vocabulary), corrected: true };
}

function part(
  text: string,
  words: readonly Word[],
  begin: number,
  end: number,
  said: Pick<Core, 'carried' | 'corrected'>,
): Core {
  const first = words[begin];
  const last = words[end - 1];
  if (first === undefined || last === undefined || end <= begin) return { ...said, text: '', words: [] };
  const isWhole = begin === 0 && end === words.length;
  const rest = isWhole ? text : text.slice(first.start, last.end) + closing(text);
  return { ...said, text: rest, words: talkWords(rest) };
}

function closing(text: string): string {
  return /\?\s*$/.test(text) ? '?' : '';
}

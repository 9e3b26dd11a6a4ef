import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import { distinctSubjects } from '../domain/told';
import type { Subject } from '../domain/told';
import type { TalkNames } from './names';
import { foldWord, talkWords } from './tokens';
import type { Word } from './tokens';
import { vocabularyOf } from './vocabulary';
import type { Vocabulary } from './vocabulary';

/** A description by itself: "the German one", "die mit den Elektroautos", "the winery". */
export function described(
  words: readonly Word[],
  candidates: readonly Subject[],
  vocabulary: Vocabulary,
  names: TalkNames,
): readonly Subject[] {
  const telling = tellingWords(words, vocabulary);
  if (telling.length === 0 || telling.length > MOST_WORDS) return [];
  const country = countryIn(telling, vocabulary);
  const state = vocabulary.state(telling.map(({ folded }) => folded).join(' '));
  return distinctSubjects(candidates).filter((subject) => {
    if (country !== undefined) return names.countryOf(subject) === country;
    if (state !== undefined && names.stateOf(subject) === state) return true;
    return telling.every(
      ({ folded }) => isLikeName(folded, subject.name) || isCountry(folded, subject, vocabulary, names),
    );
  });
}

const MOST_WORDS = 5;

/** "The German one" within a sentence: where it stands and which country it is. */
export function nationalityIn(
  words: readonly Word[],
  vocabulary: Vocabulary,
): { readonly start: number; readonly end: number; readonly country: string } | undefined {
  for (const [at, word] of words.entries()) {
    const country = vocabulary.nationality(word.folded);
    const article = at > 0 && vocabulary.phrases('articles').at(words, at - 1) === 1;
    const ones = Math.max(vocabulary.phrases('ones').at(words, at + 1), vocabulary.phrases('people').at(words, at + 1));
    if (country === undefined || (!article && ones === 0)) continue;
    const first = words[article ? at - 1 : at] ?? word;
    return { start: first.start, end: words[at + ones]?.end ?? word.end, country };
  }
  return undefined;
}

/** The words that tell which one, without those around them. */
export function tellingWords(words: readonly Word[], vocabulary: Vocabulary): readonly Word[] {
  let begin = 0;
  for (let step = 1; step > 0; begin += step)
    step = Math.max(vocabulary.phrases('describes').at(words, begin), vocabulary.phrases('articles').at(words, begin));
  let end = words.length;
  for (let step = 1; step > 0 && end > begin; end -= step)
    step = Math.max(vocabulary.phrases('people').endingAt(words, end), vocabulary.phrases('ones').endingAt(words, end));
  return words.slice(begin, end);
}

function countryIn(telling: readonly Word[], vocabulary: Vocabulary): string | undefined {
  const [only, another] = telling;
  return only === undefined || another !== undefined ? undefined : vocabulary.nationality(only.folded);
}

/** "… in Switzerland". */
function isCountry(word: string, subject: Subject, { language }: Vocabulary, names: TalkNames): boolean {
  const country = names.countryOf(subject);
  if (country === undefined) return false;
  const name = new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? '';
  return foldWord(name) === word;
}

const LONG_ENOUGH = 5;

/** A word of the name, its beginning, or one that begins alike in another language. */
function isLikeName(word: string, name: string): boolean {
  return talkWords(name).some(({ folded }) => {
    if (folded === word) return true;
    const [a, b] = [sounded(folded), sounded(word)];
    const shorter = Math.min(a.length, b.length);
    const same = commonPrefix(a, b);
    return (
      (same >= LONG_ENOUGH && same >= shorter - 3) || (shorter >= 3 && same === shorter && b.length <= a.length + 2)
    );
  });
}

function sounded(word: string): string {
  return word.replaceAll('k', 'c').replaceAll('ph', 'f');
}

function commonPrefix(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

/** Whether a country may be what tells one company from another here. */
export function mentionsNationality(text: string): boolean {
  const words = talkWords(text);
  return LANGUAGES.some((language) => {
    const vocabulary = vocabularyOf(language);
    return words.some(({ folded }) => vocabulary.nationality(folded) !== undefined || isRegion(folded, language));
  });
}

const regions = new Map<Language, ReadonlySet<string>>();

function isRegion(word: string, language: Language): boolean {
  const known = regions.get(language) ?? regionNames(language);
  regions.set(language, known);
  return known.has(word);
}

function regionNames(language: Language): ReadonlySet<string> {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const codes = LANGUAGES.flatMap((one) => vocabularyOf(one).countries());
  return new Set(codes.map((code) => foldWord(names.of(code) ?? '')));
}

import type { KnownNames } from './known-names';
import { isListedWord } from './lexicons';
import { fold } from './token';

/** Words that make a sentence, in five languages: whatever holds one of them is no name by itself. */
const SENTENCE_WORDS = new Set(
  `i we you they he she it me us them is are am was were has have had does did do can could would should will please pls thanks thank hi
  hello hey sorry who which what when where why how whether if these those this that there their our your my not
  ich wir sie ihr er es mir uns ist sind war hat haben hast kann kannst könnt könnte können bitte danke hallo wer welche welcher was wann wo
  warum wie ob wenn diese dieser dieses nicht
  je nous vous ils elles il elle est sont était ont peux peut pouvez pourrais merci bonjour salut qui quel quelle quels quelles quand où
  pourquoi comment ces cette pas
  yo nosotros ellos ellas él es son era ha han puedes puede podrías gracias hola quién quiénes cuál cuáles qué cuándo dónde cómo estos estas
  estas ese esa
  ik wij jij zij hij zijn heeft hebben kun kunt kan kunnen graag bedankt dank hoi wie welke wat wanneer waar waarom hoe deze niet`
    .split(/\s+/)
    .map(fold),
);

const LONGEST = 100;
const MOST_WORDS = 9;

/** "Fabrikam's" is Fabrikam. */
export function withoutPossessive(name: string): string {
  return name.replace(/['’]s$/u, '');
}

export function spacedWords(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** A word without the punctuation around it, in the form in which the lists hold it. */
export function bare(word: string): string {
  return fold(word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
}

/** Whether a word may belong to the question around a name: it stands in a list, and has no capital of a name. */
export function isPlain(word: string, opens: boolean): boolean {
  const folded = bare(word);
  if (folded === '') return true;
  if (!opens && /^\p{Lu}/u.test(word)) return false;
  return isListedWord(folded) || SENTENCE_WORDS.has(folded);
}

/** Whether a piece of text can be the name of a company, where a list of them is expected. */
export function isNameLike(text: string, known: KnownNames | undefined): boolean {
  if (text === '' || text.length > LONGEST || !/[\p{L}\p{N}]/u.test(text)) return false;
  if (known?.has(text) === true) return true;
  if (/[?!]|:$/.test(text)) return false;
  const words = spacedWords(text);
  if (words.length > MOST_WORDS || words.some((word) => SENTENCE_WORDS.has(bare(word)))) return false;
  return words.some((word) => !isPlain(word, false));
}

export function isSentenceWord(word: string): boolean {
  return SENTENCE_WORDS.has(bare(word));
}

/** Whether a piece of text is a name and nothing else: no small word, no half bracket, no "it was". */
export function isPureName(text: string, known: KnownNames | undefined): boolean {
  if (known?.has(text) === true) return true;
  if (!isNameLike(text, known) || text.split('(').length !== text.split(')').length) return false;
  return spacedWords(text).every(
    (word) =>
      !/^\p{Ll}{1,2}'|^\p{L}{1,4}['’](?:d|ll|m|re|ve)$/u.test(word) && (!isPlain(word, false) || /^[&+]$/.test(word)),
  );
}

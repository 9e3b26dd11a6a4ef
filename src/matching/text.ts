import { transliterate } from './transliteration';

const PLAIN = /^[\u0020-\u007e]*$/;
const MARKS_NOT_KANA = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
// Apostrophes and soft joints inside a word belong to no word of their own: O'Neill, l’eau.
const SILENT = /['’‘`´ʼʹ·\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Lower case, without accents, in Latin letters as far as that is cheap; punctuation is still there, except apostrophes. */
export function foldName(raw: string): string {
  if (PLAIN.test(raw)) return raw.toLowerCase().replace(/['`]/g, '');
  const base = raw.normalize('NFKC').toLowerCase().normalize('NFKD').replace(MARKS_NOT_KANA, '').normalize('NFC');
  return transliterate(base.replace(SILENT, ''));
}

/** The same with single spaces: how names are compared whole. */
export function flatName(raw: string): string {
  return foldName(raw).replace(/\s+/g, ' ').trim();
}

const NOT_WORD = /[^\p{L}\p{N}\p{M}]+/gu;
const NOT_WORD_PLAIN = /[^a-z0-9]+/g;

/** The words of a folded text. */
export function wordsOf(folded: string): string[] {
  const spaced = folded.replace(PLAIN.test(folded) ? NOT_WORD_PLAIN : NOT_WORD, ' ').trim();
  return spaced === '' ? [] : spaced.split(' ');
}

/** Letters and digits alone: how a name looks inside a host name. */
export function squeeze(raw: string): string {
  return wordsOf(foldName(raw)).join('');
}

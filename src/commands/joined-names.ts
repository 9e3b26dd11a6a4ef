import { bare, isSentenceWord } from './name-like';

const JOINED = /^\s+(?:and|&|und|et|y|en)\s+(?:the\s+)?(\p{Lu}\p{Ll}[\p{L}'’-]*)/u;

/**
 * "Harbour Light and Power": where a single name was read and "and" with a word in capitals stands right behind it, that
 * word belongs to the name. Dropped, it would make the name another company's.
 */
export function withJoined(plain: string, names: readonly string[]): readonly string[] {
  const [name, another] = names;
  if (name === undefined || another !== undefined) return names;
  const at = plain.indexOf(name);
  if (at < 0) return names;
  const behind = plain.slice(at + name.length);
  const [joined = '', word = ''] = JOINED.exec(behind) ?? [];
  return joined === '' || isSentenceWord(bare(word)) ? names : [`${name}${joined.replace(/\s+/g, ' ')}`];
}

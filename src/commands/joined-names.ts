import type { KnownNames } from './known-names';
import { bare, isPlain, isSentenceWord, spacedWords } from './name-like';

const JOINED = /^\s+(?:and|&|und|et|y|en)\s+(?:the\s+)?(\p{Lu}\p{Ll}[\p{L}'’-]*)/u;

/**
 * "Harbour Light and Power": where a single name was read and "and" with a word in capitals stands right behind it, that
 * word belongs to the name. Dropped, it would make the name another company's.
 */
export function withJoined(plain: string, names: readonly string[], known: KnownNames | undefined): readonly string[] {
  const [read, another] = names;
  if (read === undefined || another !== undefined) return names;
  const name = read.replace(/\s*\($/u, '');
  const at = plain.indexOf(name);
  if (at < 0) return names;
  const behind = plain.slice(at + name.length);
  const [country] = COUNTRY.exec(behind) ?? [];
  if (country !== undefined) return [`${name}${country}`];
  const [form] = LEGAL.exec(behind) ?? [];
  if (form !== undefined) return [`${name}${form}`];
  const second = anotherKnown(behind, name, known);
  if (second !== undefined) return [name, second];
  const [joined = '', word = ''] = JOINED.exec(behind) ?? [];
  return joined === '' || isSentenceWord(bare(word)) ? names : [`${name}${joined.replace(/\s+/g, ' ')}`];
}

/** "Humongous Insurance plc accepted": left out, another firm would be answered with a yes. */
const LEGAL =
  /^\s(?:(?:[Pp][Ll][Cc]|[Ll]td|LTD|[Ll]imited|[Gg]mb[Hh]|GMBH|[Ii]nc|INC|LLC|llc|LLP|llp|[Bb][Vv]|[Nn][Vv]|SARL|SAS|AG|SA|KG)\.?)(?=[\s?!,.]|$)/u;

/** "VanArsdel (BE)": which of them. */
const COUNTRY = /^\s\([A-Z]{2}\)/u;
const AND = /^(?:\s+(?:and|&|und|et|y|en)|,?\s+(?:but|aber|mais|pero|maar))\s+(?=\S)/iu;
const LONGEST_NAME = 5;

/** "hkb and sger", "coho winery and vineyard": a second name that somebody bears, whatever letters it is written in. */
function anotherKnown(behind: string, first: string, known: KnownNames | undefined): string | undefined {
  const [and] = AND.exec(behind) ?? [];
  if (and === undefined || known === undefined) return undefined;
  const words = spacedWords(/^[^?!,;:\n]*/.exec(behind.slice(and.length))?.[0] ?? '');
  for (let count = Math.min(LONGEST_NAME, words.length); count > 0; count -= 1) {
    const name = words.slice(0, count).join(' ').replace(/\.$/, '');
    if (words.slice(0, count).some((word) => isPlain(word, true))) continue;
    const shared = [...spacedWords(first).slice(0, -1), name].join(' ');
    const whole = [shared, name].find((one) => known.has(one));
    if (whole !== undefined) return whole;
  }
  return undefined;
}

/** What kind of character a UTF-16 unit is; ASCII is looked up, all else is asked of Unicode. */

const WORD = 1;
const DIGIT = 2;
const UPPER = 4;
const LOWER = 8;

const ASCII: readonly number[] = Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (/\d/.test(char)) return WORD | DIGIT;
  if (/[A-Z]/.test(char)) return WORD | UPPER;
  return /[a-z]/.test(char) ? WORD | LOWER : 0;
});

/** A letter, a digit or a mark that belongs to one. `at` may lie outside the text. */
export function isWordChar(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return ((ASCII[code] ?? 0) & WORD) !== 0;
  return code >= 128 && /[\p{L}\p{N}\p{M}]/u.test(text[at] ?? '');
}

export function isDigit(text: string, at: number): boolean {
  return ((ASCII[text.charCodeAt(at)] ?? 0) & DIGIT) !== 0;
}

export function beginsUpper(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < 128 ? ((ASCII[code] ?? 0) & UPPER) !== 0 : code >= 128 && /^\p{Lu}/u.test(text);
}

export function beginsLower(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < 128 ? ((ASCII[code] ?? 0) & LOWER) !== 0 : code >= 128 && /^\p{Ll}/u.test(text);
}

export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}

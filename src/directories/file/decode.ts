/** The text of a file, or why it is none; `cut`: it ends in the middle of a character. */
export type Decoded =
  | { readonly ok: true; readonly text: string; readonly cut: boolean }
  | { readonly ok: false; readonly problem: string; readonly remedy: string };

const SAVE_AS = 'save it as CSV (UTF-8) or as an Excel workbook (.xlsx)';

/** How files begin that are no text, and what they are. */
const BEGINNINGS: readonly (readonly [readonly number[], string])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], 'is an Excel file of the old kind (.xls) or is protected by a password'],
  [[0x1f, 0x8b], 'is compressed (gzip)'],
  [[0x25, 0x50, 0x44, 0x46], 'is a PDF'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'is compressed (7-Zip)'],
  [[0x00, 0x00, 0xfe, 0xff], 'is in UTF-32'],
  [[0xff, 0xfe, 0x00, 0x00], 'is in UTF-32'],
];

/** Decodes UTF-8, UTF-16 with or without its mark, and Windows-1252, also where a file mixes the first and the last. */
export function decode(bytes: Buffer): Decoded {
  const known = BEGINNINGS.find(([start]) => start.every((byte, index) => bytes[index] === byte));
  if (known !== undefined) return { ok: false, problem: known[1], remedy: SAVE_AS };
  const utf16 = utf16Of(bytes);
  const decoded = utf16 === undefined ? decode8(bytes) : decode16(bytes, utf16);
  const text = decoded.text.replace(/^\uFEFF/, '');
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    const { line, column } = lineAndColumn(text, nul);
    const problem = `holds a NUL character at line ${line}, character ${column}, so it is damaged or no text`;
    return { ok: false, problem, remedy: SAVE_AS };
  }
  const markup = markupIn(text);
  if (markup !== undefined) return { ok: false, problem: markup, remedy: SAVE_AS };
  return { ok: true, text, cut: decoded.cut };
}

/** Line and character within it, both from 1, of a position in a text. */
export function lineAndColumn(text: string, position: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, position).split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

interface Text {
  readonly text: string;
  readonly cut: boolean;
}

/** A mark, or a beginning in which every second byte is 0, as in Latin text without a mark. */
function utf16Of(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, Math.min(bytes.length, 512) & ~1);
  if (sample.length < 8) return undefined;
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 2 / 2;
  if (odd > many && even < odd / 8) return 'utf-16le';
  return even > many && odd < even / 8 ? 'utf-16be' : undefined;
}

function decode16(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): Text {
  const cut = bytes.length % 2 === 1;
  return { text: new TextDecoder(encoding).decode(cut ? bytes.subarray(0, -1) : bytes), cut };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What Windows-1252 has where ISO 8859-1 has control characters; written out, since Node's own decoder mixes the two. */
const WINDOWS_80_TO_9F = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\x80-\x9f]/g, (c) => WINDOWS_80_TO_9F[c.charCodeAt(0) - 0x80] ?? c);
}

/** Line by line where it is not UTF-8 as a whole: files are put together from several sources. */
function decode8(bytes: Buffer): Text {
  const whole = tryUtf8(bytes);
  if (whole !== undefined) return { text: whole, cut: false };
  const end = unfinished(bytes);
  const complete = end === 0 ? undefined : tryUtf8(bytes.subarray(0, -end));
  if (complete !== undefined && /[^\0-\x7f]/.test(complete)) return { text: complete, cut: true };
  const lines: string[] = [];
  for (let from = 0; from < bytes.length;) {
    const found = bytes.indexOf(0x0a, from);
    const to = found < 0 ? bytes.length : found + 1;
    const line = bytes.subarray(from, to);
    lines.push(tryUtf8(line) ?? windows1252(line));
    from = to;
  }
  return { text: lines.join(''), cut: false };
}

function tryUtf8(bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** How many bytes at the end begin a character of UTF-8 that is not there as a whole. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}

/** Some tools call a web page or an XML document ".xls". */
function markupIn(text: string): string | undefined {
  const start = text.slice(0, 2000).trimStart().toLowerCase();
  if (start.startsWith('<?xml') || start.startsWith('<workbook')) return 'is an XML document';
  if (/^(?:<!doctype html|<html|<head|<body|<table|<meta|<style)/.test(start)) return 'is a web page (HTML)';
  return undefined;
}

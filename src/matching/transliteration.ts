/**
 * Letters that Unicode decomposition leaves alone, written in plain Latin letters. Kept to what is cheap and one-to-one: the
 * usual romanisations of Cyrillic (close to BGN/PCGN) and Greek (close to ELOT 743), Hepburn for kana, the Revised
 * Romanization's jamo for Hangul. Han characters have no reading without a dictionary and stay as they are.
 */
const LETTERS: readonly (readonly [string, string])[] = [
  ['ßæœøłđðþıŋħĸŧəƒ', 'ss ae oe o l d d th i n h k t e f'],
  ['абвгдеёжзийклмн', 'a b v g d e e zh z i i k l m n'],
  ['опрстуфхцчшщыэюя', 'o p r s t u f kh ts ch sh shch y e yu ya'],
  ['ґєіїўјљњћџђѓќ', 'g ye i yi u j lj nj c dz dj g k'],
  ['αβγδεζηθικλμνξο', 'a v g d e z i th i k l m n x o'],
  ['πρσςτυφχψω', 'p r s s t y f ch ps o'],
  ['アイウエオカキクケコガギグゲゴ', 'a i u e o ka ki ku ke ko ga gi gu ge go'],
  ['サシスセソザジズゼゾタチツテト', 'sa shi su se so za ji zu ze zo ta chi tsu te to'],
  ['ダヂヅデドナニヌネノハヒフヘホ', 'da ji zu de do na ni nu ne no ha hi fu he ho'],
  ['バビブベボパピプペポマミムメモ', 'ba bi bu be bo pa pi pu pe po ma mi mu me mo'],
  ['ヤユヨラリルレロワヲンヴァィゥェォャュョッ', 'ya yu yo ra ri ru re ro wa o n vu a i u e o ya yu yo t'],
];

const JAMO_INITIAL = 'g kk n d tt r m b pp s ss . j jj ch k t p h'.split(' ').map((x) => (x === '.' ? '' : x));
const JAMO_VOWEL = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const JAMO_FINAL = '. k k k n n n t l k m l l l p l m p p t t ng t t k t p t'
  .split(' ')
  .map((x) => (x === '.' ? '' : x));

function buildTable(): ReadonlyMap<string, string> {
  const table = new Map<string, string>([
    ['ー', ''],
    ['ь', ''],
    ['ъ', ''],
  ]);
  for (const [letters, latin] of LETTERS) {
    const parts = latin.split(' ');
    Array.from(letters).forEach((letter, i) => table.set(letter, parts[i] ?? ''));
  }
  return table;
}

const TABLE = buildTable();

function hangul(code: number): string {
  const n = code - 0xac00;
  return (
    (JAMO_INITIAL[Math.floor(n / 588)] ?? '') +
    (JAMO_VOWEL[Math.floor((n % 588) / 28)] ?? '') +
    (JAMO_FINAL[n % 28] ?? '')
  );
}

/** `text` is lower case and composed (NFC) as far as kana and Hangul go; marks of other scripts are already gone. */
export function transliterate(text: string): string {
  let out = '';
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    if (code < 128) out += letter;
    else if (code >= 0xac00 && code <= 0xd7a3) out += hangul(code);
    // Hiragana stands 0x60 below katakana.
    else if (code >= 0x3041 && code <= 0x3096) out += TABLE.get(String.fromCodePoint(code + 0x60)) ?? letter;
    else out += TABLE.get(letter) ?? letter;
  }
  return out;
}

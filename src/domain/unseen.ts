/**
 * Characters that nobody sees: they turn the direction of writing around, join, fill or select, and make one name look
 * like another, or like none. Joiners and selectors have their uses in some scripts and in emoji; in the name of a
 * company that somebody else chose they are not worth the harm.
 */
const RANGES =
  '\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f' +
  '\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff9-\\ufffb\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}';

const UNSEEN = new RegExp(`[${RANGES}]+`, 'gu');
const HAS_UNSEEN = new RegExp(`[${RANGES}]`, 'u');

export function hasUnseen(text: string): boolean {
  return HAS_UNSEEN.test(text);
}

/** The text without them. */
export function withoutUnseen(text: string): string {
  return hasUnseen(text) ? text.replace(UNSEEN, '') : text;
}

/** With `u`, only halves that lack their other half match. */
const HALF_PAIR = /[\ud800-\udfff]/gu;

/** Text that can stand in an address: half of a pair of UTF-16 is no character, and no address can hold it. */
export function wellFormed(text: string): string {
  return text.replace(HALF_PAIR, '\ufffd');
}

/** The text with each of them written out, `\u202e`; a JSON text stays the same JSON. */
export function unseenWritten(text: string): string {
  if (!hasUnseen(text)) return text;
  return text.replace(UNSEEN, (run) =>
    Array.from({ length: run.length }, (_, at) => `\\u${run.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
}

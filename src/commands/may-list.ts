import type { KnownNames } from './known-names';
import type { Recognised } from './hearing/recognise';

/** Whether a list is worth looking for in a message; `whole` is what was learned to be in all of it. */
export function mayHoldList(text: string, whole: Recognised, known: KnownNames | undefined): boolean {
  return SIGNS.test(text) && (namesSeveral(text, whole) || listsKnown(text, known)) && !isSurelyMapping(text, whole);
}

const SIGNS = /[,;\n\r\t|•]| \/ |<t[dr]\b|<li\b|<br\b|(?: (?:and|und|et|y|en|or|oder) .{1,80}){2}/iu;

/** Lines, cells and quotes part names by themselves. */
const PARTED = /[\n\r\t|•;"“„«]|<t[dr]\b|<li\b|<br\b/iu;
const JOINED_NAME = /[,;/|&+]|\s(?:and|und|et|y|e|en|or|oder|ou|o|of|sowie)\s/iu;

/** "hkb, sger": behind a comma stands a word that is somebody's name. */
function listsKnown(text: string, known: KnownNames | undefined): boolean {
  const behind = text.split(/[,;]\s+/).slice(1);
  return known !== undefined && behind.some((piece) => known.has(/^[\p{L}\p{N}&]+/u.exec(piece)?.[0] ?? ''));
}

/** Several names were heard, or one that may be several. */
function namesSeveral(text: string, { names }: Recognised): boolean {
  return names.length > 1 || PARTED.test(text) || names.some((name) => JOINED_NAME.test(name));
}

/** "Put A under the customer B, Langnau": a mapping is so surely heard in the whole that no list is meant. */
function isSurelyMapping(text: string, { intent, share }: Recognised): boolean {
  return intent?.name === 'map' && share >= SURE && !PARTED.test(text);
}

const SURE = 0.9;

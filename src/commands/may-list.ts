import { isListedWord } from './lexicons';
import type { KnownNames } from './known-names';
import { isPureName } from './name-like';
import { standTogether } from './hearing/names-in';
import type { Recognised } from './hearing/recognise';
import { tokenise } from './token';

/** Whether a list is worth looking for in a message; `whole` is what was learned to be in all of it. */
export function mayHoldList(text: string, whole: Recognised, known: KnownNames | undefined): boolean {
  return (
    SIGNS.test(text) &&
    (namesSeveral(text, whole) || listsKnown(text, known)) &&
    !isSurelyMapping(text, whole) &&
    !isListOfItsOwn(text, whole)
  );
}

const SIGNS = /[,;\n\r\t|•]| \/ |<t[dr]\b|<li\b|<br\b|(?: (?:and|und|et|y|en|or|oder) .{1,80}){2}/iu;

/** Lines, cells and quotes part names by themselves. */
const PARTED = /[\n\r\t|•;"“„«]|<t[dr]\b|<li\b|<br\b/iu;
const JOINED_NAME = /[,;/|&+]|\s(?:and|und|et|y|e|en|or|oder|ou|o|of|sowie)\s/iu;

/** "hkb, sger": behind a comma stands a word that is somebody's name, or one word that no language has. */
function listsKnown(text: string, known: KnownNames | undefined): boolean {
  const behind = text.split(/[,;]\s+/).slice(1);
  if (known === undefined) return false;
  return behind.some((piece) => known.has(/^[\p{L}\p{N}&]+/u.exec(piece)?.[0] ?? '') || isNobodysWord(piece));
}

/** Shorter ones are names of people and things that people append. */
const SHORTEST_NAME = 5;

function isNobodysWord(piece: string): boolean {
  const word = piece.replace(/[\s?!.]+$/u, '');
  return word.length >= SHORTEST_NAME && /^\p{L}+$/u.test(word) && isPureName(word, undefined);
}

/** Several names were heard, or one that may be several. */
function namesSeveral(text: string, { names }: Recognised): boolean {
  return names.length > 1 || PARTED.test(text) || names.some((name) => JOINED_NAME.test(name));
}

/** "Put A under the customer B, Langnau": a mapping is so surely heard in the whole that no list is meant. */
function isSurelyMapping(text: string, { intent, share }: Recognised): boolean {
  return intent?.name === 'map' && share >= SURE && !PARTED.test(text);
}

/** "Now then, A, B and C: any of them in?": the names that were heard are a list already, and what they are asked for is sure. */
function isListOfItsOwn(text: string, { intent, share, names }: Recognised): boolean {
  if (intent === undefined || share < SURE || names.length > FEW || PARTED.test(text)) return false;
  return standTogether(names, text) && !mayBeginBefore(text.slice(0, text.indexOf(names[0] ?? '')));
}

/** "Have contoso, …": what stands before the next comma may be a name that was not heard. */
function mayBeginBefore(before: string): boolean {
  const piece = /([^,;]*)[,;]\s*$/u.exec(before)?.[1];
  return piece !== undefined && tokenise(piece).some(({ kind, fold }) => kind !== 'word' || !isListedWord(fold));
}

const SURE = 0.9;
/** Of more than so many one is easily missed. */
const FEW = 3;

import { tokenise } from './token';

const ENDS = new Set(['.', '!', '?', ';', ':', '…']);
/** More are not looked at one by one. */
export const MOST_SENTENCES = 8;

/** What begins after a comma with courtesy stands for itself. */
const REQUEST = /, (?=(?:so )?(?:please|kindly|(?:can|could|would) (?:we|you)|bitte|merci de|por favor|graag) )/i;

/** The sentences of a message; a stop inside an abbreviation or an address ends none. */
export function sentencesIn(text: string, most = MOST_SENTENCES): readonly string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const { kind, raw, end } of tokenise(text)) {
    const ends = kind === 'mark' && (raw === '\n' || (ENDS.has(raw) && /^\s|^$/.test(text.slice(end, end + 1))));
    if (!ends || (raw === '.' && isOrdinal(text.slice(0, end), text.slice(end)))) continue;
    sentences.push(text.slice(start, end).trim());
    start = end;
  }
  sentences.push(text.slice(start).trim());
  return sentences
    .flatMap((sentence) => sentence.split(REQUEST))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
    .slice(0, most);
}

/** "Am 15. an Contoso denken": a stop behind a number that no new sentence follows. */
function isOrdinal(before: string, after: string): boolean {
  return /(?:^|\s)\d{1,2}(?:\.\d{1,2})?\.$/u.test(before) && /^\s\p{Ll}/u.test(after);
}

export function othersOf(sentences: readonly string[], place: number): readonly string[] {
  return sentences.filter((_, index) => index !== place);
}

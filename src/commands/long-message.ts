import { merged } from './merged';
import { companiesOf } from './no-names';
import { LONGEST_TEXT, normalise, TEXT_LIMIT } from './normalise';
import { readableEnd, TOKEN_LIMIT, tokenise } from './token';
import type { Hearing, Understanding } from './understanding';

/** A message that is longer than what is read at once, as it is read: in pieces that are not. */
export interface LongMessage {
  readonly plain: string;
  readonly pieces: readonly string[];
  /** How much of it is read at once, in UTF-16 units. */
  readonly readAtOnce: number;
}

/** Where a sentence ends; and, in one that is too long by itself, where something is listed. */
const AFTER_SENTENCE = /(?<=[?!.;])\s+|\n/u;
const AFTER_ITEM = /(?<=,)\s+/u;
/** What stands behind so many pieces is not read. */
const MOST_PIECES = 6;

/** Undefined for a message of usual length. */
export function longMessage(text: string): LongMessage | undefined {
  const plain = normalise(text, LONGEST_TEXT);
  const readAtOnce = Math.min(TEXT_LIMIT, readableEnd(plain));
  if (plain.length <= readAtOnce) return undefined;
  const pieces: string[] = [];
  let piece = '';
  let tokens = 0;
  for (const sentence of plain.split(AFTER_SENTENCE)) {
    for (const part of isReadable(sentence) ? [sentence] : sentence.split(AFTER_ITEM)) {
      const longer = `${piece}\n${part}`;
      const more = tokenise(part).length;
      // No token goes on over a line break, which is one itself.
      if (piece !== '' && longer.length <= TEXT_LIMIT && tokens + 1 + more <= TOKEN_LIMIT) {
        piece = longer;
        tokens += 1 + more;
      } else {
        if (piece !== '') pieces.push(piece);
        piece = part;
        tokens = more;
      }
    }
    if (pieces.length >= MOST_PIECES) break;
  }
  return { plain, pieces: [...pieces, piece].slice(0, MOST_PIECES), readAtOnce };
}

function isReadable(text: string): boolean {
  return text.length <= TEXT_LIMIT && readableEnd(text) >= text.length;
}

/**
 * The same question about more companies than stand in what is read at once is one question about all of them; what asks
 * something else that far down is mostly what was answered to, and is not done. Stops before each piece.
 */
export function* withRest(
  whole: Hearing,
  { plain, pieces, readAtOnce }: LongMessage,
  hear: (piece: string) => Hearing,
): Generator<undefined, Hearing> {
  const [only, another] = whole.heard;
  const names = (heard: Understanding | undefined) =>
    heard?.outcome === 'understood' ? companiesOf(heard.intent) : [];
  let all: Understanding | undefined;
  for (const piece of another === undefined && names(only).length > 1 ? pieces : []) {
    yield;
    const [more, other] = hear(piece).heard;
    const both = all === undefined ? more : together(all, more);
    if (other !== undefined || both === undefined) break;
    all = both;
  }
  const heard = all !== undefined && names(all).length > names(only).length ? [all] : whole.heard;
  const ends = names(heard[0]).map((name) => plain.lastIndexOf(name) + name.length);
  const rest = plain.slice(Math.max(readAtOnce, ...ends)).trim();
  const isUnread = rest.length > AFTERTHOUGHT && (plain.length > TEXT_LIMIT || rest.includes('?'));
  return isUnread ? { ...whole, heard, unread: rest.slice(0, UNREAD) } : { ...whole, heard };
}

/** So little behind the last name is the end of the question. */
const AFTERTHOUGHT = 30;
const UNREAD = 80;

function together(a: Understanding | undefined, b: Understanding | undefined): Understanding | undefined {
  if (a?.outcome !== 'understood' || b?.outcome !== 'understood') return undefined;
  const intent = merged(a, b);
  return intent === undefined ? undefined : { ...a, intent };
}

import type { KnownNames } from '../known-names';
import { knownSpans } from '../known-spans';
import { spanOf } from '../naming';
import type { KnownMark } from './name-features';
import type { HeardWords } from './words';

/** Which tokens belong to a name that the bot knows; of names that overlap the longest counts. */
export function knownMarks({ text, tokens }: HeardWords, known: KnownNames | undefined): readonly KnownMark[] {
  const marks = new Array<KnownMark>(tokens.length).fill(0);
  if (known === undefined) return marks;
  const spans = [...knownSpans(text, tokens, known)].map(spanOf).sort((a, b) => b.end - b.start - (a.end - a.start));
  for (const { start, end } of spans) {
    if (marks.slice(start, end).some((mark) => mark !== 0)) continue;
    // "On" and "Monday" may be names too: one small word alone says nothing.
    if (end === start + 1 && tokens[start]?.capital === false) continue;
    marks.fill(2, start, end);
    marks[start] = 1;
  }
  return marks;
}

import type { Concept } from './concept';
import type { Element, CommandFrame, Slot } from './frame';
import type { Sentence, Strictness } from './sentence';

/** The tokens that one element of the frame took. */
export interface PhrasePart {
  readonly start: number;
  readonly end: number;
  readonly slot?: Slot;
  readonly concept?: Concept;
  readonly value?: string;
}

export interface Match {
  readonly frame: CommandFrame;
  readonly cost: number;
  /** One for each element of the frame that took something, in order. */
  readonly parts: readonly PhrasePart[];
}

/** The cheapest way to read the sentence as the frame, which is known to fit it: what each element took. */
export function matchFrame(sentence: Sentence, frame: CommandFrame, strictness: Strictness): Match {
  const rows = sentence.rows(strictness);
  const { elements } = frame;
  elements.forEach((element, index) => rows.advance(index + 1, element));
  const last = rows.last(elements.length);
  const parts: PhrasePart[] = [];
  let { at } = last;
  for (let done = elements.length; done > 0;) {
    const element = elements[done - 1];
    if (!element) break;
    const before = rows.before(done, at, element);
    if (before.took) done -= 1;
    if (before.took && before.at < at) parts.push(toPart(sentence, element, before.at, at));
    at = before.at;
  }
  return { frame, cost: last.cost + frame.cost, parts: parts.reverse() };
}

function toPart(sentence: Sentence, element: Element, start: number, end: number): PhrasePart {
  if (element.kind === 'slot') return { start, end, slot: element.slot };
  const entry = sentence.entryAt(start, end, element.concepts);
  if (!entry) return { start, end };
  return { start, end, concept: entry.concept, ...(entry.value === undefined ? {} : { value: entry.value }) };
}

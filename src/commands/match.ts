import type { Concept } from './concept';
import type { Element, Frame, Slot } from './frame';
import type { Hit } from './lexicon';
import type { Sentence, Strictness } from './sentence';
import { NAME_TOKENS } from './weights';

/** The tokens that one element of the frame took. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly slot?: Slot;
  readonly concept?: Concept;
  readonly value?: string;
}

export interface Match {
  readonly frame: Frame;
  readonly cost: number;
  /** One for each element of the frame that took something, in order. */
  readonly parts: readonly Part[];
}

/** Room for the search, allocated once per message. Cell k * (size + 1) + p: k elements done, p tokens read. */
export interface Scratch {
  readonly costs: Float64Array;
  readonly from: Int32Array;
}

const LONGEST_FRAME = 10;

export function scratchFor(size: number): Scratch {
  const cells = (LONGEST_FRAME + 1) * (size + 1);
  return { costs: new Float64Array(cells), from: new Int32Array(cells) };
}

/**
 * The cheapest way to read the sentence as the frame: the elements in order, small words between them, whole clauses
 * skipped before and after. Work grows with tokens times elements times the longest name, never faster.
 */
export function matchFrame(
  sentence: Sentence,
  frame: Frame,
  strictness: Strictness,
  scratch: Scratch,
): Match | undefined {
  if (!mayMatch(sentence, frame)) return undefined;
  const width = sentence.size + 1;
  const count = frame.elements.length;
  scratch.costs.fill(Infinity, 0, (count + 1) * width);
  for (let at = 0; at <= sentence.size; at += 1) {
    if (sentence.isBoundary(at)) relax(scratch, at, sentence.skip(at, strictness), -1);
    for (let done = 0; done <= count; done += 1) step(sentence, frame, strictness, scratch, done, at);
  }
  return finish(sentence, frame, strictness, scratch);
}

function mayMatch(sentence: Sentence, frame: Frame): boolean {
  return frame.required.every((concepts) => concepts.some((concept) => sentence.has(concept)));
}

function relax(scratch: Scratch, cell: number, cost: number, from: number): void {
  if (cost < (scratch.costs[cell] ?? 0)) {
    scratch.costs[cell] = cost;
    scratch.from[cell] = from;
  }
}

function step(
  sentence: Sentence,
  frame: Frame,
  strictness: Strictness,
  scratch: Scratch,
  done: number,
  at: number,
): void {
  const width = sentence.size + 1;
  const cell = done * width + at;
  const cost = scratch.costs[cell] ?? Infinity;
  if (cost === Infinity) return;
  const element = frame.elements[done];
  if (at < sentence.size) {
    relax(scratch, cell + 1, cost + sentence.outside(at, strictness), cell);
    for (const hit of sentence.hits[at] ?? []) {
      const phrase = hit.end > at + 1 ? sentence.phraseOutside(hit, strictness) : undefined;
      if (phrase !== undefined) relax(scratch, cell + hit.end - at, cost + phrase, cell);
      if (element?.kind === 'concept' && element.concepts.has(hit.concept)) {
        relax(scratch, (done + 1) * width + hit.end, cost + hitCost(sentence, hit), cell);
      }
    }
    if (element?.kind === 'slot') fill(sentence, element.slot, scratch, cell, (done + 1) * width + at);
  }
  if (element?.optional === true) relax(scratch, cell + width, cost, cell);
}

function hitCost(sentence: Sentence, hit: Hit): number {
  const name = sentence.anyCapital(hit);
  return hit.cost + (name ? (hit.cost > 0 ? 1.5 : 0.4) : 0);
}

function fill(sentence: Sentence, slot: Slot, scratch: Scratch, cell: number, target: number): void {
  const at = target % (sentence.size + 1);
  const cost = scratch.costs[cell] ?? Infinity;
  const longest = slot === 'REST' ? sentence.size - at : Math.min(NAME_TOKENS, sentence.size - at);
  for (let length = 1; length <= longest; length += 1) {
    const price = slot === 'REST' ? 0.02 * length : sentence.name(at, at + length);
    if (price < Infinity) relax(scratch, target + length, cost + price, cell);
  }
}

function finish(sentence: Sentence, frame: Frame, strictness: Strictness, scratch: Scratch): Match | undefined {
  const width = sentence.size + 1;
  const row = frame.elements.length * width;
  const whole = sentence.skip(sentence.size, strictness);
  let best = Infinity;
  let end = -1;
  for (let at = 0; at <= sentence.size; at += 1) {
    if (!sentence.isBoundary(at)) continue;
    const cost = (scratch.costs[row + at] ?? Infinity) + whole - sentence.skip(at, strictness);
    if (cost < best) {
      best = cost;
      end = row + at;
    }
  }
  if (end < 0) return undefined;
  return { frame, cost: best + frame.cost, parts: trace(sentence, frame, scratch, end) };
}

function trace(sentence: Sentence, frame: Frame, scratch: Scratch, end: number): readonly Part[] {
  const width = sentence.size + 1;
  const parts: Part[] = [];
  let cell = end;
  while (cell >= 0) {
    const from = scratch.from[cell] ?? -1;
    const done = Math.floor(cell / width);
    if (from >= 0 && Math.floor(from / width) < done && cell % width > from % width) {
      const element = frame.elements[done - 1];
      if (element) parts.push(toPart(sentence, element, from % width, cell % width));
    }
    cell = from;
  }
  return parts.reverse();
}

function toPart(sentence: Sentence, element: Element, start: number, end: number): Part {
  if (element.kind === 'slot') return { start, end, slot: element.slot };
  const found = (sentence.hits[start] ?? []).filter((hit) => hit.end === end && element.concepts.has(hit.concept));
  const hit = found.reduce<Hit | undefined>((best, next) => (!best || next.cost < best.cost ? next : best), undefined);
  if (!hit) return { start, end };
  return { start, end, concept: hit.concept, ...(hit.value === undefined ? {} : { value: hit.value }) };
}

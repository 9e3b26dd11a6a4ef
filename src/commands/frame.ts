import { toConcept } from './concept';
import type { Concept } from './concept';
import { ConceptSet } from './concept-set';

/** NAME, A and B hold a company; REST holds anything. */
export type Slot = 'NAME' | 'A' | 'B' | 'REST';

/** The text of an element is its form in the pattern: equal texts are equal elements. */
export type Element =
  | { readonly kind: 'concept'; readonly concepts: ConceptSet; readonly optional: boolean; readonly text: string }
  | { readonly kind: 'slot'; readonly slot: Slot; readonly optional: boolean; readonly text: string };

/** The skeleton of a sentence: what must be said, in this order; small words may stand anywhere between. */
export interface CommandFrame {
  readonly pattern: string;
  readonly elements: readonly Element[];
  /** How unlikely the sentence is, or how much it asks of the reader. */
  readonly cost: number;
  /** What the command's `build` needs to tell its frames apart. */
  readonly tag: string;
}

/**
 * `accept NAME link?` is the concept accept, a company and perhaps the concept link; `(a|b)` is either.
 * Throws on a concept that does not exist, when the module is loaded.
 */
export function frame(pattern: string, options: { readonly cost?: number; readonly tag?: string } = {}): CommandFrame {
  return { pattern, elements: pattern.split(' ').map(element), cost: options.cost ?? 0, tag: options.tag ?? '' };
}

/** Frames that differ only in their pattern. */
export function frames(
  patterns: readonly string[],
  options: { readonly cost?: number; readonly tag?: string } = {},
): readonly CommandFrame[] {
  return patterns.map((pattern) => frame(pattern, options));
}

function element(text: string): Element {
  const optional = text.endsWith('?');
  const body = optional ? text.slice(0, -1) : text;
  if (body === 'NAME' || body === 'A' || body === 'B' || body === 'REST')
    return { kind: 'slot', slot: body, optional, text };
  const names: readonly Concept[] = body.replace(/[()]/g, '').split('|').map(toConcept);
  return { kind: 'concept', concepts: ConceptSet.of(...names), optional, text };
}

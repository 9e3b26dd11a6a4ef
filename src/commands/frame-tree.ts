import type { ConceptSet } from './concept-set';
import type { Element, CommandFrame } from './frame';
import type { SearchRows } from './rows';
import type { Sentence, Strictness } from './sentence';
import { HIGHEST } from './weights';

/** A frame with its place in the table of commands, which decides between readings that cost the same. */
export interface PlacedFrame {
  readonly rank: number;
  readonly frame: CommandFrame;
}

/** A frame that a sentence can be read as. */
export interface Fit {
  readonly sentence: Sentence;
  readonly rank: number;
  readonly cost: number;
}

interface Node {
  readonly element: Element;
  /** Concepts of which one must stand in the sentence, if the element is to take something. */
  readonly concepts: ConceptSet | undefined;
  readonly optional: boolean;
  readonly children: readonly Node[];
  /** Concepts of which one must stand in the sentence; undefined when frames below the node ask for none. */
  readonly below: ConceptSet | undefined;
  /** Frames that end here. */
  readonly frames: readonly PlacedFrame[];
}

/** Frames that begin with the same elements share them, so that the search for those is made once. */
export class FrameTree {
  private readonly roots: readonly Node[];

  constructor(
    ranked: readonly PlacedFrame[],
    private readonly strictness: Strictness,
  ) {
    this.roots = branch(ranked, 0);
  }

  /** Adds every frame that the sentence can be read as, in any order. */
  fit(sentence: Sentence, bias: number, into: Fit[]): void {
    const { present } = sentence;
    const roots = this.roots.filter((root) => mayHold(root, present));
    if (roots.length === 0) return;
    const search = new Search(sentence, sentence.rows(this.strictness), bias, into);
    for (const root of roots) search.visit(root, 0);
  }
}

/** One walk through the tree. */
class Search {
  constructor(
    private readonly sentence: Sentence,
    private readonly rows: SearchRows,
    private readonly bias: number,
    private readonly into: Fit[],
  ) {}

  /** `done` rows are filled for the elements before the node. */
  visit(node: Node, done: number): void {
    const { present } = this.sentence;
    // What may be left out and is not there leaves the row as it is.
    const absent = node.optional && node.concepts?.meets(present) === false;
    const row = absent ? done : done + 1;
    if (!absent && !this.rows.advance(row, node.element)) return;
    if (node.frames.length > 0) this.end(node, row);
    for (const child of node.children) if (mayHold(child, present)) this.visit(child, row);
  }

  private end(node: Node, row: number): void {
    const least = this.rows.finish(row);
    for (const { rank, frame } of node.frames) {
      const cost = least + frame.cost;
      if (cost < HIGHEST) this.into.push({ sentence: this.sentence, rank, cost: cost + this.bias });
    }
  }
}

function branch(ranked: readonly PlacedFrame[], depth: number): readonly Node[] {
  const byElement = new Map<string, { element: Element; ranked: PlacedFrame[] }>();
  for (const one of ranked) {
    const element = one.frame.elements[depth];
    if (!element) continue;
    const group = byElement.get(element.text) ?? { element, ranked: [] };
    group.ranked.push(one);
    byElement.set(element.text, group);
  }
  return [...byElement.values()].map((group) => {
    const { element } = group;
    const children = branch(group.ranked, depth + 1);
    const frames = group.ranked.filter(({ frame }) => frame.elements.length === depth + 1);
    const concepts = element.kind === 'concept' ? element.concepts : undefined;
    return { element, concepts, optional: element.optional, children, below: belowOf(children, frames), frames };
  });
}

function belowOf(children: readonly Node[], frames: readonly PlacedFrame[]): ConceptSet | undefined {
  if (frames.length > 0) return undefined;
  const needed = children.map((child) => (child.optional || !child.concepts ? child.below : child.concepts));
  return needed.reduce((all, one) => all && one && all.with(one));
}

/** Whether what the frames below the node ask for can stand in a sentence with these concepts. */
function mayHold(node: Node, present: ConceptSet): boolean {
  if (!node.optional && node.concepts?.meets(present) === false) return false;
  return node.below?.meets(present) !== false;
}

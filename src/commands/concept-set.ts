import { CONCEPTS } from './concept';
import type { Concept } from './concept';

const CODES: ReadonlyMap<string, number> = new Map(CONCEPTS.map((concept, code) => [concept, code]));

/** A set of concepts as bits of four words, so that two sets are compared in a few operations. */
export class ConceptSet {
  static readonly EMPTY = new ConceptSet(0, 0, 0, 0);

  private constructor(
    private readonly a: number,
    private readonly b: number,
    private readonly c: number,
    private readonly d: number,
  ) {}

  static of(...concepts: readonly Concept[]): ConceptSet {
    const words: [number, number, number, number] = [0, 0, 0, 0];
    for (const concept of concepts) {
      const code = CODES.get(concept) ?? 0;
      words[code >> 5] = (words[code >> 5] ?? 0) | (1 << (code & 31));
    }
    return new ConceptSet(...words);
  }

  get isEmpty(): boolean {
    return (this.a | this.b | this.c | this.d) === 0;
  }

  has(concept: Concept): boolean {
    const code = CODES.get(concept) ?? 0;
    const word = code < 32 ? this.a : code < 64 ? this.b : code < 96 ? this.c : this.d;
    return (word & (1 << (code & 31))) !== 0;
  }

  /** Whether the two sets have a concept in common. */
  meets(other: ConceptSet): boolean {
    return ((this.a & other.a) | (this.b & other.b) | (this.c & other.c) | (this.d & other.d)) !== 0;
  }

  equals(other: ConceptSet): boolean {
    return this.a === other.a && this.b === other.b && this.c === other.c && this.d === other.d;
  }

  with(other: ConceptSet): ConceptSet {
    return new ConceptSet(this.a | other.a, this.b | other.b, this.c | other.c, this.d | other.d);
  }

  /** What both have. */
  within(other: ConceptSet): ConceptSet {
    return new ConceptSet(this.a & other.a, this.b & other.b, this.c & other.c, this.d & other.d);
  }
}

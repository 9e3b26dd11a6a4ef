import { inSlices } from '../matching/slices';

/** The JSON texts of some documents, one after the other, and where each of them ends. */
export interface Shelved {
  readonly bytes: Uint8Array;
  readonly ends: Int32Array;
}

/** With what has to be known of each document before it is read. */
export interface Shelf<H> extends Shelved {
  readonly heads: readonly H[];
}

/** As many go onto one shelf: they are written in one go. */
const EACH_SHELF = 400;

/**
 * Documents of one kind by their ids, in the order in which they came. One that was put back from the disk is read when
 * somebody asks for it: to read all of them takes longer than anybody waits for an answer.
 */
export class LaterRead<T extends { readonly id: string }> {
  /** The document, or its number on the shelves. */
  private readonly known = new Map<string, T | number>();
  private shelves: Shelved[] = [];

  /** What is read goes through `whole` first. */
  constructor(private readonly whole: (value: T) => T = (value) => value) {}

  get size(): number {
    return this.known.size;
  }

  has(id: string): boolean {
    return this.known.has(id);
  }

  get(id: string): T | undefined {
    const known = this.known.get(id);
    return typeof known === 'number' ? this.read(id, known) : known;
  }

  set(id: string, value: T): void {
    this.known.set(id, value);
  }

  delete(id: string): void {
    this.known.delete(id);
  }

  ids(): IterableIterator<string> {
    return this.known.keys();
  }

  *values(): IterableIterator<T> {
    for (const [id, known] of this.known) yield typeof known === 'number' ? this.read(id, known) : known;
  }

  /** Reads in slices what nobody asked for yet, those named first of all. */
  async readRest(first: Iterable<string> = []): Promise<void> {
    const read = (id: string): void => void this.get(id);
    await inSlices(first, read);
    await inSlices(this.known.keys(), read);
    this.shelves = [];
  }

  /** They come after all that are known; `ids` are those of the documents on it. */
  putBack(ids: readonly string[], shelf: Shelved): void {
    const from = this.shelves.push(shelf) * EACH_SHELF - EACH_SHELF;
    for (const [at, id] of ids.entries()) this.known.set(id, from + at);
  }

  private read(id: string, number: number): T {
    const shelf = this.shelves[Math.floor(number / EACH_SHELF)];
    const at = number % EACH_SHELF;
    if (shelf === undefined) throw new RangeError(`${id} is on no shelf`);
    const text = Buffer.from(shelf.bytes.buffer, shelf.bytes.byteOffset, shelf.bytes.byteLength);
    // Written from the same type by the same version of the program.
    const parsed = JSON.parse(text.toString('utf8', shelf.ends[at - 1] ?? 0, shelf.ends[at])) as T;
    // The same text as here, and no second one.
    const value = this.whole(Object.assign(parsed, { id }));
    this.known.set(id, value);
    return value;
  }
}

/** In the order in which they are to be put back, a shelf at a time. */
export function* shelvesOf<T extends object, H>(all: readonly T[], headOf: (one: T) => H): Generator<Shelf<H>> {
  for (let from = 0; from < all.length; from += EACH_SHELF) {
    const some = all.slice(from, from + EACH_SHELF);
    const texts = some.map((one) => Buffer.from(JSON.stringify(one)));
    const ends = new Int32Array(some.length);
    for (const [at, { length }] of texts.entries()) ends[at] = (ends[at - 1] ?? 0) + length;
    yield { heads: some.map(headOf), bytes: Buffer.concat(texts), ends };
  }
}

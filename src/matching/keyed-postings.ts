import type { Parts } from './parts';
import { Postings } from './postings';
import { TextKeys } from './text-keys';

const NOTHING = new Int32Array(0);

/** Sorted lists of numbers by a string. A string without numbers is forgotten, and its key is used again. */
export class KeyedPostings {
  private readonly keys = new TextKeys();
  private readonly postings = new Postings();

  /** `cut`: the strings are parts of longer ones that need not be kept. */
  constructor(private readonly are: 'whole' | 'cut' = 'whole') {}

  get size(): number {
    return this.keys.size;
  }

  /** -1 if nothing stands under the text. */
  key(text: string): number {
    return this.keys.key(text);
  }

  text(key: number): string {
    return this.keys.text(key) ?? '';
  }

  count(key: number): number {
    return key < 0 ? 0 : this.postings.count(key);
  }

  list(key: number): Int32Array {
    return key < 0 ? NOTHING : this.postings.list(key);
  }

  /** The keys of all texts that begin with this; every text is looked at. */
  *beginningWith(start: string): IterableIterator<number> {
    for (const [key, text] of this.keys.all()) if (text.startsWith(start)) yield key;
  }

  find(text: string): Int32Array {
    return this.list(this.key(text));
  }

  /** Returns the key of the text. */
  add(text: string, value: number): number {
    const key = this.keys.add(text, this.are === 'cut');
    this.postings.add(key, value);
    return key;
  }

  pass(parts: Parts): void {
    this.keys.pass(parts);
    this.postings.pass(parts);
  }

  remove(key: number, value: number): void {
    if (this.keys.text(key) === undefined || !this.postings.remove(key, value)) return;
    if (this.postings.count(key) === 0) this.keys.remove(key);
  }
}

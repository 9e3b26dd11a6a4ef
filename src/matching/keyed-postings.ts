import { Postings } from './postings';

const NOTHING = new Int32Array(0);

/** Sorted lists of numbers by a string. A string without numbers is forgotten, and its key is used again. */
export class KeyedPostings {
  private readonly keys = new Map<string, number>();
  private readonly texts: string[] = [];
  private readonly freeKeys: number[] = [];
  private readonly postings = new Postings();

  get size(): number {
    return this.keys.size;
  }

  /** -1 if nothing stands under the text. */
  key(text: string): number {
    return this.keys.get(text) ?? -1;
  }

  text(key: number): string {
    return this.texts[key] ?? '';
  }

  count(key: number): number {
    return key < 0 ? 0 : this.postings.count(key);
  }

  list(key: number): Int32Array {
    return key < 0 ? NOTHING : this.postings.list(key);
  }

  /** The keys of all texts that begin with this; every text is looked at. */
  *beginningWith(start: string): IterableIterator<number> {
    for (const [text, key] of this.keys) if (text.startsWith(start)) yield key;
  }

  find(text: string): Int32Array {
    return this.list(this.key(text));
  }

  /** Returns the key of the text. */
  add(text: string, value: number): number {
    let key = this.keys.get(text);
    if (key === undefined) {
      key = this.freeKeys.pop() ?? this.texts.length;
      this.keys.set(text, key);
      this.texts[key] = text;
    }
    this.postings.add(key, value);
    return key;
  }

  remove(key: number, value: number): void {
    const text = this.texts[key];
    if (text === undefined || !this.postings.remove(key, value)) return;
    if (this.postings.count(key) > 0) return;
    this.keys.delete(text);
    this.texts[key] = '';
    this.freeKeys.push(key);
  }
}

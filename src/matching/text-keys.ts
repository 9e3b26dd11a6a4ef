import { fnv } from '../domain/fnv';
import type { Parts } from './parts';

const FIRST_SLOTS = 64;
/** V8 keeps the whole of a text for as long as a part of it that is longer than this. */
const LONGEST_COPIED = 12;

/**
 * Numbers texts from 0, each text once; a number that is given back is used again. A hash table of numbers in one typed array:
 * some hundred thousand texts take a third of what a `Map` takes for them, and none of it is the garbage collector's work.
 */
export class TextKeys {
  private texts: (string | undefined)[] = [];
  private free: number[] = [];
  /** One more than the number of a text, or 0; a text stands at its hash or in the next free slot behind it. */
  private slots = new Int32Array(FIRST_SLOTS);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** One more than the highest number in use so far. */
  get limit(): number {
    return this.texts.length;
  }

  /** -1 for a text that has none. */
  key(text: string): number {
    return (this.slots[this.slotOf(text)] ?? 0) - 1;
  }

  text(key: number): string | undefined {
    return this.texts[key];
  }

  /** `isCut`: the text is a part of a longer one, and is copied so that the longer one need not be kept. */
  add(text: string, isCut = false): number {
    const slot = this.slotOf(text);
    const known = (this.slots[slot] ?? 0) - 1;
    if (known >= 0) return known;
    const key = this.free.pop() ?? this.texts.length;
    this.texts[key] = isCut && text.length > LONGEST_COPIED ? copied(text) : text;
    this.slots[slot] = key + 1;
    this.count += 1;
    if (this.count * 3 > this.slots.length * 2) this.grow();
    return key;
  }

  remove(key: number): void {
    const text = this.texts[key];
    if (text === undefined) return;
    this.close(this.slotOf(text));
    this.texts[key] = undefined;
    this.free.push(key);
    this.count -= 1;
  }

  *all(): IterableIterator<readonly [number, string]> {
    for (const [key, text] of this.texts.entries()) if (text !== undefined) yield [key, text];
  }

  pass(parts: Parts): void {
    this.texts = parts.texts(this.texts);
    this.slots = parts.numbers(this.slots);
    this.free = parts.plain([...this.free]);
    this.count = parts.plain(this.count);
  }

  /** Where the text stands, or where it would. */
  private slotOf(text: string): number {
    const last = this.slots.length - 1;
    let slot = hashOf(text) & last;
    for (;;) {
      const key = this.slots[slot] ?? 0;
      if (key === 0 || this.texts[key - 1] === text) return slot;
      slot = (slot + 1) & last;
    }
  }

  /** Empties a slot; whoever stands behind it only because it was taken moves up. */
  private close(emptied: number): void {
    const { slots, texts } = this;
    const last = slots.length - 1;
    let gap = emptied;
    slots[gap] = 0;
    for (let slot = (gap + 1) & last; slots[slot] !== 0; slot = (slot + 1) & last) {
      const key = slots[slot] ?? 0;
      const home = hashOf(texts[key - 1] ?? '') & last;
      if (((slot - home) & last) < ((slot - gap) & last)) continue;
      slots[gap] = key;
      slots[slot] = 0;
      gap = slot;
    }
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    for (const [key, text] of this.texts.entries()) if (text !== undefined) this.slots[this.slotOf(text)] = key + 1;
  }
}

/** With the high bits in the low ones, which alone are used. */
function hashOf(text: string): number {
  const hash = fnv(text);
  return hash ^ (hash >>> 15);
}

function copied(text: string): string {
  const copy = Buffer.from(text).toString();
  return copy === text ? copy : text;
}

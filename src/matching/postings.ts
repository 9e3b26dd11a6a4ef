const PAGE = 1 << 16;
/** Longer lists get an array of their own. */
const LONGEST_POOLED = 1 << 12;
const NOTHING = new Int32Array(0);

/**
 * Sorted lists of numbers by a small whole key, in typed arrays: a list of one costs eight bytes, longer ones live in shared
 * pages in blocks of a power of two. Adding and removing keep the order, so a list depends on its content alone.
 */
export class Postings {
  private counts = NOTHING;
  /** The number itself in a list of one, else where the block is; -1 - n: the nth long list. */
  private places = NOTHING;
  private readonly pages: Int32Array[] = [];
  private used = PAGE;
  private readonly freeBlocks: number[][] = [];
  private readonly long: Int32Array[] = [];
  private readonly freeLong: number[] = [];

  /** Room for so many keys is made with the first of them. */
  constructor(private readonly keys = 1024) {}

  count(key: number): number {
    return this.counts[key] ?? 0;
  }

  /** A view, valid until the next change. */
  list(key: number): Int32Array {
    const count = this.counts[key] ?? 0;
    if (count === 0) return NOTHING;
    if (count === 1) return this.places.subarray(key, key + 1);
    return this.block(this.places[key] ?? 0, count);
  }

  /** True if the number was not in the list. */
  add(key: number, value: number): boolean {
    if (key >= this.counts.length) this.grow(key + 1);
    const count = this.counts[key] ?? 0;
    if (count === 0) {
      this.counts[key] = 1;
      this.places[key] = value;
      return true;
    }
    if (count === 1) return this.addSecond(key, value);
    // Without views: an index is built by millions of these.
    let place = this.places[key] ?? 0;
    let cells = this.cells(place);
    let from = start(place);
    const at = position(cells, from, from + count, value) - from;
    if (at < count && cells[from + at] === value) return false;
    if (capacityFor(count + 1) > capacityFor(count)) {
      this.move(key, place, count, count, count + 1);
      place = this.places[key] ?? 0;
      cells = this.cells(place);
      from = start(place);
    }
    if (at < count) cells.copyWithin(from + at + 1, from + at, from + count);
    cells[from + at] = value;
    this.counts[key] = count + 1;
    return true;
  }

  private addSecond(key: number, value: number): boolean {
    const first = this.places[key] ?? 0;
    if (first === value) return false;
    const place = this.reserve(2);
    const cells = this.cells(place);
    const from = start(place);
    cells[from] = Math.min(first, value);
    cells[from + 1] = Math.max(first, value);
    this.places[key] = place;
    this.counts[key] = 2;
    return true;
  }

  /** True if the number was in the list. */
  remove(key: number, value: number): boolean {
    const count = this.counts[key] ?? 0;
    const list = this.list(key);
    const at = position(list, 0, count, value);
    if (count === 0 || list[at] !== value) return false;
    list.copyWithin(at, at + 1);
    const place = this.places[key] ?? 0;
    this.counts[key] = count - 1;
    if (count === 2) {
      this.places[key] = list[0] ?? 0;
      this.release(place, 2);
    } else if (count > 2 && capacityFor(count - 1) < capacityFor(count)) this.move(key, place, count, count - 1);
    return true;
  }

  private block(place: number, count: number): Int32Array {
    const from = start(place);
    return this.cells(place).subarray(from, from + count);
  }

  /** The array that holds the list; it begins at `start(place)`. */
  private cells(place: number): Int32Array {
    return (place < 0 ? this.long[-1 - place] : this.pages[Math.floor(place / PAGE)]) ?? NOTHING;
  }

  /** Into a block that fits `wanted`, keeping the first `kept` numbers. */
  private move(key: number, place: number, count: number, kept: number, wanted = kept): void {
    const next = this.reserve(capacityFor(wanted));
    this.block(next, kept).set(this.block(place, kept));
    this.release(place, capacityFor(count));
    this.places[key] = next;
  }

  private reserve(capacity: number): number {
    if (capacity > LONGEST_POOLED) {
      const n = this.freeLong.pop() ?? this.long.length;
      this.long[n] = new Int32Array(capacity);
      return -1 - n;
    }
    const free = this.freeBlocks[Math.log2(capacity)]?.pop();
    if (free !== undefined) return free;
    if (this.used + capacity > PAGE) {
      this.pages.push(new Int32Array(PAGE));
      this.used = 0;
    }
    const place = (this.pages.length - 1) * PAGE + this.used;
    this.used += capacity;
    return place;
  }

  private release(place: number, capacity: number): void {
    if (place < 0) {
      this.long[-1 - place] = NOTHING;
      this.freeLong.push(-1 - place);
    } else (this.freeBlocks[Math.log2(capacity)] ??= []).push(place);
  }

  private grow(keys: number): void {
    const size = Math.max(keys, this.keys, this.counts.length * 2);
    const counts = new Int32Array(size);
    counts.set(this.counts);
    const places = new Int32Array(size);
    places.set(this.places);
    this.counts = counts;
    this.places = places;
  }
}

/** Powers of two in the pages; long lists grow by a quarter, so that little of a large array stands empty. */
function capacityFor(count: number): number {
  if (count <= 2) return 2;
  if (count <= LONGEST_POOLED) return 1 << (32 - Math.clz32(count - 1));
  const step = 1 << (30 - Math.clz32(count));
  return Math.ceil(count / step) * step;
}

/** A list in a page begins somewhere within it, a long list at the beginning of its own array. */
function start(place: number): number {
  return place < 0 ? 0 : place % PAGE;
}

/** The first place between `from` and `to` whose number is not smaller. */
function position(cells: Int32Array, from: number, to: number, value: number): number {
  // Numbers mostly come in rising order.
  if (to > from && (cells[to - 1] ?? 0) < value) return to;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((cells[middle] ?? 0) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

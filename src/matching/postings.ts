import type { Parts } from './parts';

const PAGE = 1 << 16;
/** The first page begins so small: an index of a few hundred names needs no more. */
const FIRST_PAGE = 1 << 10;
/** Longer lists get an array of their own. */
const LONGEST_POOLED = 1 << 12;
/** With fewer keys than this in use, they are numbered in the order in which they came. */
const FEW_KEYS = 1 << 12;
const FIRST_ROWS = 64;
const NOTHING = new Int32Array(0);

/**
 * Sorted lists of numbers by a small whole key, in typed arrays: a list of one costs eight bytes, longer ones live in shared
 * pages in blocks of a power of two. Adding and removing keep the order, so a list depends on its content alone.
 */
export class Postings {
  /** The row of each key while few of many are in use; then each key is its own row, which takes room for all of them. */
  private rows: Map<number, number> | undefined;
  private counts = NOTHING;
  /** The number itself in a list of one, else where the block is; -1 - n: the nth long list. */
  private places = NOTHING;
  private pages: Int32Array[] = [];
  /** Of the last page. */
  private used = 0;
  private freeBlocks: (number[] | undefined)[] = [];
  private long: Int32Array[] = [];
  private freeLong: number[] = [];

  /** So many keys there may be; more are taken as well. */
  constructor(private readonly keys = 1024) {
    if (keys > FEW_KEYS) this.rows = new Map();
  }

  count(key: number): number {
    return this.counts[this.rowOf(key)] ?? 0;
  }

  /** A view, valid until the next change. */
  list(key: number): Int32Array {
    const row = this.rowOf(key);
    const count = this.counts[row] ?? 0;
    if (count === 0) return NOTHING;
    if (count === 1) return this.places.subarray(row, row + 1);
    return this.block(this.places[row] ?? 0, count);
  }

  /** True if the number was not in the list. */
  add(key: number, value: number): boolean {
    const row = this.rowFor(key);
    const count = this.counts[row] ?? 0;
    if (count === 0) {
      this.counts[row] = 1;
      this.places[row] = value;
      return true;
    }
    if (count === 1) return this.addSecond(row, value);
    // Without views: an index is built by millions of these.
    let place = this.places[row] ?? 0;
    let cells = this.cells(place);
    let from = start(place);
    const at = position(cells, from, from + count, value) - from;
    if (at < count && cells[from + at] === value) return false;
    if (capacityFor(count + 1) > capacityFor(count)) {
      this.move(row, place, count, count, count + 1);
      place = this.places[row] ?? 0;
      cells = this.cells(place);
      from = start(place);
    }
    if (at < count) cells.copyWithin(from + at + 1, from + at, from + count);
    cells[from + at] = value;
    this.counts[row] = count + 1;
    return true;
  }

  private addSecond(row: number, value: number): boolean {
    const first = this.places[row] ?? 0;
    if (first === value) return false;
    const place = this.reserve(2);
    const cells = this.cells(place);
    const from = start(place);
    cells[from] = Math.min(first, value);
    cells[from + 1] = Math.max(first, value);
    this.places[row] = place;
    this.counts[row] = 2;
    return true;
  }

  /** True if the number was in the list. */
  remove(key: number, value: number): boolean {
    const row = this.rowOf(key);
    const count = this.counts[row] ?? 0;
    const list = this.list(key);
    const at = position(list, 0, count, value);
    if (count === 0 || list[at] !== value) return false;
    list.copyWithin(at, at + 1);
    const place = this.places[row] ?? 0;
    this.counts[row] = count - 1;
    if (count === 2) {
      this.places[row] = list[0] ?? 0;
      this.release(place, 2);
    } else if (count > 2 && capacityFor(count - 1) < capacityFor(count)) this.move(row, place, count, count - 1);
    return true;
  }

  pass(parts: Parts): void {
    const rows = parts.plain(this.rows === undefined ? null : [...this.rows]);
    this.rows = rows === null ? undefined : new Map(rows);
    this.counts = parts.numbers(this.counts);
    this.places = parts.numbers(this.places);
    this.pages = passAll(parts, this.pages);
    this.long = passAll(parts, this.long);
    this.used = parts.plain(this.used);
    this.freeBlocks = parts.plain(Array.from(this.freeBlocks, (blocks = []) => [...blocks]));
    this.freeLong = parts.plain([...this.freeLong]);
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
  private move(row: number, place: number, count: number, kept: number, wanted = kept): void {
    const next = this.reserve(capacityFor(wanted));
    this.block(next, kept).set(this.block(place, kept));
    this.release(place, capacityFor(count));
    this.places[row] = next;
  }

  private reserve(capacity: number): number {
    if (capacity > LONGEST_POOLED) {
      const n = this.freeLong.pop() ?? this.long.length;
      this.long[n] = new Int32Array(capacity);
      return -1 - n;
    }
    const free = this.freeBlocks[Math.log2(capacity)]?.pop();
    if (free !== undefined) return free;
    this.makeRoom(capacity);
    const place = (this.pages.length - 1) * PAGE + this.used;
    this.used += capacity;
    return place;
  }

  private makeRoom(capacity: number): void {
    const last = this.pages.length - 1;
    const page = this.pages[last];
    if (page === undefined || this.used + capacity > PAGE) {
      this.pages.push(new Int32Array(page === undefined ? Math.max(FIRST_PAGE, capacity) : PAGE));
      this.used = 0;
    } else if (this.used + capacity > page.length) {
      const larger = new Int32Array(Math.min(PAGE, Math.max(2 * page.length, this.used + capacity)));
      larger.set(page);
      this.pages[last] = larger;
    }
  }

  private release(place: number, capacity: number): void {
    if (place < 0) {
      this.long[-1 - place] = NOTHING;
      this.freeLong.push(-1 - place);
    } else (this.freeBlocks[Math.log2(capacity)] ??= []).push(place);
  }

  /** -1 for a key that was never used. */
  private rowOf(key: number): number {
    if (this.rows === undefined) return key;
    return this.rows.get(key) ?? -1;
  }

  private rowFor(key: number): number {
    const known = this.rowOf(key);
    if (known >= 0 && known < this.counts.length) return known;
    if (this.rows !== undefined && this.rows.size >= FEW_KEYS) this.spread(this.rows);
    const row = this.rows?.size ?? key;
    this.rows?.set(key, row);
    const least = this.rows === undefined ? this.keys : FIRST_ROWS;
    if (row >= this.counts.length) this.grow(Math.max(row + 1, least, this.counts.length * 2));
    return row;
  }

  private spread(rows: ReadonlyMap<number, number>): void {
    const { counts, places } = this;
    this.rows = undefined;
    this.counts = NOTHING;
    this.places = NOTHING;
    this.grow(Math.max(this.keys, ...rows.keys()) + 1);
    for (const [key, row] of rows) {
      this.counts[key] = counts[row] ?? 0;
      this.places[key] = places[row] ?? 0;
    }
  }

  private grow(size: number): void {
    const counts = new Int32Array(size);
    counts.set(this.counts);
    const places = new Int32Array(size);
    places.set(this.places);
    this.counts = counts;
    this.places = places;
  }
}

function passAll(parts: Parts, now: readonly Int32Array[]): Int32Array[] {
  return Array.from({ length: parts.plain(now.length) }, (_, at) => parts.numbers(now[at] ?? NOTHING));
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

/** So many times as many as are wanted are held before the rest is dropped. */
const HELD = 4;

/** The first `count` of many in an order, as sorting all of them would give them, without sorting all of them. */
export class FirstOf<T> {
  private held: T[] = [];
  /** The last of those that are wanted, once there are so many. */
  private last: T | undefined;

  constructor(
    private readonly count: number,
    private readonly order: (a: T, b: T) => number,
  ) {}

  add(one: T): void {
    // Most of many are behind all that are wanted.
    if (this.last !== undefined && this.order(one, this.last) >= 0) return;
    this.held.push(one);
    if (this.held.length < HELD * this.count) return;
    this.held = this.inOrder();
    this.last = this.held.at(-1);
  }

  /** Of what is alike in the order, what was added first. */
  inOrder(): T[] {
    return this.held.sort(this.order).slice(0, this.count);
  }
}

/** So many times as many as are wanted are held before the rest is dropped. */
const HELD = 4;

/** The first `count` of many in an order, as sorting all of them would give them, without sorting all of them. */
export class FirstOf<T> {
  private held: T[] = [];

  constructor(
    private readonly count: number,
    private readonly order: (a: T, b: T) => number,
  ) {}

  add(one: T): void {
    this.held.push(one);
    if (this.held.length >= HELD * this.count) this.held = this.inOrder();
  }

  /** Of what is alike in the order, what was added first. */
  inOrder(): T[] {
    return this.held.sort(this.order).slice(0, this.count);
  }
}

import { nextSlice } from '../matching/slices';
import type { Numbers, Parts } from '../matching/parts';
import type { Piece } from '../store';
import type { AccountHead } from './account-memory';
import type { CustomerHead } from './customer-memory';
import type { Shelf } from './later-read';
import type { Register } from './register';

/** Something changed while it was written down: what is written so far is of two moments, and is worth nothing. */
export class ChangedMeanwhile extends Error {
  constructor() {
    super('memory changed while it was written down');
    this.name = 'ChangedMeanwhile';
  }
}

/**
 * What is known of accounts and customers at this moment, piece by piece: the indices as they lie in memory, then the
 * documents. A piece is made when it is asked for. Throws `ChangedMeanwhile` where a change could be seen in a piece.
 */
export function* piecesOf(register: Register): Generator<Piece> {
  const writing = new Writing();
  for (const index of register.indices) index.pass(writing);
  const { changes } = register;
  const customers = register.customers.shelves();
  const accounts = register.accounts.shelves();
  // Tables are written as they lie there, and everything else from a copy.
  for (const table of writing.tables) {
    yield table;
    if (register.changes !== changes) throw new ChangedMeanwhile();
  }
  yield* writing.rest();
  for (const shelf of customers) yield* written(shelf);
  yield { json: BETWEEN };
  for (const shelf of accounts) yield* written(shelf);
}

/** Into a register that knows nothing yet, in slices. The documents are read when they are asked for. */
export async function putBack(register: Register, pieces: readonly Piece[]): Promise<void> {
  const reading = new Reading(pieces);
  for (const index of register.indices) {
    index.pass(reading);
    await nextSlice();
  }
  for (let heads = reading.json(); heads !== BETWEEN; heads = reading.json()) {
    register.customers.putBack(shelfOf<CustomerHead>(heads, reading));
    await nextSlice();
  }
  while (!reading.isAtEnd) {
    const shelf = shelfOf<AccountHead>(reading.json(), reading);
    register.accounts.putBack(shelf);
    register.kin.putBack(shelf.heads);
    await nextSlice();
  }
}

const BETWEEN = 'accounts';
/** As many texts make a piece. */
const TEXTS_EACH = 10_000;

function* written({ heads, bytes, ends }: Shelf<unknown>): Generator<Piece> {
  yield { json: heads };
  yield bytes;
  yield ends;
}

/** `heads` are those that the same program wrote. */
function shelfOf<H>(heads: unknown, reading: Reading): Shelf<H> {
  return { heads: heads as readonly H[], bytes: reading.bytes(), ends: reading.numbers(new Int32Array(0)) };
}

class Writing implements Parts {
  readonly tables: Numbers[] = [];
  private readonly others: (readonly (string | undefined)[] | { readonly json: unknown })[] = [];

  numbers<T extends Numbers>(now: T): T {
    this.tables.push(now);
    return now;
  }

  texts(now: (string | undefined)[]): (string | undefined)[] {
    this.others.push(now.slice());
    return now;
  }

  plain<T>(now: T): T {
    this.others.push({ json: now });
    return now;
  }

  *rest(): Generator<Piece> {
    yield { json: this.tables.length };
    for (const other of this.others) {
      if ('json' in other) {
        yield other;
        continue;
      }
      yield { json: other.length };
      for (let from = 0; from < other.length; from += TEXTS_EACH) yield { json: other.slice(from, from + TEXTS_EACH) };
    }
  }
}

/** Gives back in the order in which it was written. What was written by the same program is of the same types. */
class Reading implements Parts {
  private at: number;
  private readonly tables: readonly Piece[];
  private table = 0;

  constructor(private readonly pieces: readonly Piece[]) {
    this.at = pieces.findIndex((piece) => 'json' in piece);
    this.tables = pieces.slice(0, this.at);
    if (this.json() !== this.tables.length) throw new RangeError('there are not so many tables as were written');
  }

  get isAtEnd(): boolean {
    return this.at === this.pieces.length;
  }

  numbers<T extends Numbers>(_now: T): T {
    const piece = this.table < this.tables.length ? this.tables[this.table++] : this.pieces[this.at++];
    if (!(piece instanceof Int32Array) && !(piece instanceof Float32Array)) throw new RangeError('it is no table');
    // Of the type that stood there when it was written.
    return piece as T;
  }

  texts(_now: (string | undefined)[]): (string | undefined)[] {
    const length = Number(this.json());
    const all: (string | undefined)[] = [];
    // JSON has null where there was no text.
    while (all.length < length) for (const text of this.json() as (string | null)[]) all.push(text ?? undefined);
    return all;
  }

  plain<T>(_now: T): T {
    // As above.
    return this.json() as T;
  }

  json(): unknown {
    const piece = this.pieces[this.at++];
    if (piece === undefined || !('json' in piece)) throw new RangeError('it is no value');
    return piece.json;
  }

  bytes(): Uint8Array {
    const piece = this.pieces[this.at++];
    if (!(piece instanceof Uint8Array)) throw new RangeError('it holds no documents');
    return piece;
  }
}

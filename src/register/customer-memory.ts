import type { Customer } from '../domain/customer';
import { sameFields } from '../domain/same-fields';
import { LaterRead, shelvesOf } from './later-read';
import type { Shelf } from './later-read';

/** What has to be known of a customer before it is read. */
export interface CustomerHead {
  readonly id: string;
  readonly isGone: boolean;
}

/** The customers of the directory, and those that it no longer has. */
export class CustomerMemory {
  private readonly customers = new LaterRead<Customer>();
  private readonly gone = new Set<string>();

  get(id: string): Customer | undefined {
    return this.customers.get(id);
  }

  ids(): IterableIterator<string> {
    return this.customers.ids();
  }

  isCurrent(id: string): boolean {
    return this.customers.has(id) && !this.gone.has(id);
  }

  /** Those that the directory has. */
  get count(): number {
    return this.customers.size - this.gone.size;
  }

  /** False when all of it was known: the tail brings what was saved here once more. */
  keep(customer: Customer, isGone: boolean): boolean {
    const { id } = customer;
    const known = this.customers.get(id);
    const isKnown = known !== undefined && sameFields(known, customer);
    if (isKnown && this.gone.has(id) === isGone) return false;
    this.customers.set(id, customer);
    this.mark(id, isGone);
    return true;
  }

  readRest(): Promise<void> {
    return this.customers.readRest();
  }

  /** All of them as they are now. */
  shelves(): Generator<Shelf<CustomerHead>> {
    const gone = new Set(this.gone);
    return shelvesOf([...this.customers.values()], ({ id }) => ({ id, isGone: gone.has(id) }));
  }

  putBack({ heads, ...shelf }: Shelf<CustomerHead>): void {
    const ids = heads.map(({ id }) => id);
    this.customers.putBack(ids, shelf);
    for (const { id, isGone } of heads) this.mark(id, isGone);
  }

  private mark(id: string, isGone: boolean): void {
    if (isGone) this.gone.add(id);
    else this.gone.delete(id);
  }
}

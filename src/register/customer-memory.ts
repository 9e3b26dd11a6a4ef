import type { Customer } from '../domain/customer';
import { sameFields } from '../domain/same-fields';

/** The customers of the directory, and those that it no longer has. */
export class CustomerMemory {
  private readonly customers = new Map<string, Customer>();
  private readonly gone = new Set<string>();

  get(id: string): Customer | undefined {
    return this.customers.get(id);
  }

  ids(): IterableIterator<string> {
    return this.customers.keys();
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
    if (isGone) this.gone.add(id);
    else this.gone.delete(id);
    return true;
  }
}

import { taughtBy, tenantIdOf } from '../domain/account';
import type { AccountRecord } from '../domain/account';
import type { Customer } from '../domain/customer';
import { normalForm } from '../matching/name-index';
import { IdsByKey } from './ids-by-key';
import { LaterRead, shelvesOf } from './later-read';
import type { Shelf } from './later-read';
import { SharedParts } from './shared-parts';
import { waitStateOf, Undecided } from './undecided';
import type { WaitState } from './undecided';

/** What has to be known of an account before its document is read. */
export interface AccountHead {
  readonly id: string;
  readonly providerId: string;
  readonly waits: WaitState;
  /** As `byTenant` has it. */
  readonly tenant: string;
  /** The customer that it is mapped to. */
  readonly customer?: string;
  /** The normal form of its name, where its provider tells no tenant. */
  readonly form?: string;
}

/** The accounts by their ids, their tenants and the customers that they are mapped to. */
export class AccountMemory {
  readonly undecided = new Undecided((id) => this.get(id));
  private readonly shared = new SharedParts((id) => this.customer(id));
  private readonly records = new LaterRead<AccountRecord>((record) => this.shared.account(record));
  private readonly byTenant = new IdsByKey();
  private readonly byCustomer = new IdsByKey();

  constructor(private readonly customer: (id: string) => Customer | undefined) {}

  get size(): number {
    return this.records.size;
  }

  get(id: string): AccountRecord | undefined {
    return this.records.get(id);
  }

  ids(): IterableIterator<string> {
    return this.records.ids();
  }

  all(): IterableIterator<AccountRecord> {
    return this.records.values();
  }

  /** Of the same tenant under any provider. */
  ofTenant(tenantId: string): AccountRecord[] {
    return this.recordsOf(this.byTenant.of(tenantId.toLowerCase()));
  }

  ofCustomer(customerId: string): AccountRecord[] {
    return this.recordsOf(this.byCustomer.of(customerId));
  }

  /** The same with the parts that it shares with others, which is the one to be known from now on. */
  put(told: AccountRecord): AccountRecord {
    const record = this.shared.account(told);
    this.records.set(record.id, record);
    this.undecided.put(record.id, waitStateOf(record));
    this.byTenant.add(taughtBy(record).toLowerCase(), record.id);
    return record;
  }

  remove(record: AccountRecord): void {
    this.records.delete(record.id);
    this.undecided.remove(record.id);
    this.byTenant.delete(taughtBy(record).toLowerCase(), record.id);
  }

  map(customerId: string, id: string): void {
    this.byCustomer.add(customerId, id);
  }

  unmap(customerId: string, id: string): void {
    this.byCustomer.delete(customerId, id);
  }

  /** Those that wait are asked for first. */
  async readRest(): Promise<void> {
    await this.records.readRest([...this.undecided.ids()]);
  }

  /** All of them as they are now. */
  shelves(): Generator<Shelf<AccountHead>> {
    return shelvesOf([...this.records.values()], headOf);
  }

  putBack({ heads, ...shelf }: Shelf<AccountHead>): void {
    const ids = heads.map(({ id }) => id);
    this.records.putBack(ids, shelf);
    for (const { id, waits, tenant, customer } of heads) {
      this.undecided.put(id, waits);
      this.byTenant.add(tenant, id);
      if (customer !== undefined) this.map(customer, id);
    }
  }

  private recordsOf(ids: Iterable<string>): AccountRecord[] {
    return [...ids].flatMap((id) => this.records.get(id) ?? []);
  }
}

function headOf(record: AccountRecord): AccountHead {
  const { id, providerId, mapping, tenant } = record;
  return {
    id,
    providerId,
    waits: waitStateOf(record),
    tenant: taughtBy(record).toLowerCase(),
    ...(mapping.state === 'mapped' ? { customer: mapping.customer.id } : {}),
    ...(tenantIdOf(record) === undefined ? { form: normalForm(tenant.name) } : {}),
  };
}

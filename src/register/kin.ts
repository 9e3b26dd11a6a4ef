import { taughtBy, tenantIdOf } from '../domain/account';
import type { AccountRecord } from '../domain/account';
import { SISTERS_KEPT } from '../domain/sister';
import type { Bond, Sister } from '../domain/sister';
import type { CandidateOptions } from '../matching/customer-index';
import { normalForm } from '../matching/name-index';
import type { AccountHead } from './account-memory';

/** What of the register it takes to find the accounts of one company. */
export interface KnownAccounts {
  account(id: string): AccountRecord | undefined;
  accountIds(): Iterable<string>;
  accountsOfTenant(tenantId: string): readonly AccountRecord[];
  accountsOfCustomer(customerId: string): readonly AccountRecord[];
  namesakes(of: 'accounts', name: string): readonly string[];
}

/** The accounts that one company has under several providers. While there is one provider there are none, and nothing is kept. */
export class Kin {
  private readonly called = new Map<string, string>();
  private readonly providers = new Set<string>();
  /** Accounts whose provider tells no tenant, by the normal form of their names. */
  private readonly byName = new Map<string, Set<string>>();
  private readonly formOf = new Map<string, string>();
  private readonly changed = new Set<string>();
  private readonly changedCustomers = new Set<string>();

  constructor(private readonly known: KnownAccounts) {}

  /** What a provider of ours is called; of the others their accounts tell. */
  call(providerId: string, name: string): void {
    this.called.set(providerId, name);
  }

  get areSeveral(): boolean {
    return this.providers.size > 1;
  }

  nameOf({ providerId, acceptance: { reseller } }: AccountRecord): string {
    return this.called.get(providerId) ?? (reseller.state === 'not-ours' ? reseller.provider : providerId);
  }

  /** An account that is new, or in another version. */
  put(record: AccountRecord): void {
    if (tenantIdOf(record) === undefined) this.putForm(record.id, normalForm(record.tenant.name));
    this.noteNew(record.id, record.providerId);
  }

  /** Accounts that were known before, as if all of them had just come. */
  putBack(heads: Iterable<Pick<AccountHead, 'id' | 'providerId' | 'form'>>): void {
    for (const { id, providerId, form } of heads) {
      if (form !== undefined) this.putForm(id, form);
      this.noteNew(id, providerId);
    }
  }

  /** It is no account any more; whoever was its kin is looked at again. */
  remove(record: AccountRecord): void {
    const form = this.formOf.get(record.id);
    if (form !== undefined) this.byName.get(form)?.delete(record.id);
    this.formOf.delete(record.id);
    this.changed.delete(record.id);
  }

  /** Accounts whose sisters may have changed since they were asked for last. */
  takeChanged(): readonly string[] {
    const taken = [...this.changed];
    this.changed.clear();
    return taken;
  }

  /** A customer that is new, or of which something changed. */
  putCustomer(id: string): void {
    if (this.areSeveral) this.changedCustomers.add(id);
  }

  takeChangedCustomers(): readonly string[] {
    const taken = [...this.changedCustomers];
    this.changedCustomers.clear();
    return taken;
  }

  /** They are to be looked at, again or for another reason. */
  mark(ids: Iterable<string>): void {
    for (const id of ids) this.changed.add(id);
  }

  /** What the company has under other providers: what is decided first, then by the provider's name. */
  sistersOf(record: AccountRecord): readonly Sister[] {
    if (!this.areSeveral) return [];
    const found = new Map<string, { readonly account: AccountRecord; readonly bond: Bond }>();
    const add = (accounts: Iterable<AccountRecord>, bond: Bond): void => {
      for (const account of accounts) {
        if (account.id === record.id || found.has(account.id) || found.size >= SISTERS_KEPT) continue;
        found.set(account.id, { account, bond });
      }
    };
    add(this.known.accountsOfTenant(tenantIdOf(record) ?? record.id), 'tenant');
    add(this.namesakes(record), 'name');
    // Who is called like the same tenant's account elsewhere is kin, too.
    for (const { account } of [...found.values()]) {
      add(this.known.accountsOfTenant(tenantIdOf(account) ?? account.id), 'name');
      add(this.namesakes(account), 'name');
    }
    const { mapping } = record;
    if (mapping.state === 'mapped') add(this.known.accountsOfCustomer(mapping.customer.id), 'customer');
    return [...found.values()]
      .filter(({ account }) => account.providerId !== record.providerId)
      .map(({ account, bond }) => this.sister(account, bond))
      .sort((a, b) => ORDER[a.state] - ORDER[b.state] || a.provider.localeCompare(b.provider, 'en'));
  }

  /** What is decided for the same tenant, and what each customer has under this provider and under others. */
  decidedFor(record: AccountRecord): Pick<CandidateOptions, 'remembered' | 'mappedElsewhere' | 'accountUnder'> {
    const { id, providerId } = record;
    const accountsOf = (customerId: string) => this.known.accountsOfCustomer(customerId);
    const remembered = this.known.accountsOfTenant(taughtBy(record)).flatMap((other) => {
      const { mapping, tenant } = other;
      if (other.id === id || mapping.state !== 'mapped') return [];
      const under = { customer: mapping.customer.name, provider: this.nameOf(other) };
      return [{ customerId: mapping.customer.id, name: tenant.name, under }];
    });
    return {
      remembered,
      mappedElsewhere: (customerId) =>
        accountsOf(customerId).filter((other) => other.providerId === providerId && other.id !== id).length,
      accountUnder: (customerId) => {
        const other = accountsOf(customerId).find((one) => one.providerId !== providerId);
        return other === undefined ? undefined : { name: other.tenant.name, provider: this.nameOf(other) };
      },
    };
  }

  /** Whose provider tells a tenant is looked for among those that tell none, and the other way round. */
  private namesakes(record: AccountRecord): readonly AccountRecord[] {
    const { name } = record.tenant;
    const ids = tenantIdOf(record) === undefined ? this.known.namesakes('accounts', name) : this.tellingNone(name);
    return [...ids].flatMap((id) => this.known.account(id) ?? []);
  }

  private tellingNone(name: string): Iterable<string> {
    return (this.byName.size === 0 ? undefined : this.byName.get(normalForm(name))) ?? [];
  }

  private sister(account: AccountRecord, bond: Bond): Sister {
    const { id, tenant, mapping, mappingVersion } = account;
    return {
      accountId: id,
      bond,
      provider: this.nameOf(account),
      name: tenant.name,
      state: mapping.state,
      ...(mapping.state === 'mapped' ? { customer: mapping.customer } : {}),
      ...(mapping.state === 'open' ? {} : { decisionId: mapping.decisionId }),
      asOf: mappingVersion,
    };
  }

  private noteNew(id: string, providerId: string): void {
    const wereSeveral = this.areSeveral;
    this.providers.add(providerId);
    if (!this.areSeveral) return;
    if (!wereSeveral) for (const known of this.known.accountIds()) this.changed.add(known);
    this.changed.add(id);
  }

  private putForm(id: string, form: string): void {
    const before = this.formOf.get(id);
    if (before === form) return;
    if (before !== undefined) this.byName.get(before)?.delete(id);
    this.formOf.set(id, form);
    this.byName.set(form, (this.byName.get(form) ?? new Set()).add(id));
  }
}

const ORDER: Readonly<Record<Sister['state'], number>> = { mapped: 0, open: 1, ignored: 2 };

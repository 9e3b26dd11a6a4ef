import type { Parts } from './parts';

/** One decision: an account of this name and tenant is this customer. */
export interface Alias {
  readonly customerId: string;
  readonly name: string;
  readonly tenantId: string;
}

/** What decisions taught. Each decision counts once, and can be taken back without a trace. */
export class Aliases {
  private readonly byCustomer = new Map<string, Alias[]>();
  private readonly byTenant = new Map<string, Alias[]>();

  /** False if it was known already. */
  add(alias: Alias): boolean {
    const known = this.ofCustomer(alias.customerId);
    if (known.some((other) => same(alias, other))) return false;
    this.byCustomer.set(alias.customerId, withOneMore(known, alias));
    this.byTenant.set(alias.tenantId, withOneMore(this.ofTenant(alias.tenantId), alias));
    return true;
  }

  /** False if it was not known. */
  remove(alias: Alias): boolean {
    if (!this.ofCustomer(alias.customerId).some((other) => same(alias, other))) return false;
    without(this.byCustomer, alias.customerId, alias);
    without(this.byTenant, alias.tenantId, alias);
    return true;
  }

  pass(parts: Parts): void {
    const now = [...this.byCustomer.values()]
      .flat()
      .map(({ customerId, name, tenantId }) => [customerId, name, tenantId]);
    const kept = parts.plain(now);
    if (kept === now) return;
    for (const [customerId = '', name = '', tenantId = ''] of kept) this.add({ customerId, name, tenantId });
  }

  ofCustomer(customerId: string): readonly Alias[] {
    return this.byCustomer.get(customerId) ?? [];
  }

  ofTenant(tenantId: string): readonly Alias[] {
    return this.byTenant.get(tenantId) ?? [];
  }
}

/** Most lists have one; with room for more, which spreading makes, some hundred thousand of them would be mostly empty. */
function withOneMore(known: readonly Alias[], alias: Alias): Alias[] {
  return known.length === 0 ? [alias] : [...known, alias];
}

function same(a: Alias, b: Alias): boolean {
  return a.customerId === b.customerId && a.name === b.name && a.tenantId === b.tenantId;
}

function without(map: Map<string, Alias[]>, key: string, alias: Alias): void {
  const left = (map.get(key) ?? []).filter((other) => !same(alias, other));
  if (left.length === 0) map.delete(key);
  else map.set(key, left);
}

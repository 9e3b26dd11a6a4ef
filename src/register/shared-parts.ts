import { LRUCache } from 'lru-cache';
import type { AccountRecord, DirectoryRow } from '../domain/account';
import type { Customer } from '../domain/customer';
import type { CustomerRef, Decision, Mapping } from '../domain/decision';

/** Past so many what is shared is looked for anew: that costs memory and nothing else. */
const MOST_KEPT = 5_000;

/**
 * Makes records share what they say alike: facts of one page of a listing, empty lists, ids and names that stand in a record
 * several times or in its customer. What comes back is deep-equal to what came in, in half the memory. Nothing that is shared
 * is ever changed, since documents are replaced and never changed.
 */
export class SharedParts {
  private readonly kept = new LRUCache<string, object>({ max: MOST_KEPT });
  private readonly texts = new LRUCache<string, string>({ max: MOST_KEPT });

  constructor(private readonly customer: (id: string) => Customer | undefined) {}

  /** A damaged record, in which something is not what its type says, stays as it is. */
  account(record: AccountRecord): AccountRecord {
    try {
      return this.whole(record);
    } catch {
      return record;
    }
  }

  private whole(record: AccountRecord): AccountRecord {
    const { tenant, acceptance, directoryRow, decisions, notices } = record;
    const tenantId = tenant.tenantId === record.tenantId ? tenant.tenantId : record.tenantId;
    const mapping = this.mapping(record.mapping);
    return {
      ...record,
      partnerId: this.text(record.partnerId),
      providerId: this.text(record.providerId),
      tenantId,
      acceptance: {
        ...acceptance,
        reseller: this.one(acceptance.reseller),
        agreement: this.one(acceptance.agreement),
        admin: this.one(acceptance.admin),
      },
      ...(directoryRow === undefined ? {} : { directoryRow: this.row(directoryRow, tenant.name, mapping) }),
      mapping,
      decisions: decisions.length === 0 ? this.one(decisions) : decisions.map((one) => this.decision(one, mapping)),
      notices: notices.length === 0 ? this.one(notices) : notices,
      writeBack: this.one(record.writeBack),
    };
  }

  private mapping(mapping: Mapping): Mapping {
    if (mapping.state === 'open') return this.one(mapping);
    if (mapping.state === 'ignored') return { ...mapping, by: this.one(mapping.by) };
    return { ...mapping, by: this.one(mapping.by), customer: this.customerRef(mapping.customer) };
  }

  private decision(decision: Decision, mapping: Mapping): Decision {
    const { customer, before } = decision;
    const stands = mapping.state !== 'open' && mapping.decisionId === decision.id ? mapping : undefined;
    const ours = stands?.state === 'mapped' ? stands.customer : undefined;
    return {
      ...decision,
      id: stands?.decisionId ?? decision.id,
      by: this.one(decision.by),
      ...(customer === undefined ? {} : { customer: isSame(customer, ours) ? ours : this.customerRef(customer) }),
      before: before.state === 'open' ? this.one(before) : before,
    };
  }

  private row(row: DirectoryRow, name: string, mapping: Mapping): DirectoryRow {
    const { customerId, customerName, modifiedBy } = row;
    const ours = mapping.state === 'mapped' ? mapping.customer : undefined;
    return {
      ...row,
      ...(row.name === name ? { name } : {}),
      ...(customerId === undefined || customerId !== ours?.id ? {} : { customerId: ours.id }),
      ...(customerName === undefined || customerName !== ours?.name ? {} : { customerName: ours.name }),
      ...(modifiedBy === undefined ? {} : { modifiedBy: this.text(modifiedBy) }),
    };
  }

  /** The texts of the customer itself, where it is called the same. */
  private customerRef(ref: CustomerRef): CustomerRef {
    const known = this.customer(ref.id);
    return known === undefined
      ? ref
      : { ...ref, id: known.id, ...(known.name === ref.name ? { name: known.name } : {}) };
  }

  private text(text: string): string {
    const known = this.texts.get(text);
    if (known !== undefined) return known;
    this.texts.set(text, text);
    return text;
  }

  /** The one that was seen first of all that say the same. */
  private one<T extends object>(value: T): T {
    const text = JSON.stringify(value);
    const known = this.kept.get(text);
    // The same text is the same value, of the same type therefore.
    if (known !== undefined) return known as T;
    this.kept.set(text, value);
    return value;
  }
}

function isSame(a: CustomerRef, b: CustomerRef | undefined): b is CustomerRef {
  return a.id === b?.id && a.name === b.name && Object.keys(a).length === Object.keys(b).length;
}

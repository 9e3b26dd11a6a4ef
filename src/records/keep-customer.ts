import type { Customer } from '../domain/customer';
import { documentId } from '../domain/documents';
import type { CustomerRecord } from '../domain/documents';
import type { Ports } from '../ports';
import { changeDocument } from './change-document';

type Deps = Pick<Ports, 'store' | 'register' | 'partnerId'>;

export function customerDocumentId(id: string): string {
  return documentId('customer', id);
}

export function customerRecord({ partnerId }: Pick<Ports, 'partnerId'>, customer: Customer): CustomerRecord {
  return { kind: 'customer', id: customerDocumentId(customer.id), partnerId, format: 1, customer };
}

/** A customer that we know is as it is now, and there. */
export async function keepKnownCustomer(ports: Pick<Deps, 'store' | 'register'>, customer: Customer): Promise<void> {
  await changeDocument(ports, 'customer', customerDocumentId(customer.id), ({ goneAt: _back, ...rest }) => ({
    document: { ...rest, customer },
    result: undefined,
  }));
}

/** The same of one that no list has shown yet, so that it can be chosen at once. */
export async function keepCustomer(ports: Deps, customer: Customer): Promise<void> {
  const document = customerRecord(ports, customer);
  const written = await ports.store.write({ write: 'insert', document });
  if (written.outcome === 'saved') ports.register.apply(document);
  else await keepKnownCustomer(ports, customer);
}

import type { AccountRecord } from '../domain/account';
import type { CandidateLine, SearchAnswer } from '../domain/answers';
import { drawAccount } from './draw-account';
import type { Ports } from './ports';

const FOUND = 8;
const DEEP = 50;

/** A search among all customers for one account; evidence is shown where the matching has any. */
export function searchCustomers(ports: Ports, record: AccountRecord, query: string): SearchAnswer {
  const assessed = new Map(ports.register.assess(record, DEEP).candidates.map((c) => [c.customerId, c]));
  const typed = query.trim() === '' ? [] : ports.register.findCustomers(query, FOUND);
  const ids = new Set([...typed.map((m) => m.id), ...ports.register.suggestCustomers(query, FOUND).map((m) => m.id)]);
  const found = [...ids]
    .slice(0, FOUND)
    .map((id): CandidateLine | undefined => {
      const customer = ports.register.customer(id);
      if (customer === undefined) return undefined;
      const known = assessed.get(id);
      return {
        customer,
        probability: known?.probability ?? 0,
        evidence: known?.evidence ?? [],
        mappedAccounts: ports.register.mappedCount(id, record.id),
      };
    })
    .filter((line) => line !== undefined);
  return { picture: drawAccount(ports, record), query, found };
}

/** Search as you type: up to `limit` customers, each with what tells it from its namesakes. */
export function suggestCustomers(ports: Ports, text: string, limit: number): { title: string; value: string }[] {
  return ports.register
    .suggestCustomers(text, limit)
    .map((m) => ports.register.customer(m.id))
    .filter((c) => c !== undefined)
    .map((c) => ({ title: [c.name, c.website, c.city, c.country, c.number].filter(Boolean).join(' · '), value: c.id }));
}

import type { Customer } from '../../domain/customer';
import type { Evidence } from '../../domain/evidence';
import { clean } from '../words/escape';
import { reasonsFor } from '../words/evidence-words';
import type { Speech } from '../words/speech';
import { choiceTitle } from './candidates';

/** What a card's input searches while somebody types: all customers, for one account. */
const CUSTOMERS = 'customers';

/** The client sends it back with each search, and nothing else of the card. */
export function datasetFor(accountId: string): string {
  return `${CUSTOMERS}/${accountId}`;
}

/** Undefined for what no card of ours searches. */
export function suggestsFor(dataset: string): { readonly accountId?: string } | undefined {
  if (dataset === CUSTOMERS) return {};
  return dataset.startsWith(`${CUSTOMERS}/`) ? { accountId: dataset.slice(CUSTOMERS.length + 1) } : undefined;
}

const REASON_LENGTH = 44;
const TITLE_LENGTH = 140;

/** The name, what tells it from its namesakes, and the strongest reason for it. */
export function suggestionTitle(customer: Customer, evidence: readonly Evidence[], speech: Speech): string {
  const [reason] = reasonsFor(evidence, speech).reasons;
  const parts = [
    choiceTitle(customer),
    customer.website,
    reason === undefined ? undefined : clean(reason, REASON_LENGTH),
  ];
  return clean(parts.filter((part) => part !== undefined && part !== '').join(' · '), TITLE_LENGTH);
}

import { suggestCustomers } from '../tasks/search-customers';
import type { Input, Reply } from '../turn';
import { suggestionTitle, suggestsFor } from '../views/parts/suggestions';
import type { Here } from './here';

type Search = Extract<Input, { readonly kind: 'search' }>;
type Choices = Extract<Reply, { readonly reply: 'choices' }>['choices'];

/** What a card's input offers while somebody types. Which account it is for stands in the name of what is searched. */
export function suggestFor({ ports, speech }: Here, { dataset, text, limit }: Search): Choices {
  const wanted = suggestsFor(dataset);
  if (wanted === undefined) return [];
  const record = wanted.accountId === undefined ? undefined : ports.register.account(wanted.accountId);
  return suggestCustomers(ports, text, limit, record).map((one) => ({
    title: suggestionTitle(one.customer, one.evidence, speech),
    value: one.customer.id,
  }));
}

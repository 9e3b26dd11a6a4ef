import type { AccountRecord } from '../domain/account';
import type { Customer } from '../domain/customer';
import type { Evidence } from '../domain/evidence';
import type { CandidateLine, SearchAnswer } from '../domain/answers';
import { squeeze } from '../matching/text';
import { drawAccount, underOthers } from '../records/draw-account';
import type { Ports } from '../ports';

const PAGE = 5;
const DEEP = 50;
/** Nobody pages through more; who finds so many types another word. */
const MOST = 200;

/** A search among all customers for one account, page by page; evidence is shown where the matching has any. */
export function searchCustomers(ports: Ports, record: AccountRecord, query: string, from = 0): SearchAnswer {
  const { register } = ports;
  const { ids, near } = matchesOf(ports, query);
  const offset = Math.min(Math.max(0, from), lastPage(ids.length));
  const assessed = new Map(register.assess(record, DEEP).candidates.map((c) => [c.customerId, c]));
  const found = ids.slice(offset, offset + PAGE).map((id): CandidateLine | undefined => {
    const customer = register.customer(id);
    if (customer === undefined) return undefined;
    const known = assessed.get(id) ?? register.assess(record, 0, id).candidates[0];
    return {
      customer,
      probability: known?.probability ?? 0,
      evidence: known?.evidence ?? [],
      mappedAccounts: register.mappedCount(id, record.id),
      ...underOthers(register, record, id),
    };
  });
  return {
    picture: drawAccount(ports, record),
    query,
    near,
    found: found.filter((line) => line !== undefined),
    offset,
    total: Math.min(ids.length, MOST),
    more: ids.length > MOST,
  };
}

/** Every customer that is meant by the words or holds them, the likeliest first; merely near ones only when none does. */
function matchesOf({ register }: Ports, query: string): { readonly ids: readonly string[]; readonly near: boolean } {
  if (query.trim() === '') return { ids: [], near: false };
  const near = register.find('customers', query, MOST + 1);
  const holding = register
    .suggest('customers', query, MOST + 1)
    .filter(({ id }) => holds(register.customer(id), query));
  const { kind } = register.resolveCustomer(query);
  const meant = kind === 'probably' || kind === 'none' ? [] : near.filter((m) => m.exactness !== 'similar');
  const ids = [...new Set([...meant, ...holding].map((m) => m.id))];
  return ids.length > 0 ? { ids, near: false } : { ids: near.slice(0, PAGE).map((m) => m.id), near: near.length > 0 };
}

/** Whether the name, the website or the number of a customer holds the letters that were typed. */
function holds(customer: Customer | undefined, query: string): boolean {
  const letters = squeeze(query);
  const fields = [customer?.name, customer?.website, customer?.number, ...(customer?.mailDomains ?? [])];
  return fields.some((field) => field !== undefined && squeeze(field).includes(letters));
}

function lastPage(count: number): number {
  return Math.max(0, Math.ceil(Math.min(count, MOST) / PAGE) - 1) * PAGE;
}

/** A customer to choose while somebody types, with what speaks for it where the account is known. */
export interface Suggestion {
  readonly customer: Customer;
  readonly evidence: readonly Evidence[];
}

/** More names than are shown, so that the ones that fit the account come first among them. */
const LOOKED_THROUGH = 40;
/** Below this a customer fits no better than any other that holds the letters. */
const FITS = 0.02;

/** Search as you type: up to `limit` customers; for an account those that fit it best first. */
export function suggestCustomers(
  { register }: Pick<Ports, 'register'>,
  text: string,
  limit: number,
  record?: AccountRecord,
): readonly Suggestion[] {
  const candidates = record === undefined ? [] : register.assess(record, DEEP).candidates;
  const fits = new Map(candidates.filter(({ probability }) => probability >= FITS).map((c) => [c.customerId, c]));
  const ids =
    text.trim() === '' ? [...fits.keys()] : register.suggest('customers', text, LOOKED_THROUGH).map(({ id }) => id);
  const chance = (id: string): number => fits.get(id)?.probability ?? 0;
  return [...ids]
    .sort((a, b) => chance(b) - chance(a))
    .slice(0, limit)
    .flatMap((id): readonly Suggestion[] => {
      const customer = register.customer(id);
      return customer === undefined ? [] : [{ customer, evidence: fits.get(id)?.evidence ?? [] }];
    });
}

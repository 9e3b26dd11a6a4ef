import type { AccountRecord } from '../domain/account';
import type { CompanyHit } from '../domain/company-hit';
import type { Customer } from '../domain/customer';
import type { NameMatch } from '../matching/name-index';
import { squeeze } from '../matching/text';
import type { Ports } from '../ports';

/** More than anybody scrolls through. */
const MOST = 60;
/** Names that are merely like what was typed. */
const MOST_NEAR = 5;

/** The best first: accounts, and customers that no account is mapped to. Those that are merely near only when nothing else is found. */
export function findCompanies({ register }: Pick<Ports, 'register'>, text: string): readonly CompanyHit[] {
  const found = new Map<string, { readonly hit: CompanyHit; readonly score: number }>();
  const take = (hit: CompanyHit, score: number): void => {
    const id = hit.hit === 'account' ? hit.account.id : hit.customer.id;
    const known = found.get(id);
    if (known === undefined || (known.hit.near && !hit.near) || known.score < score) found.set(id, { hit, score });
  };
  for (const match of register.suggest('accounts', text, MOST)) {
    const account = register.account(match.id);
    if (account === undefined) continue;
    take({ hit: 'account', account, near: isNear(match, namesOfAccount(account), text) }, match.score);
  }
  for (const match of register.suggest('customers', text, MOST)) {
    const customer = register.customer(match.id);
    if (customer === undefined) continue;
    const near = isNear(match, namesOfCustomer(customer), text);
    const accounts = register.accountsOfCustomer(match.id);
    for (const account of accounts) take({ hit: 'account', account, near }, match.score);
    if (accounts.length === 0) take({ hit: 'customer', customer, near }, match.score);
  }
  const hits = [...found.values()]
    .sort((a, b) => b.score - a.score || order(a.hit) - order(b.hit))
    .map(({ hit }) => hit);
  const sure = hits.filter(({ near }) => !near);
  return sure.length > 0 ? sure : hits.slice(0, MOST_NEAR);
}

function order({ hit }: CompanyHit): number {
  return hit === 'account' ? 0 : 1;
}

const MEANT: ReadonlySet<NameMatch['exactness']> = new Set(['id', 'exact', 'slip', 'part']);

/** Nobody typed a part of any of its names, and it is not the same but for a slip. */
function isNear({ exactness }: NameMatch, names: readonly (string | undefined)[], text: string): boolean {
  if (MEANT.has(exactness)) return false;
  const letters = squeeze(text);
  return !names.some((name) => name !== undefined && squeeze(name).includes(letters));
}

function namesOfAccount({ tenant, formerNames = [] }: AccountRecord): readonly (string | undefined)[] {
  return [tenant.name, tenant.defaultDomain, ...(tenant.domains ?? []), ...formerNames.map(({ name }) => name)];
}

function namesOfCustomer(customer: Customer): readonly (string | undefined)[] {
  const { name, website, number, city, mailDomains = [] } = customer;
  return [name, website, number, city, ...mailDomains];
}

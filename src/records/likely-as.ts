import type { AccountRecord } from '../domain/account';
import type { Verdict } from '../domain/answers';
import type { Customer } from '../domain/customer';
import type { Evidence } from '../domain/evidence';
import type { Register } from '../register/register';

export interface LikelyAccount {
  readonly account: AccountRecord;
  /** `this-one`: almost certainly. Never `nothing-fits`. */
  readonly verdict: Exclude<Verdict, 'nothing-fits'>;
  /** That the account is this customer's, calibrated, 0 to 1. */
  readonly probability: number;
  readonly evidence: readonly Evidence[];
}

export interface LikelyCustomer extends Omit<LikelyAccount, 'account'> {
  readonly customer: Customer;
}

/** Each assessment weighs the whole customer list. */
const MOST_ASSESSED = 6;
const CANDIDATES = 3;

/**
 * Open accounts of which this customer is the best candidate, the likeliest first. The few accounts that the customer's
 * name, website and tenant lead to are assessed, not all.
 */
export function likelyAccounts(register: Register, customer: Customer): LikelyAccount[] {
  const ids = new Set(
    [customer.tenantId, customer.website, ...(customer.mailDomains ?? []), customer.name]
      .filter((key) => key !== undefined && key !== '')
      .flatMap((key) => register.find('accounts', key ?? '', MOST_ASSESSED).map((match) => match.id)),
  );
  return [...ids]
    .map((id) => register.account(id))
    .filter((account) => account?.mapping.state === 'open')
    .slice(0, MOST_ASSESSED)
    .flatMap((account) => (account === undefined ? [] : likelyAccount(register, account, customer)))
    .sort((a, b) => b.probability - a.probability || (a.account.id < b.account.id ? -1 : 1));
}

function likelyAccount(register: Register, account: AccountRecord, customer: Customer): LikelyAccount[] {
  const { verdict, candidates } = register.assess(account, 1);
  const [best] = candidates;
  if (best?.customerId !== customer.id || verdict === 'nothing-fits') return [];
  return [{ account, verdict, probability: best.probability, evidence: best.evidence }];
}

/** Customers that this open account may be, best first; only the first can be so almost certainly. */
export function likelyCustomers(register: Register, account: AccountRecord): LikelyCustomer[] {
  const { verdict, candidates } = register.assess(account, CANDIDATES);
  if (verdict === 'nothing-fits') return [];
  return candidates.slice(0, verdict === 'this-one' ? 1 : CANDIDATES).flatMap((candidate) => {
    const customer = register.customer(candidate.customerId);
    return customer === undefined
      ? []
      : [{ customer, verdict, probability: candidate.probability, evidence: candidate.evidence }];
  });
}

import type { AccountRecord } from '../domain/account';
import type { MapProposal } from '../domain/answers';
import type { Customer } from '../domain/customer';
import { accountLine, drawAccount } from './draw-account';
import { findAccount, findCustomer } from './find-account';
import type { Ports } from './ports';

const CHOICES = 6;

/** "map A to B": says what was understood and asks. It never writes; the click on the card does. */
export function proposeMapping(ports: Ports, account: string, customer: string): MapProposal {
  const found = findAccount(ports.register, account);
  switch (found.found) {
    case 'probably':
    case 'likely-as':
    case 'none':
      return { answer: 'no-account', query: account, near: found.near };
    case 'several':
      return { answer: 'which-account', query: account, choices: found.accounts.slice(0, CHOICES).map(accountLine) };
    case 'one':
    case 'assumed':
      return proposeFor(ports, found.account, customer);
  }
}

export function proposeFor(ports: Ports, account: AccountRecord, query: string): MapProposal {
  const found = findCustomer(ports.register, query);
  switch (found.found) {
    case 'probably':
    case 'likely-as':
    case 'none':
      return { answer: 'no-customer', account: accountLine(account), query, near: found.near };
    case 'several':
      return {
        answer: 'which-customer',
        account: accountLine(account),
        query,
        choices: found.customers.slice(0, CHOICES),
      };
    case 'one':
    case 'assumed':
      return confirm(ports, account, found.customer);
  }
}

export function confirm(ports: Ports, account: AccountRecord, customer: Customer): MapProposal {
  const candidate = ports.register.assess(account, 25).candidates.find((c) => c.customerId === customer.id);
  return { answer: 'confirm', picture: drawAccount(ports, account), customer, evidence: candidate?.evidence ?? [] };
}

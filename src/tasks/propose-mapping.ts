import type { AccountRecord } from '../domain/account';
import type { MapProposal } from '../domain/answers';
import type { Customer } from '../domain/customer';
import type { Person } from '../domain/person';
import { doubtsAbout, weigh } from './doubts';
import { accountLine, drawAccount } from './draw-account';
import { findAccount, findCustomer } from './find-account';
import type { Ports } from './ports';

const CHOICES = 6;

/** "map A to B": says what was understood and asks. It never writes; the click on the card does. */
export function proposeMapping(ports: Ports, account: string, customer: string, person: Person): MapProposal {
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
      return proposeFor(ports, found.account, customer, person);
  }
}

export function proposeFor(ports: Ports, account: AccountRecord, query: string, person: Person): MapProposal {
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
      return confirm(ports, account, found.customer, person);
  }
}

export function confirm(ports: Ports, account: AccountRecord, customer: Customer, person: Person): MapProposal {
  const { evidence, fits } = weigh(ports, account, customer.id);
  const doubts = doubtsAbout(account, { kind: 'person', person }, fits);
  return { answer: 'confirm', picture: drawAccount(ports, account), customer, evidence, doubts };
}

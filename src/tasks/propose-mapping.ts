import type { AccountRecord } from '../domain/account';
import type { MapProposal, NearName } from '../domain/answers';
import type { Taken } from '../domain/taken';
import type { Customer } from '../domain/customer';
import type { Person } from '../domain/person';
import { doubtsAbout, weighDoubts } from './doubts';
import { accountLine, drawAccount } from '../records/draw-account';
import { findCustomer } from '../records/find-account';
import type { Ports } from '../ports';

const CHOICES = 6;

/** "map A to B", when it is clear which account A is. It never writes; the click on the card does. */
export function proposeMapping(
  ports: Ports,
  account: AccountRecord,
  query: string,
  person: Person,
  taken?: Taken,
): MapProposal {
  const found = findCustomer(ports.register, query);
  const about = { account: accountLine(ports, account), query };
  switch (found.found) {
    case 'one':
      return confirm(ports, account, found.customer, person, { taken });
    case 'assumed':
      return confirm(ports, account, found.customer, person, { taken, goingBy: query });
    case 'several':
      return { answer: 'which-customer', ...about, choices: found.customers.slice(0, CHOICES) };
    case 'likely-as':
      return { answer: 'no-customer', ...about, near: found.customers.map(({ customer }) => nearCustomer(customer)) };
    case 'probably':
    case 'none':
      return { answer: 'no-customer', ...about, near: found.near };
  }
}

export function confirm(
  ports: Ports,
  account: AccountRecord,
  customer: Customer,
  person: Person,
  { taken, goingBy }: { readonly taken?: Taken | undefined; readonly goingBy?: string } = {},
): MapProposal {
  const { evidence, fits } = weighDoubts(ports, account, customer.id);
  return {
    answer: 'confirm',
    picture: drawAccount(ports, account),
    customer,
    evidence,
    doubts: doubtsAbout(account, { kind: 'person', person }, fits),
    ...(taken === undefined ? {} : { taken }),
    ...(goingBy === undefined ? {} : { goingBy }),
  };
}

function nearCustomer({ id, name }: Customer): NearName {
  return { name, customerId: id };
}

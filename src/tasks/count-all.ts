import { isAccepted } from '../domain/acceptance';
import { needless } from '../domain/account';
import type { CountAnswer } from '../domain/companies-answer';
import { freshness } from '../records/draw-account';
import type { Ports } from '../ports';

/** "How many customers do we have?", from memory. Accounts that have left the list are not counted. */
export function countAll(ports: Ports): CountAnswer {
  const { register, clock } = ports;
  let accounts = 0;
  for (const account of register.allAccounts()) if (isAccepted(account.acceptance)) accounts += 1;
  const { customers, open } = register.counts;
  const others = needless(register.accountsWithoutNeed());
  return { accounts, customers, open, needless: others, freshness: freshness(ports), now: clock.now() };
}

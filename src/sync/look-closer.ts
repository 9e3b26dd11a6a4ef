import { isAccepted } from '../domain/acceptance';
import type { Ports } from '../ports';
import { refreshDetails } from '../records/refresh-acceptance';

/** How many accounts one round looks at: three requests each, within what the provider allows besides its lists. */
const AT_ONCE = 5;
const EACH_ROUND = 25;

/**
 * Reads what the provider's lists do not tell of open accounts at which nobody has looked yet, above all their own
 * domains: by them a customer's name leads to an account of quite another name. A few each round, the oldest first.
 */
export async function lookCloser(ports: Ports, stop: { readonly aborted: boolean }): Promise<void> {
  const unknown = ports.register
    .openAccounts()
    .filter(({ lookedAt, acceptance }) => lookedAt === undefined && isAccepted(acceptance))
    .slice(0, EACH_ROUND);
  for (let at = 0; at < unknown.length && !stop.aborted; at += AT_ONCE) {
    await Promise.all(unknown.slice(at, at + AT_ONCE).map((record) => refreshDetails(ports, record)));
  }
}

import { UPDATE_LEAVES_WITHIN } from '../domain/post';
import type { Instant } from '../domain/time';
import type { Ports } from '../ports';

/**
 * The ports of a run under a lease. Another replica may draw the same messages as soon as the lease is over, so a
 * redrawn one does not leave after that: it would replace a newer one.
 */
export function withinTerm(ports: Ports, term: { readonly until: Instant }): Ports {
  const { courier, clock } = ports;
  return {
    ...ports,
    courier: {
      ...courier,
      async update(to, place, message, notAfter = clock.now() + UPDATE_LEAVES_WITHIN) {
        const until = Math.min(notAfter, term.until);
        return until <= clock.now() ? { sent: 'too-late' } : courier.update(to, place, message, until);
      },
    },
  };
}

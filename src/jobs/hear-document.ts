import type { Document } from '../domain/documents';
import type { Division } from './division';
import type { Runner } from './runner';

interface Hears {
  hear(document: Document): void;
}

/** Who goes by what others of our replicas write, beside the register. */
export interface Listeners {
  readonly budget: Hears;
  readonly leases: Hears;
  readonly division: Pick<Division, 'hear'>;
  readonly runner: Pick<Runner, 'free' | 'nudge'>;
}

/** Tells them of a document that the store's tail brought. */
export function hearDocument({ budget, leases, division, runner }: Listeners, document: Document): void {
  budget.hear(document);
  leases.hear(document);
  const free = division.hear(document);
  if (free !== undefined) runner.free(free);
  // Whichever replica it came to, the one that reads the sources works it off.
  if (document.kind === 'event' && document.state === 'waiting') runner.nudge('events');
}

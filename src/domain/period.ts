import type { Period } from './answers';
import type { TimeZone } from './calendar';
import { rangeOf } from './span';
import type { Instant } from './time';

/** The span that "this week" means for somebody in this zone. Weeks begin on Monday. */
export function periodOf(name: Period['name'], now: Instant, zone: TimeZone): Period {
  return { name, ...rangeOf({ named: name }, 'back', now, zone) };
}

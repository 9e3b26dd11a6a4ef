import type { Trouble } from './source';
import { DAY } from './time';
import type { Instant } from './time';

/** How long a refresh token of Entra is good after it was given, in milliseconds. */
export const CONSENT_LASTS = 90 * DAY;

/** From so long before its end on, administrators hear of a consent that cannot be renewed, in milliseconds. */
export const CONSENT_WARNING = 14 * DAY;

/** How a consent fares. */
export interface SignInHealth {
  readonly person: string;
  /** The provider's name; absent while there is one only. */
  readonly provider?: string;
  /** Absent before the first renewal. */
  readonly renewedAt?: Instant;
  readonly endsAt?: Instant;
  readonly trouble?: Trouble;
}

import { DAY } from './time';

/** How long a refresh token of Entra is good after it was given, in milliseconds. */
export const CONSENT_LASTS = 90 * DAY;

/** From so long before its end on, administrators hear of a consent that cannot be renewed, in milliseconds. */
export const CONSENT_WARNING = 14 * DAY;

import { fixedOffset } from '../domain/calendar';
import type { TimeZone } from '../domain/calendar';

/** "Europe/Berlin", "America/New York", "UTC+05:30": whose clock a time of day goes by. */
export function clockName(zone: TimeZone): string {
  return fixedOffset(zone) === undefined ? zone.replaceAll('_', ' ') : `UTC${zone}`;
}

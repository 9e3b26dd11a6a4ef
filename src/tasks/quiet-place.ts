import type { SettingsAnswer } from '../domain/answers';
import { UTC } from '../domain/calendar';
import type { ConversationRecord } from '../domain/documents';
import { countryOfZone } from '../domain/holidays';
import { needsZone } from '../domain/pause';
import type { QuietPlace, QuietWanted } from '../domain/quiet';
import { knownClockOf } from '../records/clock-of';
import type { Ports } from '../ports';
import type { WantedSetting } from './change-settings';

/**
 * By whose clock quiet hours go: in a personal chat that of its person, wherever they are, so none is kept unless they
 * have named it. Undefined where it takes one and nobody has told us of any.
 */
export function quietPlace(
  ports: Ports,
  conversation: ConversationRecord,
  { timeZone, isZoneSaid, quiet = {} }: WantedSetting,
): QuietPlace | undefined {
  const { settings, type } = conversation;
  const isPersonal = type === 'personal';
  const known = isPersonal ? settings.timeZone : knownClockOf(ports, conversation);
  const zone = timeZone ?? settings.quiet?.timeZone ?? known ?? (asksForClock(quiet) ? undefined : UTC);
  if (zone === undefined) return undefined;
  const keeps = !isPersonal || isZoneSaid === true || settings.quiet?.timeZone !== undefined;
  return { ...(keeps ? { timeZone: zone } : {}), country: countryOfZone(zone), zone, now: ports.clock.now() };
}

function asksForClock({ on, from, to, days, holidays, off, pause }: QuietWanted): boolean {
  const isSaid = [from, to, days, holidays, off].some((one) => one !== undefined) || on === true;
  return (isSaid && on !== false) || (pause !== undefined && needsZone(pause));
}

export function whyNotQuiet(
  { quiet }: WantedSetting,
  place: QuietPlace | undefined,
): NonNullable<SettingsAnswer['quietRefused']> {
  if (place === undefined) return 'zone';
  return quiet?.pause === undefined ? 'hours' : 'until';
}

/** What clocks on the wall show, read without the program's own calendar. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known =
    clocks.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  clocks.set(zone, known);
  return known;
}

/** `2026-10-25 09:01`. */
export function shownAt(at: number, zone: string): string {
  return clockOf(zone).format(at);
}

export function dayIn(at: number, zone: string): string {
  return shownAt(at, zone).slice(0, 10);
}

export function minutesIn(at: number, zone: string): number {
  const [hours, minutes] = shownAt(at, zone).slice(11).split(':');
  return Number(hours) * 60 + Number(minutes);
}

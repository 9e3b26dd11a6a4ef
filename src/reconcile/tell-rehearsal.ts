import type { Alarm, AlarmRecord } from '../domain/alarm';
import { isKnownByRow, needsCustomer } from '../domain/account';
import { dateAt, UTC } from '../domain/calendar';
import { isRehearsing, NO_REHEARSAL, rehearsesWrite } from '../domain/rehearsal';
import { DAY, HOUR } from '../domain/time';
import { writeAfterRehearsal } from '../domain/write-backs';
import type { Ports } from '../ports';
import { changeAccount } from '../records/change-document';
import { ifReadable } from '../records/leave-out';

const KEY = 'rehearsal ';
const OVER = 'rehearsal-over ';
/** The day of a summary begins at this hour, UTC: when it comes somebody is about to work. */
const MORNING = 6 * HOUR;

/** Whether this is a summary of a day: it is never "over", it is followed by the next one. */
export function isOfRehearsal({ key }: Pick<Alarm, 'key'>): boolean {
  return key.startsWith(KEY) || key.startsWith(OVER);
}

/** Whether nothing more is to be said of it: its day has passed, or its message is there. */
export function isRehearsalPast(ports: Ports, { key, state }: Pick<AlarmRecord, 'key' | 'state'>): boolean {
  if (key.startsWith(OVER)) return state === 'posted';
  return !isRehearsing(rehearsalOf(ports)) || key !== todayKey(ports);
}

/**
 * While the bot rehearses, one summary a day of what it would have done; when it does not any more, one message that says
 * what happens now. `told` are the summaries that somebody has not been told the end of.
 */
export function rehearsalAlarms(ports: Ports, told: readonly AlarmRecord[]): readonly Alarm[] {
  const rehearsal = rehearsalOf(ports);
  const since = ports.clock.now();
  const writes = rehearsed(ports);
  if (isRehearsing(rehearsal)) {
    const places = rehearsal.everywhere ? {} : { places: rehearsal.conversations.length };
    const day = { announced: announcedToday(ports), writes, ...places };
    return [{ key: todayKey(ports), since, what: { of: 'rehearsal', day } }];
  }
  const last = told.filter(({ key, isOver }) => key.startsWith(KEY) && !isOver).map(({ key }) => key);
  const [day] = last.toSorted().slice(-1);
  if (day === undefined) return [];
  const open = ports.register.openAccounts().length;
  return [{ key: OVER + day.slice(KEY.length), since, what: { of: 'rehearsal-over', writes, open } }];
}

/** What was decided in a rehearsal that is over is owed to Work 365 now; the queues see to it that it is no flood. */
export async function endRehearsal(ports: Ports): Promise<void> {
  const rehearsal = rehearsalOf(ports);
  let ended = false;
  for (const { id, writeBack, decisions } of [...ports.register.allAccounts()]) {
    if (writeBack.state !== 'rehearsed' || rehearsesWrite(rehearsal, { decisions })) continue;
    await ifReadable(() => changeAccount(ports, id, (record) => writeAfterRehearsal(record, ports.clock.now())));
    ended = true;
  }
  if (ended) ports.nudge('reconcile');
}

function rehearsalOf({ rehearsal = NO_REHEARSAL }: Ports) {
  return rehearsal;
}

function todayKey({ clock }: Ports): string {
  const { year, month, day } = dateAt(clock.now() - MORNING, UTC);
  return `${KEY}${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function rehearsed({ register }: Ports): number {
  let count = 0;
  for (const { writeBack } of register.allAccounts()) if (writeBack.state === 'rehearsed') count += 1;
  return count;
}

/** Accounts that came within a day and would have been announced: accepted since we look, and in need of a customer then. */
function announcedToday({ register, clock }: Ports): number {
  const after = clock.now() - DAY;
  let count = 0;
  for (const record of register.allAccounts()) {
    const { reseller } = record.acceptance;
    const isNews = reseller.state === 'accepted' && reseller.since.basis !== 'before-first-look';
    const isOurs = needsCustomer(record) || record.decisions[0]?.by.kind === 'person';
    if (record.firstSeenAt >= after && (isNews || isKnownByRow(record)) && isOurs) count += 1;
  }
  return count;
}

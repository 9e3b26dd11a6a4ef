import { dateAt, instantAt } from '../domain/calendar';
import type { TimeZone } from '../domain/calendar';
import { dayMeant } from '../domain/day-asked';
import type { Person } from '../domain/person';
import type { SnoozeAnswer, SnoozeWish } from '../domain/snooze-answer';
import { snoozeAccount, wakeAccount } from '../domain/snoozes';
import { WORK_BEGINS } from '../domain/working-time';
import type { Ports } from '../ports';
import { drawAccount } from '../records/draw-account';
import { ruleAccount } from './rule-account';

/** An account waits until the morning of a day, on the clock of whoever wants it. */
export async function snoozeUntil(
  ports: Ports,
  person: Person,
  accountId: string,
  { until: asked, reason, seen }: SnoozeWish,
  zone: TimeZone,
): Promise<SnoozeAnswer> {
  const at = ports.clock.now();
  const meant = asked === undefined ? undefined : dayMeant(asked, dateAt(at, zone));
  const why = reason === undefined ? {} : { reason };
  if (meant?.meant === 'day') {
    const wanted = { by: person, at, until: instantAt(meant.day, WORK_BEGINS, zone), ...why };
    return ruleAccount(ports, accountId, person, (record) => snoozeAccount(record, wanted, seen));
  }
  const record = ports.register.account(accountId) ?? (await ports.store.read('account', accountId))?.document;
  if (record === undefined) return { answer: 'account-gone' };
  const picture = drawAccount(ports, record);
  if (record.mapping.state !== 'open') return { answer: 'decided', picture };
  const { said } = { said: undefined, ...meant };
  return {
    answer: 'until-when',
    picture,
    ...(meant === undefined ? {} : { why: meant.meant }),
    ...(said === undefined ? {} : { said }),
    ...why,
  };
}

/** It does not wait any more. */
export function wakeUp(ports: Ports, person: Person, accountId: string): Promise<SnoozeAnswer> {
  return ruleAccount(ports, accountId, person, (record) => wakeAccount(record, ports.clock.now()));
}

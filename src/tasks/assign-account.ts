import type { AccountRecord } from '../domain/account';
import type { AccountPicture } from '../domain/answers';
import { assignAccount, unassignAccount } from '../domain/assignments';
import type { AssignRuling } from '../domain/assignments';
import type { TimeZone } from '../domain/calendar';
import type { Person } from '../domain/person';
import { snoozeOf } from '../domain/snooze';
import type { Snooze } from '../domain/snooze';
import { afterWorkingHours } from '../domain/working-time';
import type { Ports } from '../ports';
import { changeDocument } from '../records/change-document';
import type { Change } from '../records/change-document';
import { drawAccount } from '../records/draw-account';
import { freeDaysOf } from '../records/free-days';
import { withAskerTold } from '../records/tell-asker';

/** What became of taking an account or letting it go, and the account as it is now. */
export type AssignAnswer =
  | {
      readonly answer: AssignRuling['ruling'];
      readonly picture: AccountPicture;
      /** What kept it asleep before it was taken. */
      readonly woken?: Snooze;
    }
  | { readonly answer: 'account-gone' };

/** A person says that they are on it, there; the hours are those of their own clock. `over`: whom they saw there. */
export function takeAccount(
  ports: Ports,
  person: Person,
  accountId: string,
  { zone, over, where }: { readonly zone: TimeZone; readonly over?: string; readonly where?: string },
): Promise<AssignAnswer> {
  const at = ports.clock.now();
  const until = afterWorkingHours(at, ports.assignHours, zone, freeDaysOf(ports, accountId, where));
  const assignment = { by: person, at, until };
  return ruled(ports, accountId, person, (record) => assignAccount(record, assignment, over));
}

export function letAccountGo(ports: Ports, person: Person, accountId: string): Promise<AssignAnswer> {
  return ruled(ports, accountId, person, (record) => unassignAccount(record, person, ports.clock.now()));
}

async function ruled(
  ports: Ports,
  accountId: string,
  { id: actor }: Person,
  rule: (record: AccountRecord) => AssignRuling,
): Promise<AssignAnswer> {
  const changed = await changeDocument(ports, 'account', accountId, (record): Change<AccountRecord, Ruled> => {
    const { ruling, record: next } = rule(record);
    if (next === record) return { result: { ruling } };
    const document = withAskerTold(ports, record, next, { actor, now: ports.clock.now() });
    return { document, result: { ruling, snooze: snoozeOf(next) === undefined ? snoozeOf(record) : undefined } };
  });
  if (changed.changed === 'not-there') return { answer: 'account-gone' };
  if (changed.changed === 'saved') ports.nudge('reconcile');
  const { ruling, snooze } = changed.result;
  const picture = drawAccount(ports, changed.document);
  return { answer: ruling, picture, ...(snooze === undefined ? {} : { woken: snooze }) };
}

interface Ruled {
  readonly ruling: AssignRuling['ruling'];
  readonly snooze?: Snooze | undefined;
}

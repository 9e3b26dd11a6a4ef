import { assignmentOf } from '../../src/domain/assignment';
import { assignAccount } from '../../src/domain/assignments';
import { ignoreAccount, undoDecision } from '../../src/domain/mapping';
import { isBack, snoozeOf } from '../../src/domain/snooze';
import { endSnooze, snoozeAccount, wakeAccount } from '../../src/domain/snoozes';
import { DAY, HOUR } from '../../src/domain/time';
import { mostUrgent } from '../../src/domain/waiting-order';
import { account, stamp, T0 } from '../builders';

const ana = { id: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'Ana Silva' };
const ben = { id: 'aaaaaaaa-0000-4000-8000-000000000002', name: 'Ben Ito' };
const of = (by: typeof ana, days = 3, at = T0) => ({ by, at, until: T0 + days * DAY, reason: 'no contract yet' });
const open = account({ writesBack: false });
const anas = snoozeAccount(open, of(ana), undefined).record;

it('is changed by whoever began it, and by another who knows of it', () => {
  expect(snoozeOf(anas)).toEqual({ ...of(ana), waited: 0 });
  expect(anas.version).toBe(open.version + 1);
  expect(snoozeAccount(anas, of(ana), undefined).ruling).toBe('same');
  expect(snoozeAccount(anas, of(ana, 5), undefined).ruling).toBe('snoozed');
  expect(snoozeAccount(anas, of(ben, 5), undefined).ruling).toBe('theirs');
  expect(snoozeAccount(anas, of(ben, 5), T0 - 1).ruling).toBe('theirs');
  const { ruling, record } = snoozeAccount(anas, of(ben, 5, T0 + HOUR), T0);
  expect([ruling, snoozeOf(record)?.by]).toEqual(['snoozed', ben]);
});

it('is over at its time, once, and then the account stands on top for a day', () => {
  expect(anas.dueAt).toBe(T0 + 3 * DAY);
  expect(endSnooze(anas, T0 + 3 * DAY - 1)).toBeUndefined();
  const back = endSnooze(anas, T0 + 3 * DAY)!;
  expect([back.dueAt, snoozeOf(back), back.version]).toEqual([undefined, undefined, anas.version + 1]);
  // The clock is set back, or the job runs once more.
  expect(endSnooze(back, T0 + 9 * DAY)).toBeUndefined();
  expect([isBack(back, T0 + 3 * DAY), isBack(back, T0 + 4 * DAY)]).toEqual([true, false]);
  const older = account({ tenantId: 'bbbbbbbb-0000-4000-8000-000000000009', writesBack: false });
  expect(mostUrgent([older, back], 2, T0 + 3 * DAY + HOUR)[0]?.id).toBe(back.id);
  expect(snoozeAccount(back, of(ben, 9), undefined).ruling).toBe('snoozed');
});

it('ends earlier by anybody’s wish, and there is nothing to end twice', () => {
  const { ruling, record } = wakeAccount(anas, T0 + HOUR);
  expect([ruling, record.snooze, record.dueAt]).toEqual(['woken', undefined, undefined]);
  expect(wakeAccount(record, T0 + HOUR).ruling).toBe('awake');
});

it('puts nobody’s work away behind their back, and does not last where somebody is on it', () => {
  const taken = assignAccount(open, { by: ben, at: T0, until: T0 + 2 * HOUR }, undefined).record;
  expect(snoozeAccount(taken, of(ana), undefined).ruling).toBe('busy');
  const put = snoozeAccount(taken, of(ben), undefined).record;
  expect([assignmentOf(put), snoozeOf(put)?.by]).toEqual([undefined, ben]);
  const again = assignAccount(put, { by: ana, at: T0, until: T0 + 2 * HOUR }, undefined).record;
  expect([assignmentOf(again)?.by, snoozeOf(again)]).toEqual([ana, undefined]);
});

it('keeps nobody from deciding, ends with any decision, and does not come back when that is undone', () => {
  const ruling = ignoreAccount(anas, stamp({ kind: 'person', person: ben }));
  if (ruling.ruling !== 'decided') throw new Error(ruling.ruling);
  expect([ruling.record.snooze, ruling.record.dueAt]).toEqual([undefined, undefined]);
  expect(snoozeAccount(ruling.record, of(ana), undefined).ruling).toBe('decided');
  expect(wakeAccount(ruling.record, T0).ruling).toBe('decided');
  const undone = undoDecision(ruling.record, ruling.decision.id, {
    ...stamp({ kind: 'person', person: ben }),
    id: 'undo-1',
  });
  expect(undone.record.snooze).toBeUndefined();
});

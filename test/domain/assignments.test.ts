import { assignmentOf } from '../../src/domain/assignment';
import { assignAccount, lapseAssignment, unassignAccount } from '../../src/domain/assignments';
import { ignoreAccount } from '../../src/domain/mapping';
import { HOUR } from '../../src/domain/time';
import { afterWorkingHours } from '../../src/domain/working-time';
import { account, stamp, T0 } from '../builders';

const ana = { id: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'Ana Silva' };
const ben = { id: 'aaaaaaaa-0000-4000-8000-000000000002', name: 'Ben Ito' };
const of = (by: typeof ana) => ({ by, at: T0, until: T0 + 2 * HOUR });
const open = account({ writesBack: false });
const anas = assignAccount(open, of(ana), undefined).record;

it('is one person’s at a time, and another takes it over only knowing whose it is', () => {
  expect(assignmentOf(anas)).toEqual(of(ana));
  expect(assignAccount(anas, of(ana), undefined).ruling).toBe('yours');
  expect(assignAccount(anas, of(ben), undefined).ruling).toBe('theirs');
  expect(assignAccount(anas, of(ben), 'somebody-else').ruling).toBe('theirs');
  const { ruling, record } = assignAccount(anas, of(ben), ana.id);
  expect([ruling, assignmentOf(record)?.by]).toEqual(['assigned', ben]);
});

it('is let go by whoever has it, and by nobody else', () => {
  expect(unassignAccount(anas, ben, T0).ruling).toBe('theirs');
  const { ruling, record } = unassignAccount(anas, ana, T0);
  expect([ruling, record.assignment, record.version]).toEqual(['left', undefined, anas.version + 1]);
  expect(unassignAccount(record, ana, T0).ruling).toBe('nobodys');
});

it('lapses once, at its time, and is due until then', () => {
  expect(anas.dueAt).toBe(T0 + 2 * HOUR);
  expect(lapseAssignment(anas, T0 + 2 * HOUR - 1)).toBeUndefined();
  const lapsed = lapseAssignment(anas, T0 + 2 * HOUR);
  expect([lapsed?.assignment?.lapsedAt, lapsed?.dueAt, lapsed && assignmentOf(lapsed)]).toEqual([
    T0 + 2 * HOUR,
    undefined,
    undefined,
  ]);
  expect(lapsed && lapseAssignment(lapsed, T0 + 9 * HOUR)).toBeUndefined();
  expect(lapsed && assignAccount(lapsed, of(ben), undefined).ruling).toBe('assigned');
});

it('keeps nobody from deciding, and ends with any decision', () => {
  const ruling = ignoreAccount(anas, stamp({ kind: 'person', person: ben }));
  if (ruling.ruling !== 'decided') throw new Error(ruling.ruling);
  expect(ruling.record.assignment).toBeUndefined();
  expect(assignAccount(ruling.record, of(ana), undefined).ruling).toBe('decided');
});

describe('working hours', () => {
  const at = (iso: string) => Date.parse(iso);
  it.each([
    ['2026-11-30T09:14:00Z', 2, 'UTC', '2026-11-30T11:14:00Z'],
    ['2026-11-30T17:00:00Z', 2, 'UTC', '2026-12-01T09:00:00Z'],
    ['2026-11-27T17:30:00Z', 2, 'UTC', '2026-11-30T09:30:00Z'],
    ['2026-11-28T12:00:00Z', 2, 'UTC', '2026-11-30T10:00:00Z'],
    ['2026-11-30T22:00:00Z', 1, 'UTC', '2026-12-01T09:00:00Z'],
    // Germany sets its clocks back on the night before Sunday 25 October.
    ['2026-10-23T15:00:00Z', 2, 'Europe/Berlin', '2026-10-26T08:00:00Z'],
    ['2026-11-30T02:00:00Z', 3, 'Asia/Kolkata', '2026-11-30T05:30:00Z'],
  ])('from %s, %d hours in %s end at %s', (from, hours, zone, until) => {
    expect(new Date(afterWorkingHours(at(from), hours, zone)).toISOString()).toBe(new Date(at(until)).toISOString());
  });
});

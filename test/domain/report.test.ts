import type { AccountRecord } from '../../src/domain/account';
import { pickCustomer, undoDecision } from '../../src/domain/mapping';
import { ReportCount } from '../../src/domain/report';
import { DAY, HOUR } from '../../src/domain/time';
import { acceptance, account, ana, stamp } from '../builders';

/** A Thursday. */
const NOW = Date.UTC(2026, 9, 15, 12);
const customer = { id: 'customer-1', name: 'Contoso Limited' };

function accepted(at: number, basis: 'event' | 'before-first-look' = 'event', name = 'Contoso Ltd'): AccountRecord {
  const reseller = { state: 'accepted', since: { at, basis }, checkedAt: at, source: 'partner-center' } as const;
  const record = account({ acceptance: acceptance({ reseller }), at });
  return { ...record, tenant: { ...record.tenant, name } };
}

function mapped(record: AccountRecord, at: number, proposed: 'first' | 'other' = 'first'): AccountRecord {
  const ruled = pickCustomer(record, { customer, evidence: [], proposed }, stamp(ana, { at }));
  return ruled.record;
}

/** Somebody looked for the first time a year ago. */
function report(...records: AccountRecord[]) {
  return reportSince(NOW - 365 * DAY, ...records);
}

function reportSince(firstLook: number | undefined, ...records: AccountRecord[]) {
  const count = new ReportCount(NOW, 'Europe/Berlin', firstLook);
  for (const record of records) count.add(record);
  return count.result();
}

it('has twelve weeks that begin on Mondays of the reader, the last one up to now', () => {
  const { weeks } = report();
  expect(weeks).toHaveLength(12);
  expect(new Date(weeks[11]!.from).toISOString()).toBe('2026-10-11T22:00:00.000Z');
  expect(weeks[11]!.to).toBe(NOW);
  expect(weeks[10]!.to).toBe(weeks[11]!.from);
});

it('begins with the week in which somebody first looked, and says when that was', () => {
  const found = reportSince(NOW - 10 * DAY, accepted(NOW - 2 * DAY));
  expect(found.since).toBe(NOW - 10 * DAY);
  expect(found.weeks.map((week) => week.open)).toEqual([0, 1]);
  expect(found.weeks[0]!.to).toBeGreaterThan(NOW - 10 * DAY);
});

it('takes what was seen for a look, and tells of this week when nobody has looked at all', () => {
  expect(reportSince(undefined, accepted(NOW - 20 * DAY)).since).toBe(NOW - 20 * DAY);
  expect(reportSince(undefined)).toMatchObject({ since: NOW, weeks: [{ to: NOW }] });
});

it('says nothing of a first look that lies before all of its weeks', () => {
  expect(report(accepted(NOW - 5 * DAY))).not.toHaveProperty('since');
});

it('counts who accepted in which week, and not who was there before anybody looked', () => {
  const { weeks } = report(accepted(NOW - HOUR), accepted(NOW - 7 * DAY), accepted(NOW - HOUR, 'before-first-look'));
  expect(weeks.map((week) => week.accepted).slice(-3)).toEqual([0, 1, 1]);
});

it('knows what was open at the end of each week', () => {
  const { weeks } = report(mapped(accepted(NOW - 20 * DAY), NOW - 2 * DAY), accepted(NOW - 10 * DAY));
  expect(weeks.map((week) => week.open).slice(-4)).toEqual([1, 1, 2, 1]);
});

it('tells how long it took: half of them, and the longest', () => {
  const { took } = report(
    mapped(accepted(NOW - 5 * DAY), NOW - 5 * DAY + HOUR),
    mapped(accepted(NOW - 5 * DAY), NOW - 5 * DAY + 3 * HOUR),
    mapped(accepted(NOW - 9 * DAY, 'event', 'Late Ltd'), NOW - DAY),
  );
  expect(took).toEqual({ count: 3, median: 3 * HOUR, worst: 8 * DAY, worstName: 'Late Ltd' });
});

it('tells who mapped, how often the first proposal was taken, and what was taken back', () => {
  const one = mapped(accepted(NOW - 5 * DAY), NOW - 4 * DAY);
  const undone = undoDecision(one, one.decisions[0]!.id, stamp(ana, { at: NOW - 3 * DAY })).record;
  const found = report(undone, mapped(accepted(NOW - 5 * DAY), NOW - DAY, 'other'));
  expect(found).toMatchObject({
    mappers: [{ by: ana, count: 2 }],
    proposals: { first: 1, of: 2 },
    decided: 3,
    undone: 1,
  });
});

it('says nothing of decisions of which nobody noted whether they were the first proposal', () => {
  const record = pickCustomer(accepted(NOW - DAY), { customer, evidence: [] }, stamp(ana, { at: NOW - HOUR })).record;
  expect(report(record).proposals).toEqual({ first: 0, of: 0 });
});

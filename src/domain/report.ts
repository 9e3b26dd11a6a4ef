import { needsCustomer, noNeed } from './account';
import type { AccountRecord } from './account';
import { dateAt, daysAfter, startOf, weekdayOf } from './calendar';
import type { TimeZone } from './calendar';
import { wasFoundDecided } from './decision';
import type { Decision } from './decision';
import type { Actor } from './person';
import type { Instant } from './time';

/** So many weeks are told of at most, the present one included. */
export const REPORT_WEEKS = 12;

export interface ReportWeek {
  /** Its Monday. */
  readonly from: Instant;
  /** Exclusive; of the present week, now. */
  readonly to: Instant;
  /** Companies of which we know that they accepted in it. */
  readonly accepted: number;
  /** Accounts that waited for a customer at its end. */
  readonly open: number;
}

/** How it went in these weeks. */
export interface Report {
  /** The oldest first; none of which nothing is known. */
  readonly weeks: readonly ReportWeek[];
  /** When somebody first looked, where that was less than `REPORT_WEEKS` ago: of what was before, nothing is known. */
  readonly since?: Instant;
  /** From acceptance to the first mapping, of accounts that were mapped here in these weeks. */
  readonly took?: {
    readonly count: number;
    readonly median: number;
    readonly worst: number;
    readonly worstName: string;
  };
  /** Who mapped how many, the most first. */
  readonly mappers: readonly { readonly by: Actor; readonly count: number }[];
  /** Of mappings of which it is known: how many took our first proposal. */
  readonly proposals: { readonly first: number; readonly of: number };
  readonly decided: number;
  /** Decisions that were taken back, or whose account was opened again. */
  readonly undone: number;
  readonly now: Instant;
}

interface Took {
  readonly ms: number;
  readonly name: string;
}

/** Counts a report, account by account. */
export class ReportCount {
  private readonly starts: readonly Instant[];
  private readonly accepted: number[];
  private readonly open: number[];
  private readonly took: Took[] = [];
  private readonly mappers = new Map<string, { readonly by: Actor; count: number }>();
  private first = 0;
  private proposed = 0;
  private decided = 0;
  private undone = 0;
  private firstLook: Instant;

  /** `firstLook`: when a source was first read to its end; absent where none was. */
  constructor(
    private readonly now: Instant,
    zone: TimeZone,
    firstLook: Instant = now,
  ) {
    this.firstLook = Math.min(firstLook, now);
    const today = dateAt(now, zone);
    const monday = daysAfter(today, -((DAYS.indexOf(weekdayOf(today)) + 6) % 7));
    this.starts = Array.from({ length: REPORT_WEEKS }, (_, n) =>
      startOf(daysAfter(monday, 7 * (n + 1 - REPORT_WEEKS)), zone),
    );
    this.accepted = this.starts.map(() => 0);
    this.open = this.starts.map(() => 0);
  }

  add(record: AccountRecord): void {
    this.firstLook = Math.min(this.firstLook, record.firstSeenAt);
    const accepted = acceptedAt(record);
    if (accepted !== undefined) {
      const week = this.weekOf(accepted);
      if (week !== undefined) this.accepted[week] = (this.accepted[week] ?? 0) + 1;
    }
    if (noNeed(record) === undefined) {
      this.starts.forEach((_, week) => {
        if (waitedAt(record, this.endOf(week))) this.open[week] = (this.open[week] ?? 0) + 1;
      });
    }
    for (const decision of record.decisions) this.addDecision(decision, record);
    this.addTook(record, accepted);
  }

  result(): Report {
    const { starts, now, firstLook } = this;
    const took = this.took.sort((a, b) => a.ms - b.ms);
    const worst = took.at(-1);
    const weeks = starts.map((from, week) => ({
      from,
      to: this.endOf(week),
      accepted: this.accepted[week] ?? 0,
      open: this.open[week] ?? 0,
    }));
    return {
      weeks: weeks.filter(({ from, to }) => to > firstLook || from === starts.at(-1)),
      ...(firstLook > (starts[0] ?? now) ? { since: firstLook } : {}),
      ...(worst === undefined
        ? {}
        : { took: { count: took.length, median: medianOf(took), worst: worst.ms, worstName: worst.name } }),
      mappers: [...this.mappers.values()].sort((a, b) => b.count - a.count),
      proposals: { first: this.first, of: this.proposed },
      decided: this.decided,
      undone: this.undone,
      now,
    };
  }

  private addDecision(decision: Decision, { firstSeenAt }: AccountRecord): void {
    const { by, at, verdict, proposed } = decision;
    if (this.weekOf(at) === undefined || wasFoundDecided(by, at, firstSeenAt)) return;
    this.decided += 1;
    if (verdict === 'undone' || verdict === 'reopened') this.undone += 1;
    if (verdict !== 'mapped') return;
    const key = by.kind === 'person' ? by.person.id : 'work365';
    const known = this.mappers.get(key);
    if (known === undefined) this.mappers.set(key, { by: by.kind === 'person' ? by : { kind: 'work365' }, count: 1 });
    else known.count += 1;
    if (proposed === undefined) return;
    this.proposed += 1;
    if (proposed === 'first') this.first += 1;
  }

  private addTook(record: AccountRecord, accepted: Instant | undefined): void {
    // The first of a long story has moved out of the record.
    if (accepted === undefined || record.decisionsArchived > 0) return;
    const first = record.decisions.find(({ verdict }) => verdict === 'mapped');
    if (first === undefined || first.by.kind !== 'person' || this.weekOf(first.at) === undefined) return;
    this.took.push({ ms: Math.max(0, first.at - accepted), name: record.tenant.name });
  }

  private weekOf(at: Instant): number | undefined {
    if (at > this.now) return undefined;
    const week = this.starts.findLastIndex((start) => start <= at);
    return week < 0 ? undefined : week;
  }

  private endOf(week: number): Instant {
    return Math.min(this.starts[week + 1] ?? this.now, this.now);
  }
}

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** When it accepted, if anybody knows: what was there before our first look accepted at some time before. */
function acceptedAt({ acceptance: { reseller } }: AccountRecord): Instant | undefined {
  if (reseller.state !== 'accepted' && reseller.state !== 'ended') return undefined;
  return reseller.since.basis === 'before-first-look' ? undefined : reseller.since.at;
}

/** Whether it was there and nobody had decided. What it stood at then, the next decision remembers. */
function waitedAt(record: AccountRecord, at: Instant): boolean {
  if (record.firstSeenAt > at) return false;
  const next = record.decisions.find((one) => one.at > at);
  return next === undefined ? needsCustomer(record) : next.before.state === 'open';
}

function medianOf(sorted: readonly Took[]): number {
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half]?.ms ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1]?.ms ?? 0) + upper) / 2;
}

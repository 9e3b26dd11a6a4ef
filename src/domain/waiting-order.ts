import { waitingSince } from './account';
import type { AccountRecord } from './account';
import { isBack } from './snooze';
import { DAY } from './time';
import type { Instant } from './time';

/** So long an account that has only just turned up stands on top. */
const NEW_FOR = DAY;
/** A subscription that ends within this time makes its account urgent. */
const ENDS_SOON = 14 * DAY;

/** What waits behind an account, as far as it was looked up. */
export interface AtStake {
  /** Active subscriptions. */
  readonly subscriptions: number;
  /** Of the active ones together; absent where only their number is known. */
  readonly seats?: number;
  /** When the first of them ends. */
  readonly endsAt?: Instant;
}

/** Undefined when nobody has looked, or could. */
export function atStake({ subscriptions: fact }: Pick<AccountRecord, 'subscriptions'>): AtStake | undefined {
  if (fact?.state !== 'counted') return undefined;
  const { active: subscriptions, seats, endsAt } = fact;
  return {
    subscriptions,
    ...(seats === undefined ? {} : { seats }),
    ...(endsAt === undefined ? {} : { endsAt }),
  };
}

/** It came while somebody was looking, not long ago. What was there before our first look is not new. */
export function isNew({ acceptance: { reseller }, firstSeenAt }: AccountRecord, now: Instant): boolean {
  if (reseller.state !== 'accepted' || reseller.since.basis === 'before-first-look') return false;
  return now - firstSeenAt < NEW_FOR;
}

/** How large it is: its seats, and no less than one for each active subscription. */
export function size(record: Pick<AccountRecord, 'subscriptions'>): number {
  const stake = atStake(record);
  return stake === undefined ? 0 : Math.max(stake.subscriptions, stake.seats ?? 0);
}

type Rank = readonly [fresh: number, ending: number, cost: number, since: Instant, id: string];

/** What waiting has cost is counted in days of a seat that nobody could bill. */
function rankOf(record: AccountRecord, now: Instant): Rank {
  const since = waitingSince(record);
  const endsAt = atStake(record)?.endsAt ?? Infinity;
  const days = Math.max(1, Math.ceil((now - since) / DAY));
  return [
    isBack(record, now) ? 0 : isNew(record, now) ? 1 : 2,
    endsAt - now < ENDS_SOON ? 0 : 1,
    -size(record) * days,
    since,
    record.id,
  ];
}

/**
 * The first `count` of those that wait, by what waiting costs: what was snoozed and is back, what is new, then whose subscription ends soon, then by
 * seats and days, then who waits longest.
 */
export function mostUrgent(records: readonly AccountRecord[], count: number, now: Instant): readonly AccountRecord[] {
  const urgent = new MostUrgent(count, now);
  for (const record of records) urgent.add(record);
  return urgent.records();
}

/** The same for who goes through them in slices. */
export class MostUrgent {
  private readonly first: { readonly record: AccountRecord; readonly rank: Rank }[] = [];

  constructor(
    private readonly count: number,
    private readonly now: Instant,
  ) {}

  add(record: AccountRecord): void {
    const { first, count } = this;
    const rank = rankOf(record, this.now);
    const last = first[count - 1];
    if (last !== undefined && !isBefore(rank, last.rank)) return;
    const at = first.findIndex((one) => isBefore(rank, one.rank));
    first.splice(at < 0 ? first.length : at, 0, { record, rank });
    if (first.length > count) first.pop();
  }

  records(): readonly AccountRecord[] {
    return this.first.map(({ record }) => record);
  }
}

function isBefore(one: Rank, other: Rank): boolean {
  for (let at = 0; at < one.length; at += 1) {
    const [value, beside] = [one[at], other[at]];
    if (value !== undefined && beside !== undefined && value !== beside) return value < beside;
  }
  return false;
}

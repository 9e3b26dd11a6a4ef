import { anew, dropPost, UNTRIED } from './post';
import type { Post } from './post';
import type { RehearsalDay } from './rehearsal';
import type { Trouble } from './source';
import type { Stored } from './stored';
import type { Instant } from './time';

/** Something that only an administrator can put right. `key` names it for as long as it is the same. */
export interface Alarm {
  readonly key: string;
  readonly since: Instant;
  readonly what:
    | { readonly of: 'signin'; readonly trouble: Trouble; readonly endsAt?: Instant }
    | { readonly of: 'source'; readonly trouble: Trouble }
    | { readonly of: 'stuck'; readonly count: number }
    /** So many accounts have been open for so many days, and nobody is reminded of them any more. */
    | { readonly of: 'overdue'; readonly count: number; readonly days: number }
    | { readonly of: 'unheard'; readonly provider: string }
    /** Accounts that no channel has chosen: so many, and the names of the first. */
    | { readonly of: 'unrouted'; readonly count: number; readonly names: readonly string[] }
    /** What the bot would have done that day. */
    | { readonly of: 'rehearsal'; readonly day: RehearsalDay }
    /** What happens now that it does what it says. */
    | { readonly of: 'rehearsal-over'; readonly writes: number; readonly open: number };
}

/** What one administrator is told of it in their own chat: a message when it begins, and another when it is over. */
export interface AlarmRecord extends Stored, Post, Alarm {
  readonly kind: 'alarm';
  readonly conversationId: string;
  readonly isOver: boolean;
  /** Rises with each message that is owed. */
  readonly version: number;
}

/** Long enough to be found again by whoever still shows it, in seconds. */
const OVER_FOR_S = 7 * 86_400;

type Place = Pick<AlarmRecord, 'id' | 'partnerId' | 'conversationId'>;

export function newAlarm(alarm: Alarm, place: Place): AlarmRecord {
  return { kind: 'alarm', format: 1, ...place, ...alarm, isOver: false, version: 1, ...UNTRIED };
}

/** It goes on, or is there again after it was over: then it is told anew. */
export function alarmOn({ ttl: _kept, ...record }: AlarmRecord, alarm: Alarm): AlarmRecord {
  if (!record.isOver) return { ...record, what: alarm.what };
  return anew({ ...record, ...alarm, isOver: false, version: record.version + 1 });
}

/** It goes on, and there is more of it than was told: another message. */
export function alarmMore(record: AlarmRecord, { what }: Alarm): AlarmRecord {
  return record.isOver ? record : anew({ ...record, what, version: record.version + 1 });
}

/** Whom it was told is no administrator any more: nothing more is said to them. */
export function alarmLeft(record: AlarmRecord): AlarmRecord {
  if (record.isOver) return record;
  return dropPost({ ...record, isOver: true, ttl: OVER_FOR_S }, 'no administrator any more');
}

/** It is over. Whoever never heard of it is told nothing. */
export function alarmOver(record: AlarmRecord): AlarmRecord {
  if (record.isOver) return record;
  const over = { ...record, isOver: true, version: record.version + 1, ttl: OVER_FOR_S };
  return record.messageId === undefined ? dropPost(over, 'over before anybody was told') : anew(over);
}

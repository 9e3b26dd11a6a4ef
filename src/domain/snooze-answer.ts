import type { AccountPicture } from './answers';
import type { DayAsked, DayProblem } from './day-asked';
import type { SnoozeRuling } from './snoozes';
import type { Instant } from './time';

/** How somebody wants an account to wait. */
export interface SnoozeWish {
  /** Without it nobody has said until when. */
  readonly until?: DayAsked;
  readonly reason?: string;
  /** When the snooze began that the person's card showed. */
  readonly seen?: Instant;
}

export function snoozeWish(until: DayAsked | undefined, reason: string | undefined): SnoozeWish {
  return { ...(until === undefined ? {} : { until }), ...(reason === undefined ? {} : { reason }) };
}

/** What became of letting an account wait, or of waking it, and the account as it is now. */
export type SnoozeAnswer =
  | { readonly answer: SnoozeRuling['ruling']; readonly picture: AccountPicture }
  /** Until when is not clear; nothing was changed. */
  | {
      readonly answer: 'until-when';
      readonly why?: DayProblem;
      readonly said?: string;
      readonly reason?: string;
      readonly picture: AccountPicture;
    }
  | { readonly answer: 'account-gone' };

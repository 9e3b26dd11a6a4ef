import type { AccountLine, Freshness, UnreadLine } from './answers';
import type { AccountRecord } from './account';
import type { Drift } from './drift';
import type { SignInHealth } from './consent';
import type { JobFailure, TeamRecord } from './documents';
import type { PermissionsSeen } from './permission';
import type { Trouble } from './source';
import type { Instant } from './time';

export interface DriftLine {
  readonly account: AccountLine;
  readonly provider: string;
  readonly mapping: AccountRecord['mapping'];
  readonly drift: readonly Drift[];
}

export interface HealthAnswer {
  readonly freshness: readonly Freshness[];
  readonly open: number;
  readonly accounts: number;
  readonly customers: number;
  /** Conversations that we may not reach now, and why. */
  readonly unreachable: readonly { readonly name: string; readonly reason: string; readonly since: Instant }[];
  /** Records whose posts or write-backs keep failing. */
  readonly stuck: readonly { readonly account: AccountLine; readonly error: string }[];
  /** Mappings that do not go together: so many, and the first of them. */
  readonly drift: { readonly count: number; readonly first: readonly DriftLine[] };
  /** Names of providers whose new accounts are announced nowhere. */
  readonly unheard: readonly string[];
  /** Open accounts that no channel has chosen: so many, and the names of the first. */
  readonly unrouted: { readonly count: number; readonly names: readonly string[] };
  /** Where the bot only says what it would do: everywhere, or in places of these names; and how many decisions wait. */
  readonly rehearsal?: { readonly places?: readonly string[]; readonly waiting: number };
  readonly setup: readonly Trouble[];
  /** Whose consent the calls in a person's name use, how old it is and when it would end. */
  readonly signIns: readonly SignInHealth[];
  /** What the bot does by itself and fails at, besides reading sources. */
  readonly failing: readonly (JobFailure & { readonly job: string })[];
  /** Stored documents that cannot be read: so many, and the first of them. */
  readonly unread: { readonly count: number; readonly first: readonly UnreadLine[] };
  /** Teams that an administrator has to approve. */
  readonly waitingTeams: readonly TeamRecord[];
  /** Nobody is named as administrator, so nobody can. */
  readonly noAdministrators: boolean;
  /** For administrators: what we may do at the sources, or that a first look is under way. */
  readonly permissions?: PermissionsSeen | 'not-yet';
  readonly now: Instant;
}

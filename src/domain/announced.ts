import type { AccountRecord } from './account';
import type { CustomerRef } from './decision';
import type { Actor } from './person';
import type { RoutedBy, Routing } from './routing';
import type { Instant } from './time';

/**
 * Whether an account was announced in one conversation, and by which rule it was not. Read off the records as they are
 * now: a setting that was changed since is told as it is set.
 * - `card`: by a card of its own
 * - `gathered`: with what else came in quiet hours
 * - `burst`: with what else came within an hour beside those with a card each
 * - `quiet`: it waits for their end
 * - `waits`: it is owed, and Teams has not taken it yet
 * - `dropped`: its message, or the conversation, was gone
 */
export type Announced =
  | { readonly rule: 'card'; readonly at: Instant; readonly wantedAt: Instant }
  | { readonly rule: 'gathered'; readonly at: Instant; readonly heldSince: Instant }
  | { readonly rule: 'burst'; readonly at: Instant; readonly wantedAt: Instant }
  | { readonly rule: 'quiet'; readonly heldSince: Instant; readonly until?: Instant }
  | { readonly rule: 'waits'; readonly since: Instant; readonly isPaused: boolean }
  | { readonly rule: 'dropped' }
  | Unannounced;

/**
 * Why nothing was announced there.
 * - `routing`: accounts of other providers are announced there
 * - `not-chosen`, `not-known`: it is none of those that were chosen there, or nobody knows whether it is
 * - `not-rest`: only what no other channel is told of is announced there
 * - `closed`: the bot may not speak there now
 * - `before-us`: it was there before we first looked
 * - `later`: nothing was announced there yet when it came
 */
export type Unannounced =
  | {
      readonly rule:
        'not-approved' | 'rehearsal' | 'closed' | 'muted' | 'not-accepted' | 'needs-nobody' | 'not-rest' | 'unknown';
    }
  | { readonly rule: 'routing'; readonly provider: string }
  | { readonly rule: 'not-chosen' | 'not-known'; readonly by: RoutedBy; readonly routing: Routing }
  | { readonly rule: 'account-muted'; readonly since: Instant }
  | { readonly rule: 'before-us'; readonly at: Instant }
  | { readonly rule: 'mapped-already'; readonly by: Actor; readonly customer?: CustomerRef }
  | { readonly rule: 'later'; readonly since: Instant };

export interface AnnouncedAnswer {
  readonly record: AccountRecord;
  readonly scope: 'personal' | 'group' | 'channel';
  readonly here: Announced;
  /** The other channels and group chats that were told, by name. */
  readonly elsewhere: readonly { readonly place: string; readonly at: Instant }[];
}

import type { Courier } from './courier';
import type { Directory } from './directory';
import type { Circles } from './domain/circles';
import type { LinkPlaces } from './domain/link-meant';
import type { ReminderSteps } from './domain/reminders';
import type { Rehearsal } from './domain/rehearsal';
import type { Clock } from './domain/time';
import type { Groups } from './groups';
import type { Permissions } from './permissions';
import type { Provider } from './provider';
import type { Register } from './register/register';
import type { Ids } from './runtime/ids';
import type { Log } from './runtime/log';
import type { Store } from './store';
import type { Uploads } from './uploads';

/** All that a task may use; put together once, in app.ts. */
export interface Ports {
  readonly partnerId: string;
  readonly store: Store;
  readonly register: Register;
  readonly providers: readonly Provider[];
  readonly directory: Directory;
  readonly courier: Courier;
  readonly uploads: Uploads;
  readonly clock: Clock;
  readonly ids: Ids;
  /** 0 to 1, for jitter. */
  readonly random: () => number;
  readonly log: Log;
  readonly circles: Circles;
  readonly groups: Groups;
  /** Absent where nobody looks at them. */
  readonly permissions?: Permissions;
  /** Where the bot only says what it would do; nowhere without it. */
  readonly rehearsal?: Rehearsal;
  /** Where pages about customers are, for links that lead to them. */
  readonly links: LinkPlaces;
  /** So many hours of work somebody is on an account, before it is anybody's again. */
  readonly assignHours: number;
  /** So many new accounts are announced within an hour by a card each, in one conversation; 0: however many there are. */
  readonly cardsAnHour: number;
  /** After how many days what is open is said once more, where a conversation has no days of its own; none: never. */
  readonly reminderSteps: ReminderSteps;
  /** After so many days of work without an answer whoever invited is reminded. */
  readonly invitationDays: readonly number[];
  /** Whether cards search all customers while somebody types; clients without it show what stands on the card. */
  readonly searchesAsYouType: boolean;
  /** Starts a job now instead of at its time: `reconcile` when a record owes something, `events` and `sync` when a source called. */
  readonly nudge: (job: 'reconcile' | 'sync' | 'events') => void;
}

import type { Person } from './person';
import type { Trouble } from './source';
import type { Stored } from './stored';
import type { Instant } from './time';

/** What we know of one source: how old our picture of it is, and what is wrong with it now. */
export interface SourceRecord extends Stored {
  readonly kind: 'source';
  /** `accounts` of a provider, or `rows` / `customers` of the directory. */
  readonly part: string;
  /** Of a provider that only Work 365 knows, what it is called there. */
  readonly name?: string;
  /** Of a Partner Center of ours: the row of Work 365's table of providers that stands for it. */
  readonly home?: string;
  readonly firstCompleteAt?: Instant;
  readonly lastCompleteAt?: Instant;
  /** When the last complete reading began. */
  readonly beganAt?: Instant;
  readonly lastAttemptAt?: Instant;
  readonly count?: number;
  /** So many accounts were missing from the last complete list and could not be asked for one by one; absent when none. */
  readonly unconfirmed?: number;
  readonly trouble?: Trouble;
  readonly troubleSince?: Instant;
  /** What the last complete list held and could not be kept; absent when there is nothing of that kind. */
  readonly leftOut?: LeftOut;
  /** The last complete list lacked more than a tenth of what was known; the next one decides whether that is gone. */
  readonly missing?: MissingFromList;
  /** The last of the missing accounts that were asked for one by one: the next round goes on behind it. */
  readonly askedUpTo?: string;
}

/** So many of so many were not in a list. */
export interface MissingFromList {
  readonly count: number;
  readonly of: number;
}

/** Records of a source that could not be read or stored. Everything else of it was taken in. */
export interface LeftOut {
  readonly count: number;
  /** The first of them, by the names that people know, and why. */
  readonly first: readonly { readonly name: string; readonly why: string }[];
}

/** How one of the bot's own jobs fares, whichever replica runs it. */
export interface JobRecord extends Stored {
  readonly kind: 'job';
  readonly name: string;
  /** How often it is to run, in milliseconds. */
  readonly everyMs: number;
  /** Of the last success: written down now and then, so in the store it may be some minutes old. */
  readonly succeededAt?: Instant;
  readonly failedAt?: Instant;
  /** The last run failed. */
  readonly failure?: JobFailure;
}

export interface JobFailure {
  readonly since: Instant;
  /** For operators; names settings and our own documents, never people. */
  readonly reason: string;
  readonly remedy?: string;
}

/**
 * A person's consent to calls in their name at a provider: a refresh token, of which Entra gives a newer one with each
 * exchange. Here is what people may know of it, and the newest one itself, encrypted, where no vault keeps it.
 */
export interface SignInRecord extends Stored {
  readonly kind: 'signin';
  readonly providerId: string;
  readonly sealed?: string;
  /** Marks of the tokens from the settings that were taken in; one that has been overtaken does not come back. */
  readonly taken: readonly string[];
  /** When the newest one was given; it ends some ninety days later. */
  readonly renewedAt?: Instant;
  /** Who consented, as Entra names them. */
  readonly person?: Person;
  /** Why the last attempt to renew it brought nothing; absent when it did. */
  readonly trouble?: Trouble;
  readonly troubleSince?: Instant;
}

/** Work that must be done by one replica at a time. */
export interface LeaseRecord extends Stored {
  readonly kind: 'lease';
  readonly holder: string;
  readonly until: Instant;
  /** Rises with every change of holder: a holder that slept through its end sees another term. */
  readonly term: number;
}

/** A running replica, as it announces itself to the others. */
export interface ReplicaRecord extends Stored {
  readonly kind: 'replica';
  /** When it announced itself, by its own clock. */
  readonly at: Instant;
  /** How many requests a second of a tenant's limit it could use. */
  readonly wants: number;
  /** It has stopped, and leaves its share to the others. */
  readonly stopped: boolean;
  /** So often it has asked for a reading of all sources, whoever has their leases; absent for never. */
  readonly askedForSync?: number;
}

/**
 * Something that a source told us of. It is a hint and a debt: written down before it is acknowledged, and due until a
 * look of our own has shown what it is about.
 */
export interface EventRecord extends Stored {
  readonly kind: 'event';
  readonly source: 'partner-center' | 'work365';
  /** The source's word for what happened. */
  readonly event: string;
  /** The tenant that is to be looked at; absent when only a reading of everything will do. */
  readonly tenantId?: string;
  /** When it happened, as the source says. */
  readonly at?: Instant;
  readonly state: 'waiting' | 'done';
  /** A reading of everything that began later has seen it; by the clock of whoever works events off. */
  readonly takenAt?: Instant;
  readonly attempts: number;
}

/** Whether a replica may be sent requests, and what is missing, in words for an operator. */
export interface Readiness {
  readonly ready: boolean;
  readonly missing: readonly string[];
}

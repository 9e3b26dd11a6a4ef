import type { Instant } from './time';

/** What is lost without a permission. */
export type Cost =
  | 'nothing-known'
  | 'accounts'
  | 'person-facts'
  | 'customer-facts'
  | 'promptness'
  | 'admin-access'
  | 'groups'
  | 'customers'
  | 'write-back'
  | 'create-customers'
  | 'write-as-person';

/** The permissions at the sources that the running bot looks at by itself. */
export type SourcePermission =
  | 'app'
  | 'partner-app'
  | 'partner-consent'
  | 'partner-sign-in'
  | 'partner-agent'
  | 'partner-mfa'
  | 'customer-role'
  | 'webhook'
  | 'graph-gdap'
  | 'graph-groups'
  | 'dataverse-user'
  | 'dataverse-read'
  | 'dataverse-write'
  | 'dataverse-create'
  | 'dataverse-act';

/**
 * One permission as a look at its source found it.
 * - `good`: we have it
 * - `lacking`: we have not, and `remedy` says how it is given
 * - `off`: nobody set it up, and that is allowed
 * - `unknown`: it could not be looked at
 */
export interface PermissionSeen {
  readonly permission: SourcePermission;
  /** As its portal is called. */
  readonly where: string;
  /** The provider that it is at, where there are several. */
  readonly of?: string;
  readonly state: 'good' | 'lacking' | 'off' | 'unknown';
  readonly cost: Cost;
  /** What the source said; free of secrets and of customers' data. */
  readonly seen?: string;
  readonly remedy?: string;
}

export interface PermissionsSeen {
  readonly at: Instant;
  readonly all: readonly PermissionSeen[];
}

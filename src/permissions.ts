import type { PermissionsSeen } from './domain/permission';

/** What the bot may do at its sources, looked at now and then behind everything else. */
export interface Permissions {
  /** Answers at once with what was last seen, undefined before the first look. What has become old is looked at anew. */
  known(): PermissionsSeen | undefined;
  /** The same, however old it is; nobody looks anew for it. */
  last(): PermissionsSeen | undefined;
}

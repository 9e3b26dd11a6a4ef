/** Asks Entra who belongs to which group. */
export interface Groups {
  /** Whether the person belongs, also by way of other groups, to one of these; `undefined` when we could not look. */
  hasMember(groupIds: readonly string[], personId: string): Promise<boolean | undefined>;
  /** Entra object ids of the people who own a group, lower case; `undefined` when we could not look. */
  ownersOf(groupId: string): Promise<readonly string[] | undefined>;
}

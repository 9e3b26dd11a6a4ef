/** Who belongs to a circle. Ids are lower case, however they were written. */
export interface Circle {
  /** Every member of the tenant. */
  readonly everyone: boolean;
  /** Every member of an approved team. */
  readonly team: boolean;
  /** Entra object ids. */
  readonly people: ReadonlySet<string>;
  /** Entra object ids; the settings take people and groups alike, and which of both an id is, only Entra knows. */
  readonly groups: ReadonlySet<string>;
  /** Teams' ids of teams (`19:...`), whose members belong to it. */
  readonly teams: ReadonlySet<string>;
}

/** The three circles of people, from the inside out, and the teams that are approved by the settings. */
export interface Circles {
  /** `owners`: nobody is named, so the owners of the first team, or whoever installed the bot there. */
  readonly administrators: Circle | 'owners';
  readonly mappers: Circle;
  readonly readers: Circle;
  /** Lower case: Teams' ids or Entra group ids of teams; `all` in local mode, where nobody is authenticated. */
  readonly approvedTeams: ReadonlySet<string> | 'all';
}

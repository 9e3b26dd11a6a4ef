/** A name that is like what was typed, to choose from. */
export interface NearName {
  readonly name: string;
  readonly accountId?: string;
  readonly customerId?: string;
}

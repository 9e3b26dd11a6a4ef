import type { AccountPicture, CandidateLine } from './answers';
import type { CustomerDetails } from './creation';
import type { SourceName, Trouble } from './source';

/** Somebody else has a customer like it created just now, for another account. */
export interface CreationNear {
  readonly creationId: string;
  readonly customer: string;
  readonly account: string;
  readonly by: string;
}

/** A form with which a customer is created: what stands in it, and who may be that customer already. */
export interface CreationForm {
  readonly picture: AccountPicture;
  readonly details: CustomerDetails;
  /**
   * Where that is from.
   * - `provider`: the provider was asked
   * - `known`: nobody can be asked of this account
   * - `failed`: the provider could not be asked
   * - `typed`: somebody typed it
   */
  readonly from: 'provider' | 'known' | 'failed' | 'typed';
  readonly source: SourceName;
  /** People are left out, because others read here. */
  readonly withoutPeople: boolean;
  readonly near: readonly CandidateLine[];
  readonly underWay: readonly CreationNear[];
  /** It was asked for already, and these came to light only then. */
  readonly asked: boolean;
}

/**
 * What came of wanting a customer created.
 * - `form`: nothing yet; there is a form to fill in, or somebody near to look at
 * - `line`: the directory is a file, and this is the line to copy into it
 * - `not-here`: why it cannot be done
 * - the rest: the account as it is now, and what became of the wish
 */
export type CreationAnswer =
  | { readonly answer: 'form'; readonly form: CreationForm }
  | {
      readonly answer: 'line';
      readonly picture: AccountPicture;
      readonly line: { readonly text: string } | { readonly trouble: Trouble };
    }
  | { readonly answer: 'not-here'; readonly why: 'off' | 'lacking' | 'rehearsal'; readonly picture: AccountPicture }
  | { readonly answer: 'decided'; readonly picture: AccountPicture }
  | { readonly answer: 'taken' | 'stale'; readonly picture: AccountPicture }
  | CreationStanding
  | { readonly answer: 'account-gone' };

/** The account as it is now, after something was wanted of a creation. */
export interface CreationStanding {
  readonly answer: 'started' | 'under-way' | 'given-up' | 'too-late' | 'nothing';
  readonly picture: AccountPicture;
}

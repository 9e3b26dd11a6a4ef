import type { CustomerRef } from './decision';
import type { Person } from './person';
import { DAY } from './time';
import type { Instant } from './time';

/**
 * What a customer is made of when somebody has it created. As typed into the form; only the name is needed.
 * Nothing of it is kept once the customer is there.
 */
export interface CustomerDetails {
  readonly name: string;
  readonly website?: string;
  readonly mail?: string;
  readonly phone?: string;
  /** The person at the customer whom one calls. */
  readonly contact?: string;
  readonly street?: string;
  readonly postcode?: string;
  readonly city?: string;
  readonly state?: string;
  /** As people write it, not a code. */
  readonly country?: string;
}

export const DETAIL_FIELDS = [
  'name',
  'website',
  'mail',
  'phone',
  'contact',
  'street',
  'postcode',
  'city',
  'state',
  'country',
] as const satisfies readonly (keyof CustomerDetails)[];

export type DetailField = (typeof DETAIL_FIELDS)[number];

/** So much of each a customer record takes, in characters: what the columns of Dataverse's table of accounts hold. */
export const DETAIL_LENGTHS: Readonly<Record<DetailField, number>> = {
  name: 160,
  website: 200,
  mail: 100,
  phone: 50,
  contact: 80,
  street: 250,
  postcode: 20,
  city: 80,
  state: 50,
  country: 80,
};

/**
 * A customer that somebody has created for an account. Noted before anything is sent, with the id that it will have, so that
 * whoever comes after a crash finds what the one before has made instead of making it again.
 * - `owed`: it is to be created, and the account to be mapped to it
 * - `refused`: the directory said no; somebody changes something, insists, or gives up
 */
export interface Creation {
  /** Of the customer; chosen by us. */
  readonly id: string;
  readonly details: CustomerDetails;
  readonly by: Person;
  readonly at: Instant;
  /** Becomes the decision's id. */
  readonly decisionId: string;
  readonly where?: string;
  readonly state: 'owed' | 'refused';
  /** Also where the directory holds it for one that it has already. */
  readonly anyway?: true;
  readonly attempts: number;
  readonly notBefore?: Instant;
  readonly lastError?: string;
  /** A request has left, and nobody has noted how it ended. */
  readonly begun?: Instant;
  /** The account was decided otherwise in the meantime: what may have arrived is looked for, and nothing is sent. */
  readonly left?: true;
  readonly refusal?: CreationRefusal;
  readonly refusedAt?: Instant;
}

/**
 * Why no customer was created.
 * - `duplicate`: the directory holds it for one that it has; `like` are those that we could find
 * - `no-right`: the app may not create; `words` name the privilege
 * - `person`: the person is unknown there or may not create
 * - `data`: a rule of the directory forbids it; `words` are its own
 * - `off`: customers are not created by this bot any more
 */
export interface CreationRefusal {
  readonly kind: 'duplicate' | 'no-right' | 'person' | 'data' | 'off';
  readonly words?: string;
  readonly like?: readonly CustomerRef[];
}

/** How long a request may be without a noted outcome before somebody looks whether it arrived, in milliseconds. */
export const CREATION_CLAIM_LAPSES_AFTER = 60_000;

/** What was typed is kept for so long after a refusal, in milliseconds; then the form is filled anew. */
export const REFUSED_CREATION_KEPT = DAY;

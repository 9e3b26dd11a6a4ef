import type { Evidence } from './evidence';
import type { Actor, Person } from './person';
import type { Instant } from './time';

export interface CustomerRef {
  readonly id: string;
  readonly name: string;
}

/** Where the mapping of an account stands. The decision that made it so is named by `decisionId`. */
export type Mapping =
  | { readonly state: 'open' }
  | {
      readonly state: 'mapped';
      readonly customer: CustomerRef;
      readonly by: Actor;
      readonly at: Instant;
      readonly decisionId: string;
      /** False when somebody took back the name that this mapping taught. */
      readonly teaches: boolean;
      /** What the customer was called when it was chosen, when it is called otherwise now. */
      readonly chosenAs?: string;
      /** When we saw that the customer is not in the directory any more. */
      readonly customerGoneAt?: Instant;
    }
  | { readonly state: 'ignored'; readonly by: Actor; readonly at: Instant; readonly decisionId: string };

/** One entry of an account's story. */
export interface Decision {
  readonly id: string;
  readonly at: Instant;
  readonly by: Actor;
  readonly verdict: 'mapped' | 'ignored' | 'reopened' | 'undone';
  /** The customer that was chosen (`mapped`), or that the account was mapped to before (`reopened`, `undone`). */
  readonly customer?: CustomerRef;
  /** What spoke for the chosen customer, and most strongly against, when it was chosen. */
  readonly evidence?: readonly Evidence[];
  /** The mapping before this decision, so that the decision can be taken back. */
  readonly before: Mapping;
  /** The decision that this one takes back. */
  readonly undoes?: string;
  /** Whether the chosen customer was our first proposal then; absent where nobody noted it. */
  readonly proposed?: 'first' | 'other';
  /** The customer that fitted almost certainly when another one was chosen all the same. */
  readonly despite?: CustomerRef;
  /** The customer was created for this account, and stays in the directory also when this is taken back. */
  readonly created?: true;
  /** The conversation in which it was decided. */
  readonly where?: string;
  /** It was decided on a page of a review that had so many accounts. */
  readonly inReview?: number;
}

/** A click that came after a decision and changed nothing; told on the account's cards until the next decision. */
export interface LateClick {
  readonly id: string;
  readonly person: Person;
  readonly at: Instant;
  readonly wanted: 'pick' | 'ignore' | 'reopen' | 'undo';
  readonly customer?: CustomerRef;
  /** The latest decision at that time. */
  readonly after: string;
}

/** How many decisions stay in the record itself; more would let it grow without bound. */
export const DECISIONS_KEPT = 12;

/** A person decided here. What stands open, or was adopted from Work 365, nobody decided here. */
export function isOurs(mapping: Mapping): boolean {
  return mapping.state !== 'open' && mapping.by.kind === 'person';
}

/** Work 365 had decided before we first saw the account; when it did, we cannot know. */
export function wasFoundDecided(by: Actor, at: Instant, firstSeenAt: Instant): boolean {
  return by.kind === 'work365' && at <= firstSeenAt;
}

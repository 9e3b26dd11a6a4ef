import type { SourceName, Trouble } from './source';
import { sameFields } from './same-fields';
import type { Instant } from './time';

/**
 * Three separate facts are all called "accepted"; they are never mixed. Each says when it was last checked and by
 * which source, or why nobody could look.
 */
export interface Acceptance {
  readonly reseller: ResellerFact;
  readonly agreement: AgreementFact;
  readonly admin: AdminFact;
}

/** How we know the time: told by the provider's event, first seen by us, or there before we first looked. */
export type SinceBasis = 'event' | 'first-seen' | 'before-first-look';

export interface Since {
  readonly at: Instant;
  readonly basis: SinceBasis;
}

interface Checked {
  readonly checkedAt: Instant;
  readonly source: SourceName;
}

/** What stands in for a fact that nobody has looked up, or could not look up. */
export type NotKnown =
  | { readonly state: 'not-checked' }
  | { readonly state: 'not-configured' }
  /** The account is at a provider that only Work 365 knows: whether somebody accepted there is not ours to look up. */
  | { readonly state: 'not-ours'; readonly provider: string }
  | { readonly state: 'could-not-look'; readonly trouble: Trouble; readonly at: Instant };

export type ResellerFact =
  /** `disputedAt`: the list has the tenant, and a look by its id did not find it then. */
  | (Checked & { readonly state: 'accepted'; readonly since: Since; readonly disputedAt?: Instant })
  /** In the customer list, but the relation is not a reseller relationship (advisor, syndication ...). */
  | (Checked & { readonly state: 'other-relation'; readonly relation: string })
  /** It was accepted; the tenant has left the list since. */
  | (Checked & { readonly state: 'ended'; readonly since: Since; readonly endedSeenAt: Instant })
  /** Work 365 knows the tenant, the provider does not list it. */
  | (Checked & { readonly state: 'not-listed' })
  | NotKnown;

export type AgreementFact =
  | (Checked & { readonly state: 'signed'; readonly signedAt?: Instant })
  | (Checked & { readonly state: 'not-signed' })
  | NotKnown;

/** `renews`: it is extended by itself when it ends. */
export type AdminFact =
  | (Checked & { readonly state: 'active'; readonly until?: Instant; readonly renews?: true; readonly roles?: number })
  | (Checked & { readonly state: 'pending' })
  | (Checked & { readonly state: 'expired'; readonly at?: Instant })
  | (Checked & { readonly state: 'none' })
  | NotKnown;

/** How many subscriptions a tenant has; which ones is asked anew when somebody wants to see them. */
export type SubscriptionsFact =
  | (Checked & {
      readonly state: 'counted';
      readonly total: number;
      readonly active: number;
      /** Of the active ones together; absent in records of earlier versions. */
      readonly seats?: number;
      /** When the first of the active ones ends that is neither a trial nor renews by itself. */
      readonly endsAt?: Instant;
      /** A later look that could not be made. */
      readonly missed?: { readonly at: Instant; readonly trouble: Trouble };
    })
  /** The provider does not have the tenant any more. */
  | { readonly state: 'absent'; readonly at: Instant }
  | NotKnown;

export function isAccepted(acceptance: Acceptance): boolean {
  return acceptance.reseller.state === 'accepted';
}

/** What is known of an account that only Work 365 knows, under the name of its provider. */
export function notOurs(provider: string): Acceptance {
  const fact = { state: 'not-ours', provider } as const;
  return { reseller: fact, agreement: fact, admin: fact };
}

/** Whoever waits for the company need wait no more: it accepted, or another provider has it now. */
export function hasArrived({ reseller }: Acceptance): boolean {
  return reseller.state === 'accepted' || reseller.state === 'not-ours';
}

/** True when two sets of facts say the same to a reader; when they were last checked does not count. */
export function saysTheSame(a: Acceptance, b: Acceptance): boolean {
  return sameFact(a.reseller, b.reseller) && sameFact(a.agreement, b.agreement) && sameFact(a.admin, b.admin);
}

type Fact = ResellerFact | AgreementFact | AdminFact;

/** Facts that nobody looked at again are the very same object, which spares most of the work of a sync. */
function sameFact(a: Fact, b: Fact): boolean {
  if (a === b) return true;
  if (a.state === 'could-not-look' && b.state === 'could-not-look') return a.trouble.kind === b.trouble.kind;
  return sameFields(a, b, 'checkedAt');
}

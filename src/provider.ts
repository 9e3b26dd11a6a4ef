import type { AdminFact, AgreementFact } from './domain/acceptance';
import type { BadRow, Hear, SourceLane, Look } from './domain/source';
import type { Tenant } from './domain/tenant';

/**
 * A customer tenant as the provider lists it. `relation` is `reseller` for the relationship that we mean by accepted, and
 * `unknown` where the list does not tell.
 */
export interface ListedTenant {
  readonly tenant: Tenant;
  readonly relation: 'reseller' | 'other' | 'unknown';
  /** The provider's own word for the relation. */
  readonly relationName: string;
}

export interface Subscription {
  readonly id: string;
  readonly offer: string;
  readonly name?: string;
  readonly quantity: number;
  readonly status: string;
  readonly term?: string;
  readonly billing?: string;
  readonly endsAt?: number;
  readonly autoRenews?: boolean;
  readonly trial?: boolean;
}

export interface Licence {
  readonly name: string;
  readonly total: number;
  readonly used: number;
  readonly free: number;
}

/** A service plan that comes with what the customer has subscribed to. */
export interface Service {
  readonly name: string;
  /** The provider's own word, lower case: `enabled`, `warning`, `suspended` ... Absent when it says none. */
  readonly status?: string;
  /** The products that it comes with. */
  readonly products: readonly string[];
}

export interface TenantUser {
  readonly name: string;
  readonly login: string;
  readonly active: boolean;
}

/** What a provider knows of a company that a customer could be made of; only what it lets us read. */
export interface CompanyProfile {
  readonly name?: string;
  readonly mail?: string;
  readonly phone?: string;
  /** A person there. */
  readonly contact?: string;
  readonly street?: string;
  readonly postcode?: string;
  readonly city?: string;
  readonly state?: string;
  /** ISO 3166 alpha-2, upper case. */
  readonly country?: string;
}

/**
 * Microsoft Partner Center, seen through what the bot needs of it.
 * `Look` answers never confuse "not there" with "could not look"; `listTenants` throws `SourceFailure`.
 * A look-up is made for a person, who is answered at once rather than late, unless a job says that it has time.
 */
export interface Provider {
  /** Our own tenant id there; the provider half of an account's identity. */
  readonly id: string;
  readonly name: string;
  /** Name, or id of the row, that it has in Work 365's table of providers, where the settings say it. */
  readonly work365Provider?: string;
  /** The conversations that hear of its new accounts; all without them. */
  readonly conversations?: readonly string[];
  /** Every customer tenant, a page at a time. A listing that ends without a throw is complete. It waits where it must, and says so. */
  listTenants(signal?: AbortSignal, hear?: Hear): AsyncIterable<readonly ListedTenant[]>;
  /** Items of the last listing that could not be read and were left out of it. */
  badItems(): readonly BadRow[];
  /** One tenant, fresh. `absent`: no relationship between us and this tenant. */
  readTenant(tenantId: string, signal?: AbortSignal, lane?: SourceLane): Promise<Look<ListedTenant>>;
  /** Who the company is, where it is, and whom one calls there. */
  readProfile(tenantId: string, signal?: AbortSignal): Promise<Look<CompanyProfile>>;
  /** Tenants whose name, or initial domain, starts with the text; fresh, case ignored. */
  findTenants(by: 'name' | 'domain', startsWith: string, signal?: AbortSignal): Promise<Look<readonly ListedTenant[]>>;
  readSubscriptions(tenantId: string, signal?: AbortSignal, lane?: SourceLane): Promise<Look<readonly Subscription[]>>;
  readLicences(tenantId: string, signal?: AbortSignal): Promise<Look<readonly Licence[]>>;
  /** Each service plan once, by name; in different states under two products, it is there twice. */
  readServices(tenantId: string, signal?: AbortSignal): Promise<Look<readonly Service[]>>;
  readUsers(tenantId: string, signal?: AbortSignal): Promise<Look<readonly TenantUser[]>>;
  /** The Microsoft Customer Agreement; `not-configured` without a user's consent (refresh token). */
  readAgreement(tenantId: string, signal?: AbortSignal, lane?: SourceLane): Promise<AgreementFact>;
  /** Delegated admin (GDAP) of one tenant. */
  readAdmin(tenantId: string, signal?: AbortSignal, lane?: SourceLane): Promise<AdminFact>;
  /** The partner's reusable invitation link; it names no customer. */
  invitationLink(signal?: AbortSignal): Promise<Look<string>>;
  /** The same for one person, who gets a part of what all people together may ask, so that the others get theirs. */
  askedBy(personId: string): Provider;
}

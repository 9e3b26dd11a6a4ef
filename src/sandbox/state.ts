import type { Instant } from '../domain/time';
import type { CastTenant } from './cast';

/** What is true in the sandbox; plain JSON, so that it can be kept in a file. */
export interface State {
  readonly seed: string;
  /** Rises with every change of a Dataverse row; its etag. */
  version: number;
  customers: SandboxCustomer[];
  tenants: SandboxTenant[];
  rows: SandboxRow[];
  /** Customers of the partner's second Partner Center tenant; absent while there is one only. They stand still. */
  second?: SandboxTenant[];
  /** Providers in Work 365 beside Partner Center. */
  providers?: SandboxProvider[];
  /** Invited companies that have not accepted, in the order in which they will. */
  invited: CastTenant[];
  /** When the next of them accepts; absent when the world stands still. */
  nextAcceptance?: Instant;
  /** Work 365's syncs that are due. */
  syncs: { at: Instant; tenantId: string }[];
  /** Owners of groups by the group's id; a group that is not here is not there. */
  owners?: Record<string, string[]>;
}

export interface SandboxCustomer {
  id: string;
  name: string;
  number: string;
  website?: string;
  mail?: string;
  city?: string;
  country?: string;
  /** Further columns of one that was created through the Web API, by their names there. */
  more?: Record<string, string>;
  createdBy?: string;
  /** A deleted one stays in the list as inactive. */
  active: boolean;
  version: number;
}

export interface SandboxTenant {
  tenantId: string;
  name: string;
  /** Before `.onmicrosoft.com`. */
  label: string;
  country: string;
  domains: string[];
  relation: 'reseller' | 'advisor' | 'none';
  acceptedAt: Instant;
  agreement: 'attested' | 'direct' | 'unsigned';
  admin: 'active' | 'expiring' | 'pending' | 'expired' | 'none';
  /** Decides its subscriptions, licences and users. */
  number: number;
  /** The customer that it truly is; for demonstrations, never told on the wire. */
  truth?: string;
}

/** A provider in Work 365's table of them. */
export interface SandboxProvider {
  id: string;
  name: string;
  kind: string;
}

export interface SandboxRow {
  id: string;
  /** Of Partner Center the tenant's id, of others the provider's own id of the account. */
  tenantId: string;
  /** Its provider; Partner Center when absent. */
  providerId?: string;
  name: string;
  createdAt: Instant;
  modifiedAt: Instant;
  modifiedBy: string;
  version: number;
  customerId: string | null;
  syncEnabled: boolean;
  active: boolean;
}

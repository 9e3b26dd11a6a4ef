/** What a provider says about one customer tenant. Identity is the tenant id; names and domains may change. */
export interface Tenant {
  readonly tenantId: string;
  readonly name: string;
  /** The initial domain, nearly always `something.onmicrosoft.com`. */
  readonly defaultDomain?: string;
  /** Custom domains, where the provider lets us see them. */
  readonly domains?: readonly string[];
  /** ISO 3166 alpha-2, upper case. */
  readonly country?: string;
}

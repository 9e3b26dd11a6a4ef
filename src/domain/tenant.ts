import type { Instant } from './time';

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

/** A tenant that came without a name is called by its domain or its id: that is no name, and replaces none. */
export function isNamed({ name, tenantId, defaultDomain }: Tenant): boolean {
  return name !== tenantId && name !== defaultDomain;
}

/** A name that a tenant had until we saw another one at `until`. */
export interface FormerName {
  readonly name: string;
  readonly until: Instant;
}

/** So many former names are kept. */
const FORMER_NAMES_KEPT = 5;

/** The former names after a look; the same list when the name is the same but for case and spaces. */
export function renamed(
  former: readonly FormerName[] | undefined,
  before: string,
  now: string,
  at: Instant,
): readonly FormerName[] | undefined {
  if (plain(before) === plain(now)) return former;
  return [...(former ?? []), { name: before, until: at }].slice(-FORMER_NAMES_KEPT);
}

/** What the tenant was called at a moment; undefined when it was called what it is called now. */
export function nameAt(former: readonly FormerName[] | undefined, now: string, at: Instant): FormerName | undefined {
  const then = former?.find(({ until }) => until > at);
  return then === undefined || plain(then.name) === plain(now) ? undefined : then;
}

/** The former name that somebody means by what they typed, when it is not in the name of today. */
export function formerNameMeant(
  former: readonly FormerName[] | undefined,
  now: string,
  typed: string,
): string | undefined {
  const wanted = plain(typed);
  if (wanted === '' || plain(now).includes(wanted)) return undefined;
  return former?.findLast(({ name }) => plain(name).includes(wanted) || wanted.includes(plain(name)))?.name;
}

function plain(name: string): string {
  return name.replace(/\s+/g, ' ').trim().toLowerCase();
}

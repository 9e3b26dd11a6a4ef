import { guidIn } from './one-form';
import { unwrapped } from './unwrapped-link';

/** Hosts of pages about customers, as addresses name them: small letters, the port behind a colon where there is one. */
export interface LinkPlaces {
  readonly partnerCenter: readonly string[];
  /** The organisation of Dynamics that has our customers and Work 365's accounts. */
  readonly records: readonly string[];
}

/** What a link leads to: a customer's tenant in Partner Center, or a record by its id, of whichever table. */
export type LinkMeant =
  { readonly of: 'tenant'; readonly tenantId: string } | { readonly of: 'record'; readonly id: string };

/** Forms of the past and forms to come have one thing in common: the customer's tenant stands behind this word. */
const CUSTOMERS = 'customers';
const TENANT_FIELDS = new Set(['customerid', 'tenantid', 'customertenantid', 'ctid']);

/** Undefined for a link of any other kind, and for what is no link. */
export function linkMeant(typed: string, places: LinkPlaces): LinkMeant | undefined {
  const address = unwrapped(typed);
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  if (places.partnerCenter.includes(url.host)) {
    const tenantId = behindCustomers(url) ?? fieldOf(url, TENANT_FIELDS);
    return tenantId === undefined ? undefined : { of: 'tenant', tenantId };
  }
  if (!places.records.includes(url.host)) return undefined;
  const id = fieldOf(url, new Set(['id'])) ?? inBrackets(url);
  return id === undefined ? undefined : { of: 'record', id };
}

function behindCustomers({ pathname, hash }: URL): string | undefined {
  const parts = `${pathname}/${hash.replace(/^#\/?/, '')}`.split(/[/?]/).map(decoded);
  const at = parts.findIndex(
    (part, index) => part.toLowerCase() === CUSTOMERS && guidIn(parts[index + 1]) !== undefined,
  );
  return at < 0 ? undefined : guidIn(parts[at + 1]);
}

/** A field of the query; older links of Dynamics keep theirs behind the `#`, or inside another field. */
function fieldOf({ search, hash }: URL, names: ReadonlySet<string>): string | undefined {
  const queries = [search, hash.replace(/^#[^?]*\??/, ''), hash.replace(/^#/, '')];
  for (const query of queries) {
    for (const [name, value] of new URLSearchParams(query)) {
      const found = names.has(name.toLowerCase()) ? guidIn(value) : undefined;
      if (found !== undefined) return found;
      if (name.toLowerCase() !== 'extraqs') continue;
      for (const [inner, given] of new URLSearchParams(value.replace(/^\?/, ''))) {
        const inside = names.has(inner.toLowerCase()) ? guidIn(given) : undefined;
        if (inside !== undefined) return inside;
      }
    }
  }
  return undefined;
}

/** `/api/data/v9.2/accounts(…)` */
function inBrackets({ pathname }: URL): string | undefined {
  return guidIn(/\(([0-9a-f-]{32,36})\)\/?$/i.exec(decoded(pathname))?.[1]);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

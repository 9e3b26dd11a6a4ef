import { domainToASCII } from 'node:url';
import { SourceFailure } from '../../domain/source';
import type { BadRow, Hear, Look, Trouble } from '../../domain/source';
import { MINUTE } from '../../domain/time';
import type { ListedTenant } from '../../provider';
import type { Client } from './client';
import { customerPageSchema } from './schema';

const PAGE_SIZE = 500;
/** A list is read in the background and starts again from its first page, so it outwaits a throttling. */
const PATIENCE = 3 * MINUTE;

/** What a listing could not read, or not wholly, by its position among all items, from 1. */
export type BadItems = readonly BadRow[];

/**
 * Every customer once, one page in memory at a time. The address of the next page is our own, because Microsoft's samples
 * disagree on theirs; the token travels in a header and the second call carries no `size`. A tenant that is listed twice is
 * what it is to us at best: reseller customers come first, the others at the end.
 */
export async function* listCustomers(
  client: Client,
  maxPages: number,
  asked: { readonly signal: AbortSignal | undefined; readonly hear: Hear | undefined; noteBad(bad: BadItems): void },
): AsyncGenerator<readonly ListedTenant[]> {
  const bad: BadRow[] = [];
  const resellers = new Set<string>();
  const others = new Map<string, ListedTenant>();
  const tokens = new Set<string>();
  let token: string | undefined;
  let read = 0;
  for (let page = 0; page < maxPages; page++) {
    const { items, bad: here, next } = await readPage(client, token, asked);
    bad.push(...badIn(items, here, read));
    read += items.length + here.length;
    const fresh = items.filter(({ relation, tenant }) => relation === 'reseller' && isNew(resellers, tenant.tenantId));
    for (const other of items) if (other.relation !== 'reseller') keepFirst(others, other);
    yield fresh;
    if (next === undefined) {
      asked.noteBad(bad);
      yield [...others.values()].filter(({ tenant }) => !resellers.has(tenant.tenantId));
      return;
    }
    if (tokens.has(next)) throw new SourceFailure(broken('the list gives the same continuation token again'));
    tokens.add((token = next));
  }
  throw new SourceFailure(broken(`the list has more than ${maxPages} pages`));
}

async function readPage(
  client: Client,
  token: string | undefined,
  { signal, hear }: { readonly signal: AbortSignal | undefined; readonly hear: Hear | undefined },
) {
  const look = await client.ask({
    what: 'list of customers',
    path: token === undefined ? `/v1/customers?size=${PAGE_SIZE}` : '/v1/customers?seekOperation=Next',
    schema: customerPageSchema,
    patienceMs: PATIENCE,
    lane: 'job',
    signal,
    hear,
    ...(token === undefined ? {} : { continuationToken: token }),
  });
  if (look.look !== 'seen') throw new SourceFailure(troubleOf(look));
  return look.value;
}

function badIn(items: readonly ListedTenant[], unread: readonly number[], before: number): BadItems {
  const gaps = new Set(unread);
  const places = Array.from({ length: items.length + unread.length }, (_, at) => at).filter((at) => !gaps.has(at));
  const untold = items.flatMap(({ relation }, index): BadItems => {
    const problem = 'does not say what it is to us; what was known of it stays';
    return relation === 'unknown' ? [{ line: before + (places[index] ?? 0) + 1, problem, taken: true }] : [];
  });
  const problem = 'holds no tenant id, or is no customer';
  return [...unread.map((at) => ({ line: before + at + 1, problem })), ...untold].sort((a, b) => a.line - b.line);
}

function isNew(seen: Set<string>, id: string): boolean {
  const before = seen.size;
  return seen.add(id).size > before;
}

function keepFirst(others: Map<string, ListedTenant>, other: ListedTenant): void {
  if (!others.has(other.tenant.tenantId)) others.set(other.tenant.tenantId, other);
}

function troubleOf(look: Exclude<Look<unknown>, { look: 'seen' }>): Trouble {
  if (look.look === 'failed') return look.trouble;
  return {
    source: 'partner-center',
    kind: 'denied',
    detail: 'list of customers: no relationship between caller and account',
    remedy: 'Check that PARTNER_CENTER_TENANT_ID is the tenant of a CSP partner.',
  };
}

function broken(why: string): Trouble {
  const remedy = 'Nothing to set; the next sync tries again. Report it with the log lines if it stays.';
  return { source: 'partner-center', kind: 'bad-answer', detail: `list of customers: ${why}`, remedy };
}

/** Customers whose name or initial domain starts with a text; `size=0` means: do not page. */
export function findPath(by: 'name' | 'domain', startsWith: string): string {
  const filter = {
    Field: by === 'name' ? 'CompanyName' : 'Domain',
    Value: by === 'domain' ? asStored(startsWith) : startsWith,
    Operator: 'starts_with',
  };
  return `/v1/customers?size=0&filter=${encodeURIComponent(JSON.stringify(filter))}`;
}

/** Partner Center keeps domains as the network writes them; the start of one may be no domain yet. */
function asStored(startOfDomain: string): string {
  const typed = startOfDomain.trim();
  return /[^\0-\x7f]/.test(typed) ? domainToASCII(typed) || typed : typed;
}

import { SourceFailure } from '../../domain/source';
import type { Hear, Look, Trouble } from '../../domain/source';
import { MINUTE } from '../../domain/time';
import type { ListedTenant } from '../../provider';
import type { Client } from './client';
import { customerPageSchema } from './schema';

const PAGE_SIZE = 500;
/** A list is read in the background and starts again from its first page, so it outwaits a throttling. */
const PATIENCE = 3 * MINUTE;

/**
 * Every customer, one page in memory at a time. The address of the next page is our own, because Microsoft's samples
 * disagree on theirs; the token travels in a header and the second call carries no `size`.
 */
export async function* listCustomers(
  client: Client,
  maxPages: number,
  signal?: AbortSignal,
  hear?: Hear,
): AsyncGenerator<readonly ListedTenant[]> {
  let token: string | undefined;
  for (let page = 0; page < maxPages; page++) {
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
    const { items, next } = look.value;
    yield items;
    if (next === undefined) return;
    if (next === token) throw new SourceFailure(broken('the list gives the same continuation token again'));
    token = next;
  }
  throw new SourceFailure(broken(`the list has more than ${maxPages} pages`));
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
  const filter = { Field: by === 'name' ? 'CompanyName' : 'Domain', Value: startsWith, Operator: 'starts_with' };
  return `/v1/customers?size=0&filter=${encodeURIComponent(JSON.stringify(filter))}`;
}
